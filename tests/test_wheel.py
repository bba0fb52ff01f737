"""A wheel built from the tree carries the knowledge, and works from another directory."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built, unpacked = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("unpacked")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(unpacked)
    return unpacked


def alliance(unpacked: Path, elsewhere: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_the_digest_the_manifest_the_page_and_the_licence(unpacked: Path) -> None:
    assert (unpacked / "bot/knowledge/us-rok-2023/statement.yaml").is_file()
    assert (unpacked / "bot/manifest.yaml").is_file()
    assert (unpacked / "bot/playground/static/index.html").is_file()
    assert list(unpacked.glob("*.dist-info/licenses/LICENSE"))
    assert "alliance = bot.__main__:main" in next(
        unpacked.glob("*.dist-info/entry_points.txt")
    ).read_text("utf-8")


def test_it_answers_from_another_directory(unpacked: Path, tmp_path: Path) -> None:
    answer = json.loads(alliance(unpacked, tmp_path, "ask", "--json", "climate"))
    assert answer["outcome"] == "found"
    assert "climate" in answer["answers"][0]["quote"].lower()


def test_it_prints_its_manifest_from_another_directory(unpacked: Path, tmp_path: Path) -> None:
    printed = alliance(unpacked, tmp_path, "manifest")
    assert printed == (ROOT / "manifest.yaml").read_text("utf-8")
