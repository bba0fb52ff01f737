"""The largest digest that passes its proof: no answer from it is more than Slack takes."""

from dataclasses import replace

import pytest

from bot.core.answering import Answer, Choices, Contents, Found, Help, Match, NotFound
from bot.core.statement import Language, Neighbour, Passage, Section, Text, Theme
from bot.library import proofing, schema
from bot.rendering.answers import render
from tests.support.replies import Reply
from tests.support.statements import HARBOUR

PARAGRAPHS = 900


def longest(most: int) -> Text:
    return Text("a" * most, "가" * most)


def address(most: int) -> str:
    host = "h" * (most // 2)
    return f"https://{host}/".ljust(most, "p")


TITLE = longest(schema.LONGEST_TITLE)
ADDRESS = address(schema.LONGEST_ADDRESS)
NEIGHBOURS = tuple(Neighbour(f"near-{number}", TITLE, HARBOUR.date, ()) for number in range(20))
QUOTE = "q" * schema.LONGEST_QUOTE


def passage(theme: int, number: int) -> Passage:
    return Passage(
        id=f"{theme}-{number}".ljust(60, "i"),
        theme=f"{theme}".ljust(60, "t"),
        section=theme % schema.MOST_SECTIONS,
        paragraph=PARAGRAPHS - number,
        quote=QUOTE,
        link=ADDRESS.ljust(3000, "l"),
        aliases=(),
        neighbours=tuple(near.id for near in NEIGHBOURS),
    )


def theme(number: int) -> Theme:
    passages = tuple(passage(number, place) for place in range(schema.MOST_PASSAGES))
    return Theme(passages[0].theme, longest(schema.LONGEST_THEME_TITLE), (), passages)


LARGEST = replace(
    HARBOUR,
    slug="s" * 60,
    title=TITLE,
    place="p" * schema.LONGEST_PLACE,
    source_url=ADDRESS,
    archive_url=ADDRESS,
    paragraphs=("",) * PARAGRAPHS,
    sections=tuple(
        Section(longest(schema.LONGEST_SECTION_TITLE), number, number, number)
        for number in range(1, schema.MOST_SECTIONS + 1)
    ),
    themes=tuple(theme(number) for number in range(schema.MOST_THEMES)),
    neighbours=NEIGHBOURS,
)
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


def test_what_the_outline_leaves_out_is_in_its_text() -> None:
    message = render(Contents(ONE_SECTION, ONE_SECTION.sections[0]), "en")
    reply = Reply({"text": message.text, "blocks": message.blocks})
    assert "\n…\n" in reply.prose
    assert reply.text.count("\n• ") == schema.MOST_THEMES
    assert sum(map(len, reply.menu.values())) == schema.MOST_THEMES
