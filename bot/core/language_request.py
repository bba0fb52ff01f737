"""In which language somebody wants to be answered, parsed once from the words they typed."""

from dataclasses import dataclass

from bot.core.folding import unwrapped, words
from bot.core.hangul import jamo
from bot.core.request import LONGEST_QUERY
from bot.core.spelling import Spelling
from bot.core.statement import Language


@dataclass(frozen=True, slots=True)
class Choose:
    """A language to be answered in; None lets it follow Slack and the person's words."""

    language: Language | None


@dataclass(frozen=True, slots=True)
class Ask:
    """Which language it is now, and how it is changed."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A language that is not one of the bot's, or is misspelt."""


LanguageRequest = Choose | Ask | Unclear

_OPENINGS = frozenset("language lang 언어 언어는 언어를".split())
_NAMES: dict[str, Choose] = {
    name: choice
    for choice, names in (
        (Choose("ko"), "ko|kr|kor|korean|한국어|한국어로|한국말|한국말로|한글|한글로|국문"),
        (Choose("en"), "en|eng|english|영어|영어로|영문|영문으로"),
        (Choose(None), "auto|automatic|automatically|default|slack|자동|자동으로|기본|기본값"),
    )
    for name in names.split("|")
}
# Said without an opening, these can mean nothing else; `korean` and `영어` alone are subjects.
_SAID: dict[str, Choose] = {
    **dict.fromkeys(("in korean", "한국어로", "한국말로", "한글로"), Choose("ko")),
    **dict.fromkeys(("in english", "영어로"), Choose("en")),
}
_OTHERS = frozenset(
    "ja jp zh cn fr de es it pt ru vi ar hi id th japanese chinese mandarin french german spanish"
    " italian portuguese russian vietnamese arabic hindi indonesian thai"
    " 일본어 중국어 불어 프랑스어 독일어 스페인어 러시아어 베트남어".split()
)
_ASIDE = frozenset("to in is please thanks 부탁해 부탁해요 부탁합니다 해줘 해주세요 바꿔줘".split())
_COURTESY = _ASIDE - {"in"} | frozenset(
    "answer reply speak talk 답해줘 답해주세요 대답해줘 말해줘 말해주세요 바꿔주세요".split()
)
_SPELLING = Spelling(("korean", "english", "한국어", "한국어로"), jamo)


def parse_language(text: str) -> LanguageRequest | None:
    """The request in the words a person typed; None where they are about something else.

    Only what cannot be a question to the statement is one: `language education` is a question.
    """
    spoken = words(unwrapped(text[: 4 * LONGEST_QUERY])[:LONGEST_QUERY])
    if not spoken or spoken[0] not in _OPENINGS:
        return _SAID.get(" ".join(word for word in spoken if word not in _COURTESY))
    rest = [word for word in spoken[1:] if word not in _ASIDE]
    return Ask() if not rest else _named(rest)


def _named(rest: list[str]) -> LanguageRequest | None:
    name = " ".join(rest)
    if choice := _NAMES.get(name):
        return choice
    return Unclear() if name in _OTHERS or _SPELLING.near(name) else None
