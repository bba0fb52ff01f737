"""What stands in blocks, each with its page: https://docs.slack.dev/reference/block-kit"""

from collections.abc import Mapping

from bot.playground.block_shapes import BLOCKS, RICH
from bot.playground.object_shapes import OBJECTS, SPANS
from bot.playground.shapes import (
    CONFIRM,
    FOCUS,
    ID,
    PAGES,
    PLACEHOLDER,
    Choice,
    Flag,
    Many,
    Number,
    One,
    Rule,
    Shape,
    Strings,
    Text,
    Words,
)

_ELEMENTS = f"{PAGES}block-elements/"
_MENU_PAGE = _ELEMENTS + "select-menu-element"
_MENU: Mapping[str, Rule] = {"action_id": ID, "confirm": CONFIRM, **FOCUS, **PLACEHOLDER}
_OPTION, _OPTIONS = One(("option",)), Many(("option",), 100)
_GROUPS = Many(("option_group",), 100)
_BUTTON = {"text": Text(75, plain=True)}
_LISTED: Mapping[str, Rule] = {
    "initial_option": _OPTION,
    "options": _OPTIONS,
    "option_groups": _GROUPS,
}
_URL_ENABLED: Mapping[str, Rule] = {
    "response_url_enabled": Flag(),
    "default_to_current_conversation": Flag(),
}

ELEMENTS: Mapping[str, Shape] = {
    "button": Shape(
        _ELEMENTS + "button-element",
        _BUTTON,
        {
            "action_id": ID,
            "url": Words(3000),
            "value": Words(2000),
            "style": Choice(("primary", "danger")),
            "confirm": CONFIRM,
            "accessibility_label": Words(75),
        },
    ),
    "overflow": Shape(
        _ELEMENTS + "overflow-menu-element",
        {"options": Many(("option",), 5)},
        {"action_id": ID, "confirm": CONFIRM},
    ),
    "static_select": Shape(
        _MENU_PAGE, {}, {**_MENU, **_LISTED}, either=("options", "option_groups")
    ),
    "external_select": Shape(
        _MENU_PAGE, {}, {**_MENU, "initial_option": _OPTION, "min_query_length": Number(0, 100)}
    ),
    "users_select": Shape(_MENU_PAGE, {}, {**_MENU, "initial_user": Words(255)}),
    "channels_select": Shape(
        _MENU_PAGE,
        {},
        {**_MENU, "initial_channel": Words(255), "response_url_enabled": Flag()},
    ),
    "conversations_select": Shape(
        _MENU_PAGE,
        {},
        {**_MENU, **_URL_ENABLED, "initial_conversation": Words(255), "filter": One(("filter",))},
    ),
    "multi_static_select": Shape(
        _ELEMENTS + "multi-select-menu-element",
        {},
        {
            **_MENU,
            "options": _OPTIONS,
            "option_groups": _GROUPS,
            "initial_options": _OPTIONS,
            "max_selected_items": Number(1, 100),
        },
        either=("options", "option_groups"),
    ),
    "radio_buttons": Shape(
        _ELEMENTS + "radio-button-group-element",
        {"options": Many(("option",), 10)},
        {"action_id": ID, "confirm": CONFIRM, "initial_option": _OPTION, **FOCUS},
    ),
    "checkboxes": Shape(
        _ELEMENTS + "checkboxes-element",
        {"options": Many(("option",), 10)},
        {
            "action_id": ID,
            "confirm": CONFIRM,
            "initial_options": Many(("option",), 10),
            **FOCUS,
        },
    ),
    "datepicker": Shape(
        _ELEMENTS + "date-picker-element", {}, {**_MENU, "initial_date": Words(10)}
    ),
    "timepicker": Shape(
        _ELEMENTS + "time-picker-element",
        {},
        {**_MENU, "initial_time": Words(5), "timezone": Words(100)},
    ),
    "plain_text_input": Shape(
        _ELEMENTS + "plain-text-input-element",
        {},
        {
            "action_id": ID,
            "initial_value": Words(3000, 0),
            "multiline": Flag(),
            "min_length": Number(0, 3000),
            "max_length": Number(1, 3000),
            "dispatch_action_config": One(("dispatch",)),
            **FOCUS,
            **PLACEHOLDER,
        },
    ),
    "feedback_buttons": Shape(
        _ELEMENTS + "feedback-buttons-element",
        {"positive_button": One(("feedback",)), "negative_button": One(("feedback",))},
        {"action_id": ID},
    ),
    "icon_button": Shape(
        _ELEMENTS + "icon-button-element",
        {"icon": Choice(("trash",)), **_BUTTON},
        {
            "action_id": ID,
            "value": Words(2000),
            "confirm": CONFIRM,
            "accessibility_label": Words(75),
            "visible_to_user_ids": Strings(),
        },
    ),
    "image_element": Shape(
        _ELEMENTS + "image-element", {"alt_text": Words(2000), "image_url": Words(3000)}
    ),
}
SHAPES: Mapping[str, Shape] = {**BLOCKS, **RICH, **ELEMENTS, **OBJECTS, **SPANS}
