"""What is answered about digests from what is known here, without a call to Slack."""

from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from bot.core.digest_request import (
    Everywhere,
    Now,
    Off,
    Pause,
    Preview,
    Resume,
    Status,
    Unclear,
    Usage,
    parse_digest,
)
from bot.core.digests import WEEKDAYS, Cadence, Owner, Plan, Subscription
from bot.core.statement import Language
from bot.listeners.planning import Asker, Planning
from bot.rendering.digest_form import NINE
from bot.rendering.digest_replies import (
    render_asked,
    render_no_digest,
    render_off,
    render_paused,
    render_refusal,
    render_resumed,
)
from bot.rendering.digest_status import MOST_LISTED, render_everywhere, render_status
from bot.rendering.digest_unclear import render_unclear, render_usage
from bot.rendering.digests import render_preview
from bot.rendering.message import Message

# What anybody may ask, and what changes a digest; to set one up takes a call to Slack.
Question = Usage | Status | Everywhere | Preview | Unclear
Change = Pause | Resume | Off | Now


@dataclass(frozen=True, slots=True)
class DigestAnswers:
    """Answers questions about the digest of a place, and changes it."""

    planning: Planning

    def reply(self, request: Question | Change, asker: Asker) -> Message:
        """The answer, or what came of the change."""
        place, language = asker.place, asker.language
        match request:
            case Unclear():
                return render_unclear(request, language)
            case Usage():
                return render_usage(language)
            case Everywhere():
                seen = self.planning.seen_from(place, MOST_LISTED)
                return render_everywhere(seen.first, self.planning.now(), language)
            case Preview():
                return self._preview(asker)
            case Status() | Pause() | Resume() | Off() | Now():
                if subscription := self.planning.here(place):
                    return self._of(subscription, request, language)
                return render_no_digest(place.channel, language)
            case unreachable:
                assert_never(unreachable)

    def overheard(self, text: str, asker: Asker) -> Message | None:
        """The answer to what was said in a conversation; None where it is not about digests.

        Others may read it, so what is for one person is left to the command.
        """
        match parse_digest(text, self.planning.zones):
            case None:
                return None
            case _ if asker.person.stranger:
                return render_refusal("stranger", asker.language)
            case Usage() | Status() | Everywhere() | Unclear() as request:
                return self.reply(request, asker)
            case _:
                return render_refusal("in_private", asker.language)

    def _of(
        self, subscription: Subscription, request: Status | Change, language: Language
    ) -> Message:
        planning = self.planning
        match request:
            case Status():
                return self._status(subscription, language)
            case Pause():
                return self._paused(subscription, request, language)
            case Resume():
                resumed = planning.resume(subscription)
                return render_resumed(resumed, planning.coming(resumed), language)
            case Off():
                return self._off(subscription, language)
            case Now():
                planning.store.ask_now(subscription, planning.now())
                return render_asked(planning.due(subscription), subscription.channel, language)
            case unreachable:
                assert_never(unreachable)

    def _status(self, subscription: Subscription, language: Language) -> Message:
        planning = self.planning
        return render_status(
            planning.statement,
            subscription,
            planning.coming(subscription),
            planning.latest(subscription),
            planning.now(),
            language,
        )

    def _preview(self, asker: Asker) -> Message:
        """Where there is no digest, what one would begin with."""
        planning, place, person = self.planning, asker.place, asker.person
        usual = Plan(Cadence(WEEKDAYS, NINE, "UTC"), language=asker.language)
        owner = Owner(person.id, person.name)
        subscription = planning.here(place) or planning.draft(None, place, usual, owner)
        entry = planning.due(subscription)
        return render_preview(planning.statement, entry, subscription, asker.language)

    def _paused(self, subscription: Subscription, pause: Pause, language: Language) -> Message:
        zone, until = subscription.plan.cadence.zone, pause.until
        if pause.days:
            until = self.planning.today(zone) + timedelta(days=pause.days)
        if until and not self.planning.pausable(until, zone):
            return render_refusal("no_such_pause", language)
        return render_paused(self.planning.pause(subscription, until), language)

    def _off(self, subscription: Subscription, language: Language) -> Message:
        if subscription.origin == "file":
            return render_refusal("kept_in_file", language)
        self.planning.store.remove(subscription.id)
        return render_off(subscription.channel, language)
