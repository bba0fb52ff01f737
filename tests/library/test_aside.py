"""Statements are read by a process of their own, whatever becomes of it."""

import os
from pathlib import Path

import pytest

from bot.core.errors import BrokenDigest
from bot.library import aside
from bot.library.aside import reading_aside
from bot.library.reading import read_statements


def test_what_is_read_aside_is_what_is_read_here() -> None:
    with reading_aside(None) as read:
        assert read() == read_statements(None)


def test_faults_come_over_whole(tmp_path: Path) -> None:
    with reading_aside(tmp_path) as read, pytest.raises(BrokenDigest) as aside:
        read()
    with pytest.raises(BrokenDigest) as here:
        read_statements(tmp_path)
    assert aside.value.faults == here.value.faults


def test_a_reader_that_is_killed_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "_read", lambda *_: os._exit(9))
    with reading_aside(tmp_path) as read, pytest.raises(BrokenDigest, match="was killed") as broken:
        read()
    assert [fault.file for fault in broken.value.faults] == [str(tmp_path)]
