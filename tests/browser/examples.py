"""One example of everything that the stand-in's tables let through, made from those tables."""

from collections.abc import Iterator
from itertools import count
from typing import Any, assert_never

from bot.playground.block_shapes import BLOCKS
from bot.playground.element_shapes import SHAPES
from bot.playground.shapes import Choice, Flag, Many, Number, One, Rule, Strings, Text, Words

Piece = dict[str, Any]
# What a string must be where not every string will do.
_MEANT = {
    "action_id": "id",
    "block_id": "id",
    "image_url": "https://example.org/picture.png",
    "initial_date": "2026-04-26",
    "initial_time": "09:00",
    "name": "tada",
    "timezone": "Asia/Seoul",
    "unicode": "1f44d",
    "url": "https://example.org/",
}


def blocks() -> list[Piece]:
    """Every kind of block, once with each kind of element that may stand in it."""
    made = [block for kind in BLOCKS for block in _variants(kind)]
    return [_numbered(block, f"block-{place}") for place, block in enumerate(made)]


def kinds(piece: object) -> Iterator[str]:
    """The type of everything within."""
    if isinstance(piece, dict):
        if isinstance(piece.get("type"), str):
            yield piece["type"]
        for inner in piece.values():
            yield from kinds(inner)
    elif isinstance(piece, list):
        for inner in piece:
            yield from kinds(inner)


def _variants(kind: str) -> Iterator[Piece]:
    """The piece with all its fields, once for each kind that its one inner piece may be."""
    either = [
        (key, inner)
        for key, rule in _rules(kind).items()
        if isinstance(rule, One)
        for inner in rule.kinds
    ]
    if kind not in BLOCKS or not either:
        yield _piece(kind)
    else:
        for key, inner in either:
            yield {**_piece(kind), key: _piece(inner)}


def _piece(kind: str) -> Piece:
    made = {key: _value(key, rule) for key, rule in _rules(kind).items()}
    return {"type": kind.removesuffix("_element"), **made} if SHAPES[kind].typed else made


def _rules(kind: str) -> dict[str, Rule]:
    shape = SHAPES[kind]
    rules = {**shape.required, **shape.optional}
    left_out = () if shape.both else shape.either[1:]
    return {key: rule for key, rule in rules.items() if key not in left_out}


def _value(key: str, rule: Rule) -> Any:
    match rule:
        case Words():
            return _MEANT.get(key, f"A {key}"[: rule.most])
        case Text():
            return {"type": "plain_text", "text": f"Some {key}"}
        case Flag():
            return True
        case Number():
            return rule.least
        case Choice():
            return rule.of[0]
        case One():
            return _piece(rule.kinds[0])
        case Many():
            return [_piece(kind) for kind in rule.kinds][: rule.most]
        case Strings(words):
            return list(words) or ["U0JORDAN", "public"]
        case _:
            assert_never(rule)


def _numbered(block: Piece, id: str) -> Piece:
    """The block with ids that come only once."""
    numbers = count()

    def distinct(piece: Any) -> Any:
        if isinstance(piece, list):
            return [distinct(inner) for inner in piece]
        if not isinstance(piece, dict):
            return piece
        own = {"action_id": f"{id}-{next(numbers)}"} if "action_id" in piece else {}
        return {**{key: distinct(inner) for key, inner in piece.items()}, **own}

    return {**distinct(block), "block_id": id}
