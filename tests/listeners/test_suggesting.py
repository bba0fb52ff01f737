"""What is suggested to whoever opens their direct message with the bot."""

import logging
from dataclasses import replace
from typing import Any

import pytest

from bot.core.answering import Contents, Found, answer
from bot.core.library import Library
from bot.core.request import parse
from bot.core.statement import Language
from bot.manifest import described
from bot.playground.faults import SERVER_ERROR
from bot.playground.people import Installed, installed
from bot.rendering.talk import suggested
from tests.support.building import the_bot
from tests.support.slack import Slack
from tests.support.statements import FERRIES
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

APP = installed(described(), TOKEN, SECRET)
METHOD = "assistant.threads.setSuggestedPrompts"


def called(visitor: Visitor) -> list[str]:
    return [entry.name for _, entry in visitor.stand_in.ledger.entries() if entry.name == METHOD]


def failures(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [line.message for line in caplog.records if line.levelno >= logging.WARNING]


def test_each_opening_suggests_once_in_the_persons_language(mina: Visitor, jordan: Visitor) -> None:
    korean, english = mina.direct(), jordan.direct()
    assert korean.prompts == {"등불": "등불", "여객선": "여객선", "전체 주제 보기": "목차"}
    assert english.prompts == {
        "Lanterns <& lights>": "Lanterns <& lights>",
        "Ferries": "Ferries",
        "Show everything it covers": "contents",
    }
    assert len(called(mina)) == 2


def test_a_suggestion_is_said_and_answered_and_makes_room(jordan: Visitor) -> None:
    direct = jordan.direct()
    direct.say(direct.prompts["Ferries"])
    assert direct.reply.quote == FERRIES
    assert direct.prompts == {}
    assert jordan.direct().prompts


def test_a_home_suggests_nothing(slack: Slack) -> None:
    opened = {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}
    assert slack.event(opened).status == 200
    assert [call.name for call in slack.heard()] == ["views.publish"]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_suggested_is_in_the_statement(library: Library, language: Language) -> None:
    prompts = suggested(library.statements[0], language)
    assert len(prompts.pairs) == 4
    *themes, (_, contents) = prompts.pairs
    for _, words in themes:
        assert isinstance(answer(library, parse(words), lambda passages: passages[0]), Found)
    outline = answer(library, parse(contents), lambda passages: passages[0])
    assert isinstance(outline, Contents)
    assert parse(contents).language == language


@pytest.mark.parametrize(
    ("app", "word"),
    [
        (replace(APP, scopes=APP.scopes - {"assistant:write"}), "missing_scope"),
        (replace(APP, features=frozenset(("app_home",))), "not_agent_app"),
    ],
)
def test_an_installation_without_the_pane_is_not_complained_of(
    harbour: Library, caplog: pytest.LogCaptureFixture, app: Installed, word: str
) -> None:
    with visiting(the_bot(harbour), app) as mina:
        assert mina.direct().prompts == {}
        assert f"{METHOD}: {word}" in mina.refused()
    assert failures(caplog) == []


def test_a_slack_that_fails_is_logged_and_nobody_is_told(
    harbour: Library, caplog: pytest.LogCaptureFixture
) -> None:
    with visiting(the_bot(harbour)) as mina:
        mina.stand_in.faults.fail(METHOD, SERVER_ERROR)
        direct = mina.direct()
        assert (direct.prompts, direct.posts) == ({}, [])
        mina.refused()
    assert failures(caplog) == ["failed"]


@pytest.mark.parametrize(
    "fields",
    [{}, {"channel": "D1"}, {"channel": "D1", "user": ["U1"]}, {"user": "U1"}],
)
def test_a_malformed_opening_is_acknowledged(slack: Slack, fields: dict[str, Any]) -> None:
    assert slack.event({"type": "app_home_opened", "tab": "messages", **fields}).status == 200
    assert slack.heard() == []
