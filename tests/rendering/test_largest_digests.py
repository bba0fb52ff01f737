"""Digests of the largest statement, and the longest lists: nothing is more than Slack takes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.core.digests import (
    Ailing,
    Cadence,
    Chosen,
    Delivery,
    InOrder,
    OneSection,
    Owner,
    Paused,
    Plan,
    Program,
    Round,
    Subscription,
)
from bot.core.programs import entries
from bot.core.statement import Language
from bot.library import schema
from bot.playground.view_shapes import check_view
from bot.rendering.digest_form import Form, Opened, form_of
from bot.rendering.digest_modal import Draft, render_form
from bot.rendering.digest_replies import Saved, render_announcement, render_saved
from bot.rendering.digest_status import render_everywhere, render_status
from bot.rendering.digests import render_digest, render_preview
from bot.rendering.message import Message
from tests.support.largest import LARGEST
from tests.support.replies import Reply

NOW = datetime(2027, 1, 15, tzinfo=UTC)
ZONE = "America/Argentina/ComodRivadavia"
THEMES = tuple(theme.id for theme in LARGEST.themes)
LONGEST = Subscription(
    id="s",
    team="T" * 20,
    channel="C" * 20,
    plan=Plan(
        Cadence(frozenset(range(6)), time(12, 59), ZONE),
        Chosen(THEMES),
        "ko",
        frozenset(("US", "KR")),
    ),
    owner=Owner("U1", "<" * 80),
    next_slot=NOW,
    ailing=Ailing("channel_gone", NOW),
)
COMING = [
    (NOW + timedelta(days=day), entry)
    for day, entry in enumerate(entries(LARGEST, InOrder(), Round(), 3))
]
SAVED = Saved(LONGEST, COMING, NOW, new=True, zone="fallback", uninvited=True)
DELIVERIES = [Delivery("d", "s", NOW, "unconfirmed", "x" * 64, theme) for theme in THEMES[:5]]


def taken(message: Message) -> Reply:
    return Reply({"text": message.text, "blocks": message.blocks})


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_post_is_whole(language: Language) -> None:
    subscription = replace(LONGEST, plan=replace(LONGEST.plan, language=language))
    for theme in LARGEST.themes[:2]:
        for entry in entries(LARGEST, Chosen((theme.id,)), Round(), 1):
            for message in (
                render_digest(LARGEST, entry, subscription),
                render_preview(LARGEST, entry, subscription, language),
            ):
                assert taken(message).quote == "q" * schema.LONGEST_QUOTE


@pytest.mark.parametrize("language", ["en", "ko"])
def test_slack_takes_every_reply(language: Language) -> None:
    for message in (
        render_saved(LARGEST, SAVED, language),
        render_announcement(LARGEST, SAVED),
        render_status(LARGEST, LONGEST, COMING, DELIVERIES, NOW, language),
    ):
        assert taken(message).text


def test_a_list_too_long_ends_in_an_ellipsis() -> None:
    many = [replace(LONGEST, channel=f"C{number}") for number in range(1000)]
    shown = taken(render_everywhere(many, NOW, "en"))
    assert shown.prose.endswith("\n…")
    assert shown.text.startswith("*Digests in this workspace*\n• <#C0>: on Monday, ")
    assert shown.text.endswith("\n…")
    assert shown.text.count("• ") > shown.prose.count("• ") > 50
    assert "…" not in taken(render_everywhere(many[:20], NOW, "en")).prose


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "program", [InOrder(), Chosen(THEMES), OneSection(20)], ids=["order", "chosen", "section"]
)
def test_slack_takes_the_modal(program: Program, language: Language) -> None:
    paused = Paused(date(2027, 12, 31))
    digest = replace(LONGEST, plan=replace(LONGEST.plan, program=program), paused=paused)
    draft = Draft(form_of(digest), COMING, NOW, LONGEST)
    view = check_view(render_form(LARGEST, draft, Opened(language, "C" * 20)), "modal")
    fields = {block["block_id"]: block["element"] for block in view["blocks"] if "element" in block}
    if isinstance(program, Chosen):
        assert len(fields["themes"]["options"]) == len(fields["themes"]["initial_options"]) == 100
    assert ("section" in fields) == isinstance(program, OneSection)


def test_a_statement_without_sections_offers_none() -> None:
    flat = replace(LARGEST, sections=tuple(replace(s, number=None) for s in LARGEST.sections))
    draft = Draft(Form("C1", "UTC"), COMING, NOW)
    view = check_view(render_form(flat, draft, Opened("en", "D1")), "modal")
    fields = {block["block_id"]: block["element"] for block in view["blocks"] if "element" in block}
    offered = [option["value"] for option in fields["program"]["options"]]
    assert offered == ["in_order", "shuffled", "chosen"]
    assert fields["channel"]["filter"] == {"include": ["public", "private", "im"]}
