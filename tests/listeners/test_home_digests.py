"""The digests in somebody's Home: what can be done about them, by the rules of the commands."""

from dataclasses import replace

from bot.core.digests import Owner
from bot.core.library import Library
from bot.manifest import described
from bot.playground.faults import refused
from bot.playground.people import installed
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.replies import Reply
from tests.support.statements import LANTERNS
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

WEEKDAYS = "/alliance digest weekdays 9am Asia/Seoul"
POLICY = (
    "*1. <#C0POLICY>*\n"
    "*State:* on · next Monday, January 18, 2027, 9:00 AM\n"
    "*When:* on weekdays at 9:00 AM, Asia/Seoul (UTC+9)\n"
    "*What:* every theme, in the statement’s order\n"
    "set up by jordan"
)


def labels(visitor: Visitor) -> list[str]:
    """The buttons of the Home or the modal, from top to bottom."""
    return Reply(visitor.view.told).labels


def about(visitor: Visitor) -> str:
    """What is said of the digests in the Home."""
    words = visitor.view.words
    return "\n".join(words[words.index("Digests") :])


def described_as(visitor: Visitor, label: str) -> str:
    """What a screen reader says of the first button of that label."""
    return next(
        element["accessibility_label"]
        for block in visitor.view.told["blocks"]
        for element in block.get("elements", ())
        if element.get("text", {}).get("text") == label and "accessibility_label" in element
    )


def test_each_digest_stands_there_with_what_can_be_done(jordan: Visitor, mina: Visitor) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    assert POLICY in home.view.words
    assert labels(home) == ["Change", "Preview", "Post now", "Pause", "Off", "Set up a digest"]
    assert described_as(home, "Off") == (
        "Off: digest 1, on weekdays at 9:00 AM, Asia/Seoul (UTC+9)"
    )
    home = mina.home()
    assert "*1. <#C0POLICY> 채널*" in "\n".join(home.view.words)
    assert labels(home) == ["변경", "미리보기", "지금 게시", "일시 중지", "해지", "정기 게시 설정"]


def test_a_digest_is_paused_and_goes_on(jordan: Visitor, store: Memory) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    home.press("Pause")
    assert not home.has_modal
    (kept,) = store.held.values()
    assert kept.paused
    assert "*State:* paused\n" in about(home)
    assert "Resume" in labels(home)
    home.press("Resume")
    (kept,) = store.held.values()
    assert kept.paused is None
    assert "*State:* on" in about(home)


def test_a_digest_ends_after_it_was_asked_twice(jordan: Visitor, store: Memory) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    asked = {
        element["text"]["text"]: element["confirm"]["title"]["text"]
        for block in home.view.told["blocks"]
        for element in block.get("elements", ())
        if "confirm" in element
    }
    assert asked == {"Post now": "Post now?", "Off": "End this digest?"}
    home.press("Off")
    assert store.held == {}
    assert "No channel of this workspace has a digest yet." in about(home)


def test_the_next_theme_is_posted_at_once(jordan: Visitor, store: Memory) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    home.press("Post now")
    assert home.view.words == [
        "“Lanterns &lt;&amp; lights&gt;” is about to be posted in <#C0POLICY>."
    ]
    assert [delivery.state for delivery in store.deliveries] == ["asked"]


def test_a_preview_stands_in_a_modal(jordan: Visitor) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    home.press("Preview")
    assert home.view.title == "Preview of the digest"
    assert Reply(home.view.told).quote == LANTERNS
    assert labels(home) == []


def test_the_settings_are_changed_and_the_home_shows_it(jordan: Visitor, store: Memory) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    home.press("Change")
    assert home.view.words[0].startswith("*There is a digest in <#C0POLICY> already:*")
    assert home.submit({"time": "17:30"}) == {}
    assert "on weekdays at 5:30 PM" in about(home)
    assert jordan.reply.text.startswith("jordan changed the digest here")


def test_a_digest_is_set_up_from_the_home(jordan: Visitor, store: Memory) -> None:
    home = jordan.home()
    home.press("Set up a digest")
    assert home.view.title == "Statement digest"
    assert home.view.words[-1] == "The next posts are shown here as soon as everything is chosen."
    assert home.submit({}) == {"channel": "Please complete this required field."}
    home.pick("choose:channel", "C0GENERAL")
    assert home.view.words[-1].startswith("*Next posts*")
    assert home.submit({}) == {}
    assert store.of_channel("T0PLAY", "C0GENERAL")
    assert "*1. <#C0GENERAL>*" in about(home)


