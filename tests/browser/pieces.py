"""What the small app of `forms` is and shows: its manifest, its views, its Home and its message."""

import re
from typing import Any

from bot.manifest import described

Json = dict[str, Any]
SCOPES = ("channels:read", "users:read")
SHORTCUTS = (
    ("Subscribe to a digest", "global", "subscribe", "Passages to a channel, day by day"),
    ("Search the statement", "global", "search", "Find a passage"),
    ("Keep this passage", "message", "keep", "Put it on your Home"),
)
ANY_OTHER = re.compile(r"(?!cadence$|preview$|count$).*")


def manifest() -> Json:
    """The bot's own manifest, with shortcuts and a Home."""
    told = described()
    told["features"]["shortcuts"] = [
        dict(zip(("name", "type", "callback_id", "description"), one, strict=True))
        for one in SHORTCUTS
    ]
    told["features"]["app_home"]["home_tab_enabled"] = True
    told["oauth_config"]["scopes"]["bot"] += SCOPES
    told["settings"]["event_subscriptions"]["bot_events"] += ["app_home_opened"]
    return told


def bare() -> Json:
    """The bot's own manifest without shortcuts and without a Home."""
    told = described()
    told["features"]["shortcuts"] = []
    told["features"]["app_home"]["home_tab_enabled"] = False
    return told


def plain(text: str) -> Json:
    """A text object."""
    return {"type": "plain_text", "text": text}


def option(text: str, value: str = "", **more: Any) -> Json:
    """An option; its value is its text unless one is given."""
    return {"text": plain(text), "value": value or text, **more}


def asked(id: str, label: str, element: Json, **more: Any) -> Json:
    """An input block whose element has the same id."""
    named = {**element, "action_id": id}
    return {"type": "input", "block_id": id, "label": plain(label), "element": named, **more}


def _modal(callback_id: str, title: str, blocks: list[Json], **more: Any) -> Json:
    named = {"callback_id": callback_id, "title": plain(title)}
    return {"type": "modal", **named, "blocks": blocks, **more}


def subscription(weekly: bool) -> Json:
    """The form with every kind of input; a weekly one asks for days too."""
    first = [
        {"type": "section", "text": {"type": "mrkdwn", "text": "Passages of the *statement*."}},
        asked("name", "Name", {"type": "plain_text_input", "max_length": 40}, hint=plain("Short.")),
        asked("cadence", "How often", _cadence(), dispatch_action=True),
    ]
    days = [asked("days", "Days", {"type": "checkboxes", "options": _days()})] if weekly else []
    return _modal(
        "subscription",
        "Subscribe to a digest",
        [*first, *days, *_rest(), _buttons()],
        submit=plain("Subscribe"),
        close=plain("Not now"),
    )


def _cadence() -> Json:
    often = [option("Every day", "daily"), option("Every week", "weekly")]
    seldom = [option("Every month", "monthly")]
    groups = [
        {"label": plain("Often"), "options": often},
        {"label": plain("Seldom"), "options": seldom},
    ]
    return {"type": "static_select", "option_groups": groups, "initial_option": often[0]}


def _days() -> list[Json]:
    described = {"description": plain("The week begins")}
    return [option("Monday", "mon", **described), option("Thursday", "thu")]


def _rest() -> list[Json]:
    themes = [option(name) for name in ("Climate", "Energy", "Security")]
    forms = [option("Whole passages", "whole"), option("Only titles", "titles")]
    note = {"type": "plain_text_input", "multiline": True, "placeholder": plain("For the readers")}
    several = {"type": "multi_static_select", "options": themes, "max_selected_items": 2}
    radio = {"type": "radio_buttons", "options": forms, "initial_option": forms[0]}
    there = {"type": "conversations_select", "default_to_current_conversation": True}
    return [
        asked("form", "Form", radio),
        asked("themes", "Themes", several, optional=True),
        asked("where", "Where", there),
        asked("keeper", "Keeper", {"type": "users_select"}, optional=True),
        asked("from", "From", {"type": "datepicker", "initial_date": "2026-04-26"}),
        asked("at", "At", {"type": "timepicker", "initial_time": "09:00"}),
        asked("note", "Note", note, optional=True),
    ]


def _buttons() -> Json:
    sure = {
        "title": plain("Forget it all?"),
        "text": {"type": "mrkdwn", "text": "What you *typed* is lost."},
        "confirm": plain("Forget"),
        "deny": plain("Keep"),
        "style": "danger",
    }
    look = {"type": "button", "action_id": "preview", "text": plain("Look ahead")}
    forget = {"type": "button", "action_id": "forget", "text": plain("Forget"), "confirm": sure}
    return {
        "type": "actions",
        "block_id": "buttons",
        "elements": [look, {**forget, "style": "danger"}],
    }


def searching() -> Json:
    """A form that asks the app for its options, and tells it of each word."""
    find = {"type": "external_select", "min_query_length": 2, "placeholder": plain("Search")}
    heard = {"type": "plain_text_input"}
    blocks = [
        asked("passage", "Passage", {**find, "focus_on_load": True}),
        asked("word", "Word", heard, optional=True, dispatch_action=True),
    ]
    return _modal("searching", "Search", blocks, submit=plain("Search"))


def preview(title: str, clears: bool = False) -> Json:
    """A view that is pushed over another."""
    words = {"type": "section", "text": plain("Tomorrow: climate change.")}
    more = {"submit": plain("It is right")} if clears else {}
    return _modal("preview", title, [words], notify_on_close=True, **more)


def kept(words: str) -> Json:
    """A view with nothing to submit."""
    return _modal("kept", "Kept", [{"type": "section", "text": plain(words)}])


def home(pressed: int) -> Json:
    """The Home: a button that counts, and a menu that is kept."""
    button = {"type": "button", "action_id": "count", "value": str(pressed)}
    menu = {"type": "static_select", "options": [option("One"), option("Two")]}
    blocks = [
        {"type": "header", "text": plain(f"Pressed {pressed} times")},
        {"type": "actions", "elements": [{**button, "text": plain("Press")}]},
        {
            "type": "section",
            "block_id": "kept",
            "text": plain("Which?"),
            "accessory": {**menu, "action_id": "menu", "placeholder": plain("Pick one")},
        },
    ]
    return {"type": "home", "blocks": blocks}


def choosing() -> list[Json]:
    """A message with what can be chosen in one."""
    options = [option("Share"), option("Delete")]
    sure = {
        "title": plain("Sure?"),
        "text": plain("It is for all."),
        "confirm": plain("Yes"),
        "deny": plain("No"),
    }
    thumbs = {
        "positive_button": {"text": plain("Good"), "value": "good"},
        "negative_button": {"text": plain("Bad"), "value": "bad"},
    }
    trash = {"type": "icon_button", "icon": "trash", "text": plain("Remove"), "action_id": "remove"}
    return [
        {
            "type": "actions",
            "block_id": "row",
            "elements": [
                {"type": "datepicker", "action_id": "day", "initial_date": "2026-04-26"},
                {"type": "timepicker", "action_id": "time"},
                {"type": "users_select", "action_id": "who", "placeholder": plain("Who")},
                {"type": "channels_select", "action_id": "room", "confirm": sure},
                {"type": "overflow", "action_id": "more", "options": options},
            ],
        },
        {
            "type": "context_actions",
            "block_id": "thumbs",
            "elements": [{"type": "feedback_buttons", "action_id": "felt", **thumbs}, trash],
        },
    ]
