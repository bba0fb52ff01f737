"""What a button or a menu carries back: which passage or theme, shown in which language."""

import re
from dataclasses import dataclass

from bot.core.statement import Language

OPEN_SOURCE = "open_source"
SHOW_PASSAGE = "show_passage"
SHOW_THEME = "show_theme"
PICK_THEME = "pick_theme"
READ_PARAGRAPH = "read_paragraph"
CHANGE_DIGEST = "change_digest"
_VALUE = re.compile(r"([a-z0-9-]{1,80})/([a-z0-9-]{1,60})/(en|ko)")


@dataclass(frozen=True, slots=True)
class Reference:
    """One passage or theme of one statement; which of the two, the action that carries it says."""

    slug: str
    id: str
    language: Language

    @property
    def value(self) -> str:
        return f"{self.slug}/{self.id}/{self.language}"


def reference_in(value: object) -> Reference | None:
    """The reference that a value spells, or None: whoever can sign can send anything."""
    found = _VALUE.fullmatch(value) if isinstance(value, str) else None
    return Reference(found[1], found[2], "ko" if found[3] == "ko" else "en") if found else None