def test_ones_own_direct_message_is_nobody_elses_business(
    jordan: Visitor, mina: Visitor, store: Memory
) -> None:
    home = jordan.home()
    home.press("Set up a digest")
    assert home.submit({"channel": "D0JORDAN"}) == {}
    assert "*1. your direct message with me*" in about(home)
    home.press("Pause")
    assert "*State:* paused\n" in about(home)
    assert "아직 정기 게시가 없습니다" in "\n".join(mina.home().view.words)


def test_of_many_digests_the_first_are_shown(jordan: Visitor, store: Memory) -> None:
    jordan.say(WEEKDAYS)
    (kept,) = store.held.values()
    for number in range(10, 22):
        other = replace(kept, id=f"m{number}", channel=f"C{number}")
        store.held["T0PLAY", other.channel] = other
    home = jordan.home()
    assert labels(home).count("Off") == 10
    assert "There are 13 digests in all: `/alliance digest list` shows them." in about(home)


def test_what_is_kept_in_a_file_is_not_changed_there(jordan: Visitor, store: Memory) -> None:
    jordan.say(WEEKDAYS)
    (kept,) = store.held.values()
    store.held = {("T0PLAY", "C0POLICY"): replace(kept, origin="file", owner=Owner("", "file"))}
    home = jordan.home()
    assert labels(home) == ["Preview", "Post now", "Pause", "Set up a digest"]
    assert "set up in a file" in about(home)
    home.press("Pause")
    assert "*State:* paused\n" in about(home)


def test_a_digest_that_has_ended_meanwhile_is_told_and_leaves_the_home(
    jordan: Visitor, store: Memory
) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    store.held = {}
    home.press("Pause")
    assert home.view.words == ["I cannot find what this leads to any more. Please ask again."]
    home.close()
    assert "No channel of this workspace has a digest yet." in about(home)


def test_only_admins_change_digests_where_it_is_so(harbour: Library, store: Memory) -> None:
    with visiting(the_bot(harbour, planning=planning(store, admins_only=True))) as mina:
        mina.other("U0JORDAN").say(WEEKDAYS)
        home = mina.home()
        for label in ("지금 게시", "일시 중지", "해지", "변경", "정기 게시 설정"):
            home.press(label)
            (told,) = home.view.words
            assert told.startswith("이 워크스페이스에서는 관리자만 정기 게시를 설정할 수 있습니다.")
            home.close()
        home.press("미리보기")
        assert home.view.title == "정기 게시 미리보기"
        (kept,) = store.held.values()
        assert kept.paused is None
        home = mina.other("U0JORDAN").home()
        home.press("Pause")
        assert "*State:* paused\n" in about(home)


def test_a_digest_of_a_channel_that_one_is_not_in_is_left_alone(
    jordan: Visitor, store: Memory
) -> None:
    jordan.say(WEEKDAYS)
    home = jordan.home()
    jordan.stand_in.stage.remove("U0ROSA", "C0POLICY", "U0JORDAN")
    jordan.settle()
    for label in ("Post now", "Pause", "Off", "Change"):
        home.press(label)
        assert home.view.words == ["You are not a member of that channel."]
        home.close()
    (kept,) = store.held.values()
    assert kept.paused is None
    assert store.deliveries == []


def test_settings_that_open_too_late_are_told_in_the_direct_message(jordan: Visitor) -> None:
    home = jordan.home()
    late = refused("expired_trigger_id")
    home.stand_in.faults.fail("views.open", late, late)
    home.press("Set up a digest")
    assert not home.has_modal
    assert home.reply.text.startswith("I could not open the settings in time.")
    assert home.refused() == ["views.open: fault: expired_trigger_id"] * 2


def test_where_nobody_may_see_the_members_the_command_is_named(
    harbour: Library, store: Memory
) -> None:
    told = described()
    told["oauth_config"]["scopes"]["bot"].remove("channels:read")
    bot = the_bot(harbour, planning=planning(store))
    with visiting(bot, installed(told, TOKEN, SECRET)) as mina:
        jordan = mina.other("U0JORDAN")
        jordan.say(WEEKDAYS)
        home = jordan.home()
        home.press("Off")
        assert home.view.words == [
            "I cannot see who is in that channel. Please type `/alliance digest` in it."
        ]
        assert store.held
        assert home.refused() == ["conversations.members: missing_scope"]
