"""Which language somebody is answered in: chosen, written, or set in Slack.

What is learnt of people is kept in memory for a while; an answer in the acknowledgement waits a
moment for it at most. https://docs.slack.dev/reference/methods/users.info (`include_locale`) needs
users:read, an optional scope.
"""

from collections.abc import Callable
from concurrent.futures import Executor, wait
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Protocol

from cachetools import LRUCache
from slack_sdk import WebClient

from bot.core.request import language_of
from bot.core.statement import Language
from bot.listeners.payloads import Person
from bot.listeners.profiles import Profile, Unseen, profile_of

MOST_PEOPLE = 10_000
# Seconds that another process may go on without what was chosen in this one: less than it takes to
# type the next question.
CHOICE_KEPT = 2
# Seconds that a change in Slack's own settings may go unseen.
LOCALE_KEPT = 3600
# Seconds until Slack, which did not answer in time, is asked again.
SILENCE_KEPT = 60
# Seconds that an answer in the acknowledgement waits for Slack and for the database.
PATIENCE = 0.3

Look = Callable[[WebClient, str], Profile | Unseen]


class Preferences(Protocol):
    """The languages that people chose."""

    def language(self, team: str, person: str) -> Language | None:
        """What somebody chose, None where they chose nothing or it cannot be read; never raises."""
        ...

    def choose(self, team: str, person: str, language: Language | None) -> None:
        """Keep what somebody chose; None lets it follow Slack and their words again."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of somebody, and until when; None is what is known of most."""

    language: Language | None
    until: float


# The language of somebody's words, what they chose, and what their Slack is set to.
_Seen = tuple[Language, Held | None, Held | None]


class Remembered:
    """What is known of people, each for its own number of seconds."""

    def __init__(self) -> None:
        self._held: LRUCache[tuple[str, str], Held] = LRUCache(MOST_PEOPLE)
        self._lock = Lock()

    def of(self, person: Person) -> Held | None:
        """What is known, if anything."""
        with self._lock:
            held = self._held.get((person.team, person.id))
        return held if held and monotonic() < held.until else None

    def put(self, person: Person, language: Language | None, seconds: float) -> None:
        """Hold it for so long."""
        with self._lock:
            self._held[person.team, person.id] = Held(language, monotonic() + seconds)


@dataclass(frozen=True, slots=True)
class Languages:
    """Finds out each person's language.

    What they chose counts most; then Hangul in their words; then the language of their Slack, as
    far as that may be seen; then the language of their words.
    """

    preferences: Preferences
    executor: Executor
    look: Look = profile_of
    _choices: Remembered = field(default_factory=Remembered)
    _locales: Remembered = field(default_factory=Remembered)

    def at_once(self, client: WebClient, person: Person, text: str = "") -> Language:
        """The language, as far as it can be found out in a moment."""
        written, chosen, locale = self._seen(person, text)
        unasked = locale is None and written != "ko"
        if chosen and not unasked:
            return _language(written, chosen, locale)
        self._find_out(client, person, slack=unasked)
        return self.known(person, text)

    def of(self, client: WebClient, person: Person, text: str = "") -> Language:
        """The language; Slack has a second to tell, where it has to be asked."""
        self.chosen(person)
        written, _, locale = self._seen(person, text)
        # Whoever writes Korean is answered in Korean anyway.
        if locale is None and written != "ko":
            self._learn(client, person)
        return self.known(person, text)

    def read_by(self, client: WebClient, person: Person, otherwise: Language) -> Language:
        """The language of one who has written nothing, found out in a moment, or `otherwise`.

        Korean stays Korean but for who chose English: who asked in it may have an English Slack.
        """
        chosen = self._choices.of(person)
        settled = otherwise == "ko" or bool(chosen and chosen.language)
        self._find_out(client, person, slack=not settled)
        told = (self._choices.of(person), None if settled else self._locales.of(person))
        return next((held.language for held in told if held and held.language), otherwise)

    def chosen(self, person: Person) -> Language | None:
        """What the person chose, if anything."""
        if held := self._choices.of(person):
            return held.language
        chosen = self.preferences.language(person.team, person.id)
        self._choices.put(person, chosen, CHOICE_KEPT)
        return chosen

    def known(self, person: Person, text: str = "") -> Language:
        """The language, as far as it is known without asking anybody."""
        return _language(*self._seen(person, text))

    def choose(self, person: Person, language: Language | None) -> None:
        """Keep what the person chose; None lets it follow Slack and their words again."""
        self.preferences.choose(person.team, person.id, language)
        self._choices.put(person, language, CHOICE_KEPT)

    def _find_out(self, client: WebClient, person: Person, *, slack: bool) -> None:
        """Ask the database, and Slack if wished, for what is not known, and wait a moment."""
        asked = []
        if self._choices.of(person) is None:
            asked.append(self.executor.submit(self.chosen, person))
        if slack and self._locales.of(person) is None:
            asked.append(self.executor.submit(self._learn, client, person))
        wait(asked, PATIENCE)

    def _seen(self, person: Person, text: str) -> _Seen:
        return language_of(text), self._choices.of(person), self._locales.of(person)

    def _learn(self, client: WebClient, person: Person) -> None:
        match self.look(client, person.id):
            case Profile(language=language):
                self._locales.put(person, language, LOCALE_KEPT)
            case Unseen(forbidden=forbidden):
                self._locales.put(person, None, LOCALE_KEPT if forbidden else SILENCE_KEPT)


def _language(written: Language, chosen: Held | None, locale: Held | None) -> Language:
    if chosen and chosen.language:
        return chosen.language
    if written == "ko" or locale is None:
        return written
    return locale.language or written
