"""The words about whether a passage was the right one, which each language has to have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedbackWords:
    """All that is said of it in one language; the comments name what the braces take."""

    # Under a passage
    yes: str
    no: str
    yes_described: str  # passage
    no_described: str  # passage

    # Afterwards
    thanks: str
    thanks_and_hint: str

    # The modal after a "no"
    title: str
    intro: str
    label: str
    hint: str
    submit: str
    too_long: str  # most
