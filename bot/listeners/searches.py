"""The global shortcut: a modal to search in, and the answer in its place.

https://docs.slack.dev/interactivity/implementing-shortcuts : a global one has no response_url.
"""

from dataclasses import dataclass

from slack_bolt import Args

from bot.core.answering import Answer
from bot.core.statement import Language
from bot.core.suggesting import Typeahead
from bot.listeners.asking import Asking
from bot.listeners.languages import Languages
from bot.listeners.modals import noticed, opened, shown, written
from bot.listeners.payloads import Payload, mapping, origin_of, person_in, string
from bot.rendering.message import Message
from bot.rendering.misses import render_gone
from bot.rendering.results import result_view
from bot.rendering.search_modal import (
    PICK_SUBJECT,
    TYPE_WORDS,
    fields_in,
    pick_in,
    render_not_opened,
    search_view,
    suggested_groups,
)
from bot.rendering.views import notice
from bot.rendering.words import SearchFault, search_words_in

SEARCH_STATEMENT = "search_statement"
# What a block's id has room for: https://docs.slack.dev/reference/block-kit/blocks/input-block
_LONGEST_HASH = 200


@dataclass(frozen=True, slots=True)
class Searches:
    """Opens the modal, fills its menu, and answers what was asked in it."""

    asking: Asking
    languages: Languages
    typeahead: Typeahead

    def open(self, args: Args) -> None:
        """Open the modal, or write to the person directly why it stays closed."""
        language = self.languages.at_once(args.client, person_in(args.body))
        if not opened(args, search_view(language)):
            written(args, render_not_opened(language))

    def again(self, args: Args) -> None:
        """Lead from an answer back to the search."""
        language = _language(string(args.action or {}, "value"))
        # Each change of a view gives it another hash.
        again = string(mapping(args.body, "view"), "hash")[:_LONGEST_HASH]
        shown(args, search_view(language, again))

    def suggest(self, args: Args) -> None:
        """Suggest what is meant by what was typed; Slack is asked nothing meanwhile."""
        language = _language(string(mapping(args.body, "view"), "private_metadata"))
        suggestions = self.typeahead.suggest(string(args.body, "value"))
        # A group must not be empty, so where there is none the list is.
        if groups := suggested_groups(suggestions, language):
            args.ack(option_groups=groups)
        else:
            args.ack(options=[])

    def submit(self, args: Args) -> None:
        """Put the answer in the place of the search, or say under a field what is wrong."""
        view = mapping(args.body, "view")
        values = mapping(mapping(view, "state"), "values")
        language = _language(string(view, "private_metadata"))
        fields = fields_in(values)
        if fields is None:
            gone = notice(render_gone(language), language)
            args.ack(response_action="update", view=gone)
            return
        subject, own_words = fields
        picked, typed = _picked(values, subject), _typed(values, own_words)
        if picked and typed:
            _complain(args, own_words, "both", language)
        elif picked and (named := self._named(args, picked)):
            _show(args, named, language)
        elif picked:
            _complain(args, subject, "gone", language)
        elif typed:
            language = self._spoken(args, typed, language)
            origin = origin_of("search", args.body, args.context)
            _show(args, self.asking.ask(typed, origin, language), language)
        else:
            _complain(args, own_words, "nothing", language)

    def tell(self, args: Args, message: Message) -> None:
        """Write to the person directly: of a shortcut nothing can be said where it was chosen."""
        written(args, message)

    def tell_above(self, args: Args, message: Message) -> None:
        """Say it in a modal over the one that was pressed in."""
        language = _language(string(args.action or {}, "value"))
        noticed(args, message, language)

    def _spoken(self, args: Args, typed: str, language: Language) -> Language:
        """The language to answer in; a modal that speaks Korean goes on so, whatever is typed."""
        if language == "ko":
            return language
        return self.languages.at_once(args.client, person_in(args.body), typed)

    def _named(self, args: Args, picked: str) -> Answer | None:
        """What an option stands for, or None where it stands for nothing."""
        if (pick := pick_in(picked)) is None:
            return None
        look_up = self.asking.theme if pick.kind == "theme" else self.asking.passage
        return look_up(pick.reference, origin_of("search", args.body, args.context))


def _show(args: Args, answer: Answer, language: Language) -> None:
    args.ack(response_action="update", view=result_view(answer, language))


def _complain(args: Args, block: str, fault: SearchFault, language: Language) -> None:
    args.ack(response_action="errors", errors={block: search_words_in(language).faults[fault]})


def _picked(values: Payload, block: str) -> str:
    element = mapping(mapping(values, block), PICK_SUBJECT)
    return string(mapping(element, "selected_option"), "value")


def _typed(values: Payload, block: str) -> str:
    return string(mapping(mapping(values, block), TYPE_WORDS), "value").strip()


def _language(value: str) -> Language:
    """The language that a view or a button remembers; a forged one speaks English."""
    return "ko" if value == "ko" else "en"
