"""`alliance worker` and `alliance migrate` as processes of their own."""

import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from bot.playground.standing import standing
from tests.support.commands import BARE, SMALL, command
from tests.support.databases import KINDS, fresh
from tests.support.web_api import INSTALLED, TOKEN, TOWN


def environ(address: str, api_url: str = "http://127.0.0.1:9/") -> dict[str, str]:
    return {
        **BARE,
        **SMALL,
        "DATABASE_URL": address,
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_API_URL": api_url,
        "LOG_FORMAT": "text",
    }


def alliance(folder: Path, name: str, address: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(name),
        cwd=folder,
        env=environ(address),
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextmanager
def working(folder: Path, address: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker that has taken its place."""
    with standing(TOWN, INSTALLED) as stand_in:
        process = subprocess.Popen(
            command("worker"),
            cwd=folder,
            env=environ(address, stand_in.api_url),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        try:
            yield process
        finally:
            process.kill()
            process.communicate()


def wait_for_its_place(file: Path) -> None:
    """Wait until the worker has said that it is alive."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with closing(sqlite3.connect(file)) as looking, suppress(sqlite3.OperationalError):
            if looking.execute("SELECT name FROM worker").fetchall() == [("sole",)]:
                return
        time.sleep(0.05)
    pytest.fail("the worker does not take its place")


@pytest.mark.parametrize("kind", KINDS)
def test_a_database_is_migrated_as_often_as_one_likes(kind: str, tmp_path: Path) -> None:
    with fresh(kind, tmp_path) as address:
        for _ in range(2):
            done = alliance(tmp_path, "migrate", address)
            assert (done.returncode, done.stdout) == (0, "The database is up to date.\n")


def test_a_worker_does_not_start_on_tables_that_are_not_there(tmp_path: Path) -> None:
    with fresh("postgresql", tmp_path) as address:
        done = alliance(tmp_path, "worker", address)
    assert done.returncode == 2
    assert done.stderr.strip().endswith("run `alliance migrate` first.")


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    for name in ("worker", "migrate"):
        done = alliance(tmp_path, name, "postgresql://nobody@127.0.0.1:9/nothing")
        assert done.returncode == 2
        assert "DATABASE_URL names a database that cannot be reached" in done.stderr


def test_two_workers_on_an_sqlite_file_refuse_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "alliance.db"
    with working(tmp_path, f"sqlite:///{file}") as first:
        wait_for_its_place(file)
        second = alliance(tmp_path, "worker", f"sqlite:///{file}")
        assert second.returncode == 2
        assert "SQLite allows one" in second.stderr
        assert first.poll() is None


def test_a_worker_that_is_told_to_end_is_gone_in_ten_seconds(tmp_path: Path) -> None:
    file = tmp_path / "alliance.db"
    with working(tmp_path, f"sqlite:///{file}") as process:
        wait_for_its_place(file)
        time_of_signal = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=20)
        assert time.monotonic() - time_of_signal < 10
        assert (process.returncode, complaints) == (0, b"")
