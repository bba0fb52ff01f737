"""One core figure of whatever bot/ there is on the path, printed as JSON.

    python -P core_figures.py look_up questions.json

It knows nothing of bench/ and tests/, and as little of bot/ as it can: the revision may be old.
"""

import hashlib
import hmac
import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

SECRET = "5ec2e7"
BUILDS, REPEATS = 3, 300
Found = dict[str, float]


def look_up(questions: list[str]) -> Found:
    """Each question on first sight, and the index built."""
    from bot.core.answering import answer
    from bot.core.library import library_of
    from bot.core.request import parse
    from bot.library.reading import read_statements

    statements = read_statements()
    builds = [milliseconds(library_of, *statements) for _ in range(BUILDS)]
    library = library_of(*statements)

    def ask(text: str) -> None:
        answer(library, parse(text), lambda passages: passages[0])

    times = sorted(milliseconds(ask, question) for question in questions)
    return {
        "look-up, first sight, median ms": median(times),
        "look-up, first sight, p99 ms": times[len(times) * 99 // 100],
        "index built, ms": min(builds),
    }


def request(questions: list[str]) -> Found:
    """A signed command from its bytes to the answer's: each question once, then one again."""
    from bot import settings
    from bot.assembly import assemble
    from bot.web import Door

    environ = {
        **{"SLACK_SIGNING_SECRET": SECRET, "SLACK_BOT_TOKEN": "xoxb-bench", "KEEP_MISSES": "no"},
        **{"SLACK_API_URL": "http://127.0.0.1:9/", "RATE_LIMIT_PER_MINUTE": "0"},
    }
    door = Door(assemble(settings.load(environ, "http")).app)
    said(door, "climate")
    first = [milliseconds(said, door, question) for question in questions]
    again = [milliseconds(said, door, "climate") for _ in range(REPEATS)]
    return {
        "request, first sight, median ms": median(first),
        "request, repeat, median ms": median(again),
    }


def relevance(questions: list[str]) -> list[tuple[str, list[str]]]:
    """The outcome of each question and its quotes, best first."""
    from bot.core.answering import answer
    from bot.core.library import library_of
    from bot.core.request import parse
    from bot.library.reading import read_statements

    library = library_of(*read_statements())
    answers = [answer(library, parse(q), lambda passages: passages[0]) for q in questions]
    return [(named(one), [m.passage.quote for m in getattr(one, "matches", ())]) for one in answers]


def named(answer: object) -> str:
    """The outcome's name, as `ask --json` has it."""
    names = {"Found": "found", "Choices": "choices", "Contents": "contents", "Help": "help"}
    return names.get(type(answer).__name__, "not_found")


def said(door: Any, words: str) -> bytes:
    """What the door answers to a signed command; raises where it is not 200."""
    fields = {"command": "/alliance", "text": words, "team_id": "T1", "channel_id": "C1"}
    body = urlencode({**fields, "user_id": "U1", "trigger_id": "1.1"}).encode()
    now = str(int(time.time()))
    signature = hmac.new(SECRET.encode(), f"v0:{now}:".encode() + body, hashlib.sha256).hexdigest()
    environ = {
        **{"REQUEST_METHOD": "POST", "PATH_INFO": "/slack/events", "QUERY_STRING": ""},
        **{"CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body))},
        **{"HTTP_X_SLACK_REQUEST_TIMESTAMP": now, "HTTP_X_SLACK_SIGNATURE": f"v0={signature}"},
        **{"wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http"},
        **{"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REMOTE_ADDR": "127.0.0.1"},
    }
    status: list[str] = []
    answered = b"".join(door(environ, lambda told, headers, *_: status.append(told)))
    if not status[0].startswith("200"):
        raise ValueError(status[0])
    return answered


def milliseconds(work: Callable[..., object], *given: object) -> float:
    """How long the call takes."""
    start = time.perf_counter()
    work(*given)
    return 1_000 * (time.perf_counter() - start)


if __name__ == "__main__":
    asked = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    print(
        json.dumps(
            {"look_up": look_up, "request": request, "relevance": relevance}[sys.argv[1]](asked)
        )
    )
