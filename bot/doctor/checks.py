"""Everything that is looked at, in order; nothing is changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.doctor.finding import Finding, well
from bot.doctor.here import database_findings, read_and_proofed
from bot.doctor.slack import slack_findings
from bot.doctor.web import archive_finding, request_url_finding
from bot.settings import Settings


def examine(
    settings: Settings, manifest: Mapping[str, Any], base: str | None, now: Callable[[], datetime]
) -> Iterator[Finding]:
    """Every finding as it is made; `base` is the public address of the bot over HTTP."""
    yield well("settings", f"read; the bot would start in the mode `{settings.mode}`")
    statements, findings = read_and_proofed(settings)
    yield from findings
    yield from database_findings(settings)
    yield from slack_findings(settings, manifest, now)
    if address := base or settings.public_url:
        yield request_url_finding(address)
    for statement in statements:
        yield archive_finding(statement)
