"""What a digest shows, in which language, and off on whose holidays, as people write it.

A phrase comes folded, and without commas.
"""

import re
from collections.abc import Mapping

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
# How we write what can be read.
_ENGLISH = {
    **{"none": "skip none", "comma": ",", "KR": "kr", "US": "us", "skip": "skip {countries}"},
    **{"in_order": "in order", "shuffled": "shuffled", "section": "section {number}"},
    **{"en": "in English", "ko": "in Korean"},
}
_KOREAN = {
    **{"none": "공휴일 포함", "comma": " ", "KR": "한국", "US": "미국"},
    **{"skip": "{countries} 공휴일 제외"},
    **{"in_order": "순서대로", "shuffled": "무작위", "section": "{number}장"},
    **{"en": "영어로", "ko": "한국어로"},
}
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
    holidays: frozenset[Country] | None,
    program: Program | None,
    language: Language | None,
    spoken: Language = "en",
) -> str:
    """The same in words; chosen themes have none, and are left out."""
    words = _KOREAN if spoken == "ko" else _ENGLISH
    return " ".join(
        filter(
            None,
            (
                "" if holidays is None else _holidays_written(holidays, words),
                _program_written(program, words),
                words[language] if language else "",
            ),
        )
    )


def skips(words: list[str]) -> bool:
    """Whether the words leave days out: `skip ...`, `... 제외`."""
    return bool(_SKIP.intersection(words[:1]) or _SKIPPED.intersection(words[-1:]))


def _holidays_written(holidays: frozenset[Country], words: Mapping[str, str]) -> str:
    if not holidays:
        return words["none"]
    names = words["comma"].join(words[country] for country in sorted(holidays))
    return words["skip"].format(countries=names)


def _program_written(program: Program | None, words: Mapping[str, str]) -> str:
    match program:
        case InOrder():
            return words["in_order"]
        case Shuffled():
            return words["shuffled"]
        case OneSection(number):
            return words["section"].format(number=number)
        case _:
            return ""
