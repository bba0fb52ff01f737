"""English words without their endings: `stem` undoes inflection, `root` derivation as well."""

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_INFLECTIONS = (("ings", 3), ("ing", 3), ("ied", 2), ("ed", 3), ("ies", 2), ("es", 2), ("s", 2))
# Their last letters.
_INFLECTED = "gds"
_NOT_PLURAL = ("ss", "us", "is")
# What a word must hold for the spelling to be another one, the spelling, and the American one.
_BRITISH = (
    ("ce", re.compile(r"(?<=[fp]en)ce(?=d|s|r|$)"), "se"),
    (
        "our",
        re.compile(r"(?<=[bmv])our(?=$|s|ed|ing|able|hood)|(?<=(?:col|hon|vap))our"),
        "or",
    ),
    ("is", re.compile(r"(?<=[a-z]{4}[ilntrgdm])is(?=e$|es$|ed$|ing$|ation)"), "iz"),
    ("tre", re.compile(r"tre$"), "ter"),
    ("gramme", re.compile(r"gramme(?=s?$)"), "gram"),
    ("ll", re.compile(r"(?<=[aeiou])ll(?=ing$|ed$)"), "l"),
)
_NOT_BRITISH = frozenset(
    "exercise exercises exercised exercising enterprise enterprises promise surprise".split()
)
_DERIVATIONS = (
    *("izations", "ization", "isation", "ational", "ications", "ication", "ations", "ation"),
    *("atively", "ative", "itions", "ition", "ments", "ment", "ically", "ively", "ously"),
    *("ators", "ator"),
    *("ances", "ance", "ences", "ence", "ional", "ions", "ion", "ives", "ive", "ities", "ity"),
    *("ants", "ant", "ents", "ent", "able", "ible", "ists", "ist", "ness", "ship", "ings", "ing"),
    *("izes", "ized", "ize", "ised", "ise", "ates", "ated", "ate", "ous", "als", "al", "ly"),
    *("ers", "er", "ors", "or", "ies", "ied", "ed", "ic", "es", "s", "e", "y"),
)
_SHORTEST_ROOT = 4
# Words that end alike and mean different things: their roots stay apart.
_OWN_ROOT = frozenset(
    "university universities universal universe police policy policies nation national general"
    " generation generate community communist communication commerce commercial converse"
    " international intern internet organ organic organization organisation party part partner"
    " state station statement invest investigate investigation investigative relative relation"
    " relations student study marine market marketing native nature natural person personal"
    " personnel message passage minister ministry minute mission missile missiles objective object"
    " president presidents prison prisoner public publish republic secret secretary"
    " security summit summer sanction sanctions interest interesting animal animation"
    " ocean oceania import important importance export expert capital capitol"
    " designate design signal sign resident reside conserve conservative"
    " academic academy serve service series serious office officer official".split()
)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without plural, -ing or -ed, its last -e dropped and -y made -i."""
    if len(word) < 4 or not word.isalpha():
        return word
    word = american(word)
    if word[-1] in _INFLECTED:
        for ending, shortest in _INFLECTIONS:
            rest = word[: -len(ending)]
            if word.endswith(ending) and len(rest) >= shortest and _VOWEL.search(rest):
                return _uninflected(word, ending, rest)
    return _closed(word)


def _uninflected(word: str, ending: str, rest: str) -> str:
    if ending in ("ies", "ied"):
        return rest + "i"
    if ending == "es":
        return rest if rest.endswith(("s", "x", "z", "ch", "sh")) else _closed(word[:-1])
    if ending == "s":
        return word if word.endswith(_NOT_PLURAL) else _closed(rest)
    return _closed(_DOUBLED.sub(r"\1", rest))


def _closed(word: str) -> str:
    if len(word) > 3 and word.endswith("e"):
        return word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "i"
    return word


def american(word: str) -> str:
    """The American spelling, which the statement uses: defense, labor, organize, center."""
    if word in _NOT_BRITISH:
        return word
    for held, spelling, american in _BRITISH:
        if held in word:
            word = spelling.sub(american, word)
    return word


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """What a family of words shares: `cooperat` for cooperate, cooperation and cooperative."""
    if word in _OWN_ROOT or not word.isalpha():
        return stem(word)
    word = american(word)
    # All at once first, for most words have none of them.
    for ending in _DERIVATIONS if word.endswith(_DERIVATIONS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word
