"""Signed `/alliance` commands: the questions of tests/relevance, asked by twenty people."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from bot.core.answering import Found, answer
from bot.core.library import library_of
from bot.core.request import parse
from bot.library.reading import read_statements
from tests.support.traffic.wire import signed

SECRET = "5ec2e7"
LABELLED = Path(__file__).parent.parent.parent / "tests" / "relevance"
PEOPLE = 20
# How many answers are read before a number is believed.
SAMPLE = 40


def questions() -> tuple[str, ...]:
    """Every labelled question once; only those that people type in one line."""
    files = [LABELLED / "dev.jsonl", *sorted(LABELLED.glob("round*.jsonl"))]
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    return tuple(dict.fromkeys(json.loads(line)["q"] for line in lines))


def never_twice() -> tuple[str, ...]:
    """The labelled questions, then each with a letter too few: more than are asked in a moment."""
    asked = questions()
    shortened = (
        f"{text[: -place - 1]}{text[-place:]}"
        for place in range(1, 8)
        for text in asked
        if len(text) > 8
    )
    return tuple(dict.fromkeys((*asked, *shortened)))


def body(text: str, number: int) -> bytes:
    """What Slack posts when a person types it."""
    fields = {
        **{"token": "verification", "team_id": "T1", "team_domain": "bench"},
        **{"channel_id": "C1", "channel_name": "general", "user_id": f"U{number % PEOPLE}"},
        **{"user_name": "somebody", "command": "/alliance", "text": text},
        **{"api_app_id": "A1", "is_enterprise_install": "false"},
        "response_url": "https://hooks.slack.com/commands/T1/1/a",
        "trigger_id": "1.1.a",
    }
    return urlencode(fields).encode()


def write_signed(texts: Iterable[str], file: Path) -> Path:
    """Sign each as of now, for signed.lua; Slack's signatures hold for five minutes."""
    bodies = (body(text, number) for number, text in enumerate(texts))
    with file.open("wb") as lines:
        for each in bodies:
            stamp, signature = signed(each, SECRET).values()
            lines.write(b"\t".join((stamp.encode(), signature.encode(), each)) + b"\n")
    return file


def expected(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Of those that are found: the question, and the words that its answer must begin to quote."""
    library = library_of(*read_statements(None))
    for text in texts:
        found = answer(library, parse(text), lambda passages: passages[0])
        if isinstance(found, Found):
            yield text, found.matches[0].passage.quote[:60]


def words_in(answered: object) -> str:
    """Every text of an answer, one after the other."""
    match answered:
        case dict():
            return " ".join(map(words_in, answered.values()))
        case list():
            return " ".join(map(words_in, answered))
        case _:
            return str(answered)
