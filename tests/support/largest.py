"""The largest digest that passes its proof, made of the longest of everything."""

from dataclasses import replace

from bot.core.statement import Neighbour, Passage, Section, Text, Theme
from bot.library import schema
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
    return Theme(passages[0].theme, title_of(number), (), passages)


def title_of(theme: int) -> Text:
    """As long as it may be, and another for each theme."""
    most = schema.LONGEST_THEME_TITLE
    return Text(f"{theme} ".ljust(most, "a"), f"{theme} ".ljust(most, "가"))


LARGEST = replace(
    HARBOUR,
    slug="s" * 60,
    title=TITLE,
    place=longest(schema.LONGEST_PLACE),
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
