"""Sets up a digest from words, with what they leave out taken from the person or from before."""

from dataclasses import dataclass, replace

from slack_sdk import WebClient

from bot.core.digest_request import SetUp
from bot.core.digests import Cadence, InOrder, OneSection, Owner, Plan, Shuffled, Subscription
from bot.core.zones import Zones
from bot.listeners.announcing import Announcing
from bot.listeners.payloads import Person
from bot.listeners.permitting import admission
from bot.listeners.planning import Asker, Planning
from bot.listeners.profiles import Profile, Unseen, profile_of
from bot.rendering.digest_replies import render_no_section, render_refusal, render_saved
from bot.rendering.message import Message
from bot.rendering.words import Refusal, ZoneSource

UTC = "UTC"


@dataclass(frozen=True, slots=True)
class SettingUp:
    """Sets up what was asked for in words."""

    planning: Planning
    announcing: Announcing

    def reply(self, request: SetUp, asker: Asker, client: WebClient) -> Message:
        """What was set up, or why it was not."""
        planning, existing = self.planning, self.planning.here(asker.place)
        seen = profile_of(client, asker.person.id)
        if refusal := refused(planning, existing, seen):
            return render_refusal(refusal, asker.language)
        if not self._has_section(request):
            return render_no_section(planning.statement, asker.language)
        plan, source = self._plan(request, asker, existing, seen)
        paused = existing.paused if existing else None
        saved = planning.save(asker.place, plan, owner_of(asker.person, seen), paused)
        told = self.announcing.announced(client, replace(saved, zone=source))
        if told is None:
            return render_refusal("no_conversation", asker.language)
        return render_saved(planning.statement, told, asker.language)

    def _has_section(self, request: SetUp) -> bool:
        match request.program:
            case OneSection(number):
                return self.planning.statement.section_numbered(number) is not None
            case _:
                return True

    def _plan(
        self,
        request: SetUp,
        asker: Asker,
        existing: Subscription | None,
        seen: Profile | Unseen,
    ) -> tuple[Plan, ZoneSource | None]:
        """What the words say; for the rest, what holds already, or else what is usual."""
        before = existing.plan if existing else None
        zone, source = zone_for(self.planning.zones, request.zone, seen, before)
        program = request.program or (before.program if before else InOrder())
        if isinstance(program, Shuffled):
            program = asker.place.shuffled
        holidays = before.holidays if before else frozenset()
        plan = Plan(
            Cadence(request.days, request.at, zone),
            program,
            request.language or (before.language if before else asker.language),
            holidays if request.holidays is None else request.holidays,
        )
        return plan, source


def refused(
    planning: Planning, existing: Subscription | None, seen: Profile | Unseen
) -> Refusal | None:
    """Why a person may not set up this digest; None where they may."""
    if existing and existing.origin == "file":
        return "kept_in_file"
    return admission(seen) if planning.admins_only else None


def owner_of(person: Person, seen: Profile | Unseen) -> Owner:
    """Whose digest it is, by the name that others see."""
    name = seen.name if isinstance(seen, Profile) else ""
    return Owner(person.id, name or person.name)


def zone_for(
    zones: Zones, named: str | None, seen: Profile | Unseen, before: Plan | None
) -> tuple[str, ZoneSource | None]:
    """The zone that was named, else the person's own, else the one from before, else UTC."""
    if named:
        return named, None
    if isinstance(seen, Profile) and (own := zones.named(seen.zone)):
        return own, "profile"
    return (before.cadence.zone, "before") if before else (UTC, "fallback")
