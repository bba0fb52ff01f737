"""A workspace with a bot in it that knows one tiny statement."""

from collections.abc import Iterator

import pytest

from bot.core.library import Library, library_of
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.slack import Slack, workspace
from tests.support.statements import HARBOUR
from tests.support.visiting import Visitor, visiting


@pytest.fixture(scope="session")
def harbour() -> Library:
    return library_of(HARBOUR)


@pytest.fixture
def slack(harbour: Library) -> Iterator[Slack]:
    with workspace(harbour) as slack:
        yield slack


@pytest.fixture
def store() -> Memory:
    return Memory()


@pytest.fixture
def mina(harbour: Library, store: Memory) -> Iterator[Visitor]:
    """Mina, whose Slack is Korean, in #policy of a workspace where digests are kept."""
    with visiting(the_bot(harbour, planning=planning(store))) as mina:
        yield mina


@pytest.fixture
def jordan(mina: Visitor) -> Visitor:
    """Jordan, whose Slack is English, in the same place."""
    return mina.other("U0JORDAN")
