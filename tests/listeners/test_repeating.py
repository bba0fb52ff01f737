"""What was asked before is answered from memory, and nobody could tell: not even the numbers."""

import gc
import json
import logging
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from typing import Any

import pytest

from bot.core import answering
from bot.core.library import Library
from bot.core.remarks import Miss
from bot.core.request import parse
from bot.listeners import asking as room
from bot.listeners.asking import Asking
from bot.listeners.payloads import Origin
from bot.listeners.repeating import BESIDE, Ready, Repeats, ready
from bot.storage.in_memory import MissesInMemory
from tests.support.digests import NOW
from tests.support.slack import workspace
from tests.support.statements import FERRIES

COMMAND = Origin("command", "T1", "1.1")


@pytest.fixture
def asking(harbour: Library) -> Asking:
    """Each time that any passage will do, it is the next one."""
    number = cycle(range(3))
    return Asking(harbour, lambda passages: passages[next(number)])


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was looked up, and not known already."""
    requests: list[object] = []

    def answer(library: Library, request: Any, choose: Any) -> answering.Answer:
        requests.append(request.wanted)
        return answering.answer(library, request, choose)

    monkeypatch.setattr(room, "answer", answer)
    return requests


def quote(body: str) -> str:
    (quotation,) = (b for b in json.loads(body)["blocks"] if b["type"] == "rich_text")
    quoted: str = quotation["elements"][0]["elements"][0]["text"]
    return quoted


def test_what_was_asked_before_is_not_looked_up_again(
    asking: Asking, looked_up: list[object]
) -> None:
    first = asking.reply("ferries", COMMAND, "en")
    assert asking.reply("ferries", COMMAND, "en") == first
    assert quote(first) == FERRIES
    assert looked_up == [parse("ferries").wanted]


def test_it_is_counted_noted_and_logged_each_time(
    harbour: Library, looked_up: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    counted: list[tuple[str, str]] = []
    misses = MissesInMemory()
    observe = {"observe": lambda door, outcome, seconds: counted.append((door, outcome))}
    with caplog.at_level(logging.INFO), workspace(harbour, misses=misses, **observe) as slack:
        texts = {slack.command("quantum physics").text for _ in range(3)}
    assert len(looked_up) == len(texts) == 1
    assert counted == [("command", "not_found")] * 3
    assert misses.every() == (Miss("quantum physics", 3, NOW),)
    lines = [vars(line) for line in caplog.records if line.name == "bot.answers"]
    assert [(line["outcome"], line["request"]) for line in lines] == (
        [("not_found", "1.1.trigger")] * 3
    )


def test_any_passage_is_another_one_each_time(asking: Asking, looked_up: list[object]) -> None:
    quotes = [quote(asking.reply("random", COMMAND, "en")) for _ in range(3)]
    assert len(set(quotes)) == 3
    assert len(looked_up) == 3


def test_each_language_has_its_own(asking: Asking) -> None:
    english, korean = (asking.reply("ferries", COMMAND, language) for language in ("en", "ko"))
    assert (quote(english), quote(korean)) == (FERRIES, FERRIES)
    assert "Read in context" in english and "Read in context" not in korean
    assert asking.reply("ferries", COMMAND, "ko") == korean


def test_other_words_have_another_answer(asking: Asking) -> None:
    replies = {asking.reply(words, COMMAND, "en") for words in ("ferries", "whales", "", "help")}
    assert len(replies) == 4


def test_half_a_letter_is_answered_too(asking: Asking) -> None:
    assert asking.reply("\ud83d", COMMAND, "en") == asking.reply("\ud83d", COMMAND, "en")


def test_no_words_are_held(asking: Asking) -> None:
    asking.reply("zqx quantum", COMMAND, "en")
    held = list(asking.repeats._held.items())
    assert len(held) == 1
    assert "zqx" not in repr(held)


def many(harbour: Library, count: int) -> Iterator[tuple[str, Ready]]:
    """Different words, each with an answer of its own."""
    for number in range(count):
        found = answering.answer(harbour, parse("ferries"), lambda passages: passages[0])
        yield f"ferries {number}", ready(found, "en")


def test_the_oldest_goes_when_the_room_is_full(harbour: Library) -> None:
    asked = list(many(harbour, 4))
    repeats = Repeats(3 * (len(asked[0][1].body) + BESIDE))
    for text, answer in asked[:3]:
        repeats.keep(text, "en", answer)
    # Whoever was asked for last is not the oldest any more.
    assert repeats.find("ferries 0", "en")
    repeats.keep(asked[3][0], "en", asked[3][1])
    held = [text for text, _ in asked if repeats.find(text, "en")]
    assert held == ["ferries 0", "ferries 2", "ferries 3"]


def test_the_bound_is_one_of_memory_indeed(harbour: Library) -> None:
    most = 500_000
    repeats = Repeats(most)
    # What is learnt on first sight is not held here.
    assert list(many(harbour, 1))
    tracemalloc.start()
    try:
        for text, answer in many(harbour, 400):
            repeats.keep(text, "en", answer)
        gc.collect()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert repeats.find("ferries 399", "en") and not repeats.find("ferries 0", "en")
    assert most / 2 < taken < most


def test_threads_do_not_get_each_others_answers(harbour: Library) -> None:
    asking = Asking(harbour, lambda passages: passages[0], repeats=Repeats(30_000))
    words = ("ferries", "whales", "quantum", "help", "", "¶2", "thanks", "lighthouse")
    alone = {text: asking.reply(text, COMMAND, "en") for text in words}
    with ThreadPoolExecutor(8) as threads:
        asked = [words[number % len(words)] for number in range(800)]
        replies = threads.map(lambda text: asking.reply(text, COMMAND, "en"), asked)
        assert list(replies) == [alone[text] for text in asked]
