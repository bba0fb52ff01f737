"""The contract of SeenEvents, and the memory of the one that lives in this process."""

from concurrent.futures import ThreadPoolExecutor

from bot.listeners.once import RecentEvents

TEN_MINUTES = 600


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_event_is_claimed_once() -> None:
    seen = RecentEvents(Clock())
    assert [seen.claim(id) for id in ("a", "b", "a", "b", "c")] == [True, True, False, False, True]


def test_an_event_is_remembered_for_ten_minutes_at_least() -> None:
    clock = Clock()
    seen = RecentEvents(clock)
    assert seen.claim("a")
    clock.now += TEN_MINUTES
    assert not seen.claim("a")


def test_an_event_is_forgotten_in_the_end() -> None:
    clock = Clock()
    seen = RecentEvents(clock, seconds=700)
    seen.claim("a")
    clock.now += 701
    assert seen.claim("a")


def test_of_too_many_events_the_oldest_is_forgotten() -> None:
    seen = RecentEvents(Clock(), most=2)
    for id in ("a", "b", "c"):
        assert seen.claim(id)
    assert not seen.claim("c")
    assert not seen.claim("b")
    assert seen.claim("a")


def test_of_many_threads_one_claims() -> None:
    seen = RecentEvents(Clock())
    with ThreadPoolExecutor(8) as threads:
        claimed = list(threads.map(seen.claim, ["a"] * 200))
    assert claimed.count(True) == 1
