"""One post a slot, in virtual time: whatever Slack answers, and wherever the worker is killed."""

from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.core.digests import Paused, Subscription
from bot.rendering.message import Message
from bot.scheduling import delivering
from bot.scheduling.ports import Absent, Limited, Outcome, Refused, Unreached, Unseen, Unsure
from bot.storage import deliveries
from bot.storage.taken import Dark, Ready
from tests.support.virtual_time import Killed, Town


@pytest.fixture
def town(engine: sa.Engine) -> Town:
    return Town(engine)


def shown(town: Town, subscription: Subscription) -> list[str]:
    """The themes that were shown, oldest first."""
    return [one.theme for one in reversed(town.store.latest(subscription.id, 100)) if one.theme]


def test_each_slot_is_posted_once_with_the_next_theme(town: Town) -> None:
    digest = town.subscribe("C1")
    town.run(days=4)
    assert len(town.slack.channels["C1"]) == 4
    assert town.states(digest) == ["posted"] * 4
    assert shown(town, digest) == ["lanterns", "ferries", "whales", "lanterns"]


def test_two_ticks_claim_a_slot_once(town: Town) -> None:
    town.subscribe("C1")
    town.sleep(hours=9)
    assert [town.ticker.tick(town.clock()) for _ in range(2)] == [1, 0]
    assert len(town.queued()) == 1


def test_an_attempt_that_runs_twice_posts_once(town: Town) -> None:
    town.subscribe("C1")
    town.sleep(hours=9)
    town.ticker.tick(town.clock())
    for _ in range(2):
        town.delivering.deliver(*town.queued()[0])
    assert len(town.slack.channels["C1"]) == 1


def test_killed_after_the_post_it_is_found_and_not_posted_again(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Killed)
    town.run(hours=10)
    assert len(town.slack.channels["C1"]) == 1
    assert town.states(digest) == ["posted"]
    assert town.held(digest).round.shown == ("lanterns",)


def test_killed_before_the_post_it_is_posted_once_the_call_must_have_ended(town: Town) -> None:
    digest = town.subscribe("C1")
    town.sleep(hours=9)
    town.ticker.tick(town.clock())
    ((id, _),) = town.queued()
    # The worker ends here, with the call on record and not made.
    assert isinstance(
        town.delivering.deliveries.take(id, town.clock(), town.delivering._due), Ready
    )
    town.work()
    assert town.slack.channels["C1"] == []
    town.run(minutes=1)
    assert len(town.slack.channels["C1"]) == 1
    assert town.states(digest) == ["posted"]


def test_what_nobody_may_look_for_is_unconfirmed_and_its_theme_is_over(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Killed)
    town.slack.sights.append(Unseen())
    town.run(days=2)
    assert town.states(digest) == ["unconfirmed", "posted"]
    assert len(town.slack.channels["C1"]) == 2
    assert shown(town, digest) == ["lanterns", "ferries"]


def test_an_answer_that_does_not_come_is_looked_for(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Unsure())
    town.run(hours=10)
    assert len(town.slack.tries) == 2
    assert town.states(digest) == ["posted"]


def test_looking_goes_on_until_slack_can_be_asked(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Killed)
    town.slack.sights.extend([Unreached(), Limited(40), Unreached()])
    town.run(hours=10)
    assert len(town.slack.channels["C1"]) == 1
    assert town.states(digest) == ["posted"]


def test_looking_ends_when_the_post_would_be_too_late(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Killed)
    town.slack.sights.extend([Unreached()] * 1000)
    town.run(hours=9 + 7)
    assert town.states(digest) == ["unconfirmed"]
    assert len(town.slack.channels["C1"]) == 1


def test_of_two_who_found_nothing_one_posts(town: Town) -> None:
    town.subscribe("C1")
    town.sleep(hours=9)
    town.ticker.tick(town.clock())
    taking, choose = town.delivering.deliveries, town.delivering._due
    ((id, _),) = town.queued()
    first = taking.take(id, town.clock(), choose)
    assert isinstance(first, Ready)
    called_at = town.clock()
    town.sleep(minutes=1)
    assert isinstance(taking.take(id, town.clock(), choose, absent=called_at), Ready)
    assert isinstance(taking.take(id, town.clock(), choose, absent=called_at), Dark)


def test_a_limited_workspace_rests_and_the_others_do_not(town: Town) -> None:
    stormed = [town.subscribe(f"C{number}", team="T1") for number in range(3)]
    calm = [town.subscribe(f"D{number}", team="T2") for number in range(3)]
    town.slack.outcomes.append(Limited(30))
    town.run(hours=9, seconds=20)
    assert sum(len(town.slack.channels[one.channel]) for one in calm) == 3
    assert sum(len(town.slack.channels[one.channel]) for one in stormed) == 0
    town.run(seconds=30)
    assert [len(town.slack.channels[one.channel]) for one in stormed] == [1, 1, 1]
    # One call met the limit; none of the others was made while it held.
    assert len(town.slack.tries) == 7


