"""Composition objects, and the spans of rich text, each with its page."""

from collections.abc import Mapping

from bot.playground.shapes import (
    PAGES,
    STYLE,
    Choice,
    Flag,
    Many,
    Number,
    Shape,
    Strings,
    Text,
    Words,
)

_ELEMENTS, _OBJECTS = f"{PAGES}block-elements/", f"{PAGES}composition-objects/"
_RICH_TEXT = PAGES + "blocks/rich-text-block"
_STYLED = {"style": STYLE}

OBJECTS: Mapping[str, Shape] = {
    "plain_text": Shape(_OBJECTS + "text-object", {"text": Words(3000)}, {"emoji": Flag()}),
    "mrkdwn": Shape(_OBJECTS + "text-object", {"text": Words(3000)}, {"verbatim": Flag()}),
    # A section's field is a text object of its own length.
    "field": Shape(
        PAGES + "blocks/section-block",
        {"type": Choice(("plain_text", "mrkdwn")), "text": Words(2000)},
        {"emoji": Flag(), "verbatim": Flag()},
        typed=False,
    ),
    "option": Shape(
        _OBJECTS + "option-object",
        {"text": Text(75), "value": Words(150)},
        {"description": Text(75), "url": Words(3000)},
        typed=False,
    ),
    "option_group": Shape(
        _OBJECTS + "option-group-object",
        {"label": Text(75, plain=True), "options": Many(("option",), 100)},
        typed=False,
    ),
    "confirm": Shape(
        _OBJECTS + "confirmation-dialog-object",
        {
            "title": Text(100, plain=True),
            "text": Text(300),
            "confirm": Text(30, plain=True),
            "deny": Text(30, plain=True),
        },
        {"style": Choice(("primary", "danger"))},
        typed=False,
    ),
    "feedback": Shape(
        _ELEMENTS + "feedback-buttons-element",
        {"text": Text(75, plain=True), "value": Words(2000)},
        {"accessibility_label": Words(75)},
        typed=False,
    ),
    "filter": Shape(
        _OBJECTS + "conversation-filter-object",
        {},
        {
            "include": Strings(),
            "exclude_external_shared_channels": Flag(),
            "exclude_bot_users": Flag(),
        },
        typed=False,
    ),
    "dispatch": Shape(
        _OBJECTS + "dispatch-action-configuration-object",
        {},
        {"trigger_actions_on": Strings(("on_enter_pressed", "on_character_entered"))},
        typed=False,
    ),
    "style": Shape(
        _RICH_TEXT,
        {},
        {name: Flag() for name in ("bold", "italic", "strike", "code", "underline")},
        typed=False,
    ),
}
SPANS: Mapping[str, Shape] = {
    "text": Shape(_RICH_TEXT, {"text": Words(40_000)}, _STYLED),
    "link": Shape(
        _RICH_TEXT,
        {"url": Words(3000)},
        {"text": Words(3000), "unsafe": Flag(), **_STYLED},
    ),
    "emoji": Shape(_RICH_TEXT, {"name": Words(255)}, {"unicode": Words(255), **_STYLED}),
    "user": Shape(_RICH_TEXT, {"user_id": Words(255)}, _STYLED),
    "channel": Shape(_RICH_TEXT, {"channel_id": Words(255)}, _STYLED),
    "usergroup": Shape(_RICH_TEXT, {"usergroup_id": Words(255)}, _STYLED),
    "broadcast": Shape(_RICH_TEXT, {"range": Choice(("here", "channel", "everyone"))}),
    "date": Shape(
        _ELEMENTS + "date-element",
        {"timestamp": Number(0, 10**11), "format": Words(255)},
        {"url": Words(3000), "fallback": Words(3000), "timezone": Words(100), **_STYLED},
    ),
}
