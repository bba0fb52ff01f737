"""The HTTP door, from raw WSGI requests to what goes back."""

import io
import json
import logging
import time
from queue import Queue
from threading import BoundedSemaphore, Timer
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import pytest
from slack_bolt import Ack, App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.signature import SignatureVerifier

from bot.assembly import utc_now
from bot.measuring.measures import Measures
from bot.measuring.readiness import Readiness
from bot.web import LARGEST_BODY, Door
from bot.web.flowing import Flow
from bot.web.operating import Operating
from bot.web.reading import READ_UNSIGNED

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


def test_what_is_done_later_shares_what_came_in_and_has_a_context_of_its_own() -> None:
    app = App(signing_secret=SECRET, authorize=authorized, process_before_response=True)
    seen: Queue[BoltRequest] = Queue()

    def now(ack: Ack, request: BoltRequest) -> None:
        ack()
        seen.put(request)

    app.command("/echo")(ack=now, lazy=[lambda request: seen.put(request)])
    body = command("x")
    assert answered(Door(app), "/slack/events", body, **signed(body)).status == 200
    first, later = seen.get(timeout=5), seen.get(timeout=5)
    assert (first.lazy_only, later.lazy_only) == (False, True)
    assert later.body is first.body
    later.context["team_id"] = "T2"
    assert first.context.team_id == "T1"


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


def test_what_is_long_and_not_slacks_is_not_read(door: Door) -> None:
    guarded = Door(door.app, verifier=SignatureVerifier(SECRET))
    long = b"payload=no+JSON" + b"&a=1" * READ_UNSIGNED
    assert answered(door, "/slack/events", long).status == 400
    assert answered(guarded, "/slack/events", long).status == 401
    assert answered(guarded, "/slack/events", long, **signed(long, secret="another")).status == 401
    assert answered(guarded, "/slack/events", long, **signed(long)).status == 400
    body = command("long " * READ_UNSIGNED)
    answer = answered(guarded, "/slack/events", body, **signed(body))
    assert (answer.status, len(answer.body)) == (200, 5 * READ_UNSIGNED)


