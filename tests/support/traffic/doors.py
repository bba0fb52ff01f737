"""What people do in Slack, door by door: the request, where its answer is heard, and its judge."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Any
from urllib.parse import urlencode

from bot.core.statement import Passage
from bot.rendering.digest_form import action_of
from bot.rendering.references import FEEDBACK, READ_PARAGRAPH, SHOW_PASSAGE, Reference
from tests.support.traffic.hearing import Hearing
from tests.support.traffic.judging import Judge, Judging, Labelled, naming, saying

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
TEAMS = 20


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that somebody does.

    Its answer is heard under `key`, or stands in the acknowledgement where there is none; Slack
    sends an `event` again that was not acknowledged.
    """

    door: str
    body: bytes
    kind: str
    judge: Judge
    key: str = ""
    event: bool = False


class Doors:
    """Everything that people can do, each thing with ids of its own."""

    def __init__(self, hearing: Hearing, judging: Judging, slug: str) -> None:
        self._hearing, self._judging, self._slug = hearing, judging, slug
        self._numbers = count(1)
        # A database may remember the events of another run.
        self._run = secrets.token_hex(4).upper()

    def command(self, asked: Labelled, person: str) -> Ask:
        """`/alliance words`."""
        return self.typed("command", asked.words, person, self._judging.quoting(asked.quote))

    def typed(self, door: str, text: str, person: str, judge: Judge, channel: str = "C1") -> Ask:
        """A slash command that is answered in its acknowledgement."""
        return Ask(door, self._form(text, person, channel, f"k{next(self._numbers)}"), FORM, judge)

    def digest(self, channel: str, words: str) -> Ask:
        """A digest set up in words; what was set up is whispered."""
        key = f"digest{next(self._numbers)}"
        body = self._form(f"digest {words}", "UD1", channel, key)
        return Ask("digest", body, FORM, saying("UTC"), key)

    def mention(self, asked: Labelled, person: str) -> Ask:
        """`@alliance words`, answered in its thread."""
        said = {"type": "app_mention", "text": f"<@U0BOT> {asked.words}", "channel": "C1"}
        return self._said("mention", said, person, self._judging.quoting(asked.quote))

    def message(self, text: str, quote: str | None, person: str, door: str = "message") -> Ask:
        """A direct message, answered in its thread."""
        said = {"type": "message", "channel_type": "im", "text": text, "channel": f"D{person}"}
        return self._said(door, said, person, self._judging.quoting(quote))

    def home(self, person: str) -> Ask:
        """The Home opened."""
        event = {"type": "app_home_opened", "tab": "home", "user": person, "channel": f"D{person}"}
        return self._event("home", event, person, naming("type", "home"), key=person)

    def click(self, passage: Passage, person: str) -> Ask:
        """A button of a passage; it takes the place of the answer."""
        action = self._button(f"{SHOW_PASSAGE}:0", self._reference(passage))
        return self._pressed("click", action, person, self._judging.quoting(passage.quote))

    def read(self, passage: Passage, person: str) -> Ask:
        """The reader, which opens a modal."""
        action = self._button(READ_PARAGRAPH, self._reference(passage))
        return self._pressed("read", action, person, naming("callback_id", "reader"))

    def feedback(self, passage: Passage, person: str, verdict: str = "right") -> tuple[Ask, str]:
        """A verdict on a passage, and the id by which it is kept."""
        value = f"{verdict} {self._reference(passage)}"
        action = {"type": "feedback_buttons", "action_id": FEEDBACK, "value": value}
        ask = self._pressed("feedback", action, person, saying("Thank"))
        return ask, sha256(f"{team_of(person)} {ask.key}".encode()).hexdigest()[:32]

    def options(self, person: str) -> Ask:
        """What a menu suggests while somebody types."""
        payload = {
            **{"type": "block_suggestion", "action_id": action_of("zone"), "block_id": "zone"},
            **{"value": "seoul", "team": {"id": team_of(person)}, "user": _user(person)},
            "container": {"type": "view", "view_id": "V1"},
        }
        return Ask("options", _payload(payload), FORM, saying("Asia/Seoul"))

    def shortcut(self, asked: Labelled, person: str) -> Ask:
        """The shortcut on a message."""
        key = f"shortcut{next(self._numbers)}"
        payload = {
            **self._person("message_action", person, key),
            **{"callback_id": "find_in_statement", "message_ts": "1.1"},
            "message": {"type": "message", "user": "U9", "text": asked.words, "ts": "1.1"},
        }
        return Ask("shortcut", _payload(payload), FORM, self._judging.verbatim, key)

    def _form(self, text: str, person: str, channel: str, key: str) -> bytes:
        fields = {
            **{"command": "/alliance", "text": text, "team_id": team_of(person)},
            **{"channel_id": channel, "user_id": person, "user_name": person},
            **{"trigger_id": key, "response_url": self._hearing.response_url(key)},
        }
        return urlencode(fields).encode()

    def _said(self, door: str, said: Mapping[str, Any], person: str, judge: Judge) -> Ask:
        ts = f"1700000000.{next(self._numbers):08}"
        return self._event(door, {**said, "user": person, "ts": ts}, person, judge, key=ts)

    def _event(
        self, door: str, event: Mapping[str, Any], person: str, judge: Judge, key: str
    ) -> Ask:
        id = f"Ev{self._run}{next(self._numbers)}"
        body = {"type": "event_callback", "team_id": team_of(person), "event_id": id}
        sent = json.dumps({**body, "event": event}).encode()
        return Ask(door, sent, JSON, judge, key, event=True)

    def _pressed(self, door: str, action: Mapping[str, Any], person: str, judge: Judge) -> Ask:
        key = f"{door}{next(self._numbers)}"
        container = {"type": "message", "channel_id": "C1", "message_ts": "1.1"}
        payload = {
            **self._person("block_actions", person, key),
            "container": {**container, "is_ephemeral": True},
            "actions": [{"block_id": "b1", "action_ts": "1.3", **action}],
        }
        return Ask(door, _payload(payload), FORM, judge, key)

    def _person(self, kind: str, person: str, key: str) -> dict[str, Any]:
        return {
            **{"type": kind, "team": {"id": team_of(person)}, "user": _user(person)},
            **{"channel": {"id": "C1"}, "trigger_id": key},
            "response_url": self._hearing.response_url(key),
        }

    def _button(self, action: str, value: str) -> dict[str, str]:
        return {"type": "button", "action_id": action, "value": value}

    def _reference(self, passage: Passage) -> str:
        return Reference(self._slug, passage.id, "en").value


def team_of(person: str) -> str:
    """The workspace that somebody is in."""
    return f"T{int(person[2:]) % TEAMS}"


def _user(person: str) -> dict[str, str]:
    return {"id": person, "name": person, "team_id": team_of(person)}


def _payload(payload: Mapping[str, Any]) -> bytes:
    return urlencode({"payload": json.dumps(payload)}).encode()
