"""Which language somebody is answered in."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from slack_sdk import WebClient

from bot.core.library import Library
from bot.core.statement import Language
from bot.listeners.languages import Languages
from bot.listeners.payloads import Person
from bot.listeners.profiles import Profile, Unseen
from bot.playground.faults import HANGING
from bot.storage.in_memory import PreferencesInMemory
from tests.support.building import the_bot
from tests.support.visiting import Visitor, visiting

MINA, CLIENT = Person("U0MINA", "mina", "T1"), WebClient()
KOREAN, ENGLISH = Profile("", "", "ko", False), Profile("", "", "en", False)


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.mark.parametrize(
    ("chosen", "seen", "text", "answered"),
    [
        ("ko", ENGLISH, "climate", "ko"),
        ("en", KOREAN, "기후", "en"),
        (None, ENGLISH, "기후", "ko"),
        (None, KOREAN, "climate", "ko"),
        (None, ENGLISH, "climate", "en"),
        (None, Unseen(forbidden=True), "climate", "en"),
        (None, Unseen(forbidden=False), "기후", "ko"),
        (None, KOREAN, "", "ko"),
        (None, Unseen(forbidden=True), "", "en"),
    ],
)
def test_a_choice_counts_most_then_hangul_then_slack_then_the_words(
    executor: ThreadPoolExecutor,
    chosen: Language | None,
    seen: Profile | Unseen,
    text: str,
    answered: Language,
) -> None:
    for ask in (Languages.of, Languages.at_once):
        languages = Languages(PreferencesInMemory(), executor, lambda client, person: seen)
        languages.choose(MINA, chosen)
        assert ask(languages, CLIENT, MINA, text) == answered


def test_slack_is_asked_once_about_somebody(executor: ThreadPoolExecutor) -> None:
    asked: list[str] = []

    def look(client: WebClient, person: str) -> Profile:
        asked.append(person)
        return KOREAN

    languages = Languages(PreferencesInMemory(), executor, look)
    assert [languages.of(CLIENT, MINA), languages.at_once(CLIENT, MINA)] == ["ko", "ko"]
    assert asked == ["U0MINA"]


def test_a_command_is_answered_in_the_language_of_ones_slack(mina: Visitor) -> None:
    mina.say("/alliance ferries")
    assert "여객선" in mina.reply.text
    mina.other("U0JORDAN").say("/alliance ferries")
    assert "*Ferries*" in mina.other("U0JORDAN").reply.text


def test_a_command_does_not_wait_for_a_slack_that_is_silent(harbour: Library) -> None:
    with visiting(the_bot(harbour)) as mina:
        mina.stand_in.faults.fail("users.info", HANGING)
        mina.say("/alliance ferries")
        assert "*Ferries*" in mina.reply.text
        mina.refused()
