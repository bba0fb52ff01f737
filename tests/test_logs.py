"""What a log line looks like, and what it never holds."""

import io
import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from logging.handlers import QueueHandler
from queue import SimpleQueue

import pytest

from bot import logs, settings

LOCAL = settings.load({})
HTTP = settings.load({"SLACK_BOT_TOKEN": "xoxb-1-a", "SLACK_SIGNING_SECRET": "5ec2e7c0ffee"})


@pytest.fixture(autouse=True)
def untouched_root() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


def logged(to: settings.Settings, message: str, **extra: object) -> str:
    stream = io.StringIO()
    logs.configure(to, stream)
    logging.getLogger("bot.answers").info(message, extra=extra)
    return stream.getvalue()


def test_a_line_for_machines_is_one_json_object() -> None:
    line = json.loads(logged(LOCAL, "answered", outcome="found", theme="기후", milliseconds=0.4))
    assert line.pop("timestamp").endswith("+00:00")
    assert line == {
        "level": "INFO",
        "logger": "bot.answers",
        "message": "answered",
        "outcome": "found",
        "theme": "기후",
        "milliseconds": 0.4,
    }


def test_a_line_for_people_is_readable() -> None:
    line = logged(replace(LOCAL, log_format="text"), "answered", outcome="found", score=1.2)
    assert line.split(" ", 1)[1] == "INFO bot.answers: answered outcome=found score=1.2\n"


def test_nothing_is_looked_up_that_no_line_says() -> None:
    kept: SimpleQueue[logging.LogRecord] = SimpleQueue()
    logs.configure(LOCAL, io.StringIO())
    logging.getLogger().addHandler(QueueHandler(kept))  # type: ignore[arg-type]
    logging.getLogger("bot.answers").info("answered")
    record = kept.get(timeout=1)
    assert (record.threadName, record.process, record.lineno) == (None, None, 0)


def test_the_level_is_kept() -> None:
    assert logged(replace(LOCAL, log_level="WARNING"), "answered") == ""


def test_debug_does_not_open_slacks_own_debug_lines_which_hold_bodies() -> None:
    logged(replace(LOCAL, log_level="DEBUG"), "answered")
    assert not logging.getLogger("slack_bolt.App").isEnabledFor(logging.DEBUG)
    assert logging.getLogger("bot.answers").isEnabledFor(logging.DEBUG)


@pytest.mark.parametrize("format", ["json", "text"])
@pytest.mark.parametrize(
    "secret",
    [
        *("5ec2e7c0ffee", "xoxb-1-a", "xoxe.xoxp-1-abc", "xapp-1-A0-5-f00", "xoxp-9-z_z"),
        *("xoxe-1-abc", "xwfp-1-a", "xoxa-2-a", "xoxr-1-a", "xoxs-1-a", "xoxc-1-a", "xoxd-a%2Fb"),
    ],
)
def test_tokens_and_secrets_are_struck_out(format: settings.LogFormat, secret: str) -> None:
    line = logged(replace(HTTP, log_format=format), f"with {secret}", header=f"Bearer {secret}")
    assert secret not in line
    assert line.count("[secret]") == 2


def test_the_secrets_of_many_workspaces_are_struck_out() -> None:
    key = "Zm9yIHRlc3RzIG9ubHksIG5vdCBhIHNlY3JldCBrZXk="
    many = replace(HTTP, client_secret="hush-hush-hush", encryption_keys=(key,), log_format="json")
    line = logged(many, f"hush-hush-hush and {key}", held=[key])
    assert "hush" not in line and key not in line
    assert line.count("[secret]") == 3


def test_a_traceback_is_struck_out_too() -> None:
    stream = io.StringIO()
    logs.configure(HTTP, stream)
    try:
        raise RuntimeError("Bearer xoxb-1-a")
    except RuntimeError:
        logging.getLogger("bot").exception("failed")
    assert "RuntimeError" in stream.getvalue()
    assert "xoxb" not in stream.getvalue()


