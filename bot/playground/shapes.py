"""Block Kit as data: what each piece holds, where it may stand, and the page that says so.

The surfaces are a message, an unfurl, a modal and the App Home; `checking` walks these tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Surface = Literal["message", "unfurl", "modal", "home"]
SURFACES: frozenset[Surface] = frozenset(("message", "unfurl", "modal", "home"))
PAGES = "https://docs.slack.dev/reference/block-kit/"


@dataclass(frozen=True, slots=True)
class Words:
    """A string of so many UTF-16 units."""

    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A text object of so many UTF-16 units."""

    most: int
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number in a range."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these words."""

    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class One:
    """One piece of any of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """So many pieces of any of these kinds."""

    kinds: tuple[str, ...]
    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Strings:
    """A list of strings: of any, or of these words."""

    of: tuple[str, ...] = ()


Rule = Words | Text | Flag | Number | Choice | One | Many | Strings


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of piece; of each group in `either`, exactly one field (or with `any`, some)."""

    page: str
    required: Mapping[str, Rule] = field(default_factory=dict)
    optional: Mapping[str, Rule] = field(default_factory=dict)
    either: tuple[str, ...] = ()
    both: bool = False
    typed: bool = True
    surfaces: frozenset[Surface] = SURFACES


ID = Words(255)
CONFIRM = One(("confirm",))
FOCUS: Mapping[str, Rule] = {"focus_on_load": Flag()}
PLACEHOLDER: Mapping[str, Rule] = {"placeholder": Text(150, plain=True)}
STYLE = One(("style",))
MESSAGE: frozenset[Surface] = frozenset(("message",))
VIEWS: frozenset[Surface] = frozenset(("modal", "home"))
NOT_UNFURL = SURFACES - {"unfurl"}
