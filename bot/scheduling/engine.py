"""The durable queue: DBOS, in the bot's own database. Nothing else of the bot knows it.

A workflow of ours has no steps: the delivery's row says how far it has come, and running it again
from the start is right whenever it was interrupted.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions

NAME, QUEUE, WORKFLOW = "alliance", "digests", "deliver"
# Another version's unfinished work is not taken up, so this changes only with what is queued.
VERSION = "1"
# Deliveries under way at a time; each waits for Slack most of its time.
AT_A_TIME = 80
# Seconds between two looks into the queue, when there is work and when there is none. Each takes
# one delivery of each workspace: four posts a second stay below what Slack allows a workspace.
BUSY, IDLE = 0.25, 1.0
# Seconds that a stopping worker waits for what is under way.
GRACE = 8
_FINISHED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_FORGOTTEN_AT_ONCE = 1000
Deliver = Callable[[str, int], None]


def prepare(url: sa.URL) -> None:
    """Create the queue's own tables, or bring them up to date."""
    DBOS.migrate(url.render_as_string(hide_password=False))


def client(engine: sa.Engine) -> DBOSClient:
    """What speaks to the queue from outside of its workers; it connects when it is first used."""
    return DBOSClient(system_database_engine=engine, application_name=NAME, lazy=True)


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue of deliveries; at most one of a workspace is under way, over all workers."""

    client: DBOSClient

    def enqueue(
        self, connection: sa.Connection, delivery: str, team: str, attempt: int, seconds: float
    ) -> None:
        """Queue an attempt in the connection's transaction, to be run after so many seconds."""
        options: EnqueueOptions = {
            "queue_name": QUEUE,
            "workflow_name": WORKFLOW,
            "workflow_id": f"{delivery}:{attempt}",
            "app_version": VERSION,
            "queue_partition_key": team,
        }
        if seconds > 0:
            options["delay_seconds"] = seconds
        self.client.enqueue_in_transaction(connection, options, delivery, attempt)

    def take_over(self, worker: str) -> int:
        """Let others do what a dead worker had begun; how much that is."""
        left = self.client.list_workflows(status="PENDING", executor_id=worker, load_input=False)
        ids = [one.workflow_id for one in left]
        if ids:
            self.client.resume_workflows(ids, queue_name=QUEUE)
        return len(ids)

    def forget(self, before: datetime) -> int:
        """Delete what the engine keeps of attempts that ended before that moment."""
        ended = self.client.list_workflows(
            status=_FINISHED,
            completed_before=before.isoformat(),
            limit=_FORGOTTEN_AT_ONCE,
            load_input=False,
            load_output=False,
        )
        self.client.delete_workflows([one.workflow_id for one in ended])
        return len(ended)

    def pace(self, busy: bool) -> None:
        """Look into the queue often while there is work, and seldom while there is none."""
        if queue := self.client.retrieve_queue(QUEUE):
            queue.set_polling_interval_sec(BUSY if busy else IDLE)


@contextmanager
def running(engine: sa.Engine, worker: str, deliver: Deliver) -> Iterator[None]:
    """Deliveries are run as they come, under the worker's name; at the end those under way finish.

    What the same name had begun and not ended is begun again.
    """
    log = logging.getLogger("dbos")
    config: DBOSConfig = {
        "name": NAME,
        "system_database_engine": engine,
        "executor_id": worker,
        "application_version": VERSION,
        # It sets a level of its own, INFO if nobody says otherwise.
        "log_level": logging.getLevelName(log.getEffectiveLevel()),
        "use_listen_notify": False,
        "max_executor_threads": AT_A_TIME,
    }
    DBOS(config=config)
    # Its lines go where all others go: it would write them itself, in a format of its own.
    log.handlers.clear()
    log.propagate = True
    try:
        DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)(_named(deliver))
        DBOS.launch()
        DBOS.register_queue(
            QUEUE,
            partition_concurrency=1,
            worker_concurrency=AT_A_TIME,
            polling_interval_sec=IDLE,
        )
        yield
    finally:
        DBOS.destroy(workflow_completion_timeout_sec=GRACE, destroy_registry=True)


def _named(deliver: Deliver) -> Deliver:
    """A plain function, which is what the engine can register."""

    def workflow(delivery: str, attempt: int) -> None:
        deliver(delivery, attempt)

    return workflow
