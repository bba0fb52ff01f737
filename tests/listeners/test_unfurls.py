"""Somebody posts a link to the statement, and everybody sees what it leads to."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.core.addresses import Pages
from bot.core.library import Library
from bot.manifest import described
from bot.playground.faults import HANGING
from bot.playground.people import Installed, installed
from bot.storage.in_memory import PreferencesInMemory
from tests.support.building import the_bot
from tests.support.slack import Slack
from tests.support.statements import ARCHIVE, FERRIES, HARBOUR, LANTERNS, WHALES
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

# What leads to FERRIES and to nothing else; a quotation's own marks are no part of it.
CROSSING = f"{ARCHIVE}#:~:text=Ferries%20cross,without%20fail"
BY_HAND = f"{ARCHIVE}?utm_source=x&utm_medium=y#:~:text=twice%20a%20day"
ELSEWHERE = "https://archive.example/another-statement/"
DOMAINS = ("archive.example", "towns.example")


def at_home_in(*domains: str) -> Installed:
    """The app of the manifest, with other domains."""
    return replace(installed(described(), TOKEN, SECRET), domains=domains)


@pytest.fixture
def mina(harbour: Library) -> Iterator[Visitor]:
    """Mina, where the app's domains are those of the tiny statement."""
    with visiting(the_bot(harbour), at_home_in(*DOMAINS)) as mina:
        yield mina


@pytest.fixture
def jordan(mina: Visitor) -> Visitor:
    return mina.other("U0JORDAN")


def test_a_link_to_a_passage_unfolds_to_it(jordan: Visitor) -> None:
    jordan.say(f"they promised it: {CROSSING}.")
    (card,) = jordan.cards.values()
    assert card.startswith(f"*Ferries* · 여객선\n> {FERRIES}\n¶2 · On the Water\nOpen the source\n")
    assert jordan.other("U0ROSA").cards == jordan.cards


def test_a_link_that_is_still_being_written_has_a_preview(jordan: Visitor) -> None:
    draft = jordan.stand_in.stage.compose(jordan.person, f"they promised it: {CROSSING}")
    jordan.settle()
    (card,) = jordan.stand_in.workspace.rooms.shared_links[draft or ""].unfurls.values()
    assert card["preview"]["title"]["text"] == "Ferries"
    assert jordan.posts == []


def test_said_to_the_bot_it_is_answered_with_the_same_passage(jordan: Visitor) -> None:
    for place, words in ((jordan.direct(), ""), (jordan, "@alliance "), (jordan, "/alliance ")):
        place.say(f"{words}{CROSSING}")
        assert place.reply.quote == FERRIES
    jordan.say(f"look at this: {CROSSING}")
    jordan.shortcut("find_in_statement", jordan.posts[-1])
    assert jordan.reply.quote == FERRIES


def test_what_another_address_spells_is_not_looked_up(jordan: Visitor) -> None:
    jordan.say(f"/alliance whales {ELSEWHERE}")
    assert jordan.reply.quote == WHALES


def test_it_unfolds_in_the_language_of_the_one_who_posts(mina: Visitor) -> None:
    mina.say(CROSSING)
    assert mina.cards[CROSSING].startswith(
        f"*여객선* · Ferries\n> {FERRIES}\n¶2 · 물 위에서\n원문 열기\n"
        "인용문은 영어로 된 공식 원문입니다."
    )


def test_a_language_that_was_chosen_counts_more(harbour: Library) -> None:
    preferences = PreferencesInMemory()
    preferences.choose("T0PLAY", "U0MINA", "en")
    with visiting(the_bot(harbour, preferences=preferences), at_home_in(*DOMAINS)) as mina:
        mina.say(CROSSING)
        assert mina.cards[CROSSING].startswith("*Ferries*")


def test_a_link_to_the_statement_unfolds_to_what_it_is(jordan: Visitor) -> None:
    original = "https://towns.example/harbour?a=1&b=2"
    jordan.say(f"see {original} and {ARCHIVE}#:~:text=submarines")
    # The archived address leads to the same.
    assert list(jordan.cards) == [original.replace("&", "&amp;")]
    (card,) = jordan.cards.values()
    assert card.startswith(
        "*Joint Statement on the Harbour*\nNorthtown, May 1, 2020 · 3 paragraphs"
    )
    assert "`/alliance climate`" in card


def test_several_links_have_a_card_each(jordan: Visitor) -> None:
    lights = f"{ARCHIVE}#:~:text=Lanterns%20light"
    jordan.say(f"{BY_HAND} {ELSEWHERE} {lights} https://else.example/")
    (first, ferries), (second, lanterns) = jordan.cards.items()
    assert (first, second) == (BY_HAND.replace("&", "&amp;"), lights)
    assert FERRIES in ferries
    assert LANTERNS.replace("&", "&amp;") in lanterns


def test_the_bot_need_not_be_in_the_channel(jordan: Visitor) -> None:
    outside = jordan.among("C0DIGEST")
    outside.say(CROSSING)
    assert FERRIES in outside.cards[CROSSING]


def test_a_link_in_a_thread_and_a_strangers_unfold_too(jordan: Visitor) -> None:
    jordan.say("so?")
    jordan.say(CROSSING, thread=jordan.posts[-1].ts)
    assert FERRIES in jordan.cards[CROSSING]
    aiko = jordan.other("U0AIKO")
    aiko.say(CROSSING)
    assert FERRIES in aiko.cards[CROSSING]


