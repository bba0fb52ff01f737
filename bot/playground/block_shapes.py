"""The blocks, each with its page: https://docs.slack.dev/reference/block-kit/blocks"""

from collections.abc import Mapping

from bot.playground import shapes
from bot.playground.shapes import ID, PAGES, Choice, Flag, Many, Number, One, Shape, Text, Words

_BLOCKS = f"{PAGES}blocks/"
_RICH = ("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")
_SPANS = ("text", "link", "emoji", "user", "channel", "usergroup", "broadcast", "date")
_MENUS = (
    *("static_select", "external_select", "users_select"),
    *("conversations_select", "channels_select"),
)
_CHOICES = ("multi_static_select", "radio_buttons", "checkboxes", "datepicker", "timepicker")
# No limit of rich text is documented; a message's whole text is limited anyway.
_RUN = {"elements": Many(_SPANS, 3000)}

BLOCKS: Mapping[str, Shape] = {
    "actions": Shape(
        _BLOCKS + "actions-block",
        {"elements": Many(("button", "overflow", *_MENUS, *_CHOICES), 25)},
        {"block_id": ID},
    ),
    "context": Shape(
        _BLOCKS + "context-block",
        {"elements": Many(("plain_text", "mrkdwn", "image_element"), 10)},
        {"block_id": ID},
    ),
    "context_actions": Shape(
        _BLOCKS + "context-actions-block",
        {"elements": Many(("feedback_buttons", "icon_button"), 5)},
        {"block_id": ID},
        surfaces=shapes.MESSAGE,
    ),
    "divider": Shape(_BLOCKS + "divider-block", {}, {"block_id": ID}),
    "header": Shape(_BLOCKS + "header-block", {"text": Text(150, plain=True)}, {"block_id": ID}),
    "image": Shape(
        _BLOCKS + "image-block",
        {"alt_text": Words(2000), "image_url": Words(3000)},
        {"block_id": ID, "title": Text(2000, plain=True)},
    ),
    "input": Shape(
        _BLOCKS + "input-block",
        {
            "label": Text(2000, plain=True),
            "element": One(("plain_text_input", *_MENUS, *_CHOICES)),
        },
        {
            "block_id": ID,
            "hint": Text(2000, plain=True),
            "optional": Flag(),
            "dispatch_action": Flag(),
        },
        surfaces=shapes.NOT_UNFURL,
    ),
    "markdown": Shape(
        _BLOCKS + "markdown-block",
        {"text": Words(12_000)},
        {"block_id": ID},
        surfaces=shapes.MESSAGE,
    ),
    "rich_text": Shape(
        _BLOCKS + "rich-text-block",
        {"elements": Many(_RICH, 3000)},
        {"block_id": ID},
        # https://docs.slack.dev/messaging/unfurling-links-in-messages
        surfaces=shapes.NOT_UNFURL,
    ),
    "section": Shape(
        _BLOCKS + "section-block",
        {},
        {
            "block_id": ID,
            "text": Text(3000),
            "fields": Many(("field",), 10),
            "accessory": One(("button", "overflow", "image_element", *_MENUS, *_CHOICES)),
            "expand": Flag(),
        },
        either=("text", "fields"),
        both=True,
    ),
}
RICH: Mapping[str, Shape] = {
    "rich_text_section": Shape(_BLOCKS + "rich-text-block", _RUN),
    "rich_text_quote": Shape(_BLOCKS + "rich-text-block", _RUN, {"border": Number(0, 1)}),
    "rich_text_preformatted": Shape(_BLOCKS + "rich-text-block", _RUN, {"border": Number(0, 1)}),
    "rich_text_list": Shape(
        _BLOCKS + "rich-text-block",
        {"elements": Many(("rich_text_section",), 3000), "style": Choice(("bullet", "ordered"))},
        {"indent": Number(0, 8), "offset": Number(0, 10_000), "border": Number(0, 1)},
    ),
}
