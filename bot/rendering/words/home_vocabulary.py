"""The words of the Home, and of the language that somebody chooses, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rendering.home_actions import Deed, Drastic, Speech


@dataclass(frozen=True, slots=True)
class HomeWords:
    """All that is said there in one language; the comments name what the braces take."""

    # The language, asked for in words
    language_chosen: str
    language_automatic: str
    language_as_chosen: str
    language_followed: str
    language_ways: str
    language_unknown: str
    language_in_private: str

    # The Home
    search: str
    search_examples: str
    outline: str
    pick_from: str  # section
    language: str
    language_note: str
    languages: Mapping[Speech, str]
    help: str
    help_button: str

    # The digests in it
    digests: str
    digest: str  # number, place
    own_conversation: str
    paused: str
    deeds: Mapping[Deed, str]
    described: str  # deed, number, cadence
    sure: Mapping[Drastic, str]
    consequence: Mapping[Drastic, str]
    keep: str
    set_up: str
    more: str  # count
    preview: str
