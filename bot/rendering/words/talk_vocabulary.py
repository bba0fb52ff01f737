"""The words of conversations that each language has to have."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.continuing import Way


@dataclass(frozen=True, slots=True)
class TalkWords:
    """All that is said in conversations alone; the comments name what the braces take."""

    thanks: str
    ended: Mapping[Way, str]
    unanchored: str

    # What is suggested where a direct message is opened
    prompts: str
    contents: str
    contents_prompt: str