def test_any_other_page_of_the_site_stays_silent(jordan: Visitor) -> None:
    jordan.say(f"{ELSEWHERE} https://towns.example/harbour https://www.archive.example/")
    assert jordan.cards == {}
    assert [entry.name for _, entry in jordan.stand_in.ledger.entries()] == ["link_shared"]


def test_opening_the_source_from_a_card_is_acknowledged(jordan: Visitor) -> None:
    jordan.say(CROSSING)
    jordan.press("Open the source")
    assert len(jordan.posts) == 1


def test_slacks_refusal_is_logged_and_nobody_is_told(
    jordan: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    jordan.stand_in.faults.fail("chat.unfurl", HANGING)
    jordan.say(CROSSING)
    assert jordan.cards == {}
    assert len(jordan.posts) == 1
    assert [line.message for line in caplog.records if line.name == "bot.failures"] == ["failed"]
    jordan.refused()


def test_a_fault_of_ours_is_logged_and_nobody_is_told(
    jordan: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Pages, "place", broken)
    jordan.say(CROSSING)
    assert (jordan.cards, len(jordan.posts)) == ({}, 1)
    assert [line.message for line in caplog.records if line.name == "bot.failures"] == ["failed"]


def test_it_leaves_a_line_without_anybodys_words(
    jordan: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    jordan.say(f"secret {CROSSING} {ARCHIVE}?secret")
    lines = [vars(line) for line in caplog.records if line.name == "bot.answers"]
    told = [(line["door"], line["outcome"], line["passage"]) for line in lines]
    assert told == [("unfurl", "passage", "ferries-cross"), ("unfurl", "statement", None)]
    assert "secret" not in str(lines)


def shared(*urls: str, **more: Any) -> dict[str, Any]:
    """The event as Slack sends it to an app that is asked by its id."""
    return {
        "type": "link_shared",
        "channel": "COMPOSER",
        "user": "U1",
        "message_ts": "U1-909b5454-75f8",
        "unfurl_id": "U1-909b5454-75f8",
        "source": "composer",
        "links": [{"domain": "archive.example", "url": url} for url in urls],
        "user_locale": "en-US",
        **more,
    }


def unfurled(slack: Slack, event: dict[str, Any]) -> Any:
    """What the bot asked Slack to show; that this app may not is another matter."""
    assert slack.event(event).status == 200
    return [call.body for call in slack.api.calls if call.name == "chat.unfurl"]


def test_a_message_that_is_still_written_is_named_by_its_id(slack: Slack) -> None:
    (call,) = unfurled(slack, shared(f"{ARCHIVE}?a&amp;b#:~:text=Both%20towns"))
    assert (call["unfurl_id"], call["source"]) == ("U1-909b5454-75f8", "composer")
    assert not call.keys() & {"channel", "ts"}
    ((address, card),) = call["unfurls"].items()
    assert address == f"{ARCHIVE}?a&amp;b#:~:text=Both%20towns"
    assert card["blocks"][1]["text"]["text"] == f"> {WHALES}"
    assert card["preview"]["title"]["text"] == "Whales"


def test_without_an_id_a_message_is_named_by_its_place(slack: Slack) -> None:
    (call,) = unfurled(slack, shared(ARCHIVE, unfurl_id=None, channel="C1", message_ts="1.2"))
    assert (call["channel"], call["ts"]) == ("C1", "1.2")


def test_an_event_that_comes_again_is_answered_once(slack: Slack) -> None:
    for _ in range(2):
        slack.event(shared(ARCHIVE), event_id="EvAgain")
    assert [call.name for call in slack.api.calls] == ["chat.unfurl"]


def test_of_twenty_links_five_unfold(slack: Slack) -> None:
    words = " ".join(HARBOUR.paragraphs).replace("—", " ").split()
    links = [f"{ARCHIVE}?{place}#:~:text={word.strip(',.“”')}" for place, word in enumerate(words)]
    (call,) = unfurled(slack, shared(*links[:20]))
    assert 1 < len(call["unfurls"]) <= 5
    assert unfurled(slack, shared(*[ELSEWHERE] * 1000))[1:] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"links": None},
        {"links": "https://archive.example/harbour/"},
        {"links": {"url": ARCHIVE}},
        {"links": [None, 7, [], {}, {"url": None}, {"url": 7}, {"url": ""}]},
        {"links": [{"url": "https://[::1"}, {"url": "http://a:b/"}, {"url": "\ud800"}]},
        {"unfurl_id": 7, "channel": None},
        {"source": None, "message_ts": {}},
    ],
)
def test_a_malformed_event_is_passed_over(slack: Slack, wrong: dict[str, Any]) -> None:
    assert unfurled(slack, {**shared(ARCHIVE), **wrong}) == []
    assert slack.command("boats").quote == FERRIES


@pytest.mark.parametrize(
    "wrong",
    [
        {"user": None, "user_locale": 7},
        {"unfurl_id": "forged", "source": "elsewhere"},
        {"user_locale": "kö", "team": 7, "user": {}},
    ],
)
def test_what_is_forged_breaks_nothing(slack: Slack, wrong: dict[str, Any]) -> None:
    assert len(unfurled(slack, {**shared(ARCHIVE), **wrong})) == 1
    assert slack.command("boats").quote == FERRIES


def test_a_click_in_a_card_comes_without_a_message(slack: Slack) -> None:
    element = {"type": "button", "action_id": "open_source", "url": CROSSING}
    container = {"type": "message_attachment", "is_app_unfurl": True, "app_unfurl_url": CROSSING}
    response = slack.press(element, container=container, app_unfurl={"id": 1, "blocks": []})
    assert (response.status, response.body) == (200, "")
    assert slack.heard() == []
