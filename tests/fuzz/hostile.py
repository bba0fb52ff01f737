"""What nobody should send: texts, values, and payloads changed in a few places."""

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

# Stands in what people type; it must never be logged.
TYPED = "qzjxtyped"
# Somebody who is in no workspace: only an unescaped text would mention them.
NOBODY = "U0HOSTILE"
TEXTS = (
    *("", " ", "\n", "\x00", "\x01\x02\x1b[31m\x7f", "\ud800", "a\udfff", "\ufffe\uffff", "\u202e"),
    *("<!channel>", "<!here> boats", "<!everyone|x>", "<!subteam^S1>", f"<@{NOBODY}>"),
    *("<#C0HOSTILE|x>", "&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;", "*_~`>```", "> x\n>>> y"),
    *("<http://evil.example|boats>", "http://[::1", "javascript:alert(1)", "file:///etc/passwd"),
    *(
        "boats",
        "등지기",
        "whales",
        "help",
        "digest",
        "digest weekdays 9:00",
        "language ko",
        "random",
    ),
    *("digest every day 0900 <!channel>", "digest pause <!here>", "paragraph 2", "¶99999", "more"),
    *("harbour/ferries-cross/en", "harbour/ferries-cross/ko", "harbour//en", "harbour/whales/xx"),
    *("../../etc/passwd/en", "nowhere/ferries-cross/en", "///", "en C0POLICY", "ko C0NOWHERE x"),
    *("U0JORDAN", "U0AIKO", "C0POLICY", "C0NOWHERE", "DMINA", "T0ELSEWHERE", "Asia/Seoul", "09:00"),
    *("0", "-1", "9" * 5_000, "１", "²", "1e309", "NaN", "2027-02-31", "null", "true", "[]", "{}"),
    *("'; DROP TABLE turn; --", "{0.__class__} %s %n", "${jndi:ldap://x}", "\r\nx-header: y"),
    *("a" * 4_000, "가" * 700, "\u0301" * 3_000, "\ufdfa" * 200, "🐳" * 500, "zq " * 1_000),
    f"{TYPED} words",
    f"<!channel> {TYPED} <@{NOBODY}>",
)
VALUES = (
    *(None, True, False, 0, -1, 7, 10**30, 1.5, float("inf"), [], {}, [None], [[]], {"": {}}),
    *({"id": "C0POLICY"}, {"value": "x"}, {"type": "modal"}, {"text": "x"}, ["a"], [{}], [7]),
    *TEXTS,
)
_DEEP: Any = "x"
for _ in range(60):
    _DEEP = {"elements": [_DEEP], "text": _DEEP} if len(json.dumps(_DEEP)) < 9_000 else [_DEEP]
# A tree whose pieces all are its own: one change of a shared piece would be thousands of changes.
_DEEP = json.loads(json.dumps(_DEEP))

Path = tuple[str | int, ...]


def paths(tree: object, at: Path = ()) -> Iterator[Path]:
    """Where in a tree something can be changed."""
    inside = tree.items() if isinstance(tree, dict) else ()
    inside = enumerate(tree) if isinstance(tree, list) else inside
    for key, value in inside:
        yield (*at, key)
        yield from paths(value, (*at, key))


def changed(tree: Any, chance: Random) -> Any:
    """The tree with another value in one place, or without it."""
    tree = deepcopy(tree)
    every = list(paths(tree))
    if not every:
        return chance.choice(VALUES)
    *way, last = chance.choice(every)
    parent = tree
    for step in way:
        parent = parent[step]
    old = parent[last]
    match chance.randrange(8):
        case 0:
            del parent[last]
        case 1:
            parent[last] = [old]
        case 2:
            parent[last] = _at(tree, chance.choice(every))
        case 3 | 4 if isinstance(old, str):
            parent[last] = _spoilt(old, chance)
        case 5 if chance.random() < 0.2:
            parent[last] = _DEEP
        case _:
            parent[last] = chance.choice(VALUES)
    return tree


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        if not isinstance(tree, dict | list):
            return tree
        try:
            tree = tree[step]  # type: ignore[index]
        except (KeyError, IndexError):
            return tree
    return deepcopy(tree)


def _spoilt(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(TEXTS)[:200] + text[at + chance.randrange(3) :]


def spoilt_bytes(body: bytes, chance: Random) -> bytes:
    """The body with some bytes replaced, left out or doubled."""
    for _ in range(chance.randrange(1, 5)):
        at, size = chance.randrange(len(body) + 1), chance.choice((0, 1, 1, 5, 50))
        piece = chance.choice((b"", b"\x00", b"\xff", b"%", b"&", b'"', b"}", body[at : at + size]))
        body = body[:at] + piece + body[at + size :]
    return body
