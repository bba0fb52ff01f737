"""Block Kit blocks as dicts, from small typed builders: the SDK's own classes lose keys.

mrkdwn arguments are escaped by the caller (mrkdwn.py); plain ones are raw, and labels too long for
their place end in an ellipsis.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from bot.rendering import limits
from bot.rendering.limits import cut

Block = dict[str, Any]
Element = dict[str, Any]


def quotation(text: str) -> Block:
    """A quotation as it stands: nothing in it is markup."""
    quoted = {"type": "rich_text_quote", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [quoted]}


def section(mrkdwn: str, accessory: Element | None = None) -> Block:
    """A paragraph of mrkdwn, with what can be pressed beside it."""
    block = {"type": "section", "text": _mrkdwn(mrkdwn)}
    return {**block, "accessory": accessory} if accessory else block


def header(text: str) -> Block:
    """A heading, raw."""
    return {"type": "header", "text": plain(cut(text, limits.HEADER_TEXT))}


def marked_quotation(before: str, marked: str, after: str) -> Block:
    """A quotation, one stretch of it in bold."""
    spans: list[Element] = [
        {"type": "text", "text": before},
        {"type": "text", "text": marked, "style": {"bold": True}},
        {"type": "text", "text": after},
    ]
    quoted = {"type": "rich_text_quote", "elements": [span for span in spans if span["text"]]}
    return {"type": "rich_text", "elements": [quoted]}


def preformatted(text: str) -> Block:
    """Text to be copied, as it stands."""
    written = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [written]}


def sections(lines: Iterable[str]) -> list[Block]:
    """Lines of mrkdwn in as few paragraphs as hold them."""
    packed: list[str] = []
    for line in lines:
        joined = f"{packed[-1]}\n{line}" if packed else ""
        if joined and limits.length(joined) <= limits.SECTION_TEXT:
            packed[-1] = joined
        else:
            packed.append(line)
    return [section(text) for text in packed]


def table(rows: Iterable[tuple[str, str]]) -> list[Block]:
    """Rows of mrkdwn in two columns; a table block stands in messages only."""
    cells = iter([_mrkdwn(cell) for row in rows for cell in row])
    shown = []
    while held := list(islice(cells, limits.SECTION_FIELDS)):
        shown.append({"type": "section", "fields": held})
    return shown


def context(*notes: str) -> Block:
    """Small print, one note of mrkdwn after another."""
    return {"type": "context", "elements": [_mrkdwn(note) for note in notes]}


def actions(*elements: Element) -> Block:
    """A row of buttons and menus."""
    return {"type": "actions", "elements": list(elements)}


def button(action_id: str, label: str, value: str, accessibility_label: str = "") -> Element:
    """A button that sends its value back."""
    element = {
        "type": "button",
        "action_id": action_id,
        "text": plain(cut(label, limits.BUTTON_TEXT)),
        "value": value,
    }
    return _described(element, accessibility_label)


def link_button(action_id: str, label: str, url: str, accessibility_label: str) -> Element:
    """A button that opens an address."""
    element = {
        "type": "button",
        "action_id": action_id,
        "text": plain(cut(label, limits.BUTTON_TEXT)),
        "url": url,
    }
    return _described(element, accessibility_label)


def option(
    label: str, value: str, most: int = limits.OPTION_TEXT, description: str = ""
) -> Element:
    """One line of a menu, its label no longer than `most`, and small print under it."""
    shown = {"text": plain(cut(label, min(most, limits.OPTION_TEXT))), "value": value}
    return {**shown, "description": plain(description)} if description else shown


def option_groups(
    label: str, options: Sequence[Element], most: int = limits.GROUP_LABEL
) -> list[Element]:
    """The options under one label; as many groups as they need, none where there are none."""
    label = cut(label, min(most, limits.GROUP_LABEL))
    rest = iter(options)
    groups = []
    while held := list(islice(rest, limits.SELECT_OPTIONS)):
        groups.append({"label": plain(label), "options": held})
    return groups


def menu(action_id: str, placeholder: str, groups: Sequence[Element]) -> Element:
    """A menu of grouped options."""
    return {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain(cut(placeholder, limits.PLACEHOLDER)),
        "option_groups": list(groups),
    }


def confirmation(title: str, text: str, confirm: str, deny: str) -> Element:
    """What is asked before something is done, in raw words.

    https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
    """
    words = {"title": title, "text": text, "confirm": confirm, "deny": deny}
    return {name: plain(word) for name, word in words.items()}


def plain(text: str) -> Element:
    """Raw text without markup."""
    return {"type": "plain_text", "text": text, "emoji": False}


def _described(element: Element, accessibility_label: str) -> Element:
    if accessibility_label:
        element["accessibility_label"] = cut(accessibility_label, limits.ACCESSIBILITY_LABEL)
    return element


def _mrkdwn(text: str) -> Element:
    # Without `verbatim` Slack turns a bare #word or @word of a quotation into a link.
    return {"type": "mrkdwn", "text": text, "verbatim": True}
