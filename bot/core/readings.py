"""What one word of a question turns out to be, and the keys by which the index knows it."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

EXACT, JOINED, FAMILY, PIECE, SYNONYM = 1.0, 0.95, 0.87, 0.85, 0.76


class Kind(Enum):
    """What a word of a question is to the digest."""

    KNOWN = "known"
    DECOY = "decoy"
    RARE = "rare"
    COMMON = "common"
    ENDING = "ending"
    FILLER = "filler"


class Key(NamedTuple):
    """A way into the index, and how near it is to the word that was typed (0 to 1)."""

    name: str
    nearness: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One word of a question as the digest understands it: the nearest key comes first."""

    word: str
    kind: Kind
    keys: tuple[Key, ...] = ()

    def also(self, key: Key) -> "Reading":
        """The reading with one more key; a filler stays a filler."""
        if self.kind is Kind.FILLER:
            return self
        keys = sorted((*self.keys, key), key=lambda key: -key.nearness)
        return replace(self, kind=Kind.KNOWN, keys=tuple(keys))


def root_key(root: str) -> str:
    """The key that a family of words shares: cooperate, cooperation, cooperative."""
    return "~" + root


def group_key(number: int) -> str:
    """The key that a group of synonyms shares."""
    return f"#{number}"


def worth(name: str) -> float:
    """How near a key of that name brings: the word itself, its family, its synonyms."""
    return SYNONYM if name[0] == "#" else FAMILY if name[0] == "~" else EXACT
