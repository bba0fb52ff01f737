"""Every message that a test produces, held against the stand-in's rules and the bot's own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.playground.checking import faults, texts, units
from bot.playground.elements import elements
from bot.rendering.mrkdwn import escape, link

__all__ = ["check", "check_view", "not_in_text", "read_alike", "texts"]

Piece = Mapping[str, Any]
# Well below what Slack has been seen to refuse.
MOST_TEXT = 10_000
MOST_TOP_LEVEL_TEXT = 40_000


def marks(text: str) -> list[str]:
    """The marks of bold and of code that Slack leaves standing, with what they touch.

    A mark has to stand apart from letters, Hangul and its particles included; what stands in a
    quotation is no mark of ours.
    """
    lines = (line for line in text.split("\n") if not line.startswith(">"))
    touching = r"\w([*`])(?:\S[^*`]*\S|\S)\1|([*`])(?:\S[^*`]*\S|\S)\2\w"
    return [found[0] for line in lines for found in re.finditer(touching, line)]


def written(piece: Any) -> Iterator[str]:
    """Every text that is mrkdwn, in whatever holds it."""
    if isinstance(piece, Mapping):
        if piece.get("type") == "mrkdwn":
            yield piece["text"]
        piece = list(piece.values())
    if isinstance(piece, list | tuple):
        for one in piece:
            yield from written(one)


def parts(blocks: Sequence[Piece], kind: str) -> list[Piece]:
    """The parts of that kind in every rich text."""
    rich = (block for block in blocks if block["type"] == "rich_text")
    return [part for block in rich for part in block["elements"] if part["type"] == kind]


def check(message: Piece) -> None:
    """Raise AssertionError, with a pointer, where Slack would refuse or cut the message."""
    text = message.get("text")
    assert isinstance(text, str) and text.strip(), "top-level text is missing"
    assert units(text) <= MOST_TOP_LEVEL_TEXT, f"{units(text)} characters of text"
    shown = list(message.get("blocks", []))
    found = faults(shown, "message")
    assert not found, "\n".join(map(str, found))
    for one in (text, *written(shown)):
        assert not marks(one), marks(one)
    for block, element in elements(shown):
        assert element.get("action_id"), f"nothing answers {element} of {block['block_id']}"
    total = sum(units(text) for text in texts(shown))
    assert total <= MOST_TEXT, f"{total} characters in all blocks"
    untold = not_in_text(text, shown)
    assert not untold, f"whoever has only the text read out misses this: {untold}"
    alike = read_alike(shown)
    assert not alike, f"these cannot be told apart when they are read out: {alike}"


def check_view(view: Piece) -> None:
    """Raise AssertionError where somebody who listens could not tell what can be pressed in it.

    What Slack refuses of a view, the stand-in has refused already.
    """
    alike = read_alike(view["blocks"])
    assert not alike, f"these cannot be told apart when they are read out: {alike}"


def not_in_text(text: str, blocks: Sequence[dict[str, Any]]) -> list[str]:
    """The quotations and links of the blocks that the top-level text leaves out.

    https://docs.slack.dev/reference/methods/chat.postMessage : screen readers read it alone.
    """
    quoted = [
        "".join(span["text"] for span in part["elements"])
        for part in parts(blocks, "rich_text_quote")
    ]
    urls = [element["url"] for _, element in elements(blocks) if "url" in element]
    lines = [escape(line) for quote in quoted for line in quote.splitlines()]
    return [told for told in (*lines, *(link(url, "")[:-2] for url in urls)) if told not in text]


def read_alike(blocks: Sequence[dict[str, Any]]) -> list[str]:
    """What is read out for several elements, or shown of several that have no label of their own.

    https://docs.slack.dev/reference/block-kit/block-elements/button-element (accessibility_label)
    """
    named = [name for _, element in elements(blocks) for name in _names(element)]
    shown = Counter((kind, label) for kind, label, _ in named)
    read = Counter((kind, described or label) for kind, label, described in named)
    bare = {label for kind, label, described in named if shown[kind, label] > 1 and not described}
    return sorted(bare | {name for (_, name), times in read.items() if times > 1})


def _names(element: Piece) -> Iterator[tuple[str, str, str]]:
    """The kind of an element, what is shown of it, and what is read out instead."""
    if element["type"] == "feedback_buttons":
        for one in (element["positive_button"], element["negative_button"]):
            yield "button", one["text"]["text"], one.get("accessibility_label", "")
    elif element["type"] == "button":
        yield "button", element["text"]["text"], element.get("accessibility_label", "")
    elif "placeholder" in element:
        yield element["type"], element["placeholder"]["text"], ""
