"""The words of the search and of the two shortcuts that each language has to have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# What cannot be searched for.
SearchFault = Literal["nothing", "both", "gone"]


@dataclass(frozen=True, slots=True)
class SearchWords:
    """All that is said there in one language; the comments name what the braces take."""

    search_title: str
    result_title: str
    search: str
    cancel: str
    search_again: str
    subject: str
    subject_prompt: str
    own_words: str
    own_words_prompt: str
    themes: str
    passages: str
    faults: Mapping[SearchFault, str]
    not_opened: str

    # A message's words
    no_words: str
    nothing_in_message: str  # title
