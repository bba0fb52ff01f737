"""`alliance misses`: what people missed, as text for curators and as JSON for programs."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from bot.core.reviewing import Missed, Nearest, Review, Wrong

_NOTHING = "Nothing is on record: no words that were not found, and no passage marked as wrong."
_NOT_FOUND = "Not found: how often, the last day, the words, and the theme that lies nearest."
_MARKED = "Marked as wrong: the passage, its theme, how often, and the words people wished for."


def printed(review: Review, as_json: bool) -> str:
    """Every candidate in a line of its own, or all of them as one JSON object."""
    if as_json:
        return _object(review)
    missed = [_NOT_FOUND, *map(_line, review.missed)] if review.missed else []
    wrong = [_MARKED, *chain.from_iterable(map(_lines, review.wrong))] if review.wrong else []
    return "\n\n".join("\n".join(each) for each in (missed, wrong) if each) or _NOTHING


def _object(review: Review) -> str:
    whole = {
        "missed": [_missed(one) for one in review.missed],
        "wrong": [_wrong(one) for one in review.wrong],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _line(one: Missed) -> str:
    day = f"  {one.last_at:%Y-%m-%d}" if one.last_at else ""
    return f"{one.times:>6}{day}  {one.words}{_near(one.nearest)}"


def _near(nearest: Nearest | None) -> str:
    if nearest is None:
        return ""
    by_now = ", which they find by now" if nearest.answered else ""
    return f"  → {nearest.theme.title.en} ({nearest.theme.id}){by_now}"


def _lines(one: Wrong) -> Iterator[str]:
    theme = one.theme.title.en if one.theme else "quoted no more"
    yield f"  {one.slug}/{one.passage} ({theme}): {one.times} wrong, {one.right} right"
    yield from map(_line, one.wishes)


def _missed(one: Missed) -> dict[str, Any]:
    last = {"last": f"{one.last_at:%Y-%m-%d}"} if one.last_at else {}
    return {"words": one.words, "times": one.times, **last, "nearest": _nearest(one.nearest)}


def _nearest(nearest: Nearest | None) -> dict[str, Any] | None:
    if nearest is None:
        return None
    return {
        "statement": nearest.statement.slug,
        "theme": nearest.theme.id,
        "title": nearest.theme.title.en,
        "answered": nearest.answered,
    }


def _wrong(one: Wrong) -> dict[str, Any]:
    return {
        "statement": one.slug,
        "passage": one.passage,
        "theme": one.theme.id if one.theme else None,
        "times": one.times,
        "right": one.right,
        "wishes": [_missed(wish) for wish in one.wishes],
    }
