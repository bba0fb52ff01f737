"""Whose name is whose: every title and alias of a digest, and those that claim two subjects."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.folding import words
from bot.library.composing import Key
from bot.library.schema import Label, StatementFile, Words

Told = tuple[Key, str]


@dataclass(frozen=True, slots=True)
class Name:
    """One text that leads to a subject, where it stands, and its words as the matcher sees them."""

    text: str
    key: Key
    subject: str
    words: tuple[str, ...]


def names_in(draft: StatementFile) -> tuple[Name, ...]:
    """Every title and alias of the themes, and every alias of the neighbours."""
    names: list[Name] = []
    for i, theme in enumerate(draft.themes):
        subject, key = f"the theme {theme.id}", ("themes", i)
        names += _named(theme.title, (*key, "title"), subject)
        names += _named(theme.aliases, (*key, "aliases"), subject)
        for j, passage in enumerate(theme.passages):
            names += _named(passage.aliases, (*key, "passages", j, "aliases"), subject)
    for i, near in enumerate(draft.neighbours):
        names += _named(near.aliases, ("neighbours", i, "aliases"), f"the neighbour {near.id}")
    return tuple(names)


def _named(texts: Words | Label, key: Key, subject: str) -> Iterator[Name]:
    if isinstance(texts, Label):
        yield Name(texts.en, (*key, "en"), subject, tuple(words(texts.en)))
        yield Name(texts.ko, (*key, "ko"), subject, tuple(words(texts.ko)))
        return
    for path, text in entries_of(texts):
        yield Name(text, (*key, *path), subject, tuple(words(text)))


def entries_of(texts: Words) -> Iterator[Told]:
    """The key and the text of every entry, English first."""
    for language, entries in (("en", texts.en), ("ko", texts.ko)):
        for place, text in enumerate(entries):
            yield (language, place), text


def unmatchable(names: tuple[Name, ...]) -> Iterator[Told]:
    """Names that hold nothing to match."""
    for name in names:
        if not name.words:
            yield name.key, f"“{name.text}” has no letter or digit, so nothing can match it"


def collisions(draft: StatementFile, names: tuple[Name, ...]) -> Iterator[Told]:
    """Names of two subjects that `shared` does not allow, and what `shared` lists without need."""
    owners: defaultdict[tuple[str, ...], dict[str, Name]] = defaultdict(dict)
    for name in names:
        if name.words:
            owners[name.words].setdefault(name.subject, name)
    shared = {tuple(words(text)): (path, text) for path, text in entries_of(draft.shared)}
    for spelt, claimed in owners.items():
        first, *others = claimed.values()
        for other in others:
            near = other.subject.startswith("the neighbour")
            if near or spelt not in shared:
                allowed = "" if near else ", or list it under `shared`"
                yield (
                    other.key,
                    f"“{other.text}” names {first.subject} too; keep it in one{allowed}",
                )
    for spelt, (path, text) in shared.items():
        if len(owners.get(spelt, ())) < 2:
            yield ("shared", *path), f"“{text}” does not name two themes; take it out of `shared`"
