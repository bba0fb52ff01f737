"""One delivery's way from queued to posted; its row is the record that a crash leaves behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from bot.core.digests import FINAL, Ailing, Delivery, Round, State, Subscription
from bot.core.programs import Entry
from bot.storage.database import writing
from bot.storage.inserting import put
from bot.storage.rows import ailing_json, delivery_in, round_json, subscription_in
from bot.storage.schema import DELIVERY, SUBSCRIPTION, WORKSPACE
from bot.storage.taken import Dark, Over, Ready, Resting, Taken

# https://docs.slack.dev/apis/web-api/rate-limits : one message a second in a channel
BETWEEN_POSTS = timedelta(seconds=1)
# It cannot be reached, keeps every connection waiting, or is no more the one that is written to.
_AWAY = (OperationalError, InterfaceError, InternalError, NoConnection)
# Whoever was held up for long must not undo what another has ended since.
_OPEN = DELIVERY.c.state.not_in(FINAL)

Choose = Callable[[Subscription], Entry]
# Queues an attempt of a delivery of a team in that connection's transaction, after some seconds.
Requeue = Callable[[sa.Connection, str, str, int, float], None]
Done = TypeVar("Done")
Only = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Deliveries:
    """Deliveries in the database; what is older than `catch_up` is posted no more.

    Where the database is away, every method waits for it: what Slack has answered must not be lost.
    """

    engine: sa.Engine
    requeue: Requeue
    catch_up: timedelta
    wait: Callable[[], None]

    def take(self, id: str, now: datetime, choose: Choose, absent: datetime | None = None) -> Taken:
        """Take a delivery up; the call made at `absent` is known to have posted nothing."""

        def take(connection: sa.Connection) -> Taken:
            row = _locked(connection, id)
            if row is None or row[DELIVERY.c.state] in FINAL:
                return Over()
            delivery, subscription = delivery_in(row), subscription_in(row)
            if row[DELIVERY.c.called_at] != absent:
                return Dark(delivery, subscription, row[DELIVERY.c.called_at])
            if not row[DELIVERY.c.asked] and self.too_late(delivery, now):
                _change(connection, id, now, state="skipped", reason="late")
                return Over()
            if not row[DELIVERY.c.asked] and subscription.rests_on(delivery.slot):
                _change(connection, id, now, state="skipped", reason="paused")
                return Over()
            if until := _rest(row, now):
                return Resting(until)
            entry = choose(subscription)
            shown = {"theme": entry.theme.id, "passage": entry.passage.id}
            _change(connection, id, now, state="posting", called_at=now, **shown)
            return Ready(delivery, subscription, entry, now)

        return self._surely(take)

    def too_late(self, delivery: Delivery, now: datetime) -> bool:
        """Whether the delivery's slot is longer past than anybody wants its post."""
        return now - delivery.slot > self.catch_up

    def posted(self, taken: Ready | Dark, ts: str, round: Round, now: datetime) -> None:
        """Record the post's `ts`; the digest is well, and its program goes on with that round."""

        def record(connection: sa.Connection) -> None:
            _conclude(connection, taken, now, "posted", round, ts=ts)
            well = SUBSCRIPTION.update().where(SUBSCRIPTION.c.id == taken.subscription.id)
            connection.execute(well.values(ailing=None, posted_at=now))

        self._surely(record)

    def unconfirmed(self, taken: Dark, round: Round, now: datetime) -> None:
        """Record that nobody can say whether it was posted; its theme is not shown again."""
        self._surely(lambda connection: _conclude(connection, taken, now, "unconfirmed", round))

    def refused(self, taken: Ready, word: str, ailing: Ailing, now: datetime) -> bool:
        """Record that Slack does not take it; True where the digest was well until now."""

        def record(connection: sa.Connection) -> bool:
            mine = _called(taken.called_at)
            changed = _change(
                connection, taken.delivery.id, now, *mine, state="failed", reason=word
            )
            if changed is None:
                return False
            here = SUBSCRIPTION.c.id == taken.subscription.id
            sick = SUBSCRIPTION.update().where(here, SUBSCRIPTION.c.ailing.is_(None))
            return connection.execute(sick.values(ailing=ailing_json(ailing))).rowcount == 1

        return self._surely(record)

    def given_up(self, id: str, now: datetime) -> None:
        """Record that a fault of our own kept it from being posted."""
        self._surely(
            lambda connection: _change(connection, id, now, _OPEN, state="failed", reason="fault")
        )

    def refusals(self, id: str) -> int:
        """Count one more refusal of a delivery, and tell how many there are now."""
        more = DELIVERY.update().where(DELIVERY.c.id == id)
        counted = more.values(refusals=DELIVERY.c.refusals + 1).returning(DELIVERY.c.refusals)
        return self._surely(lambda connection: int(connection.execute(counted).scalar() or 0))

    def put_back(self, id: str, called_at: datetime | None, seconds: float, now: datetime) -> None:
        """Queue it again after a while; the call on record, if that is the one, posted nothing."""
        self._again(id, seconds, now, *_called(called_at), state="queued", called_at=None)

    def look_again(self, id: str, seconds: float, now: datetime) -> None:
        """Queue it again after a while; whether it was posted will be seen then."""
        self._again(id, seconds, now, _OPEN)

    def quiet(self, team: str, until: datetime) -> None:
        """Let nothing be posted in a workspace before that moment."""
        row = {"team": team, "quiet_until": until}
        self._surely(lambda connection: put(connection, WORKSPACE, row))

    def _again(self, id: str, seconds: float, now: datetime, *only: Only, **changed: Any) -> None:
        def queue(connection: sa.Connection) -> None:
            attempt = _change(connection, id, now, *only, attempt=DELIVERY.c.attempt + 1, **changed)
            team = sa.select(SUBSCRIPTION.c.team).join(DELIVERY).where(DELIVERY.c.id == id)
            if attempt is not None:
                self.requeue(
                    connection, id, connection.execute(team).scalar_one(), attempt, seconds
                )

        self._surely(queue)

    def _surely(self, work: Callable[[sa.Connection], Done]) -> Done:
        """The work in a transaction of its own, once the database is there."""
        while True:
            try:
                with writing(self.engine) as connection:
                    return work(connection)
            except _AWAY:
                self.wait()


