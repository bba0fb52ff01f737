"""An assistant that is connected to the tiny statement, and one to the real digest."""

import pytest

from bot.core.library import Library, library_of
from tests.support.assisting import Assistant, Mode
from tests.support.statements import HARBOUR


@pytest.fixture(scope="session")
def harbour() -> Library:
    return library_of(HARBOUR)


@pytest.fixture(params=["auto", "legacy"])
def mode(request: pytest.FixtureRequest) -> Mode:
    """The newest protocol, and the handshake of older ones."""
    mode: Mode = request.param
    return mode


@pytest.fixture
def assistant(harbour: Library, mode: Mode) -> Assistant:
    return Assistant(harbour, mode)