def test_striking_leaves_every_line_json_and_every_key_as_it_is() -> None:
    line = logged(
        replace(LOCAL, signing_secret="timestamp"),
        "the timestamp",
        stack=["timestamp", {"timestamp": "my timestamp", "count": 3}],
        held=RuntimeError("timestamp"),
    )
    assert {key: value for key, value in json.loads(line).items() if key != "timestamp"} == {
        "level": "INFO",
        "logger": "bot.answers",
        "message": "the [secret]",
        "stack": ["[secret]", {"timestamp": "my [secret]", "count": 3}],
        "held": "[secret]",
    }


def test_a_token_at_the_beginning_of_a_line_is_struck_out() -> None:
    """In JSON a letter stands before it, that of the line's end."""
    line = json.loads(logged(LOCAL, "first", stack="first\nxoxb-1-a\tand"))
    assert line["stack"] == "first\n[secret]\tand"


@pytest.mark.parametrize("format", ["json", "text"])
def test_a_token_is_struck_out_after_whatever_stands_before_it(format: settings.LogFormat) -> None:
    token = "xoxb-2-bcd"
    texts = (
        repr(f"line\n{token}"),
        json.dumps({"a": f"\t{token}"}),
        f"token%3D{token}",
        f"_{token}",
    )
    for text in texts:
        line = logged(replace(LOCAL, log_format=format), text, held={token: text})
        assert "xoxb" not in line
        assert line.count("[secret]") == 3


def test_what_is_no_text_is_written_as_text() -> None:
    line = json.loads(logged(LOCAL, "failed", error=ValueError("why"), ids={"a": (1, None)}))
    assert (line["error"], line["ids"]) == ("why", {"a": [1, None]})


def test_a_secret_as_short_as_a_common_word_is_not_looked_for() -> None:
    line = logged(replace(LOCAL, signing_secret="found"), "answered", outcome="found")
    assert json.loads(line)["outcome"] == "found"


@pytest.mark.parametrize("format", ["json", "text"])
def test_a_secret_with_quotes_is_struck_out_however_it_is_written(
    format: settings.LogFormat,
) -> None:
    secret = "5ec'r\"et\\of mine"
    settled = replace(LOCAL, log_format=format, signing_secret=secret)
    line = logged(settled, f"{secret} {secret!r}", header=secret, body=json.dumps({"a": secret}))
    assert line.count("[secret]") == 4
    assert "of mine" not in line


class Pipe(io.StringIO):
    """Says when it is written to, and how often."""

    def __init__(self) -> None:
        super().__init__()
        self.written: SimpleQueue[str] = SimpleQueue()

    def write(self, text: str) -> int:
        self.written.put(text)
        return super().write(text)


def test_lines_that_may_be_late_are_written_together_and_in_their_order() -> None:
    pipe = Pipe()
    logs.configure(replace(LOCAL, log_format="text"), pipe, late=True)
    for number in range(200):
        logging.getLogger("bot.answers").info("answered", extra={"number": number})
    lines: list[str] = []
    writes = 0
    while len(lines) < 200:
        lines += pipe.written.get(timeout=20).splitlines()
        writes += 1
    assert writes < 100
    assert [line.rpartition("=")[2] for line in lines] == [str(number) for number in range(200)]


def test_a_warning_is_never_late_and_takes_along_what_came_before() -> None:
    pipe = Pipe()
    logs.configure(replace(LOCAL, log_format="text"), pipe, late=True)
    logging.getLogger("bot").info("first")
    logging.getLogger("bot").warning("second")
    assert [line[9:] for line in pipe.getvalue().splitlines()] == [
        "INFO bot: first",
        "WARNING bot: second",
    ]


def test_what_is_late_is_written_at_the_end() -> None:
    pipe = Pipe()
    logs.configure(replace(LOCAL, log_format="text"), pipe, late=True)
    logging.getLogger("bot").info("last")
    logging.shutdown()
    assert pipe.getvalue()[9:] == "INFO bot: last\n"


def test_threads_lose_none_of_each_others_late_lines() -> None:
    pipe = Pipe()
    logs.configure(replace(LOCAL, log_format="text"), pipe, late=True)
    log = logging.getLogger("bot")
    with ThreadPoolExecutor(8) as threads:
        for number in range(2_000):
            threads.submit(log.warning if number % 50 == 0 else log.info, "line %d", number)
    logging.shutdown()
    told = sorted(int(line.rpartition(" ")[2]) for line in pipe.getvalue().splitlines())
    assert told == list(range(2_000))
