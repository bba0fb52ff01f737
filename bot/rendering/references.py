"""What a button or a menu carries back: which passage or theme, and how it was shown."""

import re
from dataclasses import dataclass

from bot.core.statement import Language

OPEN_SOURCE = "open_source"
SHOW_PASSAGE = "show_passage"
SHOW_THEME = "show_theme"
PICK_THEME = "pick_theme"
READ_PARAGRAPH = "read_paragraph"
SHARE = "share"
CITE = "cite"
CHANGE_DIGEST = "change_digest"
# The two buttons under a passage, and the modal that a "no" opens.
FEEDBACK = "feedback"
# What opens a modal, or needs a channel to speak in: of no use in a terminal.
SLACK_ONLY = frozenset((READ_PARAGRAPH, SHARE, CITE, CHANGE_DIGEST))
_VALUE = re.compile(r"([a-z0-9-]{1,80})/([a-z0-9-]{1,60})/(en|ko)(?:/([a-z0-9,-]{1,1600}))?")


@dataclass(frozen=True, slots=True)
class Reference:
    """One passage or theme of one statement; which of the two, the action that carries it says.

    `others` are the passages that were shown beside it, to be picked.
    """

    slug: str
    id: str
    language: Language
    others: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        plain = f"{self.slug}/{self.id}/{self.language}"
        return f"{plain}/{','.join(self.others)}" if self.others else plain


def reference_in(value: object) -> Reference | None:
    """The reference that a value spells, or None: whoever can sign can send anything."""
    found = _VALUE.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    others = tuple(found[4].split(",")) if found[4] else ()
    return Reference(found[1], found[2], "ko" if found[3] == "ko" else "en", others)
