"""The methods that open, change and publish views.

https://docs.slack.dev/reference/methods?family=views
"""

from bot.playground.calls import Answer, Call
from bot.playground.refusals import Refused
from bot.playground.rooms import View
from bot.playground.view_shapes import check_view
from bot.playground.views import Views


def open_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.open"""
    view = check_view(call.json("view"), "modal")
    person = call.workspace.exchange(call.needed("trigger_id"))
    return {"view": Views(call.workspace).open(person, view)}


def push_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.push"""
    view = check_view(call.json("view"), "modal")
    person = call.workspace.exchange(call.needed("trigger_id"))
    return {"view": Views(call.workspace).push(person, view)}


def update_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.update"""
    view, views = check_view(call.json("view"), "modal"), Views(call.workspace)
    old = views.named(call.text("view_id"), call.text("external_id"))
    if old is None:
        raise Refused("not_found")
    _check_hash(call, old)
    return {"view": views.update(old, view)}


def publish_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.publish"""
    if not call.workspace.app.home:
        raise Refused("not_enabled")
    person, view = call.person("user_id"), check_view(call.json("view"), "home")
    if old := call.rooms.homes.get(person):
        _check_hash(call, old)
    return {"view": Views(call.workspace).publish(person, view)}


def _check_hash(call: Call, old: View) -> None:
    if call.has("hash") and call.text("hash") != old["hash"]:
        raise Refused("hash_conflict")
