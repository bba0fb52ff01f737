"""The modal of the search: a menu that fills itself as one types, and a line for one's own words.

https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.core.request import LONGEST_QUERY
from bot.core.statement import Language, Passage, Statement
from bot.core.suggesting import Suggestions
from bot.rendering import blocks, inputs, limits
from bot.rendering.blocks import Block, Element
from bot.rendering.limits import cut
from bot.rendering.message import Message
from bot.rendering.phrases import label_of
from bot.rendering.references import Reference, reference_in
from bot.rendering.views import View, modal
from bot.rendering.words import search_words_in

SEARCH = "search"
# The two fields by how the ids of their blocks begin, and the action of each.
SUBJECT, OWN_WORDS = "subject", "own_words"
PICK_SUBJECT, TYPE_WORDS = "search:subject", "search:own_words"

Kind = Literal["theme", "passage"]
_PREFIXES: dict[str, Kind] = {"t": "theme", "p": "passage"}


@dataclass(frozen=True, slots=True)
class Pick:
    """What an option of the menu stands for."""

    kind: Kind
    reference: Reference

    @property
    def value(self) -> str:
        return f"{self.kind[0]}:{self.reference.value}"


def pick_in(value: str) -> Pick | None:
    """The pick that a value spells, or None: whoever can sign can send anything."""
    prefix, _, spelt = value.partition(":")
    kind, reference = _PREFIXES.get(prefix), reference_in(spelt)
    return Pick(kind, reference) if kind and reference else None


def search_view(language: Language, again: str = "") -> View:
    """The modal, empty; it remembers the language that it speaks.

    Clients keep what stands in a field by the block's id, even over other views: `again` is part of
    the ids and has to be new for each search after the first, or the last one would be sent again.
    """
    words = search_words_in(language)
    menu = inputs.typeahead(None, words.subject_prompt)
    line = inputs.line(LONGEST_QUERY, words.own_words_prompt)
    fields = (
        _field(SUBJECT, again, PICK_SUBJECT, words.subject, menu),
        _field(OWN_WORDS, again, TYPE_WORDS, words.own_words, line),
    )
    return modal(
        SEARCH,
        words.search_title,
        fields,
        close=words.cancel,
        submit=words.search,
        remembers=language,
    )


def fields_in(names: Iterable[str]) -> tuple[str, str] | None:
    """The blocks of the two fields among those of a view; None where it is not this modal's."""
    found = {name.partition(":")[0]: name for name in names}
    if SUBJECT in found and OWN_WORDS in found:
        return found[SUBJECT], found[OWN_WORDS]
    return None


def render_not_opened(language: Language) -> Message:
    """That Slack did not open the modal, and what to do instead."""
    said = search_words_in(language).not_opened
    return Message(said, (blocks.section(said),))


def suggested_groups(suggestions: Suggestions, language: Language) -> list[Element]:
    """The menu's options: themes under one label, passages under another."""
    words = search_words_in(language)
    themes = [
        blocks.option(
            theme.title.to(language),
            Pick("theme", Reference(statement.slug, theme.id, language)).value,
        )
        for statement, theme in suggestions.themes
    ]
    passages = list(_passages(suggestions, language))
    return [
        *blocks.option_groups(words.themes, themes),
        *blocks.option_groups(words.passages, passages),
    ]


def _field(name: str, again: str, action_id: str, label: str, element: Element) -> Block:
    id = f"{name}:{again}" if again else name
    return inputs.field(id, action_id, label, element, hint="", optional=True, reported=False)


def _passages(suggestions: Suggestions, language: Language) -> Iterator[Element]:
    for statement, passage in suggestions.passages:
        reference = Reference(statement.slug, passage.id, language)
        # The quotation is only begun here, to tell one passage from another; picked, it is whole.
        begun = cut(passage.quote, limits.OPTION_DESCRIPTION)
        name = _numbered(statement, passage, language)
        yield blocks.option(name, Pick("passage", reference).value, description=begun)


def _numbered(statement: Statement, passage: Passage, language: Language) -> str:
    """A passage by its theme and paragraph; a number tells those of one paragraph apart."""
    siblings = statement.theme(passage.theme).passages
    alike = [one.id for one in siblings if one.paragraph == passage.paragraph]
    number = f" ({alike.index(passage.id) + 1})" if len(alike) > 1 else ""
    return label_of(statement, passage, language, limits.OPTION_TEXT, number)