def _locked(connection: sa.Connection, id: str) -> sa.RowMapping | None:
    query = (
        sa.select(DELIVERY, SUBSCRIPTION, WORKSPACE.c.quiet_until)
        .join_from(DELIVERY, SUBSCRIPTION)
        .outerjoin(WORKSPACE, WORKSPACE.c.team == SUBSCRIPTION.c.team)
        .where(DELIVERY.c.id == id)
        .with_for_update(of=DELIVERY)
    )
    return connection.execute(query).mappings().first()


def _conclude(
    connection: sa.Connection,
    taken: Ready | Dark,
    now: datetime,
    state: State,
    round: Round,
    **more: Any,
) -> None:
    """The delivery's end; the program moves on unless somebody has begun another."""
    _change(connection, taken.delivery.id, now, state=state, **more)
    held = sa.select(SUBSCRIPTION).where(SUBSCRIPTION.c.id == taken.subscription.id)
    row = connection.execute(held.with_for_update()).mappings().first()
    if row and subscription_in(row).round == taken.subscription.round:
        moved = SUBSCRIPTION.update().where(SUBSCRIPTION.c.id == taken.subscription.id)
        connection.execute(moved.values(round=round_json(round)))


def _rest(row: sa.RowMapping, now: datetime) -> datetime | None:
    """The moment to wait for, if there is one."""
    moments = [row[WORKSPACE.c.quiet_until]]
    if posted_at := row[SUBSCRIPTION.c.posted_at]:
        moments.append(posted_at + BETWEEN_POSTS)
    return max((moment for moment in moments if moment and moment > now), default=None)


def _called(at: datetime | None) -> tuple[Only, Only]:
    """Only while the delivery is under way, and that call is the one on record."""
    return _OPEN, DELIVERY.c.called_at.is_not_distinct_from(at)


def _change(
    connection: sa.Connection, id: str, now: datetime, *only: Only, **values: Any
) -> int | None:
    """Change a delivery, and tell its attempt; None where it is no more, or not as it must be."""
    changed = DELIVERY.update().where(DELIVERY.c.id == id, *only).values(changed_at=now, **values)
    return connection.execute(changed.returning(DELIVERY.c.attempt)).scalar()
