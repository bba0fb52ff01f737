"""Hangul as keys and jamo: one wrong jamo is one typo, and a forgotten keyboard switch is undone.

The layout is Korea's standard two-set keyboard (KS X 5002); syllables compose as in Unicode 3.12.
"""

import re
from functools import lru_cache

from bot.core.forms import normalized

_KEYS = {
    **dict(zip("qwertyuiop", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", strict=True)),
    **dict(zip("asdfghjkl", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", strict=True)),
    **dict(zip("zxcvbnm", "ㅋㅌㅊㅍㅠㅜㅡ", strict=True)),
    **dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True)),
}
LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_PAIRS = {
    **{"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ"},
    **{"ㅡㅣ": "ㅢ", "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ"},
    **{"ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ"},
}
_SPLIT = {joined: pair for pair, joined in _PAIRS.items()}
_TYPED = {jamo: key for key, jamo in _KEYS.items()}
_FIRST, _LAST = 0xAC00, 0xD7A3
_LAYOUT = re.compile(
    r"(?P<lead>[ㄱ-ㅎ])(?P<vowel>ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])"
    r"(?P<tail>(?:ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱ-ㄷㄹ-ㅂㅅ-ㅈㅊ-ㅎ])(?![ㅏ-ㅣ])"
    r"|[ㄱㄴㄹㅂ](?=[ㄱ-ㅎ][ㅏ-ㅣ]))?"
)


def is_hangul(word: str) -> bool:
    """Whether the word opens with a Hangul syllable or a letter of one."""
    return _FIRST <= ord(word[0]) <= _LAST or "ㄱ" <= word[0] <= "ㅣ"


def jamo(word: str) -> str:
    """The word letter by letter, as canonical decomposition gives it."""
    return normalized("NFD", word)


def _compose(match: re.Match[str]) -> str:
    vowel, tail = match["vowel"], match["tail"] or " "
    lead = LEADS.index(match["lead"])
    middle = VOWELS.index(_PAIRS.get(vowel, vowel))
    return chr(_FIRST + (lead * 21 + middle) * 28 + TAILS.index(_PAIRS.get(tail, tail)))


def typed_on_english_layout(word: str) -> str | None:
    """The Hangul those keys type on a Korean keyboard; None where they spell no whole syllables."""
    jamo_keys = "".join(_KEYS.get(key) or _KEYS.get(key.lower(), key) for key in word)
    hangul = _LAYOUT.sub(_compose, jamo_keys)
    whole = all(_FIRST <= ord(syllable) <= _LAST for syllable in hangul)
    return hangul if whole else None


def typed_on_korean_layout(word: str) -> str:
    """The Latin letters whose keys type that Hangul."""
    return "".join(_keys(character) for character in word).lower()


@lru_cache(maxsize=12_000)
def _keys(character: str) -> str:
    code = ord(character) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        letters = character
    else:
        letters = LEADS[code // 588] + VOWELS[code % 588 // 28] + TAILS[code % 28].strip()
    single = (jamo for letter in letters for jamo in _SPLIT.get(letter, letter))
    return "".join(_TYPED.get(jamo, jamo) for jamo in single)
