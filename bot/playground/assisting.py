"""The methods of agents and of workflow steps."""

from collections.abc import Mapping
from typing import Any

from bot.playground import limits
from bot.playground.calls import Answer, Call
from bot.playground.checking import units
from bot.playground.refusals import Refused

# https://docs.slack.dev/workflows/workflow-steps ; ids of people and channels are texts too.
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}


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
    call.rooms.prompts[channel.id] = {"title": call.text("title"), "prompts": prompts}
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
    """Only a running step can be completed, only once, and with the outputs of the manifest."""
    step = call.rooms.functions.get(call.needed("function_execution_id"))
    if step is None:
        raise Refused("function_execution_not_found")
    if step.outcome:
        raise Refused("execution_not_in_running_state")
    told = call.workspace.app.functions[step.function].get("output_parameters", {})
    if "outputs" in outcome and not _fits(outcome["outputs"], told):
        raise Refused("parameter_validation_failed")
    step.outcome.update(outcome)
    call.workspace.bell.ring("steps")
    return {}


def _fits(outputs: dict[str, Any], told: Mapping[str, Any]) -> bool:
    """Whether these are the outputs that the manifest tells of, each of its type."""
    described = told.get("properties", {}).items()
    types = {name: _TYPES.get(one["type"], str) for name, one in described}
    complete = set(told.get("required", ())) <= outputs.keys() <= types.keys()
    return complete and all(isinstance(value, types[name]) for name, value in outputs.items())
