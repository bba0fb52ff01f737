"""What can be pressed in the Home, and what its buttons carry back."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

HOME = "home"
SEARCH_HOME = "search_home"
BROWSE_THEME = "browse_theme"
CHOOSE_LANGUAGE = "choose_language"
SHOW_HELP = "show_help"
SET_UP_DIGEST = "set_up_digest"
HOME_DIGEST = "home_digest"

# What a person can be answered in.
Speech = Literal["auto", "en", "ko"]
# What can be done about a digest, and what is asked twice.
Deed = Literal["change", "preview", "now", "pause", "resume", "off"]
Drastic = Literal["now", "off"]
_VALUE = re.compile(r"([A-Za-z0-9-]{1,64}) ([A-Z0-9]{1,30})")
_REMEMBERED = re.compile(r"[0-9a-f]{16} ([A-Z0-9]{1,30})")


@dataclass(frozen=True, slots=True)
class DigestReference:
    """One digest, and the channel where it is looked for."""

    id: str
    channel: str

    @property
    def value(self) -> str:
        return f"{self.id} {self.channel}"


def digest_in(value: object) -> DigestReference | None:
    """The digest that a value names, or None: whoever can sign can send anything."""
    found = _VALUE.fullmatch(value) if isinstance(value, str) else None
    return DigestReference(found[1], found[2]) if found else None


def action_of(deed: Deed) -> str:
    """The action of a deed's button."""
    return f"{HOME_DIGEST}:{deed}"


def deed_in(action_id: str) -> Deed | None:
    """The deed of such an action."""
    deeds: tuple[Deed, ...] = get_args(Deed)
    return next((deed for deed in deeds if action_of(deed) == action_id), None)


def speech_in(value: object) -> Speech | None:
    """The choice of a language that a value spells."""
    speeches: tuple[Speech, ...] = get_args(Speech)
    return next((speech for speech in speeches if speech == value), None)


def conversation_in(remembered: object) -> str:
    """The person's direct message with the bot, as their Home remembers it; empty where not."""
    found = _REMEMBERED.fullmatch(remembered) if isinstance(remembered, str) else None
    return found[1] if found else ""
