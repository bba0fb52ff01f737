"""A modal in which the statement is read paragraph by paragraph, with one passage marked."""

from dataclasses import dataclass

from bot.core.statement import Language, Passage, Section, Statement, Theme
from bot.rendering import blocks
from bot.rendering.found import address_of
from bot.rendering.limits import cut
from bot.rendering.mrkdwn import bold, escape
from bot.rendering.pages import Page, page_with, pages_of, place_in
from bot.rendering.phrases import section_name, theme_title
from bot.rendering.quoted import Quoted
from bot.rendering.references import OPEN_SOURCE
from bot.rendering.views import View, modal
from bot.rendering.words import answer_words_in, words_in

READER = "reader"
# To another page of the same reading, or to another passage.
TURN_PAGE = "turn_page"
GO_TO_THEME = "go_to_theme"
# How many words, and no more characters, tell where a passage begins and ends.
_EDGE, _EDGE_LENGTH = 4, 75


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement open at one of its pages, for the sake of a passage."""

    quoted: Quoted
    pages: tuple[Page, ...]
    number: int

    @property
    def statement(self) -> Statement:
        return self.quoted.statement

    @property
    def passage(self) -> Passage:
        return self.quoted.passage

    @property
    def language(self) -> Language:
        return self.quoted.language

    @property
    def page(self) -> Page:
        return self.pages[self.number]

    @property
    def section(self) -> Section:
        return next(one for one in self.statement.sections if self.page.paragraph in one)

    @property
    def mark(self) -> tuple[int, int]:
        """Where the passage stands on the page: nowhere where both numbers are the same."""
        if self.page.paragraph != self.passage.paragraph:
            return 0, 0
        return self.page.within(*place_in(self.statement, self.passage))


def reading_at(quoted: Quoted, number: int | None = None) -> Reading | None:
    """The statement at that page, or else where the passage begins; None where there is no such."""
    pages = pages_of(quoted.statement)
    if number is None:
        number = page_with(pages, quoted.statement, quoted.passage)
    return Reading(quoted, pages, number) if 0 <= number < len(pages) else None


def render_reader(reading: Reading) -> View:
    """One page whole, its place, what leads on from it, and the themes of its section."""
    words = answer_words_in(reading.language)
    section = bold(section_name(reading.section, reading.language))
    shown = [
        blocks.section(f"{section}\n{_place(reading)}"),
        *([blocks.context(*notes)] if (notes := _notes(reading)) else []),
        _quotation(reading),
        blocks.actions(*_turns(reading), _open_source(reading)),
        *_themes(reading),
    ]
    close, remembered = words_in(reading.language).close, reading.quoted.value
    return modal(READER, words.read_in_context, shown, close=close, remembers=remembered)


def _place(reading: Reading) -> str:
    words = answer_words_in(reading.language)
    paragraph, count = _named(reading.page, reading.language), len(reading.statement.paragraphs)
    return words.place_of.format(paragraph=paragraph, count=count)


def _named(page: Page, language: Language) -> str:
    """A page by its paragraph, and by its part where the paragraph goes on."""
    words = answer_words_in(language)
    sentence = words.paragraph if page.parts == 1 else words.part
    return sentence.format(paragraph=page.paragraph, part=page.part, parts=page.parts)


def _notes(reading: Reading) -> list[str]:
    """What is in bold, and in Korean what the English words are."""
    return list(filter(None, (_marked(reading), words_in(reading.language).official)))


def _marked(reading: Reading) -> str:
    """Words that say what is in bold: nobody has to see it."""
    start, end = reading.mark
    if start == end:
        return ""
    words, quoted = answer_words_in(reading.language), reading.passage.quote.split()
    theme = reading.statement.theme(reading.passage.theme).title.to(reading.language)
    return words.marked.format(
        theme=escape(theme),
        start=escape(cut(" ".join(quoted[:_EDGE]), _EDGE_LENGTH)),
        end=escape(cut(" ".join(quoted[-_EDGE:]), _EDGE_LENGTH)),
    )


def _quotation(reading: Reading) -> blocks.Block:
    page, (start, end) = reading.page, reading.mark
    text = reading.statement.paragraphs[page.paragraph - 1][page.start : page.end]
    return blocks.marked_quotation(text[:start], text[start:end], text[end:])


def _turns(reading: Reading) -> list[blocks.Element]:
    """The pages before and after, and the one with the passage where that is none of them."""
    words, pages, number = answer_words_in(reading.language), reading.pages, reading.number
    home = page_with(pages, reading.statement, reading.passage)
    ways = {"previous": (words.previous, number - 1), "next": (words.next, number + 1)}
    if abs(home - number) > 1:
        ways["back"] = (words.back, home)
    return [
        blocks.button(
            f"{TURN_PAGE}:{way}",
            sentence.format(place=_named(pages[to], reading.language)),
            str(to),
        )
        for way, (sentence, to) in ways.items()
        if 0 <= to < len(pages)
    ]


def _open_source(reading: Reading) -> blocks.Element:
    """Opens the source at the passage, or at the first one of another paragraph."""
    statement, paragraph, language = reading.statement, reading.page.paragraph, reading.language
    here = (reading.passage, *statement.passages())
    passage = next((one for one in here if one.paragraph == paragraph), None)
    address = address_of(statement, passage) if passage else statement.archive_url
    words, place = words_in(language), _named(reading.page, language)
    described = words.open_source_at.format(passage=place)
    return blocks.link_button(OPEN_SOURCE, words.open_source, address, described)


def _themes(reading: Reading) -> list[blocks.Block]:
    """The themes of the page's section with their paragraphs, and a menu that leads to them."""
    statement, language, words = (
        reading.statement,
        reading.language,
        answer_words_in(reading.language),
    )
    place = statement.sections.index(reading.section)
    found = [
        (theme, [p for p in theme.passages if p.section == place]) for theme in statement.themes
    ]
    held = [(theme, passages) for theme, passages in found if passages]
    if not held:
        return []
    rows = [(theme_title(theme.title, language), _places(some, language)) for theme, some in held]
    heading = (bold(words.theme), bold(words.paragraphs))
    options = [_option(reading, theme, some[0]) for theme, some in held]
    groups = blocks.option_groups(words.themes_of_section, options)
    return [
        blocks.section(bold(words.themes_of_section)),
        *blocks.table((heading, *rows)),
        blocks.actions(blocks.menu(GO_TO_THEME, words.go_to_theme, groups)),
    ]


def _places(passages: list[Passage], language: Language) -> str:
    numbers = dict.fromkeys(passage.paragraph for passage in passages)
    return ", ".join(words_in(language).place.format(paragraph=number) for number in numbers)


def _option(reading: Reading, theme: Theme, passage: Passage) -> blocks.Element:
    named = Quoted(reading.statement, passage, reading.language)
    return blocks.option(theme.title.to(reading.language), named.value)
