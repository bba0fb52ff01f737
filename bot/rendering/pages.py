"""A statement cut into pages for a reader: its paragraphs, and parts of those that are too long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.statement import Passage, Statement
from bot.rendering import limits

# What Slack is known to take of text at a time; no limit of a view's rich text is documented.
_MOST = limits.TEXT_OF_ALL_BLOCKS


@dataclass(frozen=True, slots=True)
class Page:
    """The characters from `start` to `end` of a paragraph; `part` of `parts`, from 1."""

    paragraph: int
    start: int
    end: int
    part: int = 1
    parts: int = 1

    def within(self, start: int, end: int) -> tuple[int, int]:
        """What of that stretch of the paragraph stands on the page, counted from its own start."""
        first, last = max(start, self.start), min(end, self.end)
        return first - self.start, max(first, last) - self.start


def pages_of(statement: Statement) -> tuple[Page, ...]:
    """Every page in the statement's order: joined they are its paragraphs, to the letter."""
    return tuple(
        Page(number, start, end, part, len(pieces))
        for number, paragraph in enumerate(statement.paragraphs, start=1)
        for pieces in [tuple(_pieces(paragraph))]
        for part, (start, end) in enumerate(pieces, start=1)
    )


def page_with(pages: Sequence[Page], statement: Statement, passage: Passage) -> int:
    """The number, from 0, of the page on which a passage begins."""
    begins = place_in(statement, passage)[0]
    return next(
        number
        for number, page in enumerate(pages)
        if page.paragraph == passage.paragraph and page.start <= begins < max(page.end, 1)
    )


def place_in(statement: Statement, passage: Passage) -> tuple[int, int]:
    """Where in its paragraph a passage begins and ends."""
    begins = max(statement.paragraphs[passage.paragraph - 1].find(passage.quote), 0)
    return begins, begins + len(passage.quote)


def _pieces(paragraph: str) -> Iterator[tuple[int, int]]:
    """A paragraph, cut between words where it is too long."""
    start = 0
    # No character counts for more than two.
    while (len(paragraph) - start) * 2 > _MOST and limits.length(paragraph[start:]) > _MOST:
        furthest = start + _MOST // 2
        end = paragraph.rfind(" ", start, furthest) + 1 or furthest
        yield start, end
        start = end
    yield start, len(paragraph)
