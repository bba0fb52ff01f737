"""Slack's limits, each with the page that says so; no other file knows these numbers.

The limits that are missing here are kept by the lengths that library/schema.py allows.
"""

from collections.abc import Iterable

# https://docs.slack.dev/reference/block-kit/blocks/section-block
SECTION_TEXT = 3000
# https://docs.slack.dev/reference/block-kit/blocks/header-block
HEADER_TEXT = 150
SECTION_FIELDS = 10
# https://docs.slack.dev/reference/block-kit/blocks/context-block
CONTEXT_ELEMENTS = 10
# https://docs.slack.dev/reference/block-kit/blocks/actions-block
ACTIONS_ELEMENTS = 25
# https://docs.slack.dev/reference/block-kit/block-elements/button-element
BUTTON_TEXT = 75
BUTTON_URL = 3000
ACCESSIBILITY_LABEL = 75
# https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
SELECT_OPTIONS = 100
SELECT_GROUPS = 100
PLACEHOLDER = 150
# https://docs.slack.dev/reference/block-kit/composition-objects/option-object
OPTION_TEXT = 75
OPTION_DESCRIPTION = 75
# https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object
GROUP_LABEL = 75
# https://docs.slack.dev/reference/methods/chat.postMessage#truncating
TOP_LEVEL_TEXT = 40_000
# https://docs.slack.dev/reference/views/modal-views
MODAL_TITLE = 24
# Undocumented; refused from about 11,300 on: https://github.com/slackapi/bolt-js/issues/2867
TEXT_OF_ALL_BLOCKS = 10_000

_ELLIPSIS = "…"


def length(text: str) -> int:
    """The length as a client counts it, in UTF-16 units: the longest that Slack could mean."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """A label no longer than `most`, ending in an ellipsis where it was; never for a quotation."""
    if length(text) <= most:
        return text
    kept = text[: most - 1]
    while length(kept) > most - 1:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def fitting(lines: Iterable[str], most: int) -> list[str]:
    """The first lines that hold no more than `most` with their ends, then an ellipsis for others.

    Only for lines that can be read elsewhere too: never for a quotation.
    """
    kept: list[str] = []
    room = most - len(_ELLIPSIS)
    for line in lines:
        room -= length(line) + 1
        if room < 0:
            return [*kept, _ELLIPSIS]
        kept.append(line)
    return kept
