"""Slack's Web API in a workspace: which methods there are, what each needs, and who may call it.

https://docs.slack.dev/apis/web-api
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground import assisting, chatting, consenting, reading, viewing
from bot.playground.calls import Answer, Call
from bot.playground.refusals import Refused
from bot.playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Method:
    """What answers, and the scopes of which the token needs any one."""

    answer: Callable[[Call], Answer]
    scopes: tuple[str, ...] = ()


# Either one shows a status; for prompts there is no second.
_AGENT = ("assistant:write", "chat:write")
# conversations.* look at the kind of the channel and ask for the scope themselves.
METHODS: Mapping[str, Method] = {
    "auth.test": Method(reading.auth_test),
    "chat.postMessage": Method(chatting.post_message, ("chat:write",)),
    "chat.postEphemeral": Method(chatting.post_ephemeral, ("chat:write",)),
    "chat.update": Method(chatting.update, ("chat:write",)),
    "chat.delete": Method(chatting.delete, ("chat:write",)),
    "chat.getPermalink": Method(chatting.get_permalink),
    "chat.unfurl": Method(chatting.unfurl, ("links:write",)),
    "conversations.info": Method(reading.conversation),
    "conversations.history": Method(reading.conversation_history),
    "conversations.replies": Method(reading.conversation_replies),
    "conversations.members": Method(reading.conversation_members),
    "conversations.list": Method(reading.conversations),
    "users.info": Method(reading.user, ("users:read",)),
    "views.open": Method(viewing.open_view),
    "views.push": Method(viewing.push_view),
    "views.update": Method(viewing.update_view),
    "views.publish": Method(viewing.publish_view),
    "assistant.threads.setStatus": Method(assisting.set_status, _AGENT),
    "assistant.threads.setSuggestedPrompts": Method(
        assisting.set_suggested_prompts, ("assistant:write",)
    ),
    "functions.completeSuccess": Method(assisting.complete_success),
    "functions.completeError": Method(assisting.complete_error),
}
# Installing comes before there is a token; and anybody may try whether Slack is there.
WITHOUT_TOKEN: Mapping[str, Method] = {
    "api.test": Method(reading.api_test),
    "oauth.v2.access": Method(consenting.oauth_access),
}


@dataclass(frozen=True, slots=True)
class WebApi:
    """The methods, in one workspace."""

    workspace: Workspace

    def call(self, name: str, arguments: Mapping[str, Any], token: str) -> Answer:
        """What Slack answers; raises Refused."""
        with self.workspace.lock:
            method = WITHOUT_TOKEN.get(name)
            if method is None:
                self._check_token(token)
                method = METHODS.get(name)
            if method is None:
                raise Refused("unknown_method", {"req_method": name})
            call = Call(self.workspace, arguments)
            call.needs(*method.scopes)
            return {"ok": True, **method.answer(call)}

    def _check_token(self, token: str) -> None:
        if not token:
            raise Refused("not_authed")
        if not hmac.compare_digest(token.encode(), self.workspace.app.token.encode()):
            raise Refused("invalid_auth")
        if self.workspace.rooms.uninstalled:
            raise Refused("account_inactive")
        if self.workspace.rooms.token_revoked:
            raise Refused("token_revoked")


@dataclass(frozen=True, slots=True)
class WebApis:
    """The methods in several workspaces: a token or a code says in which; else it is the first."""

    apis: tuple[WebApi, ...]

    def of(self, arguments: Mapping[str, Any], token: str) -> WebApi:
        """The one that a call is for."""
        code = arguments.get("code")
        for api in self.apis:
            workspace = api.workspace
            if token == workspace.app.token or code in workspace.rooms.codes:
                return api
        return self.apis[0]
