"""What the page sends, looked at before it is believed."""

from collections.abc import Mapping
from typing import Any

from bot.playground.refusals import Unwelcome
from bot.playground.workspace import Workspace

Json = dict[str, Any]
Given = Mapping[str, Any]


def text(given: Given, key: str) -> str:
    """The text at that key, empty where there is none."""
    found = given.get(key)
    return found if isinstance(found, str) else ""


def person(workspace: Workspace, given: Given) -> str:
    """The id of whoever is named, or of the first of all; raises Unwelcome."""
    named = text(given, "person") or workspace.town.people[0].id
    if all(one.id != named for one in workspace.town.people):
        raise Unwelcome("There is no such person here.")
    return named
