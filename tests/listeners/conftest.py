"""A workspace with a bot in it that knows one tiny statement."""

from collections.abc import Iterator

import pytest

from bot.core.library import Library, library_of
from tests.support.slack import Slack, workspace
from tests.support.statements import HARBOUR


@pytest.fixture(scope="session")
def harbour() -> Library:
    return library_of(HARBOUR)


@pytest.fixture
def slack(harbour: Library) -> Iterator[Slack]:
    with workspace(harbour) as slack:
        yield slack
