"""One statement's vocabulary as a layer over the word lists, which very many statements share."""

from collections.abc import Callable, Container, Mapping

from bot.core.lists import Lists, Phrase
from bot.core.vocabulary import Vocabulary, Whole


class Where(Container[str]):
    """Holds the words to which a question says yes; it is asked anew each time."""

    def __init__(self, holds: Callable[[str], bool]) -> None:
        self._holds = holds

    def __contains__(self, word: object) -> bool:
        return self._holds(word)  # type: ignore[arg-type]


class Commons:
    """What all statements with the same word lists know."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.known = Whole((), lists)
        self.decoys = dict(self._decoys(phrase) for phrase in lists.decoy_phrases)
        self.openings = {phrase[0] for phrase in (*self.known.synonym_phrases, *self.decoys)}

    def _decoys(self, decoy: Phrase) -> tuple[Phrase, Phrase]:
        """The phrase as it is compared, and its words that are no fillers."""
        telling = tuple(word for word in decoy if word not in self.lists.fillers)
        return self.known.plainly(decoy), telling


class Layered(Vocabulary):
    """What one statement adds: its own words, and their stems and roots.

    It refers nowhere to itself, for very many come and go, and a collector's walk takes a while.
    """

    def __init__(
        self,
        commons: Commons,
        own: Container[str],
        stems: Container[str] = (),
        roots: Container[str] = (),
    ) -> None:
        super().__init__(commons.lists)
        known, fillers = commons.known, self.fillers
        self.subjects = Where(
            lambda word: word in known.subjects or (word in own and word not in fillers)
        )
        self.everything = Where(lambda word: word in known.everything or word in own)
        # Only Hangul is ever looked up there.
        self.korean = Where(lambda word: word in known.korean or word in own)
        self.stems = Where(lambda stem: stem in known.stems or stem in stems)
        self.roots = Where(lambda root: root in known.roots or root in roots)
        self.synonym_phrases = known.synonym_phrases
        self.decoy_phrases = _Decoys(commons.decoys, self.subjects)
        self.openings = commons.openings
        self._known = known

    def keys(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Those of a Latin word are the same for all statements, and kept for all."""
        return self._known.keys(word) if word.isascii() else super().keys(word)

    def plain(self, word: str) -> str:
        return self._known.plain(word) if word.isascii() else super().plain(word)


class Remembered(Layered):
    """While a whole statement is read: its words come again and again."""

    def __init__(self, commons: Commons, own: Container[str]) -> None:
        super().__init__(commons, own)
        self._kept: dict[str, tuple[tuple[str, ...], ...]] = {}

    def keys(self, word: str) -> tuple[tuple[str, ...], ...]:
        if (kept := self._kept.get(word)) is None:
            kept = self._kept[word] = super().keys(word)
        return kept


class _Decoys(Container[Phrase]):
    """Decoys that say more than fillers round one word of the statement's."""

    def __init__(self, decoys: Mapping[Phrase, Phrase], subjects: Container[str]) -> None:
        self._decoys, self._subjects = decoys, subjects

    def __contains__(self, phrase: object) -> bool:
        telling = self._decoys.get(phrase)  # type: ignore[call-overload]
        if not telling:
            return False
        return len(telling) > 1 or telling[0] not in self._subjects
