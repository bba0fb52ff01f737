"""Any body at the HTTP door, and what may come of it: an answer, and never a fault of the bot's."""

import hmac
import json
import logging
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlencode

from slack_bolt import App

from bot.core.library import library_of
from bot.playground.ledger import Entry
from bot.playground.rooms import Step
from bot.playground.view_shapes import faults_of
from bot.web import Door
from tests.fuzz.hostile import NOBODY, TYPED, changed, spoilt_bytes
from tests.fuzz.tour import Payloads, Tour
from tests.support import blockkit
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.slack import FORM, JSON, Response, delivered
from tests.support.statements import HARBOUR
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET

STATUSES = frozenset((200, 400, 401, 413))
# What the log may tell of as a failure: that Slack refuses what a forged payload leads to.
KNOWN_FAILURES = frozenset(("SlackApiError", "Undelivered"))
# What Slack refuses of ids, triggers and addresses that are forged, old, or used already.
REFUSED = frozenset(
    "channel_not_found not_in_channel is_archived user_not_found message_not_found not_found"
    " invalid_trigger_id exchanged_trigger_id expired_trigger_id push_limit_reached hash_conflict"
    " invalid_token used_url expired_url cannot_unfurl_message cannot_unfurl_url"
    " function_execution_not_found execution_not_in_running_state invalid_unfurl_id"
    " cannot_find_message invalid_source invalid_auth not_authed".split()
)
# What is never shown, and may be forged.
_UNSHOWN = ("value", "action_id", "private_metadata")
# An id that was forged away: Slack says what is missing.
MISSING = "invalid_arguments: [ERROR] missing required field"
SHOWN = frozenset("text blocks view unfurls attachments options option_groups errors".split())
_PING = re.compile(rf"<!(?!date\^)|<@{NOBODY}|<#C0HOSTILE")
_MANY = 400


@dataclass(frozen=True)
class Sent:
    """A body on its way to the door."""

    kind: str
    body: bytes
    content: str = FORM
    signed: bool = True


class Logged(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@dataclass
class Attacked:
    """A bot with a workspace round it, to which anything is sent."""

    visitor: Visitor
    door: Door
    payloads: Payloads
    log: Logged
    deliveries: int = 0
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(10**9)))

    def deliver(self, sent: Sent) -> str:
        """Send it; what came of it, in a word or two. Raises AssertionError."""
        self._tidy()
        headers = _signed(sent.body) if sent.signed else {"x-slack-signature": "v0=00"}
        response = delivered(self.door, sent.body, sent.content, headers)
        self.visitor.settle()
        assert response.status in STATUSES, response
        calls = [e for _, e in self.visitor.stand_in.ledger.entries() if e.direction == "from bot"]
        if not sent.signed:
            assert (response.status != 200, calls) == (True, []), response
        for call in calls:
            check_call(call)
        check_answer(response)
        failed = self._check_log()
        return outcome(response, calls, failed)

    def _tidy(self) -> None:
        """What earlier deliveries left behind; the workspace itself every now and then."""
        self.log.records.clear()
        self.visitor.stand_in.ledger.clear()
        self.deliveries += 1
        if self.deliveries % _MANY == 0:
            rooms = self.visitor.stand_in.workspace.rooms
            rooms.urls.clear()
            rooms.triggers.clear()
            for channel in rooms.channels:
                for post in rooms.posts.every(channel):
                    rooms.posts.remove(post)

    def _check_log(self) -> bool:
        """Whether a failure was logged, which must be a known one; nothing typed ever is."""
        errors = [record for record in self.log.records if record.levelno >= logging.ERROR]
        for record in errors:
            name = vars(record).get("error")
            assert (record.name, name in KNOWN_FAILURES) == ("bot.failures", True), vars(record)
        for record in self.log.records:
            assert TYPED not in repr(vars(record)), vars(record)
        return bool(errors)

    def real(self, kind: str, chance: Random) -> dict[str, Any]:
        """A payload as Slack would send it now: what lives for a moment is new."""
        payload = dict(chance.choice(self.payloads[kind]))
        workspace, address = self.visitor.stand_in.workspace, self.visitor.stand_in.address
        if "trigger_id" in payload:
            payload["trigger_id"] = workspace.trigger("U0JORDAN")
        if "response_url" in payload:
            key = workspace.response_key("C0POLICY", "U0JORDAN")
            payload["response_url"] = f"{address}/responses/{key}"
        if kind == "function_executed":
            id = f"FxF{next(self.numbers)}"
            workspace.rooms.functions[id] = Step("find_passage")
            payload["event"] = {**payload["event"], "function_execution_id": id}
        if "event_id" in payload:
            payload["event_id"] = f"EvF{next(self.numbers)}"
        return payload


