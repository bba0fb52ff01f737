"""A file that declares channels' digests: read as what is declared, and written from what is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import time
from pathlib import Path
from typing import Annotated

from pydantic import Field, PlainValidator, StringConstraints

from bot.core.declaring import Declaration, Declared
from bot.core.digests import Cadence, Country, InOrder, Owner, Plan, Program, Subscription
from bot.core.statement import Language, Statement
from bot.core.zones import Zones
from bot.library.digest_values import (
    Known,
    days_of,
    program_of,
    shown,
    spelt_days,
    spelt_program,
    time_of,
    zone_of,
)
from bot.library.documents import spelt
from bot.library.names import Told
from bot.library.schema import Entry
from bot.library.validation import file_of

_HEADING = "# Every channel's digest, as `alliance digests export` found them.\n"
Channel = Annotated[str, StringConstraints(pattern=r"^[CDG][A-Z0-9]{1,31}$")]
Team = Annotated[str, StringConstraints(pattern=r"^[ET][A-Z0-9]{1,31}$")]


class DigestEntry(Entry):
    """One channel's digest, in the words of digest_values."""

    channel: Channel
    days: Annotated[frozenset[int], PlainValidator(days_of)]
    at: Annotated[time, PlainValidator(time_of)]
    zone: Annotated[str, PlainValidator(zone_of)]
    show: Annotated[Program, PlainValidator(program_of)] = InOrder()
    language: Language = "en"
    holidays: Annotated[frozenset[Country], Field(strict=False)] = frozenset()
    team: Team = ""

    def declared(self) -> Declared:
        cadence = Cadence(self.days, self.at, self.zone)
        plan = Plan(cadence, self.show, self.language, self.holidays)
        return Declared(self.team, self.channel, plan)


class DigestFile(Entry):
    """digests.yaml."""

    digests: list[DigestEntry]


def read_digest_file(path: Path, statement: Statement, zones: Zones) -> Declaration:
    """What the file declares; raises BrokenDigest with every fault of it."""
    file = file_of(path, DigestFile, Known(statement, zones), _doubles).content
    return Declaration(Owner("", path.name), tuple(entry.declared() for entry in file.digests))


def written(subscriptions: Iterable[Subscription]) -> str:
    """The text of a file that declares exactly these digests, one after the other."""
    entries = "".join(map(_entry, subscriptions))
    return f"{_HEADING}digests:\n{entries}" if entries else f"{_HEADING}digests: []\n"


def _doubles(content: object) -> Iterator[Told]:
    """Entries for a channel that has one; where the workspace is left out, it may be any."""
    seen: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for place, channel, team in _places(content):
        for other, first in seen[channel]:
            if team == other or "" in (team, other):
                told = f"the channel has an entry already, {spelt(('digests', first))}; keep one"
                yield ("digests", place, "channel"), told
                break
        seen[channel].append((team, place))


def _places(content: object) -> Iterator[tuple[int, str, str]]:
    """The place, channel and workspace of every entry that tells them."""
    match content:
        case {"digests": [*entries]}:
            for place, entry in enumerate(entries):
                match entry:
                    case {"channel": str(channel), "team": str(team)}:
                        yield place, channel, team
                    case {"channel": str(channel)}:
                        yield place, channel, ""


def _entry(subscription: Subscription) -> str:
    plan = subscription.plan
    values = {
        "channel": subscription.channel,
        "team": subscription.team,
        "days": spelt_days(plan.cadence.days),
        # In quotes for other readers of YAML, to some of which 17:30 is the number 1050.
        "at": f'"{plan.cadence.at.isoformat("minutes")}"',
        "zone": plan.cadence.zone,
        "show": spelt_program(plan.program),
        "language": plan.language,
        "holidays": f"[{', '.join(sorted(plan.holidays))}]",
    }
    lines = "\n    ".join(f"{key}: {value}" for key, value in values.items())
    return f"\n  # {_told(subscription)}\n  - {lines}\n"


def _told(subscription: Subscription) -> str:
    """What a file does not declare: who set the digest up, and whether it is paused."""
    owner = subscription.owner
    whose = f"{'set up by' if owner.id else 'declared in'} {shown(owner.name)}"
    return f"{whose}; paused" if subscription.paused else whose
