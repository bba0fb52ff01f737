"""A person says whether a passage was the right one, and what they had looked for."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.core.library import Library
from bot.core.remarks import Remark
from bot.storage.in_memory import RemarksInMemory
from tests.support.building import the_bot
from tests.support.digests import NOW
from tests.support.slack import Slack, workspace
from tests.support.visiting import Visitor, visiting

GONE = "I cannot find what this leads to any more. Please ask again."
THANKS = "Thank you. That was noted without your name."
TEAM = "T0PLAY"
WRONG = Remark(TEAM, "harbour", "ferries-cross", right=False, wish="", made_at=NOW)


@pytest.fixture
def remarks() -> RemarksInMemory:
    return RemarksInMemory()


@pytest.fixture
def mina(harbour: Library, remarks: RemarksInMemory) -> Iterator[Visitor]:
    with visiting(the_bot(harbour, remarks=remarks)) as mina:
        yield mina


@pytest.fixture
def slack(harbour: Library, remarks: RemarksInMemory) -> Iterator[Slack]:
    with workspace(harbour, remarks=remarks) as slack:
        yield slack


def test_a_yes_is_kept_and_thanked_for(jordan: Visitor, remarks: RemarksInMemory) -> None:
    jordan.say("/alliance ferries")
    jordan.judge("Yes, this is it")
    assert jordan.reply.text == THANKS
    assert remarks.every() == (replace(WRONG, right=True),)
    assert not jordan.has_modal


def test_a_no_is_kept_at_once_and_may_carry_a_word(
    jordan: Visitor, remarks: RemarksInMemory
) -> None:
    jordan.say("/alliance ferries")
    jordan.judge("No")
    assert remarks.every() == (WRONG,)
    assert jordan.view.title == "What did you look for?"
    assert jordan.submit({"wish": " seal\nwatching "}) == {}
    assert remarks.every() == (replace(WRONG, wish="seal watching"),)
    assert jordan.view.words == [THANKS]


def test_in_korean(mina: Visitor, remarks: RemarksInMemory) -> None:
    mina.say("/alliance 여객선")
    mina.judge("네, 찾던 내용입니다")
    assert mina.reply.text == "감사합니다. 의견을 이름 없이 기록했습니다."
    mina.judge("아니요")
    assert mina.view.title == "무엇을 찾으셨습니까?"
    assert "어떤 말로 찾을 수 있으면 좋겠습니까?" in mina.view.words
    mina.submit({"wish": "물범 관찰"})
    assert mina.view.words == ["감사합니다. 의견을 이름 없이 기록했습니다."]
    assert [(remark.right, remark.wish) for remark in remarks.every()] == [
        (True, ""),
        (False, "물범 관찰"),
    ]


def test_nobody_has_to_say_a_word(jordan: Visitor, remarks: RemarksInMemory) -> None:
    jordan.say("/alliance ferries")
    jordan.judge("No")
    jordan.submit({})
    assert jordan.view.words == [THANKS]
    assert remarks.every() == (WRONG,)


def test_anybody_who_sees_an_answer_may_say_so_and_only_they_are_thanked(
    jordan: Visitor, remarks: RemarksInMemory
) -> None:
    jordan.say("@alliance ferries")
    rosa = jordan.other("U0ROSA")
    rosa.judge("Yes, this is it")
    assert rosa.reply.text == THANKS
    assert THANKS not in [post.text for post in jordan.posts]
    assert remarks.every() == (replace(WRONG, right=True),)


def test_nothing_of_the_person_is_kept(jordan: Visitor, remarks: RemarksInMemory) -> None:
    jordan.say("/alliance ferries")
    jordan.judge("No")
    assert not [name for name in ("JORDAN", "jordan", "C0POLICY") if name in str(remarks.held)]


def test_a_click_that_slack_repeats_counts_once(slack: Slack, remarks: RemarksInMemory) -> None:
    thumb = slack.command("ferries").thumb("Yes, this is it")
    for _ in range(2):
        assert slack.click(thumb).text == THANKS
    assert len(remarks.every()) == 1
    slack.click(thumb, trigger_id="1.3.another")
    assert len(remarks.every()) == 2


def test_a_modal_that_slack_does_not_open_gives_way_to_a_hint(
    slack: Slack, remarks: RemarksInMemory, caplog: pytest.LogCaptureFixture
) -> None:
    thumb = slack.command("ferries").thumb("No")
    slack.press(thumb)
    opened, whispered = slack.heard()
    assert (opened.name, opened.verdict) == ("views.open", "invalid_trigger_id")
    assert whispered.body["text"] == (
        f"{THANKS} Other words may find it; `contents` shows everything the statement covers."
    )
    assert [remark.right for remark in remarks.every()] == [False]
    assert "modal not opened" in caplog.messages


@pytest.mark.parametrize(
    "value",
    [
        "right harbour/no-such-passage/en",
        "wrong harbour/no-such-passage/en",
        "right another-statement/ferries-cross/en",
        "right harbour/ferries/en",
        "right harbour/ferries-cross",
        "right harbour/ferries-cross/fr",
        "right  harbour/ferries-cross/en",
        "Right harbour/ferries-cross/en",
        "right harbour/ferries-cross/en\n",
        "maybe harbour/ferries-cross/en",
        "harbour/ferries-cross/en",
        "right <!channel>",
        "right",
        "",
        "right " + "x" * 5000,
        None,
        7,
        ["right harbour/ferries-cross/en"],
    ],
)
def test_a_forged_value_is_not_kept(slack: Slack, remarks: RemarksInMemory, value: object) -> None:
    reply = slack.click({"type": "feedback_buttons", "action_id": "feedback", "value": value})
    assert reply.text == GONE
    assert remarks.every() == ()


def test_a_click_without_an_id_is_not_kept(slack: Slack, remarks: RemarksInMemory) -> None:
    thumb = slack.command("ferries").thumb("Yes, this is it")
    assert slack.click(thumb, trigger_id=None).text == GONE
    assert remarks.every() == ()


def submitted(slack: Slack, remembers: object, wish: object, team: str = "T1") -> Any:
    """What the bot answers to a submission that nobody's modal has sent."""
    view = {
        "type": "modal",
        "callback_id": "feedback",
        "private_metadata": remembers,
        "state": {"values": {"wish": {"wish": {"type": "plain_text_input", "value": wish}}}},
    }
    payload = {"type": "view_submission", "view": view, "team": {"id": team}, "user": {"id": "U1"}}
    response = slack.form({"payload": json.dumps(payload)})
    assert response.status == 200
    return json.loads(response.body)


