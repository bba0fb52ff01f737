"""Whether words that were not found are kept is the setting's to say, through the real assembly."""

import pytest
import sqlalchemy as sa

from bot import assembly, settings
from bot.playground.envelopes import Envelopes
from bot.storage.misses import MissStore
from tests.support.commands import SMALL

SECRET = "5ec2e7"
# Nobody listens there: who asks stays unknown.
NOWHERE = "http://127.0.0.1:9/"


@pytest.mark.parametrize(("keep", "kept"), [("yes", ["chocolate cake"]), ("no", [])])
def test_words_are_kept_unless_somebody_says_no(
    engine: sa.Engine, keep: str, kept: list[str]
) -> None:
    slack = {"SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": NOWHERE}
    environ = {**slack, **SMALL, "KEEP_MISSES": keep}
    parts = assembly.assemble(settings.load(environ, "local"), engine)
    response = parts.app.dispatch(Envelopes(SECRET, NOWHERE).command("/alliance", "chocolate cake"))
    parts.posting.shutdown(wait=True)
    assert "as far as I can find" in response.body
    assert [miss.words for miss in MissStore(engine).every()] == kept
