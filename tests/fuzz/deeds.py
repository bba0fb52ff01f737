"""Whatever a person can do with what stands before them: press anything, fill in anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import Any

from bot.playground.elements import elements
from bot.playground.refusals import Unwelcome
from bot.playground.values import KINDS, options
from tests.support.visiting import Visitor

Json = dict[str, Any]
# What the workspace itself says no to, before the bot has heard of anything.
SLACKS_OWN = (
    "There is no such",
    "This view",
    "This message",
    "This preview",
    "This thread",
    "This is not",
    "So many options",
    "What is put in here",
    "A message that only you see",
    "You cannot send",
    "There is nothing to send",
    "These are not words",
)


@dataclass(frozen=True)
class Shown:
    """An element before a person, and where it stands."""

    place: Json
    element: Json


def shown(visitor: Visitor) -> list[Shown]:
    """Everything that the person can press or fill in and send at once, the latest first."""
    return [
        Shown({**place, "block_id": block["block_id"], "action_id": element["action_id"]}, element)
        for place, blocks in visitor.before()
        for block, element in elements(blocks)
        if block["type"] != "input" or block.get("dispatch_action")
    ]


def act(visitor: Visitor, one: Shown, chance: Random, text: str) -> None:
    """Press it, or put something into it."""
    held = filled(visitor, one, chance, text)
    if held is not None:
        with welcome():
            visitor.stand_in.stage.act(visitor.person, {**one.place, **held})
    visitor.settle()


def filled(visitor: Visitor, one: Shown, chance: Random, text: str) -> Json | None:
    """What a person may put into an element; None where there is nothing to choose from."""
    element, kind = one.element, one.element["type"]
    match kind:
        case "button" | "icon_button":
            return {}
        case "feedback_buttons":
            which = chance.choice(("positive_button", "negative_button"))
            return {"value": element[which]["value"]}
        case "external_select":
            return _fetched(visitor, one, chance, text)
        case "overflow" | "static_select" | "radio_buttons":
            return {"selected_option": chance.choice(list(options(element)))}
        case "checkboxes" | "multi_static_select":
            every = list(options(element))
            return {"selected_options": chance.sample(every, chance.randrange(len(every) + 1))}
        case "users_select" | "channels_select" | "conversations_select":
            return {KINDS[kind].key: chance.choice(sorted(_offered(visitor, kind)))}
        case "datepicker":
            return {"selected_date": chance.choice(("2027-02-01", "1970-01-01", "9999-12-31"))}
        case "timepicker":
            return {"selected_time": chance.choice(("00:00", "09:00", "23:59"))}
        case _:
            return {KINDS[kind].key: text}


def _offered(visitor: Visitor, kind: str) -> set[str]:
    workspace = visitor.stand_in.workspace
    if kind == "users_select":
        return set(workspace.people)
    channels = workspace.rooms.channels.values()
    if kind == "channels_select":
        return {one.id for one in channels if one.kind == "channel"}
    return {one.id for one in channels if visitor.person in one.members}


def _fetched(visitor: Visitor, one: Shown, chance: Random, text: str) -> Json | None:
    given = {**one.place, "value": text}
    told: Json = {"options": []}
    with welcome():
        told = visitor.stand_in.stage.suggest(visitor.person, given)
    every = list(options(told))
    return {"selected_option": chance.choice(every)} if every else None


def submit(visitor: Visitor, chance: Random, text: str) -> None:
    """Fill in the modal somehow and submit it; or close it, where there is nothing to submit."""
    view = visitor.view.told
    if not view.get("submit"):
        visitor.close()
        return
    state: dict[str, Json] = {}
    for block, element in elements(view["blocks"]):
        if block["type"] == "input" and chance.random() < 0.9:
            named = {"block_id": block["block_id"], "action_id": element["action_id"]}
            one = Shown({"view": view["id"], **named}, element)
            if held := filled(visitor, one, chance, text):
                state[block["block_id"]] = {element["action_id"]: held}
    with welcome():
        visitor.stand_in.stage.submit(visitor.person, view["id"], state)
    visitor.settle()


@contextmanager
def welcome() -> Iterator[None]:
    """Let pass what the workspace itself says no to, but not a fault of the bot's."""
    try:
        yield
    except Unwelcome as unwelcome:
        said = str(unwelcome)
        if not (said.startswith(SLACKS_OWN) or said.endswith("is not a valid command.")):
            raise


def quotations(piece: object) -> Iterator[str]:
    """The quotations in blocks."""
    if isinstance(piece, dict):
        if piece.get("type") == "rich_text_quote":
            yield "".join(span.get("text", "") for span in piece["elements"])
        for inside in piece.values():
            yield from quotations(inside)
    elif isinstance(piece, list):
        for inside in piece:
            yield from quotations(inside)
