"""Requests as Slack sends and signs them, from a workspace that exists only here."""

import html
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

_TEAM, _CHANNEL, _USER, _APP = "T0LOCAL", "C0LOCAL", "U0LOCAL", "A0LOCAL"


@dataclass(frozen=True, slots=True)
class Envelopes:
    """Seals requests with a signing secret.

    https://docs.slack.dev/authentication/verifying-requests-from-slack
    """

    secret: str = field(repr=False)
    response_url: str

    def command(self, name: str, text: str) -> BoltRequest:
        """A slash command: https://docs.slack.dev/interactivity/implementing-slash-commands"""
        return self._sealed(
            {
                "team_id": _TEAM,
                "team_domain": "local",
                "channel_id": _CHANNEL,
                "channel_name": "terminal",
                "user_id": _USER,
                "command": name,
                # The manifest asks for should_escape, so Slack escapes these three.
                "text": html.escape(text, quote=False),
                "response_url": self.response_url,
                "trigger_id": uuid4().hex,
                "api_app_id": _APP,
                "is_enterprise_install": "false",
            }
        )

    def click(self, action: Mapping[str, Any]) -> BoltRequest:
        """A button or a menu: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"""
        now = f"{time.time():.6f}"
        payload = {
            "type": "block_actions",
            "team": {"id": _TEAM, "domain": "local"},
            "channel": {"id": _CHANNEL, "name": "terminal"},
            "user": {"id": _USER, "username": "you", "name": "you", "team_id": _TEAM},
            "api_app_id": _APP,
            "container": {
                "type": "message",
                "message_ts": now,
                "channel_id": _CHANNEL,
                "is_ephemeral": True,
            },
            "trigger_id": uuid4().hex,
            "response_url": self.response_url,
            "state": {"values": {}},
            "actions": [{**action, "action_ts": now}],
        }
        return self._sealed({"payload": json.dumps(payload)})

    def _sealed(self, form: Mapping[str, str]) -> BoltRequest:
        body = urlencode(form)
        stamp = str(int(time.time()))
        signature = SignatureVerifier(self.secret).generate_signature(timestamp=stamp, body=body)
        return BoltRequest(
            body=body,
            headers={
                "content-type": "application/x-www-form-urlencoded",
                "x-slack-request-timestamp": stamp,
                "x-slack-signature": signature or "",
            },
        )
