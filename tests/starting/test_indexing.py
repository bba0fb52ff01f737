"""What is told while very many statements are indexed."""

import logging

import pytest

from bot.assembly.parts import told


def test_every_hundredth_statement_and_the_last_are_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "bot.library"):
        for done in range(1, 251):
            told(done, 250)
    lines = [(record.statements, record.of) for record in caplog.records]  # type: ignore[attr-defined]
    assert lines == [(100, 250), (200, 250), (250, 250)]
