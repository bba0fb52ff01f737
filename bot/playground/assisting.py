"""The methods of agents, of workflow steps and of installation."""

import secrets
from typing import Any

from bot.playground import limits
from bot.playground.calls import Answer, Call
from bot.playground.checking import units
from bot.playground.refusals import Refused


def set_status(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/assistant.threads.setStatus"""
    channel = call.rooms.channels.get(call.needed("channel_id"))
    if channel is None or call.bot not in channel.members:
        raise Refused("channel_not_found")
    loading = call.json("loading_messages") or []
    if len(loading) > limits.LOADING_MESSAGES or any(
        units(str(message)) > limits.LOADING_MESSAGE for message in loading
    ):
        raise Refused("invalid_arguments")
    place, status = (channel.id, call.needed("thread_ts")), call.text("status")
    call.rooms.typing.pop(place, None)
    if status:
        call.rooms.typing[place] = (status, call.workspace.now() + limits.STATUS_SECONDS)
    call.workspace.bell.ring("messages", channel=channel.id)
    return {}


def set_suggested_prompts(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts"""
    if not call.workspace.app.features & {"agent_view", "assistant_view"}:
        raise Refused("not_agent_app")
    channel = call.rooms.channels.get(call.needed("channel_id"))
    if channel is None or channel.kind != "im":
        raise Refused("channel_not_found")
    prompts = call.json("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= limits.PROMPTS:
        raise Refused("invalid_arguments")
    if not all(isinstance(one, dict) and {"title", "message"} <= one.keys() for one in prompts):
        raise Refused("invalid_arguments")
    call.rooms.prompts[channel.id] = prompts
    call.workspace.bell.ring("messages", channel=channel.id)
    return {}


def complete_success(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/functions.completeSuccess"""
    outputs = call.json("outputs")
    if not isinstance(outputs, dict):
        raise Refused("invalid_arguments")
    return _completed(call, {"outputs": outputs})


def complete_error(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/functions.completeError"""
    return _completed(call, {"error": call.needed("error")})


def _completed(call: Call, outcome: dict[str, Any]) -> Answer:
    """Only a running step can be completed, and only once."""
    running = call.rooms.functions.get(call.needed("function_execution_id"))
    if running is None:
        raise Refused("function_execution_not_found")
    if running:
        raise Refused("function_not_in_running_state")
    running.update(outcome)
    return {}


def oauth_access(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/oauth.v2.access ; the codes are our own."""
    app, team = call.workspace.app, call.workspace.town.team
    code = call.needed("code")
    if code not in call.rooms.codes:
        raise Refused("invalid_code")
    if call.rooms.codes[code]:
        raise Refused("code_already_used")
    call.rooms.codes[code] = True
    return {
        "access_token": app.token,
        "token_type": "bot",
        "scope": ",".join(sorted(app.scopes)),
        "bot_user_id": app.bot.id,
        "app_id": app.app,
        "team": {"id": team.id, "name": team.name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": call.workspace.town.people[0].id},
    }


def new_code(codes: dict[str, bool]) -> str:
    """A code that an installation may exchange once."""
    code = secrets.token_hex(16)
    codes[code] = False
    return code
