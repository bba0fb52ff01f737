"""The HTTP door, from raw WSGI requests to what goes back."""

import io
import json
import logging
import time
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import pytest
from slack_bolt import Ack, App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.signature import SignatureVerifier

from bot.web import LARGEST_BODY, Door

SECRET = "a secret of this test"
FORM = "application/x-www-form-urlencoded"


def authorized(**_: Any) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_user_id="U1")


@pytest.fixture(scope="module")
def door() -> Door:
    app = App(signing_secret=SECRET, authorize=authorized, process_before_response=True)

    @app.command("/echo")
    def echo(ack: Ack, command: dict[str, str]) -> None:
        ack(command["text"])

    return Door(app)


class Answer:
    """What a WSGI server was told."""

    def __init__(self, door: Door, environ: dict[str, Any]) -> None:
        self.headers: dict[str, str] = {}
        self.status = 0
        self.body = b"".join(door(environ, self._started))  # type: ignore[arg-type]

    def _started(self, status: str, headers: list[tuple[str, str]], _: object = None) -> None:
        self.status = int(status.split()[0])
        self.headers = dict(headers)


def answered(
    door: Door, path: str, body: bytes = b"", method: str = "POST", **extra: str | None
) -> Answer:
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": FORM,
        "wsgi.input": io.BytesIO(body),
    }
    setup_testing_defaults(environ)
    given = {**environ, **extra}
    return Answer(door, {key: value for key, value in given.items() if value is not None})


def signed(body: bytes, age: int = 0, secret: str = SECRET) -> dict[str, str]:
    stamp = str(int(time.time()) - age)
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {"HTTP_X_SLACK_REQUEST_TIMESTAMP": stamp, "HTTP_X_SLACK_SIGNATURE": signature or ""}


def command(text: str) -> bytes:
    return urlencode({"command": "/echo", "text": text, "team_id": "T1", "user_id": "U2"}).encode()


def test_a_signed_command_is_answered(door: Door) -> None:
    body = command("기후 & “climate”")
    answer = answered(door, "/slack/events", body, **signed(body))
    assert answer.status == 200
    assert answer.body.decode() == "기후 & “climate”"
    assert answer.headers["content-length"] == str(len(answer.body))


def test_a_body_of_unknown_length_is_read_to_its_end(door: Door) -> None:
    body = command("chunked")
    answer = answered(door, "/slack/events", body, CONTENT_LENGTH=None, **signed(body))
    assert (answer.status, answer.body) == (200, b"chunked")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(command("hello"), secret="another secret"),
        signed(command("hello"), age=360),
        signed(command("other words")),
        {"HTTP_X_SLACK_SIGNATURE": "v0=", "HTTP_X_SLACK_REQUEST_TIMESTAMP": "not a number"},
        {"HTTP_X_SLACK_SIGNATURE": "v0=", "HTTP_X_SLACK_REQUEST_TIMESTAMP": "9" * 5000},
    ],
)
def test_what_slack_did_not_sign_just_now_is_refused(door: Door, headers: dict[str, str]) -> None:
    answer = answered(door, "/slack/events", command("hello"), **headers)
    assert answer.status == 401
    assert b"hello" not in answer.body


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (FORM, b"payload=%7B%22type%22%3A"),
        (FORM, b"payload=[]"),
        (FORM, b"payload=7"),
        (FORM, b'{"type": "event_callback", '),
        ("application/json", b'["a list"]'),
        ("application/json", b'"a string"'),
        ("application/json", b"null"),
        ("application/json", b'{"team": 7, "enterprise": 8}'),
        ("application/json", b'{"authorizations": 5}'),
        ("application/json", b"[" * 100_000),
    ],
)
def test_a_malformed_body_is_refused_signed_or_not(door: Door, kind: str, body: bytes) -> None:
    for headers in ({}, signed(body)):
        answer = answered(door, "/slack/events", body, CONTENT_TYPE=kind, **headers)
        assert 400 <= answer.status < 500


def test_a_body_that_is_not_utf_8_is_refused(door: Door) -> None:
    assert answered(door, "/slack/events", b"\xff\xfe").status == 400


def test_a_body_over_one_mebibyte_is_not_read(door: Door) -> None:
    large = b"a" * (LARGEST_BODY + 1)
    assert answered(door, "/slack/events", large).status == 413
    assert answered(door, "/slack/events", large, CONTENT_LENGTH=None).status == 413
    assert answered(door, "/slack/events", b"a", CONTENT_LENGTH="9" * 5000).status == 413


@pytest.mark.parametrize("length", ["-1", "ten", "1.5", "٣"])
def test_a_length_that_is_no_number_is_refused(door: Door, length: str) -> None:
    assert answered(door, "/slack/events", b"a", CONTENT_LENGTH=length).status == 400


def test_the_root_says_in_one_line_what_this_is(door: Door) -> None:
    answer = answered(door, "/", method="GET")
    assert answer.status == 200
    assert (
        answer.body == b"The alliance bot is running. Slack sends its requests to /slack/events.\n"
    )
    head = answered(door, "/", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(answer.body))


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/slack/events"), ("POST", "/"), ("GET", "/.env"), ("PUT", "/slack/events")],
)
def test_anything_else_is_not_found(door: Door, method: str, path: str) -> None:
    answer = answered(door, path, method=method)
    assert (answer.status, answer.body) == (404, b"There is nothing here.\n")


class BrokenApp(App):
    """An App that fails where Bolt itself would not catch it."""

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        raise RuntimeError(req.body["text"])


def test_a_failure_has_an_id_in_the_answer_and_in_the_log_but_no_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    body = command("words that a person typed")
    broken = Door(BrokenApp(signing_secret=SECRET, authorize=authorized))
    with caplog.at_level(logging.INFO):
        answer = answered(broken, "/slack/events", body, **signed(body))
    (line,) = caplog.records
    assert answer.status == 500
    assert vars(line)["failure"] in answer.body.decode()
    assert vars(line)["error"] == "RuntimeError"
    assert "words that a person typed" not in json.dumps(vars(line), default=str)


def test_an_ssl_check_is_answered(door: Door) -> None:
    body = b"ssl_check=1&token=x"
    assert answered(door, "/slack/events", body, **signed(body)).status == 200


def test_slacks_url_verification_is_answered(door: Door) -> None:
    body = b'{"type": "url_verification", "challenge": "3eZbrw1a", "token": "x"}'
    answer = answered(door, "/slack/events", body, CONTENT_TYPE="application/json", **signed(body))
    assert answer.status == 200
    assert json.loads(answer.body) == {"challenge": "3eZbrw1a"}
