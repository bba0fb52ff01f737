"""Somebody opens the bot's Home, looks something up, browses, and chooses a language."""

import json

import pytest

from bot.core.digests import Seen
from bot.core.library import Library
from bot.core.statement import Language
from bot.playground.faults import CLOSED, SERVER_ERROR, Fault, refused
from bot.storage.in_memory import PreferencesInMemory
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.replies import Reply
from tests.support.slack import Slack
from tests.support.statements import FERRIES, LANTERNS
from tests.support.visiting import Visitor, visiting

CALLS = ("views.publish", "views.open", "chat.postMessage")


def calls(visitor: Visitor) -> list[str]:
    """What the bot has done to views and messages, in its order."""
    ledger = visitor.stand_in.ledger
    return [entry.name for _, entry in ledger.entries() if entry.name in CALLS]


def modal(visitor: Visitor) -> Reply:
    """The modal as if it were a message."""
    assert visitor.view.told["type"] == "modal"
    return Reply(visitor.view.told)


def test_the_home_shows_what_the_bot_does_in_each_persons_language(
    mina: Visitor, jordan: Visitor
) -> None:
    words = jordan.home().view.words
    assert words[0] == (
        "I quote *Joint Statement on the Harbour*, word for word, with a link to each passage."
    )
    assert "Northtown, May 1, 2020 · 3 paragraphs · 3 themes" in words
    assert "*Opening* · ¶1 · 1 theme" in words
    assert "*1. On the Water* · ¶2–3 · 2 themes" in words
    assert "No channel of this workspace has a digest yet. `/alliance digest` sets one up." in words
    words = mina.home().view.words
    assert words[0] == "‘항구 공동성명’의 구절을 한 글자도 바꾸지 않고 링크와 함께 인용합니다."
    assert "*1. 물 위에서* · ¶2–3 · 주제 2개" in words


def test_it_is_published_again_only_when_it_has_changed(jordan: Visitor) -> None:
    jordan.home()
    jordan.home()
    assert calls(jordan) == ["views.publish"]
    jordan.say("/alliance language ko")
    jordan.home()
    assert calls(jordan) == ["views.publish", "views.publish"]
    assert "언어" in jordan.home().view.words
    assert calls(jordan) == ["views.publish", "views.publish"]


def test_the_messages_beside_it_publish_nothing(jordan: Visitor) -> None:
    jordan.stand_in.stage.open("U0JORDAN", "D0JORDAN", "messages")
    jordan.settle()
    assert calls(jordan) == []


def test_a_search_opens_its_answer(jordan: Visitor) -> None:
    home = jordan.home()
    home.pick("search_home", "boats")
    assert modal(home).quote == FERRIES
    home.close()
    home.pick("search_home", "배편")
    assert "여객선" in modal(home).prose


def test_words_that_lead_nowhere_get_the_usual_sentences(jordan: Visitor) -> None:
    home = jordan.home()
    home.pick("search_home", "zqxj")
    assert modal(home).prose.startswith("That is not in *Joint Statement on the Harbour*")
    home.close()
    home.pick("search_home", "")
    assert modal(home).prose.startswith("*Joint Statement on the Harbour*\nNorthtown, May 1, 2020")


def test_a_theme_is_browsed_in_its_section(jordan: Visitor, mina: Visitor) -> None:
    home = jordan.home()
    home.pick("browse_theme:1", "Lanterns <& lights>")
    assert modal(home).quote == LANTERNS
    home.close()
    home.pick("browse_theme:2", "Ferries")
    assert modal(home).quote == FERRIES
    home = mina.home()
    home.pick("browse_theme:2", "여객선")
    assert "여객선" in modal(home).prose


def test_a_language_that_is_chosen_is_spoken_at_once(jordan: Visitor) -> None:
    home = jordan.home()
    home.pick("choose_language", "한국어 (Korean)")
    assert "성명의 내용" in home.view.words
    assert not home.has_modal
    assert calls(home) == ["views.publish", "views.publish"]
    jordan.say("/alliance ferries")
    assert "여객선" in jordan.reply.text
    home.pick("choose_language", "자동")
    assert "What the statement covers" in home.view.words


def test_the_menu_shows_a_language_that_was_chosen_elsewhere(jordan: Visitor) -> None:
    jordan.home().pick("choose_language", "English")
    jordan.say("/alliance language auto")
    home = jordan.home()
    (menu,) = (
        block["accessory"]
        for block in home.view.told["blocks"]
        if block["block_id"] == "choose_language:auto"
    )
    assert menu["initial_option"]["value"] == "auto"
    assert home.view.told["state"]["values"].keys().isdisjoint(("choose_language:en",))


def test_the_whole_help_is_a_click_away(jordan: Visitor, mina: Visitor) -> None:
    home = jordan.home()
    home.press("All of the help")
    assert home.view.title == "Help and privacy"
    assert "`random` picks a passage" in modal(home).prose
    home = mina.home()
    home.press("전체 사용법 보기")
    assert home.view.title == "사용법과 개인정보"


