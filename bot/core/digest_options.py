"""What a digest shows, in which language, and off on whose holidays, as people write it.

A phrase comes folded, and without commas.
"""

import re

from bot.core.digests import Country, InOrder, OneSection, Program, Shuffled
from bot.core.hangul import is_hangul
from bot.core.statement import Language

_SECTION = re.compile(
    r"(?:the )?(?:section|sec|섹션|§) ?#?([1-9]\d?)|(?:제 ?)?([1-9]\d?) ?(?:장|절|섹션)"
)
_IN_ORDER = frozenset("in order|in sequence|순서대로|차례대로|순서".split("|"))
_SHUFFLED = frozenset(
    "shuffled|shuffle|random|randomly|in random order|무작위|무작위로|랜덤|섞어서".split("|")
)
_LANGUAGES: dict[str, Language] = {
    **dict.fromkeys("english|in english|en|영어|영어로".split("|"), "en"),
    **dict.fromkeys("korean|in korean|ko|한국어|한국어로|한글|한글로".split("|"), "ko"),
}
_COUNTRIES: dict[str, Country] = {
    **dict.fromkeys("us|usa|america|american|states|federal|미국|미국과".split("|"), "US"),
    **dict.fromkeys("kr|korea|korean|rok|한국|한국과|대한민국".split("|"), "KR"),
}
_SKIP = frozenset("skip except".split())
_SKIPPED = frozenset("제외 제외하고 빼고 건너뛰기 휴일제외 공휴일제외".split())
_HOLIDAY = frozenset("holiday holidays 휴일 공휴일 휴일은 공휴일은 휴일제외 공휴일제외".split())
_ASIDE = frozenset("and & + the on public national south united".split())
_NEVER_OFF = frozenset("skip none|skip nothing|with holidays|휴일 포함|공휴일 포함".split("|"))


def program(phrase: str) -> Program | None:
    """What the phrase wants shown; a shuffle's seed is 0 until somebody chooses one."""
    if phrase in _IN_ORDER:
        return InOrder()
    if phrase in _SHUFFLED:
        return Shuffled(seed=0)
    found = _SECTION.fullmatch(phrase)
    return OneSection(int(found[1] or found[2])) if found else None


def language(phrase: str) -> Language | None:
    return _LANGUAGES.get(phrase)


def holidays(phrase: str) -> frozenset[Country] | None:
    """Whose holidays are to be off: `skip us,kr`, `한국 휴일 제외`, none by `skip none`.

    Where no country is named they are those of the language's own.
    """
    if phrase in _NEVER_OFF:
        return frozenset()
    words = phrase.split()
    if not skips(words) or set(words) - _SKIP - _SKIPPED - _HOLIDAY - _ASIDE - _COUNTRIES.keys():
        return None
    named = frozenset(_COUNTRIES[word] for word in words if word in _COUNTRIES)
    if named or not _HOLIDAY.intersection(words):
        return named or None
    return frozenset(("KR" if is_hangul(phrase) else "US",))


def written(
    holidays: frozenset[Country] | None, program: Program | None, language: Language | None
) -> str:
    """The same in words; chosen themes have none, and are left out."""
    words: list[str] = []
    if holidays is not None:
        words.append(f"skip {','.join(sorted(holidays)).lower() or 'none'}")
    match program:
        case InOrder():
            words.append("in order")
        case Shuffled():
            words.append("shuffled")
        case OneSection(number):
            words.append(f"section {number}")
    if language:
        words.append("in Korean" if language == "ko" else "in English")
    return " ".join(words)


def skips(words: list[str]) -> bool:
    """Whether the words leave days out: `skip ...`, `... 제외`."""
    return bool(_SKIP.intersection(words[:1]) or _SKIPPED.intersection(words[-1:]))
