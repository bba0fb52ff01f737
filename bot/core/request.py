"""What a person asks of the bot, parsed once from the words they typed."""

import re
from dataclasses import dataclass

from bot.core.folding import folded, unwrapped, words
from bot.core.statement import Language

LONGEST_QUERY = 600


@dataclass(frozen=True, slots=True)
class Query:
    """Words to find in the statement."""

    text: str


@dataclass(frozen=True, slots=True)
class ParagraphRequest:
    """One paragraph, counted from 1 through the whole statement."""

    number: int


@dataclass(frozen=True, slots=True)
class SectionRequest:
    """One section of the outline, counted from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class ContentsRequest:
    """The outline."""


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """How the bot is used."""


@dataclass(frozen=True, slots=True)
class RandomRequest:
    """Any passage."""


@dataclass(frozen=True, slots=True)
class ThanksRequest:
    """Nothing any more."""


# What is asked without words to find.
Unsearched = (
    ParagraphRequest
    | SectionRequest
    | ContentsRequest
    | HelpRequest
    | RandomRequest
    | ThanksRequest
)
Wanted = Query | Unsearched


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted, and the language to answer in."""

    wanted: Wanted
    language: Language


_HANGUL = re.compile(r"[가-힣ㄱ-ㅣ]")
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ROMAN = "i ii iii iv v".split()
_NUMBERS = {
    word: place for words in (_CARDINALS, _ORDINALS, _ROMAN) for place, word in enumerate(words, 1)
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ASIDE = (
    r"(?:what|does|is|in|the|show|me|read|open|quote|please|say|says"
    r"|보여줘|보여주세요|읽어줘|알려줘|내용)"
)


def _place_pattern(english: str, korean: str) -> re.Pattern[str]:
    """`paragraph 5`, `5th paragraph`, `제5 문단`, with nothing round them that names a subject."""
    after = rf"(?:{english})\s*#?(?P<after>{_NUMBER})"
    before = rf"(?P<before>{_NUMBER})(?:st|nd|rd|th)?\s+(?:{english})"
    counted = rf"(?:제\s*)?(?P<korean>\d{{1,3}})\s*(?:번째\s*)?(?:{korean})"
    return re.compile(rf"(?:{_ASIDE}\s+)*(?:{after}|{before}|{counted})(?:\s+{_ASIDE})*")


_PARAGRAPH = _place_pattern(r"¶|para(?:graph)?\.?", "문단|단락|항")
_SECTION = _place_pattern(r"§|sec(?:tion|t)?\.?", "장|절|부|섹션")
_CONTENTS = frozenset(
    "contents|content|outline|toc|table of contents|themes|topics|list|menu"
    "|statement|the statement|joint statement|the joint statement|성명|공동성명|한미 공동성명|전문"
    "|목차|차례|개요|주제|주제 목록".split("|")
)
_HELP = frozenset(
    "help|usage|how to|hi|hello|hey|도움말|도움|사용법|안녕|안녕하세요|안녕하십니까".split("|")
)
_THANKS = frozenset(
    "thanks|thanks a lot|many thanks|thank you|thank you very much|thank you so much|thx|ty"
    "|고마워|고마워요|고맙습니다|감사해요|감사합니다|정말 고맙습니다|정말 감사합니다".split("|")
)
_RANDOM = frozenset("random|surprise|surprise me|any|무작위|랜덤|아무거나".split("|"))


def parse(text: str) -> Request:
    """The request in the words a person typed, markup and all; never raises."""
    plain = unwrapped(text[: 4 * LONGEST_QUERY])[:LONGEST_QUERY]
    return Request(_wanted(plain), language_of(plain))


def language_of(text: str) -> Language:
    """The language that a person writes in: Korean where there is any Hangul."""
    return "ko" if _HANGUL.search(text) else "en"


def _wanted(plain: str) -> Wanted:
    spoken = words(plain)
    if not spoken:
        return ContentsRequest() if not plain.strip() else Query(plain)
    phrase = " ".join(spoken)
    if phrase in _CONTENTS:
        return ContentsRequest()
    if phrase in _HELP:
        return HelpRequest()
    if phrase in _THANKS:
        return ThanksRequest()
    if phrase in _RANDOM:
        return RandomRequest()
    return _place(" ".join(folded(plain).strip(" ?!.").split())) or Query(plain)


def _place(text: str) -> Wanted | None:
    if found := _PARAGRAPH.fullmatch(text):
        return ParagraphRequest(_number(found))
    if found := _SECTION.fullmatch(text):
        return SectionRequest(_number(found))
    return None


def _number(found: re.Match[str]) -> int:
    spelt = found["after"] or found["before"] or found["korean"]
    return _NUMBERS.get(spelt) or int(spelt)
