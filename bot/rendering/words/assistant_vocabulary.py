"""The sentences that assistants get, in plain text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AssistantWords:
    """All that is said to an assistant in one language; the comments name what the braces take."""

    # What a search comes to
    found: str
    choices: str
    contents: str
    no_paragraph: str  # count
    no_section: str  # count
    not_found: str  # title
    elsewhere: str  # title, date
    nearest: str

    # How to use it
    quote: str
    decline: str
    browse: str

    # A passage
    see_also: str  # title, date
    source: str  # link
    citation: str  # citation
    id: str  # id
    paragraph: str  # number
    previous: str  # id
    next: str  # id

    # What goes wrong
    unknown_id: str
    malformed: str  # faults
    apology: str  # id