def _signed(body: bytes) -> dict[str, str]:
    """Slack's signature; the SDK makes none of what is not UTF-8."""
    stamp = str(int(time.time()))
    digest = hmac.new(SECRET.encode(), b"v0:%b:%b" % (stamp.encode(), body), "sha256")
    return {
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest.hexdigest()}",
    }


def encoded(kind: str, payload: Any) -> tuple[bytes, str]:
    """The body and its content type, as Slack would send such a payload."""
    if isinstance(payload, dict) and "command" in payload:
        fields = {key: value for key, value in payload.items() if isinstance(key, str)}
        return urlencode(fields, errors="surrogatepass").encode(), FORM
    if isinstance(payload, dict) and "event" in payload:
        return json.dumps(payload).encode(), JSON
    return urlencode({"payload": json.dumps(payload)}).encode(), FORM


def forged(attacked: Attacked, kind: str, chance: Random, changes: int) -> Sent:
    """A real payload changed in so many places."""
    payload: Any = attacked.real(kind, chance)
    for _ in range(changes):
        payload = changed(payload, chance)
    body, content = encoded(kind, payload)
    return Sent(kind, body, content)


def spoilt(attacked: Attacked, kind: str, chance: Random) -> Sent:
    """A real body with some bytes wrong."""
    body, content = encoded(kind, attacked.real(kind, chance))
    return Sent(f"{kind}, wrong bytes", spoilt_bytes(body, chance), content)


def check_call(call: Entry) -> None:
    """Slack takes what the bot sends, but for what a forged payload names; and it pings nobody."""
    word = call.verdict.partition(":")[0]
    known = word == "ok" or word in REFUSED or call.verdict.startswith(MISSING)
    assert known, (call.name, call.verdict, call.request)
    if call.name in ("chat.postMessage", "response_url"):
        blockkit.check(call.request)
    check_pings({key: value for key, value in call.request.items() if key in SHOWN})


def check_answer(response: Response) -> None:
    """The same of what goes back at once."""
    if not response.body.startswith("{"):
        return
    said = json.loads(response.body)
    check_pings({key: value for key, value in said.items() if key in SHOWN})
    if "text" in said:
        blockkit.check(said)
    if view := said.get("view"):
        found = faults_of(view, "modal")
        assert not found, "\n".join(map(str, found))


def check_pings(piece: Any, marked: bool = True) -> None:
    """No text that Slack reads as mrkdwn mentions anybody whom the bot does not mean."""
    if isinstance(piece, Mapping):
        kind = piece.get("type")
        for key, inside in piece.items():
            literal = kind in ("plain_text", "text", "link") or key in _UNSHOWN
            check_pings(inside, marked and not literal)
    elif isinstance(piece, list | tuple):
        for inside in piece:
            check_pings(inside, marked)
    elif isinstance(piece, str) and marked:
        assert not _PING.search(piece), piece


def outcome(response: Response, calls: list[Entry], failed: bool) -> str:
    """What came of a body, as the table counts it."""
    if response.status != 200:
        return str(response.status)
    if failed:
        return "refused by Slack, and logged"
    if response.body:
        return "answered at once"
    return "answered later" if calls else "acknowledged"


@contextmanager
def attacked() -> Iterator[Attacked]:
    """A bot that has been walked through once, by whom it is sent everything."""
    apps: list[App] = []

    def build(api_url: str, executor: Any) -> App:
        apps.append(the_bot(library_of(HARBOUR), planning=planning(Memory()))(api_url, executor))
        return apps[0]

    log, root = Logged(), logging.getLogger()
    level = root.level
    with visiting(build) as mina:
        payloads = Tour(mina).payloads()
        root.addHandler(log)
        root.setLevel(logging.INFO)
        try:
            yield Attacked(mina, Door(apps[0]), payloads, log)
        finally:
            root.removeHandler(log)
            root.setLevel(level)
            mina.refused()
