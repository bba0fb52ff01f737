"""Which statement an address opens, and at which of its passages."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from bot.core.fragments import Span, highlighted, spaced, text_directives
from bot.core.statement import Passage, Statement

# What servers and browsers take; a message that is nothing but one link may be much longer.
LONGEST_ADDRESS = 8_000
_PORTS = {"http": 80, "https": 443}
# Slack escapes these three in a text, and so in the addresses of an event.
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class LinkedStatement:
    """The statement's own page, and no words of it that could be told."""

    statement: Statement


@dataclass(frozen=True, slots=True)
class LinkedParagraph:
    """Words that no passage holds alone; the paragraph, from 1, that they stand or begin in."""

    statement: Statement
    paragraph: int


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """Words of one passage."""

    statement: Statement
    passage: Passage


Query = frozenset[tuple[str, str]]
Linked = LinkedStatement | LinkedParagraph | LinkedPassage


class Pages:
    """The pages of some statements: the original and the archived one of each."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._by_page: dict[tuple[str, str], list[tuple[Query, Statement]]] = defaultdict(list)
        for statement in statements:
            for own in filter(None, map(_split, (statement.source_url, statement.archive_url))):
                self._by_page[_host(own), _path(own)].append((_query(own), statement))

    def place(self, url: str) -> Linked | None:
        """What an address opens, None where it opens no statement; never raises.

        The pages count with `www.` or without, over http or https, with whatever is added to their
        query; `url` may be escaped as Slack sends it.
        """
        if len(url) > LONGEST_ADDRESS:
            return None
        for escaped, letter in _ESCAPED:
            url = url.replace(escaped, letter)
        if (split := _split(url)) is None:
            return None
        for needed, statement in self._by_page.get((_host(split), _path(split)), ()):
            if needed <= _query(split):
                return _within(statement, split.fragment)
        return None


def host_of(address: str) -> str:
    """The address's host without `www.`; empty where it has none, or one for somebody only."""
    split = _split(address)
    return _host(split) if split else ""


def _split(url: str) -> SplitResult | None:
    """The address taken apart; None where it is none, or names a user or another port."""
    try:
        split = urlsplit(url)
        usual = split.port in (None, _PORTS.get(split.scheme))
    except ValueError:
        return None
    known = split.scheme in _PORTS and usual and split.username is None
    return split if known else None


def _query(split: SplitResult) -> Query:
    return frozenset(parse_qsl(split.query, keep_blank_values=True))


def _host(split: SplitResult) -> str:
    return (split.hostname or "").removesuffix(".").removeprefix("www.")


def _path(split: SplitResult) -> str:
    return unquote(split.path).rstrip("/")


@dataclass(frozen=True, slots=True)
class _Page:
    """A statement as its page shows it: spaced text, and where each block of it begins.

    `numbers` names the paragraphs; a heading has 0.
    """

    text: str
    begun: tuple[int, ...]
    numbers: tuple[int, ...]

    def paragraphs(self, span: Span) -> list[int]:
        """The paragraphs that the span touches."""
        first, last = (bisect_right(self.begun, at) for at in (span[0], span[1] - 1))
        return [number for number in self.numbers[first - 1 : last] if number]


def _page_of(statement: Statement) -> _Page:
    text, begun, numbers = " ", [], []
    for number, block in _blocks(statement):
        begun.append(len(text) - 1)
        numbers.append(number)
        text = text[:-1] + spaced(block)
    return _Page(text, tuple(begun), tuple(numbers))


def _blocks(statement: Statement) -> Iterator[tuple[int, str]]:
    """The headings, which proofing compares with the sections' titles, and the paragraphs."""
    for section in statement.sections:
        if section.number is not None:
            yield 0, section.title.en
        for number in range(section.first, section.last + 1):
            yield number, statement.paragraphs[number - 1]


def _within(statement: Statement, fragment: str) -> Linked:
    """What the first directive that names words of the statement leads to."""
    wanted = tuple(text_directives(fragment))
    if not wanted:
        return LinkedStatement(statement)
    page = _page_of(statement)
    spans = filter(None, (highlighted(page.text, one) for one in wanted))
    span = next(spans, None)
    touched = page.paragraphs(span) if span else []
    if not (span and touched):
        return LinkedStatement(statement)
    passage = _passage(statement, page, span, touched[0])
    if passage is None or len(touched) > 1:
        return LinkedParagraph(statement, touched[0])
    return LinkedPassage(statement, passage)


def _passage(statement: Statement, page: _Page, span: Span, paragraph: int) -> Passage | None:
    """The shortest passage of the paragraph that holds all of the span."""
    begun = page.begun[page.numbers.index(paragraph)]
    holding = []
    for passage in statement.passages():
        if passage.paragraph == paragraph:
            quote = spaced(passage.quote)
            at = page.text.find(quote, begun)
            if 0 <= at <= span[0] and span[1] <= at + len(quote) - 1:
                holding.append(passage)
    return min(holding, key=lambda passage: len(passage.quote), default=None)
