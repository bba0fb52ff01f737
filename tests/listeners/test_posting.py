"""What is posted after the acknowledgement is bounded, and is not lost without a word."""

import logging
from collections.abc import Iterator
from concurrent.futures import wait
from threading import Event, Thread

import pytest

from bot.listeners.posting import Posting


@pytest.fixture
def slack_is_back() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


def test_what_there_is_no_room_for_is_dropped_and_logged(
    slack_is_back: Event, caplog: pytest.LogCaptureFixture
) -> None:
    posting = Posting(threads=1, most_waiting=1)
    at_work, waiting, dropped = (posting.submit(slack_is_back.wait, 20) for _ in range(3))
    assert [line.getMessage() for line in caplog.records] == [
        "dropped: too many answers wait for Slack"
    ]
    assert len(vars(caplog.records[0])["failure"]) == 8
    assert dropped.cancelled()
    assert wait([dropped], 0).done == {dropped}
    assert posting.full()
    slack_is_back.set()
    assert (at_work.result(20), waiting.result(20)) == (True, True)
    posting.end()


def test_what_has_ended_makes_room() -> None:
    posting = Posting(threads=1, most_waiting=0)
    for number in range(3):
        while posting.submit(int, number).cancelled():
            pass
    posting.end()


def test_at_the_end_what_waits_is_posted_and_so_is_what_that_begins() -> None:
    posting, posted = Posting(threads=1, most_waiting=5), list[int]()

    def post(number: int) -> None:
        posted.append(number)
        if number == 2:
            posting.submit(post, 3)

    for number in range(3):
        posting.submit(post, number)
    posting.end()
    assert posted == [0, 1, 2, 3]


def test_after_a_while_what_is_at_work_ends_and_what_waits_is_dropped(
    slack_is_back: Event, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    posting, started = Posting(threads=1, most_waiting=5), Event()

    def post() -> str:
        started.set()
        slack_is_back.wait(20)
        return "posted"

    at_work = posting.submit(post)
    started.wait(20)
    waiting = [posting.submit(post) for _ in range(3)]
    ending = Thread(target=posting.end, args=(0.05,))
    ending.start()
    while not all(future.cancelled() for future in waiting):
        pass
    slack_is_back.set()
    ending.join(20)
    assert at_work.result() == "posted"
    (line,) = caplog.records
    assert (line.getMessage(), vars(line)["answers"]) == ("dropped: the bot is stopping", 3)
