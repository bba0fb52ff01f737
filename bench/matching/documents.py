"""What every matcher is given: quotes, their titles and the aliases that people have for them."""

from dataclasses import dataclass
from typing import Literal

from bot.core.statement import Neighbour, Passage, Statement, Theme

# A passage as one document, or each of its names and its quote as one of its own.
Cut = Literal["whole", "parts"]
CUTS: tuple[Cut, ...] = ("whole", "parts")


@dataclass(frozen=True, slots=True)
class Document:
    """Text to look words up in, and what is quoted for it: nothing where a neighbour is meant.

    A neighbour is a document that the statement is confused with; the bot knows its aliases too.
    """

    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Best:
    """The quote that fits best, and how well by the matcher's own measure."""

    quote: str
    score: float


def documents(statement: Statement, cut: Cut) -> list[Document]:
    """The statement and its neighbours, cut one way or the other."""
    subjects = [_of_passage(theme, place) for theme in statement.themes for place in _places(theme)]
    subjects += [_of_neighbour(neighbour) for neighbour in statement.neighbours]
    if cut == "parts":
        # What a theme's passages share is the first one's.
        firsts: dict[str, str] = {}
        for texts, quote in subjects:
            for text in texts:
                firsts.setdefault(text, quote)
        return [Document(text, quote) for text, quote in firsts.items()]
    return [Document("\n".join(texts), quote) for texts, quote in subjects]


def _places(theme: Theme) -> range:
    return range(len(theme.passages))


def _of_passage(theme: Theme, place: int) -> tuple[list[str], str]:
    passage: Passage = theme.passages[place]
    shared = [theme.title.en, theme.title.ko, *theme.aliases]
    return [passage.quote, *passage.aliases, *shared], passage.quote


def _of_neighbour(neighbour: Neighbour) -> tuple[list[str], str]:
    return [neighbour.title.en, neighbour.title.ko, *neighbour.aliases], ""
