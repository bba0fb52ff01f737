"""The words of a link's card, and of a workflow's step, that each language has to have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkWords:
    """All that they say in one language; the comments name what the braces take."""

    paragraph: str  # paragraph
    shortened: str  # shown, of
    unquoted: str
    how_to_ask: str
    open_statement: str  # title
    no_such_step: str
