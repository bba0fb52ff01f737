"""The stand-in's HTTP door: what the page asks for and does, who is kept out, and the faults."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from typing import Any

import pytest

from bot.playground.ledger import KEPT
from bot.playground.standing import StandIn
from tests.playground.conftest import SECRET, TOKEN
from tests.playground.test_web_api import client

GENERAL, JORDAN, MINA = "C0GENERAL", "U0JORDAN", "U0MINA"
OURS = {"X-Playground": "1"}


def asked(
    stand_in: StandIn,
    path: str,
    given: Any = None,
    headers: dict[str, str] | None = None,
) -> tuple[int, str, dict[str, str]]:
    """GET, or POST where something is given: the status, the body and the headers."""
    connection = HTTPConnection("127.0.0.1", int(stand_in.address.rpartition(":")[2]), timeout=10)
    body = None if given is None else json.dumps(given).encode()
    connection.request("POST" if body else "GET", path, body, headers or OURS)
    response = connection.getresponse()
    found = {name.lower(): value for name, value in response.getheaders()}
    answer = response.status, response.read().decode(), found
    connection.close()
    return answer


def read(stand_in: StandIn, path: str, given: Any = None) -> dict[str, Any]:
    status, body, _ = asked(stand_in, path, given)
    assert status == 200, body
    answer: dict[str, Any] = json.loads(body)
    return answer


def post(stand_in: StandIn, token: str = TOKEN, **arguments: Any) -> tuple[int, str]:
    """The bot's chat.postMessage."""
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    given = {"channel": GENERAL, "text": "a", **arguments}
    return asked(stand_in, "/api/chat.postMessage", given, headers)[:2]


def test_the_state_is_that_of_the_person(stand_in: StandIn) -> None:
    state = read(stand_in, f"/play/state?person={MINA}")
    assert state["me"] == MINA
    names = [channel["name"] for channel in state["channels"]]
    assert names == ["general", "policy", "digest", "summit-2023", "alliance"]
    assert [c["bot_is_member"] for c in state["channels"]] == [True, True, False, True, True]
    assert state["channels"][-1]["id"] == "D0MINA"
    assert len(state["examples"]) == 3
    assert state["command"]["name"] == "/alliance"


def test_messages_are_those_that_the_person_sees(stand_in: StandIn) -> None:
    said = {"person": MINA, "channel": GENERAL, "text": "a < b"}
    assert read(stand_in, "/play/say", said) == {"ok": True}
    (message,) = read(stand_in, f"/play/messages?person={MINA}&channel={GENERAL}")["messages"]
    stand_in.workspace.post(GENERAL, JORDAN, "reply", thread=message["ts"])
    stand_in.workspace.post(GENERAL, JORDAN, "secret", only_for=JORDAN)
    first, *rest = read(stand_in, f"/play/messages?person={MINA}&channel={GENERAL}")["messages"]
    assert (first["text"], first["reply_count"], rest) == ("a &lt; b", 1, [])
    inside = f"/play/messages?person={MINA}&channel={GENERAL}&thread={first['ts']}"
    assert [one["text"] for one in read(stand_in, inside)["messages"]] == ["a &lt; b", "reply"]


def test_a_refusal_is_a_sentence(stand_in: StandIn) -> None:
    for given in ({"person": "U0", "channel": GENERAL, "text": "a"}, {"text": 7}, {}):
        answer = read(stand_in, "/play/say", given)
        assert answer["ok"] is False and answer["error"].endswith(".")


def test_other_sites_are_kept_out(stand_in: StandIn) -> None:
    port = stand_in.address.rpartition(":")[2]
    given = {"channel": GENERAL, "text": "a"}
    assert asked(stand_in, "/play/say", given, {"content-type": "text/plain"})[0] == 403
    for name, status in (("evil.example", 421), (f"localhost:{port}", 200), ("", 421)):
        assert asked(stand_in, "/play/state", None, {**OURS, "host": name})[0] == status
    assert stand_in.workspace.rooms.posts.public(GENERAL) == []


