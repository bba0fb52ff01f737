"""Unicode's normal forms, in time that grows with the length of a text and not with its square.

Combining marks are put in order by moving each past those before it: a run of 40,000, which a
message can hold, takes a second, and nothing else runs meanwhile. So a long text goes in pieces.
https://www.unicode.org/reports/tr15/#Canon_Compat_Equivalence
"""

import re
import unicodedata
from typing import Literal

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
LONGEST_PIECE = 200
# Up to a space where there is one: nothing is composed across it.
_PIECE = re.compile(rf".{{1,{LONGEST_PIECE}}}(?:\s|\Z)|.{{1,{LONGEST_PIECE}}}", re.DOTALL)


def pieces(text: str) -> list[str]:
    """The text in pieces that are short enough to be normalized at once."""
    return _PIECE.findall(text) if len(text) > LONGEST_PIECE else [text]


def normalized(form: Form, text: str) -> str:
    """The text in that form; only what has no space for 200 characters may differ, at its cuts."""
    return "".join(unicodedata.normalize(form, piece) for piece in pieces(text))
