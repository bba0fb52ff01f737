"""The durable queue itself: in the same transaction, after a delay, after a crash."""

import logging
import time
from collections.abc import Callable, Iterator
from threading import Event

import pytest
import sqlalchemy as sa

from bot.scheduling.engine import Queue, client, running
from bot.storage.database import writing

PATIENCE = 20


@pytest.fixture
def queue(engine: sa.Engine) -> Iterator[Queue]:
    made = Queue(client(engine))
    yield made
    made.client.destroy()


def wait_for(what: Callable[[], bool]) -> None:
    """Wait for an event of another thread; this queue's clock cannot be turned."""
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < deadline, "it does not come"
        Event().wait(0.02)


def test_what_is_committed_is_run_once_and_what_is_not_never(
    engine: sa.Engine, queue: Queue
) -> None:
    ran: list[tuple[str, int]] = []
    with running(engine, "w1", lambda id, attempt: ran.append((id, attempt))):
        with pytest.raises(ZeroDivisionError), writing(engine) as connection:
            queue.enqueue(connection, "lost", "T1", 0, 0)
            raise ZeroDivisionError
        with writing(engine) as connection:
            queue.enqueue(connection, "d1", "T1", 0, 0)
            queue.enqueue(connection, "d1", "T1", 0, 0)
            queue.enqueue(connection, "d1", "T1", 1, 1.5)
        queue.pace(busy=True)
        wait_for(lambda: len(ran) == 2)
    assert ran == [("d1", 0), ("d1", 1)]


def test_the_queue_speaks_through_the_logs_of_the_bot_and_no_louder(
    engine: sa.Engine, queue: Queue, caplog: pytest.LogCaptureFixture
) -> None:
    log = logging.getLogger("dbos")
    caplog.set_level(logging.ERROR, log.name)
    caplog.handler.setLevel(logging.NOTSET)
    with running(engine, "w1", lambda id, attempt: None):
        log.warning("the database is away")
        log.error("and does not come back")
        assert not log.handlers
    assert caplog.record_tuples == [("dbos", logging.ERROR, "and does not come back")]


def test_one_of_a_workspace_runs_at_a_time_and_others_are_not_held_up(
    engine: sa.Engine, queue: Queue
) -> None:
    held, ran = Event(), []

    def deliver(id: str, attempt: int) -> None:
        ran.append(id)
        if id == "slow":
            held.wait(PATIENCE)

    with running(engine, "w1", deliver):
        with writing(engine) as connection:
            for id, team in (("slow", "T1"), ("waiting", "T1"), ("other", "T2")):
                queue.enqueue(connection, id, team, 0, 0)
        wait_for(lambda: "other" in ran)
        assert sorted(ran) == ["other", "slow"]
        held.set()
        wait_for(lambda: "waiting" in ran)


def test_what_a_worker_had_begun_is_begun_again_by_its_name_or_by_another(
    engine: sa.Engine, queue: Queue
) -> None:
    again: list[str] = []
    with running(engine, "w1", lambda id, attempt: None):
        pass  # the tables are there now
    with writing(engine) as connection:
        queue.enqueue(connection, "d1", "T1", 0, 0)
        queue.enqueue(connection, "d2", "T2", 0, 0)
    # As kill -9 leaves them: taken up by a worker, and never ended.
    with engine.begin() as connection:
        statuses = "dbos.workflow_status" if engine.dialect.name != "sqlite" else "workflow_status"
        connection.execute(
            sa.text(
                f"UPDATE {statuses} SET status = 'PENDING',"
                " executor_id = CASE workflow_uuid WHEN 'd1:0' THEN 'w1' ELSE 'dead' END"
            )
        )
    with running(engine, "w1", lambda id, attempt: again.append(id)):
        wait_for(lambda: again == ["d1"])
        assert queue.take_over("dead") == 1
        wait_for(lambda: again == ["d1", "d2"])
        assert queue.take_over("dead") == 0


def test_what_has_ended_is_forgotten(engine: sa.Engine, queue: Queue) -> None:
    from datetime import UTC, datetime, timedelta

    ran: list[str] = []
    with running(engine, "w1", lambda id, attempt: ran.append(id)):
        with writing(engine) as connection:
            queue.enqueue(connection, "d1", "T1", 0, 0)
        wait_for(lambda: ran == ["d1"])
        now = datetime.now(UTC)
        assert queue.forget(now - timedelta(days=1)) == 0
        wait_for(lambda: queue.forget(now + timedelta(days=1)) == 1)
