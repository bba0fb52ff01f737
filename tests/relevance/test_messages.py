"""Holds the line: the shares of labelled messages whose subject the bot finds, or rightly does not.

`python -m bench.messages` prints them.
"""

from bot.core.library import Library
from tests.relevance.messages import GROUPS, drowned, messages, score

LINE = {"English": 0.9, "Korean": 0.9, "off-topic": 0.92}
# Three more messages are three more chances to find something in what is about nothing.
LINE_AMONG_OTHERS = {"English": 0.9, "Korean": 0.9}


def test_the_line_is_held(library: Library) -> None:
    tallies = score(library, messages())
    for group in GROUPS:
        assert tallies[group].share >= LINE[group], group


def test_it_is_held_in_a_long_thread_as_well(library: Library) -> None:
    tallies = score(library, (message for message in drowned() if message.gold))
    for group, line in LINE_AMONG_OTHERS.items():
        assert tallies[group].share >= line, group


def test_there_are_messages_enough_and_their_labels_name_passages(library: Library) -> None:
    every = messages()
    known = {passage.id for passage in library.statements[0].passages()}
    assert {id for message in every for id in message.gold} <= known
    counts = [sum(message.group == group for message in every) for group in GROUPS]
    assert [count >= least for count, least in zip(counts, (20, 12, 30), strict=True)] == [True] * 3
