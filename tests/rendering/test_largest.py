"""The largest digest that passes its proof: no answer from it is more than Slack takes."""

from dataclasses import replace

import pytest

from bot.core.answering import Answer, Choices, Contents, Found, Help, Match, NotFound
from bot.core.statement import Language
from bot.library import proofing, schema
from bot.listeners.payloads import LONGEST_NAME
from bot.playground.view_shapes import check_view
from bot.rendering.answers import render
from bot.rendering.quoted import Quoted
from bot.rendering.sharing import render_share, render_shared
from tests.support.largest import LARGEST, NEIGHBOURS
from tests.support.replies import Reply

ONE_SECTION = replace(
    LARGEST,
    themes=tuple(
        replace(theme, passages=tuple(replace(p, section=0) for p in theme.passages))
        for theme in LARGEST.themes
    ),
)
ALIAS = "a" * schema.LONGEST_ALIAS
PASSAGE = LARGEST.themes[0].passages[0]
MATCHES = (Match(PASSAGE, "alias", 1.0, ALIAS),) * proofing.MOST_IN_PARAGRAPH


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "answer",
    [
        Found(LARGEST, MATCHES),
        Choices(LARGEST, LARGEST.themes[:5]),
        Contents(LARGEST, missing="section", others=(LARGEST,) * 9),
        Contents(ONE_SECTION, ONE_SECTION.sections[0], others=(LARGEST,) * 9),
        Help(LARGEST),
        NotFound(LARGEST, LARGEST.themes[:3], NEIGHBOURS[0]),
    ],
    ids=["found", "choices", "contents", "one-section", "help", "not-found"],
)
def test_slack_takes_it(answer: Answer, language: Language) -> None:
    message = render(answer, language)
    assert Reply({"text": message.text, "blocks": message.blocks}).text


@pytest.mark.parametrize("language", ["en", "ko"])
def test_slack_takes_what_is_shared(language: Language) -> None:
    quoted = Quoted(LARGEST, PASSAGE, language)
    message = render_shared(quoted, "&" * LONGEST_NAME)
    assert Reply({"text": message.text, "blocks": message.blocks}).quote == PASSAGE.quote
    check_view(render_share(quoted), "modal")


def test_what_the_outline_leaves_out_is_in_its_text() -> None:
    message = render(Contents(ONE_SECTION, ONE_SECTION.sections[0]), "en")
    reply = Reply({"text": message.text, "blocks": message.blocks})
    assert "\n…\n" in reply.prose
    assert reply.text.count("\n• ") == schema.MOST_THEMES
    assert sum(map(len, reply.menu.values())) == schema.MOST_THEMES