@pytest.fixture
def remembers(slack: Slack, remarks: RemarksInMemory) -> str:
    slack.press(slack.command("ferries").thumb("No"))
    (id,) = remarks.held
    return f"en {id}"


def test_a_wish_that_is_too_long_is_told_at_its_field(
    slack: Slack, remarks: RemarksInMemory, remembers: str
) -> None:
    assert submitted(slack, remembers, "x" * 101) == {
        "response_action": "errors",
        "errors": {"wish": "Please use at most 100 characters."},
    }
    assert submitted(slack, remembers, "x" * 100)["response_action"] == "update"
    assert [remark.wish for remark in remarks.every()] == ["x" * 100]


@pytest.mark.parametrize(
    ("forged", "team"),
    [
        (None, "T2"),
        ("en " + "0" * 32, "T1"),
        ("en ../../etc/passwd", "T1"),
        ("fr " + "0" * 32, "T1"),
        ("", "T1"),
        (7, "T1"),
    ],
)
def test_a_modal_that_is_stale_or_forged_changes_nothing(
    slack: Slack, remarks: RemarksInMemory, remembers: str, forged: object, team: str
) -> None:
    answered = submitted(slack, remembers if forged is None else forged, "seals", team)
    assert answered["response_action"] == "update"
    assert GONE in json.dumps(answered["view"])
    assert [remark.wish for remark in remarks.every()] == [""]


@pytest.mark.parametrize("wish", [None, 7, ["seals"], {}, "\x00\ud83d"])
def test_a_wish_that_is_none_is_thanked_for(
    slack: Slack, remarks: RemarksInMemory, remembers: str, wish: object
) -> None:
    assert THANKS in json.dumps(submitted(slack, remembers, wish)["view"])
    assert [remark.wish for remark in remarks.every()] == [""]


@dataclass(frozen=True)
class Away:
    """A database that does not answer."""

    def keep(self, id: str, remark: Remark) -> None:
        raise OperationalError("INSERT", {}, Exception("no route"))

    def wish(self, team: str, id: str, wish: str) -> bool:
        raise OperationalError("UPDATE", {}, Exception("no route"))


def test_what_could_not_be_kept_is_not_thanked_for(
    harbour: Library, caplog: pytest.LogCaptureFixture
) -> None:
    with workspace(harbour, remarks=Away()) as slack:
        reply = slack.click(slack.command("ferries").thumb("No"))
        assert reply.text.startswith("Sorry, something went wrong on my side.")
        answered = submitted(slack, "en " + "0" * 32, "seal watching")
    assert answered["response_action"] == "errors"
    assert answered["errors"]["wish"].startswith("Sorry, something went wrong on my side.")
    assert not [record for record in caplog.records if "seal" in str(vars(record))]
