"""A paragraph's sentences, as a reader would count them."""

import re

_END = re.compile(r"[.!?][”’\"')\]]*(?P<gap>\s+)(?=[“‘\"'(\[]?[A-Z0-9가-힣])")
# What ends in a full stop inside a sentence: initials (R., U.S.), titles, and a name's Jr.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:(?:[A-Za-z]\.)+|(?:Jr|Sr|Mr|Mrs|Ms|Dr|St|No|vs)\.)\)?$"
)


def sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences in order, white space folded; an initial or abbreviation never ends one."""
    text = " ".join(paragraph.split())
    found, start = [], 0
    for end in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : end.start("gap")]):
            found.append(text[start : end.start("gap")])
            start = end.end()
    return (*found, text[start:]) if text[start:] else tuple(found)
