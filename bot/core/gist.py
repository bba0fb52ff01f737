"""What a whole message is about: most of it is noise, so its telling sentences are looked up.

Slack's messages hold 40,000 characters. All of them are read for words that a statement knows, a
microsecond or so each; only the sentences that tell most are searched, a millisecond or so each.
"""

import re
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import islice

from bot.core.answering import MOST_MATCHES, Answer, Found, Match, NotFound, answer, matches_of
from bot.core.folding import unwrapped, words
from bot.core.library import Library
from bot.core.request import (
    LONGEST_QUERY,
    ParagraphRequest,
    Query,
    Request,
    SectionRequest,
    parse,
)
from bot.core.searching import Search, searched
from bot.core.statement import Passage

# What Slack cuts a message at: https://docs.slack.dev/reference/methods/chat.postMessage#truncating
LONGEST_MESSAGE = 40_000
# A message of so few sentences is a question.
FEW_SENTENCES = 2
# Sentences that are searched, and words of one that are: more would tell nothing new.
MOST_SEARCHED, LONGEST_SENTENCE, OVERLAP = 12, 40, 10
# Somebody asks a question of the statement; a message says many things that are about nothing of
# it. So one of its sentences has to be surer than a question, and to say more than a word or two.
SURE, LEAST_SCORE, FEWEST_WORDS = 0.9, 0.25, 3

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_LINK = re.compile(r"<(?:https?|mailto|tel):[^<>|]*>")
# One pass over what stands between spaces: no text, however hostile, is gone through twice.
_CHUNK = re.compile(r"\S+")
_ADDRESS = ("://", "www.", "@")
_EMOJI = re.compile(r"(?<!\w):[a-z0-9_+'-]+:")
# The line, and what stands right under it: a name, a post, a telephone number.
_SIGNATURE = re.compile(r"^[ \t]*(?:--+|—|__+)[ \t]*(?:\n[ \t]*[^\s][^\n]*){0,6}$", re.MULTILINE)
_ENDS = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+|\n|[;•]|\s[-–—]\s")


def answer_to(library: Library, message: str) -> Answer | None:
    """The answer to a message, Found or NotFound where it is long; None where it has no words."""
    plain = _plain(message[:LONGEST_MESSAGE])
    sentences = tuple(dict.fromkeys(_sentences(plain)))
    if not sentences:
        return None
    if quoted := _quoted(library, plain):
        return quoted
    if len(sentences) <= FEW_SENTENCES and len(plain) <= LONGEST_QUERY:
        return answer(library, _asked(plain), _first)
    return _found(library, sentences) or NotFound(library.statements[0])


def _plain(message: str) -> str:
    """The message's prose: no code, no addresses, no emoji, and no signature.

    What it quotes of others is kept, for that is often what it is about.
    """
    for noise in (_CODE, _LINK, _EMOJI, _SIGNATURE):
        message = noise.sub(" ", message)
    return _CHUNK.sub(_spoken, unwrapped(message))


def _spoken(chunk: re.Match[str]) -> str:
    """What stands between two spaces, unless it is an address."""
    return " " if any(mark in chunk[0] for mark in _ADDRESS) else chunk[0]


def _sentences(plain: str) -> Iterator[str]:
    """Its sentences, however they are marked; a very long one in pieces that overlap."""
    for sentence in _ENDS.split(plain):
        spoken = sentence.split()
        for start in range(0, max(len(spoken) - OVERLAP, 1), LONGEST_SENTENCE - OVERLAP):
            piece = " ".join(spoken[start : start + LONGEST_SENTENCE])[:LONGEST_QUERY]
            if words(piece):
                yield piece


def _quoted(library: Library, plain: str) -> Found | None:
    """What the message quotes, word for word: a passage that somebody copied, or the bot did."""
    if (quoted := library.shelf.quoted_in(plain)) is None:
        return None
    statement, passages = quoted
    return Found(statement, tuple(Match(passage, "words") for passage in passages[:MOST_MATCHES]))


def _asked(plain: str) -> Request:
    """A short message as a question: nobody asks for help, or by chance, by being quoted."""
    request = parse(plain)
    match request.wanted:
        case Query() | ParagraphRequest() | SectionRequest():
            return request
        case _:
            return Request(Query(plain), request.language)


def _found(library: Library, sentences: Sequence[str]) -> Answer | None:
    """What the surest sentences lead to: first the best passage of each, then others of the best.

    A neighbour is named only where there is no passage to quote.
    """
    sure = sorted(_sure(library, sentences), key=lambda found: -found.confidence)
    quotable = [found for found in sure if isinstance(found.ranked[0].entry.subject, Passage)]
    if not quotable:
        return _neighbour(sure[0]) if sure else None
    statement = quotable[0].statement
    each = [matches_of(found) for found in quotable if found.statement is statement]
    ordered = (*(matches[0] for matches in each), *each[0])
    matches = {match.passage.id: match for match in reversed(ordered)}
    shown = dict.fromkeys(match.passage.id for match in ordered)
    return Found(statement, tuple(matches[id] for id in islice(shown, MOST_MATCHES)))


def _sure(library: Library, sentences: Sequence[str]) -> Iterator[Search]:
    for sentence in nlargest(MOST_SEARCHED, sentences, key=lambda one: _weight(library, one)):
        found = searched(library, sentence)
        if _is_sure(found):
            yield found


def _weight(library: Library, sentence: str) -> float:
    """How much the words say that any statement knows."""
    return library.shelf.telling(set(words(sentence)))


def _is_sure(found: Search) -> bool:
    if not found.ranked or found.confidence < SURE:
        return False
    best = found.ranked[0]
    named = best.exact and len(found.question.typed) > 1
    return named or (len(found.question.readings) >= FEWEST_WORDS and best.score >= LEAST_SCORE)


def _neighbour(found: Search) -> NotFound:
    subject = found.ranked[0].entry.subject
    return NotFound(found.statement, (), None if isinstance(subject, Passage) else subject)


def _first(passages: Sequence[Passage]) -> Passage:
    return passages[0]
