"""Whether a question is answered at all: a small rule over the signs that ranking leaves behind.

`bench/fit_declining.py` fits the weights below on the labelled questions in tests/relevance.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import attrgetter, mul

from bot.core import hangul
from bot.core.index import Index
from bot.core.matching import Candidate, Question
from bot.core.readings import Kind
from bot.core.statement import Passage

# Words by which a question is about the one who asks, about now, about a number, or asks a favour:
# the statement says little of the first three, and does nothing for anybody.
_PERSONAL = frozenset(
    "i im id ive ill me my mine we our ours you your yours 내 내가 나 나는 저 제 제가 우리"
    " 우리가 우리는 너 네".split()
)
_DEICTIC = frozenset(
    "today tonight tomorrow yesterday now currently latest newest morning afternoon"
    " weekend week monday friday 오늘 내일 어제 지금 요즘 이번 이번주 주말 현재 최근 아침"
    " 저녁 점심 방금".split()
)
_QUANTITY = frozenset(
    "many much far old tall fast percent percentage 몇 얼마 얼마나 얼마예요 얼마야 몇명"
    " 몇개 몇번 몇살 퍼센트 몇시".split()
)
_ERRAND = frozenset("can could someone anyone please pls lets".split())


@dataclass(frozen=True, slots=True)
class Signs:
    """What ranking tells of a question and its best candidate; every sign is about 0 to 2.

    Of the candidate: `score`, `fit`, `exact`, and `margin` over the best of another theme. Shares
    of the question's weight: `matched` by the candidate, `doubtful` (known by a guess only), and
    the unknown: `decoy`, `rare`, `common`, `ending`. Of its words: `rarest` that matched, how many
    (`length`, `matched_length`, `single`), their `substance` together, `korean`, and whether it is
    `personal`, `deictic` (about now), an `errand`, or asks a `quantity` of a passage without one.
    """

    score: float
    fit: float
    exact: float
    matched: float
    decoy: float
    rare: float
    common: float
    ending: float
    personal: float
    deictic: float
    quantity: float
    margin: float
    rarest: float
    length: float
    matched_length: float
    korean: float
    doubtful: float
    single: float
    substance: float
    errand: float


# A tenth of the time that `astuple` takes, which copies each number as if it could change.
_values = attrgetter(*(field.name for field in fields(Signs)))

WEIGHTS = Signs(
    score=3.39,
    fit=3.94,
    exact=0.96,
    matched=3.44,
    decoy=-8.08,
    rare=-0.25,
    common=-3.19,
    ending=-13.50,
    personal=-1.25,
    deictic=-1.57,
    quantity=-3.14,
    margin=1.74,
    rarest=-2.25,
    length=1.83,
    matched_length=1.33,
    korean=1.05,
    doubtful=1.10,
    single=-0.99,
    substance=1.51,
    errand=-2.45,
)
BIAS = -8.15
_WEIGHTS = _values(WEIGHTS)


def signs(index: Index, question: Question, ranked: Sequence[Candidate]) -> Signs:
    """The signs of the best of at least one candidate."""
    best = ranked[0]
    nearness = [_nearness(best, reading.keys) for reading in question.readings]
    matched = [near * weight for near, weight in zip(nearness, question.weights, strict=True)]
    return Signs(
        score=best.score,
        fit=best.fit,
        exact=float(best.exact),
        matched=sum(matched) / question.total,
        decoy=_share(question, Kind.DECOY),
        rare=_share(question, Kind.RARE),
        common=_share(question, Kind.COMMON),
        ending=_share(question, Kind.ENDING),
        personal=float(not _PERSONAL.isdisjoint(question.typed)),
        deictic=float(not _DEICTIC.isdisjoint(question.typed)),
        quantity=float(not _QUANTITY.isdisjoint(question.typed) and not _has_number(best)),
        margin=best.score - _rival(ranked),
        rarest=max(matched, default=0.0) / index.greatest_rarity,
        length=math.log1p(len(question.readings)),
        matched_length=math.log1p(sum(near > 0 for near in nearness)),
        korean=float(any(hangul.is_hangul(word) for word in question.typed)),
        doubtful=_doubtful(question),
        single=float(len(question.readings) == 1),
        substance=min(question.total / 4 / index.greatest_rarity, 2.0),
        errand=float(not _ERRAND.isdisjoint(question.typed[:2])),
    )


def _nearness(candidate: Candidate, keys: Sequence[tuple[str, float]]) -> float:
    return max((near for name, near in keys if name in candidate.entry.affinity), default=0.0)


def _share(question: Question, kind: Kind) -> float:
    pairs = zip(question.readings, question.weights, strict=True)
    return sum(weight for reading, weight in pairs if reading.kind is kind) / question.total


def _doubtful(question: Question) -> float:
    """How much of the question is known only by a guess at its spelling, family or synonyms."""
    pairs = zip(question.readings, question.weights, strict=True)
    guessed = sum(w for r, w in pairs if r.keys and r.keys[0].nearness < 1)
    return guessed / question.total


def _has_number(candidate: Candidate) -> bool:
    subject = candidate.entry.subject
    return isinstance(subject, Passage) and any(character.isdigit() for character in subject.quote)


def _rival(ranked: Sequence[Candidate]) -> float:
    """The score of the best candidate of another theme."""
    subject = ranked[0].entry.subject
    theme = subject.theme if isinstance(subject, Passage) else None
    for candidate in ranked[1:]:
        other = candidate.entry.subject
        if not isinstance(other, Passage) or other.theme != theme:
            return candidate.score
    return 0.0


def confidence(found: Signs) -> float:
    """How likely (0 to 1) the statement answers the question."""
    total = sum(map(mul, _WEIGHTS, _values(found)))
    return 1 / (1 + math.exp(-BIAS - total))