@pytest.mark.parametrize(
    "path", ["/static/../people.py", "/static/%2e%2e/people.py", "/static/people.py", "/static/"]
)
def test_only_the_pages_files_are_served(stand_in: StandIn, path: str) -> None:
    assert asked(stand_in, path)[0] == 404


def test_nothing_of_another_site_is_loaded(stand_in: StandIn) -> None:
    headers = asked(stand_in, "/play/state")[2]
    assert headers["content-security-policy"].startswith("default-src 'self'")


@pytest.mark.parametrize("given", [[], "a", 7])
def test_what_is_no_object_is_refused(stand_in: StandIn, given: object) -> None:
    assert asked(stand_in, "/play/say", given)[0] == 400


@contextmanager
def events(stand_in: StandIn) -> Iterator[Any]:
    connection = HTTPConnection("127.0.0.1", int(stand_in.address.rpartition(":")[2]), timeout=10)
    connection.request("GET", "/play/events")
    stream = connection.getresponse()
    assert stream.readline() == b": here\n"
    yield stream
    connection.close()


def test_changes_are_told_as_they_happen(stand_in: StandIn) -> None:
    with events(stand_in) as stream:
        stand_in.workspace.post(GENERAL, MINA, "a")
        told = next(line for line in stream if line.startswith(b"data: "))
    assert json.loads(told[6:]) == {"changed": ["messages"], "channel": GENERAL}


def test_the_ledger_tells_everything_but_secrets(stand_in: StandIn) -> None:
    assert post(stand_in, text=f"my token is {TOKEN} {SECRET}")[0] == 200
    assert post(stand_in, channel="C0NOWHERE")[0] == 200
    first, second = read(stand_in, "/play/requests")["requests"]
    assert (first["n"], first["direction"], first["name"]) == (1, "from bot", "chat.postMessage")
    assert (first["verdict"], second["verdict"]) == ("ok", "channel_not_found")
    assert first["request"]["text"] == "my token is [secret] [secret]"
    assert TOKEN not in json.dumps(first) + json.dumps(second)
    assert [one["n"] for one in read(stand_in, "/play/requests?after=1")["requests"]] == [2]


def test_the_ledger_keeps_the_last_requests(stand_in: StandIn) -> None:
    for _ in range(KEPT + 1):
        post(stand_in)
    kept = read(stand_in, "/play/requests")["requests"]
    assert [kept[0]["n"], kept[-1]["n"]] == [2, KEPT + 1]


@pytest.mark.parametrize(
    ("kind", "status", "word"), [("429", 429, "ratelimited"), ("token_revoked", 200, "token_rev")]
)
def test_a_method_fails_as_often_as_it_is_told_to(
    stand_in: StandIn, kind: str, status: int, word: str
) -> None:
    chosen = {"method": "chat.postMessage", "kind": kind, "times": 2}
    assert read(stand_in, "/play/faults", chosen) == {"ok": True}
    assert read(stand_in, "/play/faults")["faults"] == [chosen]
    for _ in range(2):
        told, body = post(stand_in)
        assert told == status and word in body
    assert '"ok": true' in post(stand_in)[1]


def test_a_connection_is_dropped_on_request(stand_in: StandIn) -> None:
    read(stand_in, "/play/faults", {"method": "*", "kind": "drop", "times": 1})
    with pytest.raises((HTTPException, OSError)):
        post(stand_in)
    assert post(stand_in)[0] == 200


def test_a_fault_is_called_off_and_must_be_known(stand_in: StandIn) -> None:
    read(stand_in, "/play/faults", {"method": "*", "kind": "500", "times": 5})
    assert post(stand_in)[0] == 500
    assert read(stand_in, "/play/faults", {"method": "*", "kind": None}) == {"ok": True}
    assert post(stand_in)[0] == 200
    for wrong in ({"method": "*", "kind": "flood"}, {"method": "request", "kind": "500"}):
        assert read(stand_in, "/play/faults", wrong)["ok"] is False