def test_a_signature_that_can_be_none_is_refused_and_no_fault(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    body = command("x")
    odd = {**signed(body), "HTTP_X_SLACK_SIGNATURE": "v0=\u00e9"}
    assert answered(door, "/slack/events", body, **odd).status == 401
    assert not caplog.records


def test_an_ssl_check_is_answered(door: Door) -> None:
    body = b"ssl_check=1&token=x"
    assert answered(door, "/slack/events", body, **signed(body)).status == 200


def test_slacks_url_verification_is_answered(door: Door) -> None:
    body = b'{"type": "url_verification", "challenge": "3eZbrw1a", "token": "x"}'
    answer = answered(door, "/slack/events", body, CONTENT_TYPE="application/json", **signed(body))
    assert answer.status == 200
    assert json.loads(answer.body) == {"challenge": "3eZbrw1a"}


BUSY = (
    "I am very busy at the moment. Please ask again in a minute.\n"
    "지금은 요청이 많아 답하지 못했습니다. 1분 뒤에 다시 물어봐 주십시오."
)


@pytest.fixture
def busy(door: Door) -> Door:
    """A door at which one request is being answered already, and no other can be."""
    full = Door(door.app, BoundedSemaphore(1), patience=0)
    full.room.acquire()
    return full


def test_a_command_that_cannot_be_answered_in_time_is_told_so(busy: Door) -> None:
    answer = answered(busy, "/slack/events", urlencode({"command": "/echo", "text": "x"}).encode())
    assert answer.status == 200
    told = json.loads(answer.body)
    assert (told["response_type"], told["text"]) == ("ephemeral", BUSY)


def test_a_modal_that_cannot_be_answered_in_time_stays_open_and_says_so(busy: Door) -> None:
    view = {"state": {"values": {"words": {}}}}
    payload = json.dumps({"type": "view_submission", "view": view})
    answer = answered(busy, "/slack/events", urlencode({"payload": payload}).encode())
    assert json.loads(answer.body) == {"response_action": "errors", "errors": {"words": BUSY}}


def test_an_event_that_cannot_be_answered_in_time_is_asked_for_again(busy: Door) -> None:
    body = b'{"type": "event_callback", "event": {"type": "app_mention"}}'
    answer = answered(busy, "/slack/events", body, CONTENT_TYPE="application/json")
    assert answer.status == 503


def test_a_click_that_cannot_be_answered_in_time_is_acknowledged(busy: Door) -> None:
    payload = json.dumps({"type": "block_actions", "actions": []})
    answer = answered(busy, "/slack/events", urlencode({"payload": payload}).encode())
    assert (answer.status, answer.body) == (200, b"")


def test_where_too_many_wait_nobody_waits_longer(door: Door) -> None:
    crowded = Door(door.app, BoundedSemaphore(1), BoundedSemaphore(1), patience=3600)
    crowded.room.acquire()
    crowded.line.acquire()
    answer = answered(crowded, "/slack/events", urlencode({"command": "/echo"}).encode())
    assert json.loads(answer.body)["text"] == BUSY
    assert not crowded.line.acquire(blocking=False)


class Clock:
    """The time as a test tells it."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def flowing(*seconds: float) -> tuple[Flow, Clock]:
    """A flow in which requests took so long, one after the other."""
    clock = Clock()
    flow = Flow(clock)
    for each in seconds:
        entered = flow.entered()
        clock.now += each
        flow.left(entered)
    return flow, clock


def test_answers_flow_while_they_are_quick_and_come() -> None:
    flow, clock = flowing(*[0.004] * 100)
    assert flow.quick()
    clock.now += 0.3
    assert not flow.quick()
    assert not flowing(*[0.02] * 100)[0].quick()
    assert not Flow().quick()


def test_while_answers_flow_whoever_comes_waits_for_a_turn(door: Door) -> None:
    flow, _ = flowing(*[0.004] * 100)
    flowing_by = Door(door.app, BoundedSemaphore(1), BoundedSemaphore(1), flow=flow, patience=20)
    flowing_by.room.acquire()
    flowing_by.line.acquire()
    body = command("a turn")
    turn = Timer(0.05, flowing_by.room.release)
    turn.start()
    answer = answered(flowing_by, "/slack/events", body, **signed(body))
    turn.join()
    assert answer.body == b"a turn"


def test_whoever_has_waited_makes_room_for_another_to_wait(door: Door) -> None:
    crowded = Door(door.app, BoundedSemaphore(1), BoundedSemaphore(1), patience=0.01)
    crowded.room.acquire()
    for _ in range(2):
        answered(crowded, "/slack/events", urlencode({"command": "/echo"}).encode())
    assert crowded.line.acquire(blocking=False)


def test_an_event_whose_answer_would_be_dropped_is_asked_for_again(door: Door) -> None:
    full = Door(door.app, full=lambda: True)
    body = b'{"type": "event_callback", "event": {"type": "app_mention"}}'
    for kind, sent, status in (("application/json", body, 503), (FORM, command("x"), 200)):
        answer = answered(full, "/slack/events", sent, CONTENT_TYPE=kind, **signed(sent))
        assert answer.status == status


def test_after_each_request_there_is_room_again(door: Door) -> None:
    narrow = Door(door.app, BoundedSemaphore(1), patience=0.01)
    body = urlencode({"command": "/echo", "text": "x"}).encode()
    assert [answered(narrow, "/slack/events", body).status for _ in range(3)] == [401] * 3


def test_requests_are_timed_by_what_slack_sent(door: Door) -> None:
    measures = Measures()
    operated = Door(door.app, operating=Operating(measures, Readiness(None, utc_now)))
    for body in (
        urlencode({"command": "/echo"}),
        urlencode({"payload": json.dumps({"type": "block_actions"})}),
        urlencode({"payload": json.dumps({"type": ["a", "list"]})}),
        urlencode({"payload": json.dumps({"type": "made_up"})}),
    ):
        answered(operated, "/slack/events", body.encode())
    text = measures.text().decode()
    for kind, count in (("command", 1), ("block_actions", 1), ("other", 2)):
        found = [line for line in text.splitlines() if f'_count{{kind="{kind}"' in line]
        assert [line.rsplit(" ", 1)[1] for line in found] == [f"{count}.0"], kind


def test_what_is_not_answered_is_counted_by_why(door: Door) -> None:
    measures = Measures()
    operating = Operating(measures, Readiness(None, utc_now))
    body = command("x")
    for app, room in ((door.app, 0), (BrokenApp(signing_secret=SECRET, authorize=authorized), 1)):
        hurried = Door(app, BoundedSemaphore(1), patience=0, operating=operating)
        if not room:
            hurried.room.acquire()
        answered(hurried, "/slack/events", body, **signed(body))
    text = measures.text().decode()
    for why, count in (("busy", 1), ("failed", 1), ("too fast", 0)):
        assert f'alliance_unanswered_total{{why="{why}"}} {count}.0' in text


def test_without_operation_there_are_no_such_pages(door: Door) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        assert answered(door, path, method="GET").status == 404


def test_whoever_leaves_keeps_no_connection(door: Door) -> None:
    for leaving, kept in ((True, "close"), (False, None)):
        operating = Operating(Measures(), Readiness(None, utc_now), leaving=lambda: leaving)  # noqa: B023
        answer = answered(Door(door.app, operating=operating), "/", method="GET")
        assert (answer.status, answer.headers.get("connection")) == (200, kept)


def test_the_pages_of_operation_are_read_and_not_written(door: Door) -> None:
    operated = Door(door.app, operating=Operating(Measures(), Readiness(None, utc_now)))
    assert answered(operated, "/healthz", method="GET").body == b"up\n"
    assert answered(operated, "/healthz", method="HEAD").body == b""
    assert answered(operated, "/healthz", method="POST").status == 404
