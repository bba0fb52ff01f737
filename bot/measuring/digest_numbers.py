"""Digests, deliveries and the database's connections, counted when somebody reads them."""

from collections.abc import Callable, Iterable
from datetime import datetime

import sqlalchemy as sa
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from sqlalchemy.exc import SQLAlchemyError

from bot.measuring.measures import Numbers
from bot.storage.census import Census, Count


class DigestNumbers(Numbers):
    """The numbers of the database; that it is away is a number too."""

    def __init__(self, engine: sa.Engine, now: Callable[[], datetime]) -> None:
        self._engine, self._now = engine, now

    def collect(self) -> Iterable[Metric]:
        """The metrics as they are now."""
        try:
            count = Census(self._engine).count(self._now())
        except SQLAlchemyError:
            yield _gauge("database_up", "Whether the database answers.", 0)
            return
        yield _gauge("database_up", "Whether the database answers.", 1)
        yield from _digests(count)
        yield from self._pool()

    def _pool(self) -> Iterable[Metric]:
        pool = self._engine.pool
        if isinstance(pool, sa.QueuePool):
            in_use = "Connections of this process in use."
            yield _gauge("database_connections_in_use", in_use, pool.checkedout())
            yield _gauge("database_connections_most", "Connections it may have.", pool.size())


def _digests(count: Count) -> Iterable[Metric]:
    yield _gauge("digests", "Digests of all channels.", count.digests)
    yield _gauge("digests_ailing", "Digests whose last post Slack refused.", count.ailing)
    yield _gauge("digests_due", "Digests whose time has come.", count.due)
    yield _gauge("digests_behind_seconds", "How long the first of them has been due.", count.behind)
    yield _gauge("deliveries_waiting", "Deliveries that are queued.", count.waiting)
    kept = GaugeMetricFamily(
        "alliance_deliveries", "Deliveries of the last 90 days.", labels=("state",)
    )
    for state, number in sorted(count.states.items()):
        kept.add_metric((state,), number)
    yield kept


def _gauge(name: str, told: str, value: float) -> Metric:
    return GaugeMetricFamily(f"alliance_{name}", told, value=value)
