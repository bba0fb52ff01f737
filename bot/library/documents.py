"""One YAML file as plain values, with the line of every key, so that a fault can be pointed at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.core.errors import BrokenDigest, Fault

Key = tuple[str | int, ...]
# More than any file of the bot's needs: nothing that is read may exhaust the memory or the stack.
LARGEST = 2_000_000
DEEPEST = 20


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
        # The lines are looked up only now: keeping them would double the time of a clean reading.
        root = yaml.compose(self.text, _Texts)
        return tuple(Fault(self.file, _line(root, key), spelt(key), said) for key, said in told)


class _Texts(yaml.CBaseLoader):
    """Takes every value as text, without asking what else it might be."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        if kind is yaml.ScalarNode:
            return "tag:yaml.org,2002:str"
        return "tag:yaml.org,2002:" + ("seq" if kind is yaml.SequenceNode else "map")


def text_of(path: Path) -> str:
    """The file's text; raises BrokenDigest where it is missing, too large or not plain UTF-8."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        folder = path.absolute().parent
        raise _broken(path, 1, f"the file is missing; {folder} must hold it") from None
    except OSError as error:
        raise _broken(path, 1, f"the file cannot be read: {error.strerror}") from None
    if len(raw) > LARGEST:
        raise _broken(path, 1, f"the file is larger than {LARGEST:,} bytes")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _broken(path, line, "the file is not UTF-8 from here on; save it as UTF-8") from None
    if text.startswith("\ufeff"):
        raise _broken(path, 1, "the file opens with a byte-order mark; save it as UTF-8 without")
    return text


def document_of(path: Path) -> Document:
    """The file, parsed.

    Raises BrokenDigest for tabs, YAML's own faults, aliases, deep nesting and repeated keys.
    """
    text = text_of(path)
    _refuse(path, _tabs(text))
    loader = _Texts(text)
    try:
        _refuse(path, _bombs(text))
        root = loader.get_single_node()
        if root is None:
            raise _broken(path, 1, "the file is empty")
        content = loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _broken(
            path, mark.line + 1 if mark else 1, f"this is not YAML: {_told(error)}"
        ) from None
    except yaml.YAMLError as error:
        raise _broken(path, 1, f"this is not YAML: {error}") from None
    finally:
        loader.dispose()
    _refuse(path, _repeated(root, ()))
    return Document(str(path), text, content)


def spelt(key: Key) -> str:
    """A key path as people write it: `themes[3].passages[0].quote`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in key)
    return "".join(steps).removeprefix(".")


def _broken(path: Path, line: int, sentence: str) -> BrokenDigest:
    return BrokenDigest((Fault(str(path), line, "", sentence),))


def _refuse(path: Path, told: Iterable[tuple[int, str, str]]) -> None:
    """Raise BrokenDigest where there are faults: lines, key paths and sentences."""
    if faults := tuple(Fault(str(path), *fault) for fault in told):
        raise BrokenDigest(faults)


def _tabs(text: str) -> Iterator[tuple[int, str, str]]:
    for line, words in enumerate(text.split("\n"), 1):
        if "\t" in words:
            yield line, "", "the line holds a tab; YAML is indented with spaces"


def _bombs(text: str) -> Iterator[tuple[int, str, str]]:
    """What could stand for far more than is written: every alias, and the first deep nesting."""
    depth = 0
    for event in yaml.parse(text, _Texts):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            yield line, "", f"*{event.anchor} is an alias; write out what it stands for"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield line, "", f"the line is nested more than {DEEPEST} deep"
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _told(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.context, error.problem) if part)


def _line(node: yaml.Node | None, key: Key) -> int:
    line = node.start_mark.line if node else 0
    for step in key:
        if isinstance(node, yaml.MappingNode):
            pairs = [pair for pair in node.value if pair[0].value == step]
            if not pairs:
                break
            line, node = pairs[-1][0].start_mark.line, pairs[-1][1]
        elif (
            isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value)
        ):
            node = node.value[step]
            line = node.start_mark.line
    return int(line) + 1


def _repeated(node: yaml.Node, key: Key) -> Iterator[tuple[int, str, str]]:
    """Line, key path and sentence of every key that stands twice: YAML would keep the last."""
    if isinstance(node, yaml.SequenceNode):
        for place, entry in enumerate(node.value):
            if not isinstance(entry, yaml.ScalarNode):
                yield from _repeated(entry, (*key, place))
    elif isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for name, value in node.value:
            line, inner = name.start_mark.line + 1, (*key, str(name.value))
            if name.value in first:
                yield line, spelt(inner), f"the key is there already, on line {first[name.value]}"
            first.setdefault(name.value, line)
            yield from _repeated(value, inner)
