"""Two revisions are compared pair by pair; a program that fails is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import works
from bench.comparing.ratios import Ratio, ratio
from bench.comparing.revisions import checked_out, figure
from bench.publish.kept import ROOT

in_a_clone = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no clone")


def test_what_is_slower_in_every_pair_differs() -> None:
    slower = ratio([1, 2, 4, 4, 4], [2, 4, 8, 8, 8])
    assert slower == Ratio(4, 8, 2, 2, 2, 5)
    assert slower.verdict == "slower"
    assert ratio([2, 4, 8, 8, 8], [1, 2, 4, 4, 4]).verdict == "faster"


def test_what_is_now_quicker_and_now_slower_does_not() -> None:
    found = ratio([10, 10, 10, 10, 10], [9, 10, 10, 10, 12])
    assert (found.ratio, found.low, found.high) == (1, 0.9, 1.2)
    assert found.verdict == "within the spread"


def test_few_pairs_say_nothing() -> None:
    assert ratio([1, 1, 1, 1], [2, 2, 2, 2]).verdict == "too few pairs to say"


def test_one_pair_in_ten_may_go_wild_at_either_end() -> None:
    base, here = [10.0] * 20, [11.0] * 18 + [5.0, 90.0]
    assert (ratio(base, here).low, ratio(base, here).high) == (1.1, 1.1)


def test_a_tree_without_the_bot_has_no_figures(tmp_path: Path) -> None:
    questions = tmp_path / "questions.json"
    questions.write_text('["climate"]', encoding="utf-8")
    assert figure(tmp_path, "look_up", questions) is None


def test_this_tree_has_all_of_them(tmp_path: Path) -> None:
    questions = tmp_path / "questions.json"
    questions.write_text('["climate", "kimchi"]', encoding="utf-8")
    assert set(figure(ROOT, "look_up", questions) or ()) == {
        "look-up, first sight, median ms",
        "look-up, first sight, p99 ms",
        "index built, ms",
    }
    assert set(figure(ROOT, "request", questions) or ()) == {
        "request, first sight, median ms",
        "request, repeat, median ms",
    }
    first, second = figure(ROOT, "relevance", questions) or ([], [])
    assert (first[0], second) == ("found", ["not_found", []])


@in_a_clone
def test_a_revision_is_there_for_as_long_as_it_is_compared() -> None:
    with checked_out("HEAD") as tree:
        assert (tree / "bot" / "__main__.py").is_file()
    assert not tree.exists()


@in_a_clone
def test_a_revision_that_is_none_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.comparing", "no-such-revision"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "no-such-revision" in done.stderr


def test_a_program_that_fails_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert not works("no_such_program")
    told = capsys.readouterr().out
    assert "bench.no_such_program fails" in told
    assert "No module named bench.no_such_program" in told
