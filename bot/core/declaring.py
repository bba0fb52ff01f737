"""What a file declares against what there is: which digests to save, and which to remove."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.digests import DayOff, Owner, Plan, Shuffled, Subscription, shuffled_for
from bot.core.slots import next_slot, slot_under


@dataclass(frozen=True, slots=True)
class Declared:
    """One channel's digest; without a team it is in the bot's own workspace.

    A shuffle has no seed of its own before the workspace is known.
    """

    team: str
    channel: str
    plan: Plan

    def placed(self, own: str) -> "Declared":
        """The same in its workspace, `own` being the bot's."""
        team, plan = self.team or own, self.plan
        if isinstance(plan.program, Shuffled):
            # Always the same for a channel, so that reading a file again changes nothing.
            plan = replace(plan, program=shuffled_for(team, self.channel))
        return Declared(team, self.channel, plan)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A file of digests, at most one a channel, and who owns them: the file, by its name."""

    owner: Owner
    digests: tuple[Declared, ...]

    def placed(self, own: str | None) -> "Declaration | None":
        """The same with every workspace told; None where the bot's own is needed and unknown."""
        if not (own or all(one.team for one in self.digests)):
            return None
        return replace(self, digests=tuple(one.placed(own or "") for one in self.digests))


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes the digests that there are those that are declared."""

    saved: tuple[Subscription, ...]
    removed: tuple[Subscription, ...]


def changes(
    declaration: Declaration,
    held: Iterable[Subscription],
    now: datetime,
    off: DayOff,
    new_id: Callable[[], str],
) -> Changes:
    """What to save and to remove, every workspace being told; nothing where all is as declared.

    A digest that people set up in a declared channel becomes the file's; elsewhere theirs stay.
    """
    there = {(one.team, one.channel): one for one in held}
    declared = {(one.team, one.channel): one.plan for one in declaration.digests}

    def drafted(place: tuple[str, str], plan: Plan) -> Subscription:
        if (digest := there.get(place)) is None:
            slot = next_slot(plan, now, None, off)
            return Subscription(new_id(), *place, plan, declaration.owner, slot, origin="file")
        slot = slot_under(digest, plan, digest.paused, now, off)
        changed = digest.with_plan(plan, declaration.owner)
        return replace(changed, origin="file", next_slot=slot)

    drafts = {place: drafted(place, plan) for place, plan in declared.items()}
    return Changes(
        tuple(draft for place, draft in drafts.items() if draft != there.get(place)),
        tuple(
            digest
            for place, digest in there.items()
            if digest.origin == "file" and place not in declared
        ),
    )