def test_slack_away_for_two_hours_delays_each_post_and_doubles_none(town: Town) -> None:
    early, late = town.subscribe("C1", "09:00"), town.subscribe("C2", "10:30")
    town.run(hours=8)
    town.slack.always["T1"] = Unreached()
    town.run(hours=3)
    town.slack.always.clear()
    town.run(minutes=6)
    assert (town.states(early), town.states(late)) == (["posted"], ["posted"])


def test_slack_away_for_longer_than_the_catch_up_skips(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.always["T1"] = Unreached()
    town.run(hours=9 + 7)
    town.slack.always.clear()
    town.run(hours=17)
    assert town.states(digest) == ["skipped late", "posted"]
    assert shown(town, digest)[-1] == "lanterns"


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("not_in_channel", "not_in_channel"),
        ("is_archived", "archived"),
        ("channel_not_found", "channel_gone"),
        ("token_revoked", "token"),
    ],
)
def test_a_refusal_is_told_once_and_the_next_post_heals(town: Town, word: str, reason: str) -> None:
    digest = town.subscribe("C1")
    town.slack.always["T1"] = Refused(word)
    town.run(days=2)
    assert town.states(digest) == [f"failed {word}"] * 2
    ailing = town.held(digest).ailing
    assert ailing and ailing.reason == reason
    assert town.slack.told == [("U1", reason)]
    town.slack.always.clear()
    town.run(days=1)
    assert town.held(digest).ailing is None
    assert town.states(digest)[-1] == "posted"
    assert shown(town, digest)[-1] == "lanterns"


