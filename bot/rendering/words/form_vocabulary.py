"""The words of the modal for a digest that each language has to have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.digests import Country
from bot.core.statement import Language
from bot.rendering.digest_form import Days, Field, What

# What a field cannot hold.
FormFault = Literal["unchosen", "no_days", "no_themes", "no_section", "unknown_zone", "no_such_day"]


@dataclass(frozen=True, slots=True)
class FormWords:
    """All that the modal says in one language; the comments name what the braces take."""

    title: str
    save: str
    cancel: str
    labels: Mapping[Field, str]
    hints: Mapping[Field, str]
    placeholders: Mapping[Field, str]
    days: Mapping[Days, str]
    weekday: str  # weekday
    what: Mapping[What, str]
    languages: Mapping[Language, str]
    countries: Mapping[Country, str]
    already: str  # place, by, cadence
    faults: Mapping[FormFault, str]
    incomplete: str
