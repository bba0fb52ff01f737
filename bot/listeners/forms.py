"""The modal in which a digest is set up: opened, and redrawn as a person chooses.

https://docs.slack.dev/surfaces/modals
"""

from dataclasses import dataclass

from slack_bolt import Ack, Args
from slack_sdk.errors import SlackApiError

from bot.core.digests import Owner, Subscription
from bot.listeners.form_reading import Reading
from bot.listeners.languages import Languages
from bot.listeners.modals import noticed
from bot.listeners.modals import opened as opened_view
from bot.listeners.payloads import (
    Payload,
    channel_in,
    mapping,
    person_in,
    string,
    thread_in,
)
from bot.listeners.planning import Asker, Place, Planning
from bot.listeners.profiles import Profile, Unseen, profile_of
from bot.listeners.setting_up import refused, zone_for
from bot.listeners.speaking import Speaking, slacks_word
from bot.rendering.digest_form import Form, Opened, form_of, opened_in, pause_of, plan_of
from bot.rendering.digest_modal import Draft, View, render_form, render_zones
from bot.rendering.digest_replies import render_refusal
from bot.rendering.message import Message
from bot.rendering.words import Refusal

MOST_ZONES = 20
# The modal was closed, or another change of the same person came first and is drawn already.
_OVERTAKEN = frozenset(("not_found", "hash_conflict"))
_NOBODY = Owner("", "")


@dataclass(frozen=True, slots=True)
class Forms:
    """Opens the modal and keeps it up to date."""

    planning: Planning
    languages: Languages
    speaking: Speaking

    def pressed(self, args: Args) -> None:
        """Open the modal for the digest whose button was pressed."""
        person = person_in(args.body)
        language = self.languages.of(args.client, person)
        self.open(args, Asker(person, Place(person.team, channel_in(args.body)), language))

    def open(self, args: Args, asker: Asker, home: str = "") -> None:
        """Open the modal for the asker's place, or tell why it stays closed.

        `home` is the direct message of a person who does it in their Home.
        """
        existing, seen = self.planning.here(asker.place), profile_of(args.client, asker.person.id)
        if refusal := self._refusal(asker, existing, seen):
            self._refuse(args, refusal, asker)
            return
        form = form_of(existing) if existing else self._usual(asker, asker.place.channel, seen)
        opened = Opened(asker.language, asker.place.channel, home)
        self._open(args, asker, self._drawn(form, opened, asker.place.team))

    def begin(self, args: Args, asker: Asker) -> None:
        """Open the modal from the asker's Home, for a channel that is chosen in it."""
        seen = profile_of(args.client, asker.person.id)
        if refusal := self._refusal(asker, None, seen):
            self._refuse(args, refusal, asker)
            return
        opened = Opened(asker.language, asker.place.channel, asker.place.channel)
        form = self._usual(asker, "", seen)
        self._open(args, asker, self._drawn(form, opened, asker.place.team, whole=False))

    def changed(self, args: Args) -> None:
        """Draw the modal anew for what was chosen in it."""
        view = mapping(args.body, "view")
        if opened := opened_in(view.get("private_metadata")):
            reading = Reading(mapping(mapping(view, "state"), "values"), self.planning)
            form, team = reading.form(), person_in(args.body).team
            drawn = self._drawn(form, opened, team, whole=not reading.faults)
            shown = {"view_id": string(view, "id"), "hash": string(view, "hash")}
            try:
                args.client.views_update(view=drawn, **shown)
            except SlackApiError as error:
                if slacks_word(error) not in _OVERTAKEN:
                    raise

    def suggest(self, ack: Ack, payload: Payload) -> None:
        """Suggest the zones that are meant by what was typed."""
        zones = self.planning.zones.search(string(payload, "value"), MOST_ZONES)
        ack(options=render_zones(zones, self.planning.now()))

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who asked for the modal; within it nothing can be said."""
        if args.context.response_url:
            self.speaking.whisper(args.context.response_url, message, thread_in(args.body))
        elif mapping(args.body, "view").get("type") == "home":
            noticed(args, message, self.languages.of(args.client, person_in(args.body)))

    def _open(self, args: Args, asker: Asker, view: View) -> None:
        if not opened_view(args, view):
            self._refuse(args, "not_opened", asker)

    def _refusal(
        self, asker: Asker, existing: Subscription | None, seen: Profile | Unseen
    ) -> Refusal | None:
        return "stranger" if asker.person.stranger else refused(self.planning, existing, seen)

    def _usual(self, asker: Asker, channel: str, seen: Profile | Unseen) -> Form:
        zone, _ = zone_for(self.planning.zones, None, seen, None)
        return Form(channel, zone, language=asker.language)

    def _refuse(self, args: Args, refusal: Refusal, asker: Asker) -> None:
        self.tell(args, render_refusal(refusal, asker.language))

    def _drawn(self, form: Form, opened: Opened, team: str, *, whole: bool = True) -> View:
        """The modal with the posts that would come, if the form is whole."""
        planning, place = self.planning, Place(team, form.channel)
        existing, plan = planning.here(place), plan_of(form, place.shuffled)
        digest = planning.draft(existing, place, plan, _NOBODY, pause_of(form, existing))
        coming = planning.coming(digest) if whole else None
        draft = Draft(form, coming, planning.now(), existing)
        return render_form(planning.statement, draft, opened)
