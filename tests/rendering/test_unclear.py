"""What was misread of a digest is shown as words, whatever marks stand in them."""

from bot.core.digest_request import Unclear, parse_digest
from bot.core.zones import Zones
from bot.rendering.digest_unclear import render_unclear


def test_marks_in_what_was_typed_change_no_looks() -> None:
    request = parse_digest("digest daily 9am a`b`c d*e*f", Zones(("UTC",)))
    assert isinstance(request, Unclear)
    assert (
        "• I do not understand “abc def”. Please leave it out.\n"
        in render_unclear(request, "en").text
    )
