"""The Home of the largest statement, and of a workspace with the longest digests, fits Slack."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.digests import Seen
from bot.core.programs import entries
from bot.core.statement import Language, Statement
from bot.playground.view_shapes import check_view
from bot.rendering.home import Home, help_view, render_home
from bot.rendering.home_actions import conversation_in
from bot.rendering.home_digests import Kept, preview_view
from tests.rendering.test_largest import ONE_SECTION
from tests.rendering.test_largest_digests import LONGEST, NOW
from tests.support.largest import LARGEST
from tests.support.statements import HARBOUR

MANY = tuple(replace(LONGEST, id="s" * 64, channel=f"C{number}") for number in range(1000))
KEPT = Kept(Seen(MANY[:10], 1000), NOW)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("statement", [LARGEST, ONE_SECTION], ids=["largest", "one-section"])
def test_slack_takes_it(statement: Statement, language: Language) -> None:
    home = Home(statement, "D" * 30, "ko", (LARGEST,) * 9, KEPT)
    view = check_view(render_home(home, language), "home")
    assert len(view["blocks"]) <= 100


@pytest.mark.parametrize("language", ["en", "ko"])
def test_slack_takes_its_modals(language: Language) -> None:
    (entry,) = entries(LARGEST, LONGEST.plan.program, LONGEST.round, 1)
    check_view(preview_view(LARGEST, entry, LONGEST, language), "modal")
    check_view(help_view(LARGEST, language), "modal")


def test_the_same_home_an_hour_later_is_the_same() -> None:
    later = replace(KEPT, at=NOW + timedelta(hours=1))
    one, two = (render_home(Home(HARBOUR, "D1", kept=kept), "en") for kept in (KEPT, later))
    assert one == two
    assert conversation_in(one["private_metadata"]) == "D1"


def test_whatever_differs_in_it_is_told_by_what_it_remembers() -> None:
    fewer = Kept(Seen(MANY[:3], 3), NOW)
    healed = Kept(Seen((replace(MANY[0], ailing=None), *MANY[1:10]), 1000), NOW)
    homes = [
        render_home(Home(HARBOUR, "D1"), "en"),
        render_home(Home(HARBOUR, "D1"), "ko"),
        render_home(Home(HARBOUR, "D1", "en"), "en"),
        render_home(Home(HARBOUR, "D2"), "en"),
        *(render_home(Home(HARBOUR, "D1", kept=kept), "en") for kept in (KEPT, fewer, healed)),
    ]
    assert len({home["private_metadata"] for home in homes}) == 7
