"""What many tests share."""

import pytest

from bot.core.library import Library, library_of
from bot.library.reading import read_statements


@pytest.fixture(scope="session")
def library() -> Library:
    """The real digest, indexed once."""
    return library_of(*read_statements())