def test_without_a_database_it_says_nothing_of_digests(harbour: Library) -> None:
    with visiting(the_bot(harbour)) as mina:
        words = mina.other("U0JORDAN").home().view.words
        assert "Digests" not in words
        assert "Set up a digest" not in words


def test_two_changes_at_a_time_are_both_shown(jordan: Visitor) -> None:
    home = jordan.home()
    home.stand_in.faults.fail("views.publish", refused("hash_conflict"))
    home.pick("choose_language", "한국어 (Korean)")
    assert "성명의 내용" in home.view.words
    assert home.refused() == ["views.publish: fault: hash_conflict"]


def test_while_slack_is_away_nothing_is_shown_and_nothing_breaks(jordan: Visitor) -> None:
    jordan.stand_in.faults.fail("views.publish", CLOSED, CLOSED, CLOSED)
    jordan.home()
    assert jordan.stand_in.workspace.rooms.homes == {}
    jordan.refused()
    home = jordan.home()
    home.stand_in.faults.fail("*", CLOSED, CLOSED, CLOSED)
    home.pick("search_home", "boats")
    assert not home.has_modal
    home.refused()


@pytest.mark.parametrize("fault", [SERVER_ERROR, CLOSED], ids=["500", "drop"])
def test_a_home_that_slack_did_not_take_is_published_again(jordan: Visitor, fault: Fault) -> None:
    jordan.stand_in.faults.fail("views.publish", fault)
    assert jordan.home().view.told["type"] == "home"
    assert jordan.refused() == [f"views.publish: fault: {fault.kind}"]


@pytest.mark.parametrize("pressed", ["search", "help"])
def test_where_the_modal_comes_too_late_it_is_told_in_the_direct_message(
    jordan: Visitor, pressed: str
) -> None:
    home = jordan.home()
    late = refused("expired_trigger_id")
    home.stand_in.faults.fail("views.open", late)
    if pressed == "search":
        home.pick("search_home", "boats")
    else:
        home.press("All of the help")
    assert home.reply.text == "I could not open that in time. Please try again."
    assert home.refused() == ["views.open: fault: expired_trigger_id"]


class Broken(Memory):
    """A database that is away at first."""

    is_broken = True

    def seen_from(self, team: str, channel: str, most: int) -> Seen:
        if self.is_broken:
            raise RuntimeError("zqx")
        return Seen((), 0)


def test_where_the_digests_cannot_be_read_the_home_apologizes_until_they_can(
    harbour: Library,
) -> None:
    store = Broken()
    with visiting(the_bot(harbour, planning=planning(store))) as mina:
        home = mina.home()
        assert home.view.words[0].startswith("Sorry, something went wrong on my side.")
        home = mina.home()
        assert calls(home) == ["views.publish"]
        store.is_broken = False
        assert "성명의 내용" in mina.home().view.words


class Unkept(PreferencesInMemory):
    """Preferences whose database is away."""

    def choose(self, team: str, person: str, language: Language | None) -> None:
        raise RuntimeError("zqx")


def test_a_language_that_cannot_be_kept_is_not_spoken(harbour: Library) -> None:
    with visiting(the_bot(harbour, preferences=Unkept())) as mina:
        home = mina.other("U0JORDAN").home()
        home.pick("choose_language", "한국어 (Korean)")
        assert home.view.words[0].startswith("Sorry, something went wrong on my side.")
        home.close()
        assert "What the statement covers" in home.view.words


VIEW = {"type": "home", "id": "V1", "callback_id": "home", "private_metadata": "zqx"}


@pytest.mark.parametrize(
    ("action_id", "value"),
    [
        ("browse_theme:1", {"selected_option": {"value": "harbour/zqx/en"}}),
        ("browse_theme:1", {"selected_option": {"value": 7}}),
        ("browse_theme:1", {}),
        ("choose_language", {"selected_option": {"value": "fr"}}),
        ("choose_language", {"selected_option": None}),
    ],
)
def test_a_forged_choice_leads_nowhere(
    slack: Slack, action_id: str, value: dict[str, object]
) -> None:
    action = {"type": "static_select", "action_id": action_id, **value}
    slack.press(action, response_url=None, container={"type": "view"}, view=VIEW, channel=None)
    (call, _) = slack.heard()
    assert call.name == "views.open"
    assert "I cannot find what this leads to any more." in json.dumps(call.body["view"])


@pytest.mark.parametrize("value", [{"value": None}, {"value": 7}, {"value": ["boats"]}, {}])
def test_a_forged_search_is_an_empty_one(slack: Slack, value: dict[str, object]) -> None:
    action = {"type": "plain_text_input", "action_id": "search_home", **value}
    slack.press(action, response_url=None, container={"type": "view"}, view=VIEW, channel=None)
    call = slack.heard()[0]
    assert call.name == "views.open"
    assert "On the Water" in json.dumps(call.body["view"])
