"""What is counted and timed in this process, as Prometheus reads it.

https://prometheus.io/docs/practices/naming/ ; every label has few values, and none is a person's.
"""

from collections.abc import Iterable
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.exposition import generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

# Seconds; a look-up takes a quarter of a millisecond, and Slack waits three seconds for an answer.
_LOOK_UP = (0.00025, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5)
_ACKNOWLEDGED = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)
_UNANSWERED = ("busy", "failed", "no database", "too fast")


class Measures:
    """Counts answers and times them; one for each process."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        answers = Counter(
            *("alliance_answers_total", "Answers, by the door they were asked at."),
            ("door", "outcome"),
            registry=registry,
        )
        self._look_ups = Histogram(
            *("alliance_look_up_seconds", "From somebody's words to what answers them."),
            buckets=_LOOK_UP,
            registry=registry,
        )
        unanswered = Counter(
            *("alliance_unanswered_total", "Requests that a sentence or nothing answered."),
            ("why",),
            registry=registry,
        )
        requests = Histogram(
            *("alliance_request_seconds", "From a request of Slack's to its acknowledgement."),
            ("kind", "status"),
            buckets=_ACKNOWLEDGED,
            registry=registry,
        )
        # There is one of each for a few labels, and looking them up takes longer than counting.
        self._answers, self._requests = cache(answers.labels), cache(requests.labels)
        # Each is there from the start: an alarm compares with what was before.
        self._unanswered = {why: unanswered.labels(why) for why in _UNANSWERED}

    def answered(self, door: str, outcome: str, seconds: float) -> None:
        """Count an answer, and how long the look-up took."""
        self._answers(door, outcome).inc()
        self._look_ups.observe(seconds)

    def unanswered(self, why: str) -> None:
        """Count a request that got no answer, by one of four reasons."""
        self._unanswered[why].inc()

    def acknowledged(self, kind: str, status: int, seconds: float) -> None:
        """Count a request, and how long Slack waited for its acknowledgement."""
        self._requests(kind, status).observe(seconds)

    def also(self, numbers: "Numbers") -> None:
        """Ask for more numbers whenever they are read."""
        self.registry.register(numbers)

    def text(self) -> bytes:
        """All numbers in Prometheus' text format."""
        return generate_latest(self.registry)


class Numbers(Collector):
    """Numbers that are looked up when they are read."""

    def collect(self) -> Iterable[Metric]:
        raise NotImplementedError
