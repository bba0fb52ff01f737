"""Shortcuts from anywhere and on a message, and the tabs of the direct message with the bot."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.playground.people import Shortcut
from bot.playground.refusals import Unwelcome
from bot.playground.standing import StandIn
from tests.playground.conftest import PATIENCE, Bot, app, impatient, stand_in_of
from tests.playground.test_door import read
from tests.playground.test_web_api import SECTION, client

GENERAL, DIGEST, MINA, JORDAN = "C0GENERAL", "C0DIGEST", "U0MINA", "U0JORDAN"
SEARCH = Shortcut("search", "Search it", "global", "Find a passage")
KEEP = Shortcut("keep", "Keep it", "message", "Put it on your Home")


@pytest.fixture
def stand_in(request: pytest.FixtureRequest) -> Iterator[StandIn]:
    told = replace(app(), shortcuts=(SEARCH, KEEP))
    with stand_in_of(told, getattr(request, "param", PATIENCE)) as stand_in:
        yield stand_in


def test_the_page_is_told_of_them(stand_in: StandIn) -> None:
    state = read(stand_in, "/play/state")
    assert state["home"] is True
    assert state["shortcuts"][1] == {
        "callback_id": "keep",
        "name": "Keep it",
        "type": "message",
        "description": "Put it on your Home",
    }


def test_a_global_shortcut_has_no_place(stand_in: StandIn, bot: Bot) -> None:
    given = {"person": MINA, "callback_id": "search"}
    assert read(stand_in, "/play/shortcut", given) == {"ok": True}
    (told,) = bot.got
    assert (told["type"], told["callback_id"], told["user"]["id"]) == ("shortcut", "search", MINA)
    assert told["trigger_id"] and told["action_ts"]
    assert not {"channel", "message", "response_url"} & told.keys()


@pytest.mark.parametrize("channel", [GENERAL, DIGEST])
def test_a_message_shortcut_comes_with_its_message(
    stand_in: StandIn, bot: Bot, channel: str
) -> None:
    post = stand_in.workspace.post(channel, JORDAN, "whales?")
    stand_in.stage.shortcut(MINA, "keep", channel, post.ts)
    (told,) = bot.got
    assert (told["type"], told["channel"]["id"]) == ("message_action", channel)
    assert (told["message_ts"], told["message"]["text"]) == (post.ts, "whales?")
    assert told["response_url"].startswith(f"{stand_in.address}/responses/")


def test_only_what_the_manifest_names_is_chosen(stand_in: StandIn, bot: Bot) -> None:
    post = stand_in.workspace.post(GENERAL, JORDAN, "a")
    whispered = stand_in.workspace.post(GENERAL, "U0ALLIANCE", "a", only_for=MINA)
    for callback_id, place in (
        ("keep", ()),
        ("search", (GENERAL, post.ts)),
        ("else", ()),
        ("keep", (GENERAL, whispered.ts)),
        ("keep", ("D0JORDAN", post.ts)),
        ("keep", (GENERAL, "1.1")),
    ):
        with pytest.raises(Unwelcome):
            stand_in.stage.shortcut(MINA, callback_id, *place)
    assert bot.got == []


@impatient
def test_a_shortcut_that_fails_is_told(stand_in: StandIn, bot: Bot) -> None:
    bot.status = 500
    with pytest.raises(Unwelcome, match="500"):
        stand_in.stage.shortcut(MINA, "search")
    bot.asleep = True
    with pytest.raises(Unwelcome, match="operation_timeout"):
        stand_in.stage.shortcut(MINA, "search")


def test_a_tab_is_opened(stand_in: StandIn, bot: Bot) -> None:
    given = {"person": MINA, "channel": "D0MINA", "tab": "home"}
    assert read(stand_in, "/play/open", given) == {"ok": True}
    view = client(stand_in).views_publish(user_id=MINA, view={"type": "home", "blocks": [SECTION]})
    stand_in.stage.open(MINA, "D0MINA", "messages")
    first, second = (told["event"] for told in bot.got)
    assert (first["type"], first["user"], first["channel"], first["tab"]) == (
        *("app_home_opened", MINA, "D0MINA", "home"),
    )
    assert "view" not in first and second["tab"] == "messages"
    assert second["view"]["id"] == view["view"]["id"]


@pytest.mark.parametrize(
    ("channel", "tab"), [(GENERAL, "messages"), ("D0JORDAN", "home"), ("D0MINA", "about")]
)
def test_what_is_no_tab_is_not_opened(stand_in: StandIn, bot: Bot, channel: str, tab: str) -> None:
    with pytest.raises(Unwelcome):
        stand_in.stage.open(MINA, channel, tab)
    assert bot.got == []


def test_a_bot_that_does_not_ask_for_it_is_not_told_of_tabs() -> None:
    with stand_in_of(replace(app(), home=False, events=frozenset())) as stand_in:
        stand_in.stage.open(MINA, "D0MINA", "messages")
        with pytest.raises(Unwelcome):
            stand_in.stage.open(MINA, "D0MINA", "home")
        assert stand_in.ledger.entries() == []
