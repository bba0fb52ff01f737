"""Block Kit checked as Slack checks it: every fault with a JSON pointer to its place.

https://docs.slack.dev/reference/methods/blocks.validate ; the tables stand in `element_shapes`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from bot.playground import limits
from bot.playground.block_shapes import BLOCKS
from bot.playground.element_shapes import SHAPES
from bot.playground.shapes import (
    Choice,
    Flag,
    Many,
    Number,
    One,
    Rule,
    Shape,
    Strings,
    Surface,
    Text,
    Words,
)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a piece, and where it stands."""

    pointer: str
    sentence: str

    def __str__(self) -> str:
        return f"[ERROR] {self.sentence} [json-pointer:{self.pointer}]"


def faults(blocks: object, surface: Surface, at: str = "/blocks") -> list[Wrong]:
    """Everything that Slack would refuse of the blocks on that surface, in their order."""
    if not isinstance(blocks, list | tuple):
        return [Wrong(at, "must provide an array")]
    most = limits.BLOCKS[surface]
    found = [Wrong(at, f"no more than {most} items allowed")] if len(blocks) > most else []
    for place, block in enumerate(blocks):
        found += _piece(f"{at}/{place}", block, tuple(BLOCKS), surface)
    return found or list(_whole(blocks, at))


def value_faults(at: str, value: object, rule: Rule) -> list[Wrong]:
    """Everything that is wrong with one value, by that rule."""
    return list(_value(at, value, rule, "modal"))


def units(text: str) -> int:
    """The length in UTF-16 code units: the longest that Slack could mean."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


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


def _whole(blocks: Sequence[Mapping[str, Any]], at: str) -> Iterator[Wrong]:
    """What no single block shows: ids that come twice, and Markdown in all."""
    yield from _twice(at, "block_id", blocks)
    for place, block in enumerate(blocks):
        if block["type"] in ("actions", "context_actions"):
            yield from _twice(f"{at}/{place}/elements", "action_id", block["elements"])
    marked = (block["text"] for block in blocks if block["type"] == "markdown")
    if sum(map(units, marked)) > limits.MARKDOWN_OF_ALL_BLOCKS:
        yield Wrong(at, f"markdown must be less than {limits.MARKDOWN_OF_ALL_BLOCKS + 1} in all")


def _twice(at: str, key: str, pieces: Sequence[Mapping[str, Any]]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for place, piece in enumerate(pieces):
        if (id := piece.get(key)) in seen:
            yield Wrong(f"{at}/{place}/{key}", f'`{key}` "{id}" already exists')
        seen |= {id} if id else set()


def _piece(at: str, piece: object, kinds: tuple[str, ...], surface: Surface) -> Iterator[Wrong]:
    if not isinstance(piece, Mapping):
        yield Wrong(at, "must provide an object")
        return
    kind = kinds[0] if not SHAPES[kinds[0]].typed else _kind(piece, kinds)
    if kind is None:
        yield Wrong(f"{at}/type", f"unsupported type: {piece.get('type')}")
    elif surface not in SHAPES[kind].surfaces:
        yield Wrong(f"{at}/type", f"unsupported type: {kind} (not in a {surface})")
    else:
        yield from _fields(at, piece, SHAPES[kind], surface)


def _kind(piece: Mapping[str, Any], kinds: tuple[str, ...]) -> str | None:
    # An image in a row and an image as a block share their name and nothing else.
    named = piece.get("type")
    inner = f"{named}_element"
    return named if named in kinds else inner if inner in kinds else None


def _fields(at: str, piece: Mapping[str, Any], shape: Shape, surface: Surface) -> Iterator[Wrong]:
    rules = {**shape.required, **shape.optional}
    for key in shape.required.keys() - piece.keys():
        yield Wrong(at, f"missing required field: {key}")
    for key in sorted(piece.keys() - rules.keys() - ({"type"} if shape.typed else set())):
        yield Wrong(at, f"invalid additional property: {key}")
    given = [key for key in shape.either if key in piece]
    if shape.either and (not given or (len(given) > 1 and not shape.both)):
        yield Wrong(at, f"must provide one of: {', '.join(shape.either)}")
    for key, rule in rules.items():
        if key in piece:
            yield from _value(f"{at}/{key}", piece[key], rule, surface)


def _value(at: str, value: object, rule: Rule, surface: Surface) -> Iterator[Wrong]:
    match rule:
        case Words():
            yield from _words(at, value, rule)
        case Text():
            yield from _text(at, value, rule, surface)
        case Flag():
            yield from _unless(isinstance(value, bool), at, "must be a boolean")
        case Number():
            whole = isinstance(value, int) and not isinstance(value, bool)
            fits = whole and isinstance(value, int) and rule.least <= value <= rule.most
            yield from _unless(fits, at, f"must be a number from {rule.least} to {rule.most}")
        case Choice():
            yield from _unless(value in rule.of, at, "must be a valid enum value")
        case One():
            yield from _piece(at, value, rule.kinds, surface)
        case Many():
            yield from _many(at, value, rule, surface)
        case Strings():
            given = value if isinstance(value, list) else [value, None]
            fits = all(isinstance(one, str) for one in given)
            yield from _unless(fits, at, "must be an array of strings")
            known = not fits or not rule.of or set(given) <= set(rule.of)
            yield from _unless(known, at, "must be valid enum values")
        case _:
            assert_never(rule)


def _unless(fits: bool, at: str, sentence: str) -> Iterator[Wrong]:
    if not fits:
        yield Wrong(at, sentence)


def _words(at: str, value: object, rule: Words) -> Iterator[Wrong]:
    if not isinstance(value, str):
        yield Wrong(at, "must be a string")
    elif units(value) > rule.most:
        yield Wrong(at, f"must be less than {rule.most + 1} characters")
    elif units(value) < rule.least:
        yield Wrong(at, f"must be more than {rule.least - 1} characters")


def _text(at: str, value: object, rule: Text, surface: Surface) -> Iterator[Wrong]:
    kinds = ("plain_text",) if rule.plain else ("plain_text", "mrkdwn")
    yield from _piece(at, value, kinds, surface)
    # The text object's own limit is 3000; the place it stands in may set a shorter one.
    shorter = rule.most < 3000
    if shorter and isinstance(value, Mapping) and isinstance(value.get("text"), str):
        yield from _words(f"{at}/text", value["text"], Words(rule.most, 0))


def _many(at: str, value: object, rule: Many, surface: Surface) -> Iterator[Wrong]:
    if not isinstance(value, list | tuple):
        yield Wrong(at, "must provide an array")
        return
    if len(value) > rule.most:
        yield Wrong(at, f"no more than {rule.most} items allowed")
    if len(value) < rule.least:
        yield Wrong(at, f"no fewer than {rule.least} items allowed")
    for place, piece in enumerate(value):
        yield from _piece(f"{at}/{place}", piece, rule.kinds, surface)
