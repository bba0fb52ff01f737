"""Korean words without particles and polite endings, and compounds taken apart into known words."""

from collections.abc import Container
from functools import lru_cache

# Particles follow a noun; endings make a verb of one or close a question.
_PARTICLES = (
    "은 는 이 가 을 를 의 에 도 만 과 와 로 랑 나 야 께 씨 들 간 측 적 별 요 니 고 지 며"
    " 면 에서 에게 한테 으로 까지 부터 보다 처럼 마다 조차 이나 이랑 하고 과의 와의 로의"
    " 에의 에는 에도 에만 으론 로는 로도 께서 라도 이란 이라 라는 란 들의 들은 들이 들을"
    " 들과 들에 적인 적으로 간의 이며 이고 인가 인지 에서는 에서도 에서의 으로의 으로는"
    " 으로도 에게는 까지의 까지는 부터의 이라는 이라고 이라도 에게서 한테서 들에게 들에서"
    " 들에는 에대한 에대해 에관한 에관해 관련 관해 대한 대해 대해서 에대해서"
).split()
_ENDINGS = (
    "하 한 할 함 해 했 된 될 됨 돼 하는 하며 하고 하기 하게 하지 하여 해서 했나 했어 했다"
    " 한다 하나 할까 하자 하려 해요 되는 되며 되고 되기 되어 된다 되나 됐나 됐어 됐다 시킨"
    " 시키 시켜 인가 인지 인데 인가요 인가여 일까 일까요 이에요 예요 입니다 입니까 이냐"
    " 이죠 이지 하나요 하는지 하는가 했나요 했는지 했던 했었 했지 하겠 한다는 하겠다"
    " 하겠다고 하기로 하려고 하려는 하도록 합니까 합니다 합시다 했습니까 했습니다 한다고"
    " 했다고 한대 할지 할까요 하나여 해줘 해줄 해주 해주나 해주나요 해준다 해주는 되나요"
    " 되는지 되는가 됐나요 됐는지 됩니까 됩니다 된다고 됐습니까 되었나요 되었나 되었다"
    " 되었습니까 되는건가 시키는 시키고 시키나요 시킨다 시킬 있나 있나요 있어 있어요 있는"
    " 있는지 있는가 있습니까 있다 없나 없나요 없어 없는 하자고 하라고 하랬 받는 받나요 받은"
    " 받고 주는 주나요 줬나요 준다 주기 던데 거야 건가 건가요 는지 는가 나요 습니까 습니다"
    " ㅂ니까 했음 하신 하셨 하셨나요"
).split()
# One-syllable nouns that keep their sense before a particle; others are parts of longer words.
_SHORT_NOUNS = frozenset(
    "돈 핵 달 섬 배 쌀 땅 물 법 칩 약 힘 표 밥 옷 집 책 술 빵 차 돌 별 춤 꽃 년".split()
)
SUFFIXES = frozenset((*_PARTICLES, *_ENDINGS))
_LONGEST_SUFFIX = max(map(len, SUFFIXES))
_LONGEST_WORD = 8


def bare(word: str, known: Container[str]) -> str | None:
    """The word without the fewest endings that leave a known one; None where none does."""
    for length in range(1, min(_LONGEST_SUFFIX + 3, len(word))):
        rest, ending = word[:-length], word[-length:]
        if rest in known and (len(rest) > 1 or rest in _SHORT_NOUNS) and _is_ending(ending):
            return rest
    return None


@lru_cache(maxsize=4_096)
def _is_ending(tail: str) -> bool:
    """Whether the tail is an ending, or a run of them."""
    if tail in SUFFIXES:
        return True
    return any(tail[:cut] in SUFFIXES and _is_ending(tail[cut:]) for cut in range(1, len(tail)))


def guessed(word: str) -> str:
    """An unknown word without what looks like its ending, at least two syllables long."""
    for length in range(min(_LONGEST_SUFFIX, len(word) - 2), 0, -1):
        if word[-length:] in SUFFIXES:
            return word[:-length]
    return word


def parts(word: str, known: Container[str]) -> tuple[str, ...] | None:
    """The fewest known words of two syllables and more that spell the word, endings between.

    None where no cover of at least two words exists.
    """
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            if (cover := best[start]) is not None and end - start < len(word):
                best[end] = _shorter(best[end], _step(cover, word[start:end], known))
    whole = best[len(word)]
    return whole if whole and len(whole) > 1 else None


def _step(cover: tuple[str, ...], piece: str, known: Container[str]) -> tuple[str, ...] | None:
    if len(piece) > 1 and piece in known:
        return (*cover, piece)
    return cover if cover and piece in SUFFIXES else None


def _shorter(old: tuple[str, ...] | None, new: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if old is None or new is None:
        return old or new
    covered = sum(map(len, new)) - sum(map(len, old))
    return new if (covered, len(old) - len(new)) > (0, 0) else old
