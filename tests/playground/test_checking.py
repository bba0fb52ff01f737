"""Where blocks may stand and what they hold: one that Slack takes, one that it refuses."""

from typing import Any

import pytest

from bot.playground.checking import faults
from bot.playground.element_shapes import SHAPES
from bot.playground.shapes import Surface
from tests.rendering.test_blockkit import BUTTON, OPTION, PLAIN, SECTION, actions

IMAGE = {"type": "image", "alt_text": "a", "image_url": "https://a.example/a.png"}
INPUT = {"type": "input", "label": PLAIN, "element": {"type": "plain_text_input"}}
SPAN = {"type": "text", "text": "a"}
FIELD = {"type": "mrkdwn", "text": "a"}


def typed(*moments: object) -> dict[str, Any]:
    """An input that tells of what is typed at these moments."""
    config = {"trigger_actions_on": list(moments)}
    return INPUT | {"element": {"type": "plain_text_input", "dispatch_action_config": config}}


FEEDBACK = {
    "type": "feedback_buttons",
    "action_id": "f",
    "positive_button": {"text": PLAIN, "value": "+"},
    "negative_button": {"text": PLAIN, "value": "-"},
}
CONFIRM = {"title": PLAIN, "text": PLAIN, "confirm": PLAIN, "deny": PLAIN}


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": list(elements)}


def run(kind: str, *spans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": f"rich_text_{kind}", "elements": list(spans), **more}


def short(size: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": "a" * size}


PAIRS: list[tuple[Surface, dict[str, Any], dict[str, Any], str]] = [
    ("unfurl", SECTION, rich(run("quote", SPAN)), "/blocks/0/type"),
    ("unfurl", SECTION, INPUT, "/blocks/0/type"),
    (
        "home",
        typed("on_enter_pressed"),
        typed("enter"),
        "/dispatch_action_config/trigger_actions_on",
    ),
    ("home", typed(), typed(7), "/dispatch_action_config/trigger_actions_on"),
    ("home", SECTION, {"type": "markdown", "text": "a"}, "/blocks/0/type"),
    ("message", {"type": "markdown", "text": "a" * 12_000}, SECTION | {"a": 1}, "/blocks/0"),
    ("message", IMAGE, IMAGE | {"alt_text": ""}, "/blocks/0/alt_text"),
    ("message", SECTION | {"accessory": IMAGE}, SECTION | {"accessory": INPUT}, "/accessory/type"),
    ("message", {"type": "context", "elements": [IMAGE]}, actions(IMAGE), "/elements/0/type"),
    (
        "message",
        {"type": "section", "fields": [FIELD] * 10},
        {"type": "section", "fields": [FIELD] * 11},
        "/blocks/0/fields",
    ),
    ("message", INPUT, INPUT | {"label": FIELD}, "/label/type"),
    ("message", SECTION | {"expand": True}, SECTION | {"expand": "yes"}, "/expand"),
    ("message", SECTION | {"block_id": "a" * 255}, SECTION | {"block_id": "a" * 256}, "/block_id"),
    (
        "message",
        actions({"type": "overflow", "options": [OPTION] * 5}),
        actions({"type": "overflow", "options": [OPTION] * 6}),
        "/elements/0/options",
    ),
    (
        "message",
        actions({"type": "static_select", "options": [OPTION] * 100}),
        actions({"type": "static_select", "options": [OPTION], "option_groups": []}),
        "/elements/0",
    ),
    (
        "message",
        actions({"type": "external_select", "min_query_length": 1}),
        actions({"type": "external_select", "options": [OPTION]}),
        "/elements/0",
    ),
    (
        "message",
        actions({"type": "radio_buttons", "options": [OPTION] * 10}),
        actions({"type": "checkboxes", "options": [OPTION] * 11}),
        "/elements/0/options",
    ),
    (
        "message",
        actions(BUTTON | {"style": "danger"}),
        actions(BUTTON | {"style": "loud"}),
        "/elements/0/style",
    ),
    (
        "message",
        actions(BUTTON | {"confirm": CONFIRM | {"title": short(100)}}),
        actions(BUTTON | {"confirm": CONFIRM | {"title": short(101)}}),
        "/confirm/title/text",
    ),
    (
        "message",
        {"type": "context_actions", "elements": [FEEDBACK]},
        {"type": "context_actions", "elements": [BUTTON]},
        "/elements/0/type",
    ),
    (
        "message",
        rich(run("list", run("section", SPAN), style="bullet", indent=8)),
        rich(run("list", run("section", SPAN), style="bullet", indent=9)),
        "/indent",
    ),
    (
        "message",
        rich(run("preformatted", SPAN), run("section", {"type": "user", "user_id": "U1"})),
        rich(run("section", {"type": "broadcast", "range": "all"})),
        "/range",
    ),
    (
        "message",
        rich(run("section", SPAN | {"style": {"bold": True}})),
        rich(run("section", SPAN | {"style": {"bold": 1}})),
        "/style/bold",
    ),
    (
        "modal",
        INPUT | {"element": {"type": "plain_text_input", "max_length": 3000}},
        INPUT | {"element": {"type": "plain_text_input", "max_length": 3001}},
        "/element/max_length",
    ),
    ("modal", INPUT, INPUT | {"element": BUTTON}, "/element/type"),
]


@pytest.mark.parametrize(("surface", "taken", "refused", "where"), PAIRS)
def test_a_block_and_its_neighbour(
    surface: Surface, taken: dict[str, Any], refused: dict[str, Any], where: str
) -> None:
    assert faults([taken], surface) == []
    assert any(fault.pointer.endswith(where) for fault in faults([refused], surface))


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_how_many_blocks_there_may_be(surface: Surface, most: int) -> None:
    assert faults([SECTION] * most, surface) == []
    (fault,) = faults([SECTION] * (most + 1), surface)
    assert fault.pointer == "/blocks"


def test_markdown_is_counted_over_all_blocks() -> None:
    halves = [{"type": "markdown", "text": "a" * size} for size in (6000, 6001)]
    assert faults([halves[0]] * 2, "message") == []
    assert faults(halves, "message") != []


@pytest.mark.parametrize("blocks", [None, {}, "[]", [None], ["a"], [[]], [{}], [{"type": []}]])
def test_what_is_no_block_at_all_is_refused(blocks: object) -> None:
    assert faults(blocks, "message") != []


def test_every_shape_names_its_page() -> None:
    for shape in SHAPES.values():
        assert shape.page.startswith("https://docs.slack.dev/reference/block-kit/")
