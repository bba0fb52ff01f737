"""The search, its menu and its answers: no larger than Slack takes, in both languages."""

from typing import Any

import pytest

from bot.core.answering import Answer, Choices, Contents, Found, Help, Match, NotFound
from bot.core.library import library_of
from bot.core.statement import Language
from bot.core.suggesting import Typeahead
from bot.playground.checking import units, value_faults
from bot.playground.shapes import Many
from bot.playground.view_shapes import check_view
from bot.rendering.references import Reference
from bot.rendering.results import result_view
from bot.rendering.search_modal import Pick, pick_in, search_view, suggested_groups
from tests.support.largest import LARGEST, NEIGHBOURS
from tests.support.statements import HARBOUR, LANTERNS

# https://docs.slack.dev/reference/block-kit/composition-objects/option-object
OPTION_VALUE = 150
GROUPS = Many(("option_group",), 100)


def groups(typeahead: Typeahead, typed: str, language: Language) -> list[dict[str, Any]]:
    found = suggested_groups(typeahead.suggest(typed), language)
    assert value_faults("/option_groups", found, GROUPS) == []
    return found


@pytest.mark.parametrize("language", ["en", "ko"])
def test_slack_takes_the_modal(language: Language) -> None:
    view = check_view(search_view(language), "modal")
    assert view["private_metadata"] == language
    assert [(block["block_id"], block["optional"]) for block in view["blocks"]] == [
        ("subject", True),
        ("own_words", True),
    ]
    # Nothing listens to what has not been submitted yet.
    assert not any(block["dispatch_action"] for block in view["blocks"])


@pytest.mark.parametrize(
    ("language", "themes", "theme"),
    [("en", "Themes", "Lanterns <& lights>"), ("ko", "주제", "등불")],
)
def test_themes_and_passages_stand_under_their_labels(
    language: Language, themes: str, theme: str
) -> None:
    first, second = groups(Typeahead(library_of(HARBOUR)), "street", language)
    assert first["label"]["text"] == themes
    assert first["options"] == [
        {
            "text": {"type": "plain_text", "text": theme, "emoji": False},
            "value": f"t:harbour/lanterns/{language}",
        }
    ]
    assert second["options"][0] == {
        "text": {"type": "plain_text", "text": f"{theme} ¶1 (1)", "emoji": False},
        "value": f"p:harbour/lanterns-light/{language}",
        "description": {"type": "plain_text", "text": LANTERNS, "emoji": False},
    }


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("typed", ["", "a", "가"])
def test_slack_takes_the_largest_menu(typed: str, language: Language) -> None:
    found = groups(Typeahead(library_of(LARGEST)), typed, language)
    options = [option for group in found for option in group["options"]]
    assert 0 < len(options) <= 100
    assert max(units(option["value"]) for option in options) <= OPTION_VALUE
    assert len({option["value"] for option in options}) == len(options)


def test_a_pick_is_what_its_value_spells() -> None:
    reference = Reference("harbour", "whales", "ko")
    for pick in (Pick("theme", reference), Pick("passage", reference)):
        assert pick_in(pick.value) == pick


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "answer",
    [
        Found(LARGEST, (Match(LARGEST.themes[0].passages[0], "theme"),) * 5),
        Choices(LARGEST, LARGEST.themes[:5]),
        Contents(LARGEST),
        Help(LARGEST),
        NotFound(LARGEST, LARGEST.themes[:3], NEIGHBOURS[0]),
    ],
    ids=["found", "choices", "contents", "help", "not-found"],
)
def test_slack_takes_every_answer_in_a_modal(answer: Answer, language: Language) -> None:
    view = check_view(result_view(answer, language), "modal")
    assert view["blocks"][-1]["elements"][0]["action_id"] == "search_again"