def test_the_bot_is_taken_out_of_a_channel_and_the_app_away(stand_in: StandIn) -> None:
    gone = {"method": "workspace", "kind": "removed", "channel": GENERAL}
    assert read(stand_in, "/play/faults", gone) == {"ok": True}
    assert "not_in_channel" in post(stand_in)[1]
    away = {"method": "workspace", "kind": "uninstalled"}
    assert read(stand_in, "/play/faults", away) == {"ok": True}
    assert "account_inactive" in post(stand_in)[1]
    assert read(stand_in, "/play/state")["installed"] is False
    command = {"channel": GENERAL, "text": "/alliance climate"}
    assert "not a valid command" in read(stand_in, "/play/say", command)["error"]
    assert read(stand_in, "/play/say", {"channel": "D0JORDAN", "text": "a"}) == {"ok": True}
    for wrong in ({**gone, "channel": "D0MINA"}, away, {**gone, "kind": "invited"}):
        assert read(stand_in, "/play/faults", wrong)["ok"] is False
    read(stand_in, "/play/reset", {})
    assert '"ok": true' in post(stand_in)[1]
    assert read(stand_in, "/play/state")["installed"] is True


def test_the_bot_is_invited_back_and_a_channel_archived(stand_in: StandIn) -> None:
    for kind in ("removed", "invited"):
        chosen = {"method": "workspace", "kind": kind, "channel": GENERAL}
        assert read(stand_in, "/play/faults", chosen) == {"ok": True}
    assert '"ok": true' in post(stand_in)[1]
    closed = {"method": "workspace", "kind": "archived", "channel": GENERAL}
    assert read(stand_in, "/play/faults", closed) == {"ok": True}
    assert "is_archived" in post(stand_in)[1]
    assert read(stand_in, "/play/faults", closed)["ok"] is False
    assert read(stand_in, "/play/say", {"channel": GENERAL, "text": "a"})["ok"] is False


def test_the_token_is_revoked(stand_in: StandIn) -> None:
    revoked = {"method": "workspace", "kind": "token_revoked"}
    assert read(stand_in, "/play/faults", revoked) == {"ok": True}
    assert "token_revoked" in post(stand_in)[1]


def test_the_clock_moves_forward_only(stand_in: StandIn) -> None:
    before = read(stand_in, "/play/state")["now"]
    assert read(stand_in, "/play/clock", {"advance": 3600})["ok"] is True
    assert read(stand_in, "/play/state")["now"] == before + 3600
    assert read(stand_in, "/play/clock", {"advance": -1})["ok"] is False


def test_a_reset_goes_back_to_the_beginning(stand_in: StandIn) -> None:
    post(stand_in)
    read(stand_in, "/play/faults", {"method": "*", "kind": "500", "times": 5})
    assert read(stand_in, "/play/reset", {}) == {"ok": True}
    assert read(stand_in, f"/play/messages?channel={GENERAL}")["messages"] == []
    assert read(stand_in, "/play/requests")["requests"] == []
    assert read(stand_in, "/play/faults")["faults"] == []


def test_a_bot_at_work_is_typing_until_it_speaks(stand_in: StandIn) -> None:
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": "application/json"}
    ts = stand_in.workspace.post(GENERAL, MINA, "whales?").ts
    status = {"channel_id": GENERAL, "thread_ts": ts, "status": "looks it up"}
    asked(stand_in, "/api/assistant.threads.setStatus", status, headers)
    looking = f"/play/messages?channel={GENERAL}&thread={ts}"
    typing = read(stand_in, looking)["typing"]
    assert typing == {"user": "U0ALLIANCE", "text": "looks it up"}
    post(stand_in, thread_ts=ts)
    assert read(stand_in, looking)["typing"] is None


def test_what_is_suggested_in_a_direct_message_stands_until_something_is_said(
    stand_in: StandIn,
) -> None:
    looking = "/play/messages?person=U0MINA&channel=D0MINA"
    prompts = [{"title": "Whales", "message": "what about whales?"}]
    client(stand_in).assistant_threads_setSuggestedPrompts(
        channel_id="D0MINA", title="Ask away", prompts=prompts
    )
    assert read(stand_in, looking)["prompts"] == {"title": "Ask away", "prompts": prompts}
    assert read(stand_in, f"{looking}&thread=1.1")["prompts"] is None
    stand_in.stage.say("U0MINA", "D0MINA", "whales")
    assert read(stand_in, looking)["prompts"] is None
