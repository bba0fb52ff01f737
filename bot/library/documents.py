"""One YAML file as plain values, with the line of every key, so that a fault can be pointed at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import yaml

from bot.core.errors import BrokenDigest, Fault
from bot.library.composing import Composing, Key, Told, Unreadable
from bot.library.files import broken, text_of

# More of one file than these nobody reads before mending some.
MOST_FAULTS = 1_000


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: mappings, lists and text; a number is text too, and `no` is a word."""

    file: str
    text: str
    content: object

    def faults(self, told: Iterable[tuple[Key, str]]) -> tuple[Fault, ...]:
        """Faults at those keys, each on its line or on that of the nearest key round it."""
        if not (told := tuple(told)):
            return ()
        # The lines are looked up only now: to keep them all takes longer than a clean reading.
        lines: dict[Key, int] = {}
        _composed(self.text, lines)
        shown = told[:MOST_FAULTS]
        faults = (Fault(self.file, _nearest(lines, key), spelt(key), said) for key, said in shown)
        return (*faults, *self._more(len(told) - len(shown)))

    def _more(self, count: int) -> Iterator[Fault]:
        if count:
            yield Fault(self.file, 1, "", f"there are {count:,} faults more")


def document_of(path: Path) -> Document:
    """The file, parsed.

    Raises BrokenDigest for tabs, YAML's own faults, aliases, deep nesting and repeated keys.
    """
    text = text_of(path)
    _refuse(path, _tabs(text))
    try:
        content, told = _composed(text)
    except Unreadable as fault:
        raise broken(path, fault.line, fault.sentence) from None
    except yaml.YAMLError as error:
        raise broken(path, *_unreadable(error)) from None
    _refuse(path, ((line, spelt(key), said) for line, key, said in told))
    if content is None:
        raise broken(path, 1, "the file is empty")
    return Document(str(path), text, content)


def spelt(key: Key) -> str:
    """A key path as people write it: `themes[3].passages[0].quote`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in key)
    return "".join(steps).removeprefix(".")


def _refuse(path: Path, told: Iterable[tuple[int, str, str]]) -> None:
    """Raise BrokenDigest where there are faults: lines, key paths and sentences."""
    if faults := tuple(Fault(str(path), *fault) for fault in islice(told, MOST_FAULTS)):
        raise BrokenDigest(faults)


def _tabs(text: str) -> Iterator[tuple[int, str, str]]:
    for line, words in enumerate(text.split("\n"), 1):
        if "\t" in words:
            yield line, "", "the line holds a tab; YAML is indented with spaces"


def _unreadable(error: yaml.YAMLError) -> tuple[int, str]:
    """The line of YAML's own fault, and a sentence."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 1, f"this is not YAML: {' '.join(str(error).split())}"
    mark = error.problem_mark or error.context_mark
    told = ", ".join(part for part in (error.context, error.problem) if part)
    return mark.line + 1 if mark else 1, f"this is not YAML: {told}"


def _composed(text: str, lines: dict[Key, int] | None = None) -> tuple[object, list[Told]]:
    """The content and what is wrong with it; raises YAMLError, Unreadable."""
    parser = yaml.CBaseLoader(text)
    composing = Composing(iter(parser.get_event, None), lines)
    try:
        return composing.document(), composing.told
    finally:
        parser.dispose()


def _nearest(lines: Mapping[Key, int], key: Key) -> int:
    """The line of the key, or of the nearest one round it."""
    while key and key not in lines:
        key = key[:-1]
    return lines[key]
