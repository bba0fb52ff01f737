"""Which language somebody is answered in."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

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
from tests.support.slack import workspace
from tests.support.statements import FERRIES
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


@pytest.mark.parametrize(
    ("chosen", "seen", "shown", "read"),
    [
        ("ko", ENGLISH, "en", "ko"),
        ("en", KOREAN, "ko", "en"),
        (None, KOREAN, "en", "ko"),
        (None, ENGLISH, "ko", "ko"),
        (None, Unseen(forbidden=True), "en", "en"),
        (None, Unseen(forbidden=False), "en", "en"),
    ],
)
def test_who_reads_what_somebody_else_asked_is_spoken_to_in_their_own_language(
    executor: ThreadPoolExecutor,
    chosen: Language | None,
    seen: Profile | Unseen,
    shown: Language,
    read: Language,
) -> None:
    asked: list[str] = []

    def look(client: WebClient, person: str) -> Profile | Unseen:
        asked.append(person)
        return seen

    languages = Languages(PreferencesInMemory(), executor, look)
    languages.choose(MINA, chosen)
    assert [languages.read_by(CLIENT, MINA, shown) for _ in range(2)] == [read, read]
    assert len(asked) == (0 if chosen or shown == "ko" else 1)


def test_a_button_does_not_wait_for_a_database_that_is_silent() -> None:
    answers = Event()

    class Silent(PreferencesInMemory):
        def language(self, team: str, person: str) -> Language | None:
            answers.wait(60)
            return None

    with ThreadPoolExecutor(2) as executor:
        languages = Languages(Silent(), executor, lambda client, person: KOREAN)
        begun = time.monotonic()
        assert languages.read_by(CLIENT, MINA, "en") == "ko"
        assert time.monotonic() - begun < 30
        answers.set()


def test_a_button_that_everybody_sees_speaks_to_the_one_who_presses(
    jordan: Visitor, mina: Visitor
) -> None:
    jordan.say("@alliance ferries")
    asked = jordan.posts[-1]
    mina.press("Read in context")
    assert mina.view.title == "문맥에서 읽기"
    mina.press("다음: ¶3")
    assert mina.view.words[0] == "*1. 물 위에서*\n¶3 (전체 3개 문단)"
    mina.close()
    mina.press("Cite")
    assert mina.view.title == "인용 정보"
    mina.close()
    mina.judge("No")
    assert mina.view.title == "무엇을 찾으셨습니까?"
    mina.submit({"wish": "물범"})
    assert mina.view.words == ["감사합니다. 의견을 이름 없이 기록했습니다."]
    mina.close()
    mina.judge("Yes, this is it")
    assert mina.reply.text == "감사합니다. 의견을 이름 없이 기록했습니다."
    jordan.press("Read in context")
    assert jordan.view.title == "Read in context"
    assert jordan.posts[-1] == asked


def test_a_passage_picked_from_what_everybody_sees_is_whispered_in_ones_own_language(
    jordan: Visitor, mina: Visitor
) -> None:
    mina.say("@alliance 목차")
    jordan.pick("pick_theme", "여객선")
    assert jordan.reply.quote == FERRIES
    assert "¶2 · 물 위에서" in jordan.reply.prose
    jordan.say("/alliance language en")
    jordan.pick("pick_theme", "여객선")
    assert "¶2 · On the Water" in jordan.reply.prose
    jordan.say("/alliance language ko")
    jordan.say("@alliance ¶1")
    jordan.say("/alliance language en")
    jordan.press("등불 ¶1")
    assert "¶1 · Opening" in jordan.reply.prose


def test_what_one_alone_sees_goes_on_in_its_language(jordan: Visitor) -> None:
    jordan.say("/alliance 배편")
    jordan.press("문맥에서 읽기")
    assert jordan.view.title == "문맥에서 읽기"


def test_where_nobody_tells_it_the_answers_language_counts(harbour: Library) -> None:
    public = {"type": "message", "channel_id": "C1", "is_ephemeral": False}
    with workspace(harbour) as slack:
        reply = slack.click(slack.mention("목차").option("여객선"), container=public)
        assert "¶2 · 물 위에서" in reply.prose


@pytest.mark.parametrize("id", ["show_passage:1", "pick_theme", "read_paragraph", "cite", "share"])
def test_what_leads_nowhere_is_told_in_the_language_of_the_one_who_presses(
    harbour: Library, id: str
) -> None:
    gone = "더 이상 찾을 수 없는 항목입니다. 다시 검색해 주십시오."
    preferences = PreferencesInMemory({("T1", "U1"): "ko"})
    with workspace(harbour, preferences=preferences) as slack:
        assert slack.click({"type": "button", "action_id": id, "value": "?"}).text == gone
        thumb = {"type": "feedback_buttons", "action_id": "feedback", "value": "?"}
        assert slack.click(thumb).text == gone