def test_an_unknown_refusal_is_tried_five_times(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.extend([Refused("restricted_action")] * 4)
    town.run(days=1)
    assert town.states(digest) == ["posted"]
    town.slack.outcomes.extend([Refused("restricted_action")] * 5)
    town.run(days=1)
    assert town.states(digest) == ["posted", "failed restricted_action"]
    assert town.slack.told == [("U1", "refused")]


def test_after_downtime_the_newest_slot_is_posted_and_the_others_are_recorded(town: Town) -> None:
    digest = town.subscribe("C1")
    town.sleep(days=2, hours=12)
    town.run(minutes=10)
    assert town.states(digest) == ["skipped missed", "skipped missed", "posted"]
    assert len(town.slack.channels["C1"]) == 1


def test_after_downtime_nothing_is_posted_that_is_too_old(town: Town) -> None:
    digest = town.subscribe("C1")
    town.sleep(days=2, hours=20)
    town.run(minutes=10)
    assert town.states(digest) == ["skipped missed", "skipped missed", "skipped late"]
    assert town.slack.channels["C1"] == []


def test_a_digest_that_is_off_posts_nothing_more(town: Town) -> None:
    digest = town.subscribe("C1")
    town.sleep(hours=9)
    town.ticker.tick(town.clock())
    town.store.remove(digest.id)
    town.run(days=2)
    assert town.slack.channels["C1"] == []


def test_now_posts_at_once_and_goes_on_with_the_next_theme_at_the_slot(town: Town) -> None:
    digest = town.subscribe("C1")
    town.run(hours=1)
    town.store.ask_now(digest, town.clock())
    town.run(minutes=1)
    assert len(town.slack.channels["C1"]) == 1
    town.run(hours=9)
    assert shown(town, digest) == ["lanterns", "ferries"]


def test_a_channel_gets_one_post_a_second(town: Town) -> None:
    digest = town.subscribe("C1")
    for milliseconds in range(3):
        town.store.ask_now(digest, town.clock() + timedelta(milliseconds=milliseconds))
    town.sleep(milliseconds=10)
    town.work()
    assert len(town.slack.channels["C1"]) == 1
    town.run(seconds=5)
    assert len(town.slack.channels["C1"]) == 3


def test_whoever_was_held_up_does_not_call(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.subscribe("C1")
    seconds = iter((0.0, delivering.LATEST_START + 1))
    monkeypatch.setattr(delivering, "monotonic", lambda: next(seconds, 100.0))
    town.sleep(hours=9)
    town.work()
    assert town.slack.tries == []
    assert Counter(state for _, state in town.queued()) == {1: 1}
    monkeypatch.undo()
    town.run(minutes=1)
    assert len(town.slack.channels["C1"]) == 1


@pytest.mark.parametrize("outcome", [Unreached(), Limited(1), Refused("channel_not_found")])
def test_whoever_was_held_up_undoes_nothing_of_another(town: Town, outcome: Outcome) -> None:
    digest = town.subscribe("C1")
    town.sleep(hours=9)
    town.ticker.tick(town.clock())
    ((id, _),) = town.queued()
    held_up = town.delivering.deliveries.take(id, town.clock(), town.delivering._due)
    assert isinstance(held_up, Ready)
    # Its process stands still, another looks for the post, finds none, and posts.
    town.run(minutes=2)
    town.delivering._settle(held_up, 0, outcome)
    town.run(minutes=2)
    assert len(town.slack.channels["C1"]) == 1
    assert town.states(digest) == ["posted"]
    assert town.held(digest).ailing is None


def test_nor_while_the_other_posts(town: Town) -> None:
    town.subscribe("C1")
    town.sleep(hours=9)
    town.ticker.tick(town.clock())
    taking, choose = town.delivering.deliveries, town.delivering._due
    ((id, _),) = town.queued()
    held_up, began = taking.take(id, town.clock(), choose), town.clock()
    town.sleep(minutes=1)
    assert isinstance(held_up, Ready)
    assert isinstance(taking.take(id, town.clock(), choose, absent=began), Ready)
    town.delivering._settle(held_up, 0, Unreached())
    assert isinstance(taking.take(id, town.clock(), choose), Dark)


@pytest.mark.parametrize("until", [None, date(2026, 3, 3)])
def test_a_digest_paused_since_its_slot_was_claimed_is_not_posted(
    town: Town, until: date | None
) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Limited(1800))
    town.run(hours=9, minutes=5)
    town.store.save(replace(town.held(digest), paused=Paused(until), next_slot=None))
    town.run(hours=1)
    assert town.states(digest) == ["skipped paused"]
    assert town.slack.channels["C1"] == []


def test_a_pause_of_later_days_does_not_hold_back_todays_post(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Limited(1800))
    town.run(hours=9, minutes=5)
    town.store.save(replace(town.held(digest), paused=Paused(date(2026, 3, 2)), next_slot=None))
    town.run(hours=1)
    assert town.states(digest) == ["posted"]


def test_an_absent_post_is_posted_even_where_looking_found_nothing_first(town: Town) -> None:
    digest = town.subscribe("C1")
    town.slack.outcomes.append(Unsure())
    town.slack.sights.append(Absent())
    town.run(hours=10)
    assert town.states(digest) == ["posted"]
    assert len(town.slack.channels["C1"]) == 1


@pytest.mark.parametrize(
    "error",
    [
        sa.exc.OperationalError("BEGIN", {}, Exception("gone")),
        sa.exc.TimeoutError("no connection is free"),
        sa.exc.InternalError("UPDATE", {}, Exception("read-only: another one is written to")),
        sa.exc.InterfaceError("BEGIN", {}, Exception("the connection is closed")),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_slack_has_answered_is_recorded_when_the_database_is_back(
    town: Town, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    digest = town.subscribe("C1")
    town.sleep(hours=9)
    town.ticker.tick(town.clock())
    begin, away = deliveries.writing, iter((False, True, True, False))

    def writing(engine: sa.Engine) -> AbstractContextManager[sa.Connection]:
        if next(away):
            raise error
        return begin(engine)

    monkeypatch.setattr(deliveries, "writing", writing)
    town.delivering.deliver(*town.queued()[0])
    assert town.waits == 2
    assert town.states(digest) == ["posted"]
    assert len(town.slack.tries) == 1


def test_a_fault_of_our_own_is_tried_again_and_told_without_what_it_says(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    digest = town.subscribe("C1")
    faults = iter((True, False))

    def render(*_: object) -> Message:
        if next(faults):
            raise ValueError("somebody's words")
        return Message("well")

    town.delivering = replace(town.delivering, render=render)
    town.run(hours=10)
    assert town.states(digest) == ["posted"]
    (told,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert (told.message, told.error) == ("failed", "ValueError")
    assert "somebody's words" not in str(vars(told))


def test_a_fault_that_stays_ends_one_delivery_and_no_other(town: Town) -> None:
    digest, other = town.subscribe("C1"), town.subscribe("C2", team="T2")

    def render(statement: object, entry: object, subscription: Subscription) -> Message:
        if subscription.channel == "C1":
            raise ValueError
        return Message("well")

    town.delivering = replace(town.delivering, render=render)
    town.run(hours=9 + 7)
    assert town.states(digest) == ["failed fault"]
    assert town.states(other) == ["posted"]
