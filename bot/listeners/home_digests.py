"""What is done about digests in the Home, by the same rules as the commands.

The commands are typed in the channel; here Slack has to say that the person is in it.
"""

from dataclasses import dataclass
from typing import Literal, assert_never

from slack_bolt import Args

from bot.core.digest_request import Now, Off, Pause, Resume
from bot.core.digests import Subscription
from bot.listeners.digest_answers import Change, DigestAnswers
from bot.listeners.forms import Forms
from bot.listeners.homes import Homes
from bot.listeners.languages import Languages
from bot.listeners.modals import noticed, opened, written
from bot.listeners.payloads import mapping, person_in, string
from bot.listeners.permitting import admission, membership
from bot.listeners.planning import Asker, Place, Planning
from bot.listeners.profiles import profile_of
from bot.rendering.digest_replies import render_refusal
from bot.rendering.home_actions import Deed, DigestReference, conversation_in, deed_in, digest_in
from bot.rendering.home_digests import preview_view
from bot.rendering.message import Message
from bot.rendering.misses import render_gone, render_not_opened
from bot.rendering.words import Refusal

_CHANGES: dict[Literal["pause", "resume", "off"], Change] = {
    "pause": Pause(),
    "resume": Resume(),
    "off": Off(),
}


@dataclass(frozen=True, slots=True)
class HomeDigests:
    """Does what was pressed beside a digest in somebody's Home."""

    planning: Planning
    answers: DigestAnswers
    forms: Forms
    homes: Homes
    languages: Languages

    def pressed(self, args: Args) -> None:
        """Do it, or tell why not; afterwards the Home shows what has come of it."""
        action, asker = args.action or {}, self._asker(args)
        reference, deed = digest_in(action.get("value")), deed_in(string(action, "action_id"))
        digest = self._seen(reference, asker) if reference else None
        if deed is None or digest is None:
            self.tell(args, render_gone(asker.language))
            self._publish(args, asker)
        elif refusal := self._refusal(args, deed, digest, asker):
            self.tell(args, render_refusal(refusal, asker.language))
        else:
            self._do(args, deed, digest, asker)

    def begin(self, args: Args) -> None:
        """Open the settings of a new digest."""
        self.forms.begin(args, self._asker(args))

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        noticed(args, message, self.languages.of(args.client, person_in(args.body)))

    def _do(self, args: Args, deed: Deed, digest: Subscription, asker: Asker) -> None:
        there = Asker(asker.person, Place(asker.place.team, digest.channel), asker.language)
        match deed:
            case "change":
                self.forms.open(args, there, asker.place.channel)
            case "preview":
                self._preview(args, digest, asker)
            case "now":
                self.tell(args, self.answers.reply(Now(), there))
            case "pause" | "resume" | "off":
                self.answers.reply(_CHANGES[deed], there)
                self._publish(args, asker)
            case unreachable:
                assert_never(unreachable)

    def _preview(self, args: Args, digest: Subscription, asker: Asker) -> None:
        entry = self.planning.due(digest)
        view = preview_view(self.planning.statement, entry, digest, asker.language)
        if not opened(args, view):
            written(args, render_not_opened(asker.language))

    def _seen(self, reference: DigestReference, asker: Asker) -> Subscription | None:
        """The digest of that id, where it is among those that the person's Home shows."""
        channel = reference.channel
        others = channel.startswith("D") and channel != asker.place.channel
        named = None if others else self.planning.here(Place(asker.place.team, channel))
        return named if named and named.id == reference.id else None

    def _refusal(
        self, args: Args, deed: Deed, digest: Subscription, asker: Asker
    ) -> Refusal | None:
        """Why the person may not do it; anybody of the workspace may look."""
        if asker.person.stranger:
            return "stranger"
        if deed == "preview":
            return None
        if deed in ("change", "off") and digest.origin == "file":
            return "kept_in_file"
        # The settings ask Slack themselves who is an admin.
        if self.planning.admins_only and deed != "change":
            refusal = admission(profile_of(args.client, asker.person.id))
            if refusal:
                return refusal
        own = digest.channel == asker.place.channel and digest.channel.startswith("D")
        return None if own else membership(args.client, asker.person.id, digest.channel)

    def _publish(self, args: Args, asker: Asker) -> None:
        shown = mapping(args.body, "view")
        self.homes.publish(args.client, asker.person, asker.place.channel, shown)

    def _asker(self, args: Args) -> Asker:
        """Who pressed, in their direct message with the bot: the Home stands beside it."""
        person, view = person_in(args.body), mapping(args.body, "view")
        place = Place(person.team, conversation_in(view.get("private_metadata")))
        return Asker(person, place, self.languages.of(args.client, person))
