"""Slack's rules for messages, written down apart from the bot's own builders and limits.

https://docs.slack.dev/reference/block-kit ; `check` runs on every message that a test produces.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Piece = Mapping[str, Any]

MOST_BLOCKS = 50
MOST_TEXT = 10_000
MOST_TOP_LEVEL_TEXT = 40_000


def check(message: Piece) -> None:
    """Raise AssertionError, with a path, where Slack would refuse or cut the message."""
    text = message.get("text")
    assert isinstance(text, str) and text.strip(), "top-level text is missing"
    _length("text", text, MOST_TOP_LEVEL_TEXT)
    shown = message.get("blocks", [])
    assert len(shown) <= MOST_BLOCKS, f"{len(shown)} blocks"
    for place, block in enumerate(shown):
        _piece(f"blocks[{place}]", block, _BLOCKS)
    _unique("block_id", (block["block_id"] for block in shown if "block_id" in block))
    total = sum(units(text) for text in texts(shown))
    assert total <= MOST_TEXT, f"{total} characters in all blocks"


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def texts(piece: object) -> Iterator[str]:
    """Every text in the blocks, wherever it stands."""
    if isinstance(piece, Mapping):
        if isinstance(piece.get("text"), str):
            yield piece["text"]
        for inner in piece.values():
            yield from texts(inner)
    elif isinstance(piece, list | tuple):
        for inner in piece:
            yield from texts(inner)


def _length(path: str, text: object, most: int) -> None:
    assert isinstance(text, str), f"{path} is no text"
    assert 1 <= units(text) <= most, f"{path} has {units(text)} of 1 to {most} characters"


def _count(path: str, pieces: list[Any], most: int) -> None:
    assert 1 <= len(pieces) <= most, f"{path} has {len(pieces)} of 1 to {most}"


def _unique(what: str, ids: Iterable[str]) -> None:
    given = list(ids)
    assert len(given) == len(set(given)), f"{what} twice: {given}"
    for id in given:
        _length(what, id, 255)


def _keys(path: str, piece: Piece, required: str, allowed: str = "") -> None:
    needed, known = set(required.split()), set(f"type {required} {allowed}".split())
    assert needed <= set(piece), f"{path} lacks {needed - set(piece)}"
    assert set(piece) <= known, f"{path} has unknown {set(piece) - known}"


def _piece(path: str, piece: Piece, kinds: Mapping[str, Callable[[str, Piece], None]]) -> None:
    kind = str(piece.get("type"))
    assert kind in kinds, f"{path} is of unknown type {kind}"
    kinds[kind](f"{path}:{kind}", piece)


def _plain(path: str, text: Piece, most: int) -> None:
    _keys(path, text, "text", "emoji")
    assert text["type"] == "plain_text", f"{path} is not plain_text"
    _length(path, text["text"], most)


def _text(path: str, text: Piece, most: int) -> None:
    if text.get("type") == "plain_text":
        return _plain(path, text, most)
    assert text.get("type") == "mrkdwn", f"{path} is no text object"
    _keys(path, text, "text", "verbatim")
    _length(path, text["text"], most)


def _section(path: str, block: Piece) -> None:
    _keys(path, block, "text", "block_id expand")
    _text(path, block["text"], 3000)


def _header(path: str, block: Piece) -> None:
    _keys(path, block, "text", "block_id")
    _plain(path, block["text"], 150)


def _divider(path: str, block: Piece) -> None:
    _keys(path, block, "", "block_id")


def _context(path: str, block: Piece) -> None:
    _keys(path, block, "elements", "block_id")
    _count(path, block["elements"], 10)
    for place, text in enumerate(block["elements"]):
        _text(f"{path}[{place}]", text, 3000)


def _rich_text(path: str, block: Piece) -> None:
    _keys(path, block, "elements", "block_id")
    assert block["elements"], f"{path} is empty"
    for place, element in enumerate(block["elements"]):
        _piece(f"{path}[{place}]", element, _RICH)


def _rich_run(path: str, element: Piece) -> None:
    _keys(path, element, "elements", "border")
    assert element["elements"], f"{path} is empty"
    for span in element["elements"]:
        assert span["type"] in ("text", "link"), f"{path} holds a {span['type']}"
        _keys(path, span, "text" if span["type"] == "text" else "url", "text style")
        _length(path, span.get("text", span.get("url")), 3000)


def _actions(path: str, block: Piece) -> None:
    _keys(path, block, "elements", "block_id")
    _count(path, block["elements"], 25)
    for place, element in enumerate(block["elements"]):
        _piece(f"{path}[{place}]", element, _ELEMENTS)
    _unique("action_id", (element["action_id"] for element in block["elements"]))


def _button(path: str, button: Piece) -> None:
    _keys(path, button, "text action_id", "value url style accessibility_label")
    _plain(path, button["text"], 75)
    for key, most in (("value", 2000), ("url", 3000), ("accessibility_label", 75)):
        if key in button:
            _length(f"{path}.{key}", button[key], most)


def _select(path: str, menu: Piece) -> None:
    _keys(path, menu, "action_id placeholder option_groups")
    _plain(f"{path}.placeholder", menu["placeholder"], 150)
    _count(path, menu["option_groups"], 100)
    for place, group in enumerate(menu["option_groups"]):
        _group(f"{path}.option_groups[{place}]", group)


def _group(path: str, group: Piece) -> None:
    _keys(path, group, "label options")
    _plain(f"{path}.label", group["label"], 75)
    _count(path, group["options"], 100)
    for option in group["options"]:
        _keys(path, option, "text value", "description")
        _plain(path, option["text"], 75)
        _length(f"{path}.value", option["value"], 150)


_BLOCKS = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "context": _context,
    "rich_text": _rich_text,
    "actions": _actions,
}
_RICH = {"rich_text_section": _rich_run, "rich_text_quote": _rich_run}
_ELEMENTS = {"button": _button, "static_select": _select}
