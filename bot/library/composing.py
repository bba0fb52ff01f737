"""YAML's events put together to plain values in one pass, told with what must not be among them.

PyYAML's own way from events to nodes to values takes three times as long, and would first follow
aliases and nesting that could stand for far more than is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

Key = tuple[str | int, ...]
# Line, key and sentence.
Told = tuple[int, Key, str]
DEEPEST = 20
_NO_YAML = "this is not YAML: "
_TWO = f"{_NO_YAML}expected a single document in the stream, but found another document"
_NO_TEXT = f"{_NO_YAML}while reading a mapping, found a key that is no text"


class Unreadable(Exception):
    """What can stand in YAML and not here: the line, and a sentence."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(line, sentence)
        self.line, self.sentence = line, sentence


@dataclass(slots=True)
class Composing:
    """Reads one document; `told` is of aliases and repeated keys, `lines` is filled if given."""

    events: Iterator[yaml.Event]
    lines: dict[Key, int] | None = None
    told: list[Told] = field(default_factory=list)

    def document(self) -> object:
        """Mappings, lists and text, or None for an empty file; raises YAMLError, Unreadable."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        content = self._value(next(self.events), ())
        next(self.events)
        if not isinstance(after := next(self.events), yaml.StreamEndEvent):
            raise Unreadable(_line(after), _TWO)
        return content

    def _value(self, event: yaml.Event, key: Key) -> object:
        if self.lines is not None:
            self.lines.setdefault(key, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.AliasEvent):
            said = f"*{event.anchor} is an alias; write out what it stands for"
            self.told.append((_line(event), (), said))
            return ""
        if len(key) >= DEEPEST:
            raise Unreadable(_line(event), f"the line is nested more than {DEEPEST} deep")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(key)
        return self._mapping(key)

    def _list(self, key: Key) -> list[object]:
        values: list[object] = []
        for event in self.events:
            if isinstance(event, yaml.ScalarEvent) and self.lines is None:
                values.append(event.value)
            elif isinstance(event, yaml.SequenceEndEvent):
                break
            else:
                values.append(self._value(event, (*key, len(values))))
        return values

    def _mapping(self, key: Key) -> dict[str, object]:
        values: dict[str, object] = {}
        first: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            name = self._name(event, key)
            line, inner = _line(event), (*key, name)
            if name in first:
                self.told.append((line, inner, f"the key is there already, on line {first[name]}"))
            first.setdefault(name, line)
            if self.lines is not None:
                self.lines[inner] = line
            values[name] = self._value(next(self.events), inner)
        return values

    def _name(self, event: yaml.Event, key: Key) -> str:
        """A key's text; what else YAML lets stand for one raises Unreadable."""
        name = self._value(event, (*key, ""))
        if not isinstance(name, str):
            raise Unreadable(_line(event), _NO_TEXT)
        return name


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
