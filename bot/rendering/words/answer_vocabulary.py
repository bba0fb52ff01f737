"""The words about what can be done with an answer that each language has to have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# Why somebody may not act in a channel.
Absence = Literal["no_conversation", "members_unseen", "not_member"]
Style = Literal["plain", "apa", "apa_in_text", "chicago", "bluebook", "bibtex", "markdown"]
# Why something was not shared, or may not have been.
ShareFault = Literal[
    Absence, "unchosen", "not_in_channel", "is_archived", "refused", "unheard", "under_way"
]


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """All that is said in one language; the comments name what the braces take."""

    # The buttons under a passage
    read_in_context: str
    share: str
    cite: str
    described: str  # label, passage

    # The reader
    place_of: str  # paragraph (¶5, or a part of it), count
    paragraph: str  # paragraph
    part: str  # paragraph, part, parts
    marked: str  # theme, start, end
    previous: str  # place
    next: str  # place
    back: str  # place
    themes_of_section: str
    theme: str
    paragraphs: str
    go_to_theme: str

    # Sharing
    shared_by: str  # name, title
    share_passage: str
    channel: str
    channel_hint: str
    choose_channel: str
    cancel: str
    shared: str
    shared_in: str  # place
    share_faults: Mapping[ShareFault, str]

    # Citing
    citations: str
    citations_of: str  # passage
    styles: Mapping[Style, str]
