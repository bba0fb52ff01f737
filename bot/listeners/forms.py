"""The modal in which a digest is set up: opened, and redrawn as a person chooses.

https://docs.slack.dev/surfaces/modals
"""

import logging
from dataclasses import dataclass
from http.client import HTTPException

from slack_bolt import Ack, Args
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.digests import Owner
from bot.core.statement import Language
from bot.listeners.digest_answers import Asker
from bot.listeners.form_reading import Reading
from bot.listeners.payloads import (
    Payload,
    channel_in,
    chosen_in,
    mapping,
    person_in,
    string,
    thread_in,
)
from bot.listeners.planning import Place, Planning
from bot.listeners.profiles import Profile, Unseen, profile_of
from bot.listeners.setting_up import refused, zone_for
from bot.listeners.speaking import Speaking, slacks_word
from bot.rendering.digest_form import Form, Opened, form_of, opened_in, plan_of
from bot.rendering.digest_modal import Draft, View, render_form, render_zones
from bot.rendering.digest_replies import render_refusal
from bot.rendering.message import Message
from bot.rendering.words import Refusal

MOST_ZONES = 20
# The modal was closed, or another change of the same person came first and is drawn already.
_OVERTAKEN = frozenset(("not_found", "hash_conflict"))
_NOBODY = Owner("", "")
_LOG = logging.getLogger("bot.digests")


@dataclass(frozen=True, slots=True)
class Forms:
    """Opens the modal and keeps it up to date."""

    planning: Planning
    speaking: Speaking

    def pressed(self, args: Args) -> None:
        """Open the modal for the digest whose button was pressed."""
        person = person_in(args.body)
        language: Language = "ko" if chosen_in(args.action or {}) == "ko" else "en"
        self.open(args, Asker(person, Place(person.team, channel_in(args.body)), language))

    def open(self, args: Args, asker: Asker) -> None:
        """Open the modal for the asker's place, or whisper why it stays closed."""
        seen = profile_of(args.client, asker.person.id)
        if refusal := self._refusal(asker, seen):
            self._refuse(args, refusal, asker)
            return
        opened = Opened(_language(asker, seen), asker.place.channel)
        form = self._first(asker, seen, opened.language)
        view = self._drawn(form, opened, asker.place.team)
        try:
            args.client.views_open(trigger_id=string(args.body, "trigger_id"), view=view)
        except (SlackClientError, OSError, HTTPException) as error:
            extra = {"error": type(error).__name__, "slack": slacks_word(error)}
            _LOG.warning("modal not opened", extra=extra)
            self._refuse(args, "not_opened", asker)

    def changed(self, args: Args) -> None:
        """Draw the modal anew for what was chosen in it."""
        view = mapping(args.body, "view")
        if opened := opened_in(view.get("private_metadata")):
            reading = Reading(mapping(mapping(view, "state"), "values"), self.planning)
            drawn = self._redrawn(reading, opened, person_in(args.body).team)
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

    def _refusal(self, asker: Asker, seen: Profile | Unseen) -> Refusal | None:
        if asker.person.stranger:
            return "stranger"
        return refused(self.planning, self.planning.here(asker.place), seen)

    def _refuse(self, args: Args, refusal: Refusal, asker: Asker) -> None:
        self.tell(args, render_refusal(refusal, asker.language))

    def _first(self, asker: Asker, seen: Profile | Unseen, language: Language) -> Form:
        """What the modal begins with: the digest that there is, or what is usual."""
        if existing := self.planning.here(asker.place):
            return form_of(existing)
        zone, _ = zone_for(self.planning.zones, None, seen, None)
        return Form(asker.place.channel, zone, language=language)

    def _redrawn(self, reading: Reading, opened: Opened, team: str) -> View:
        form = reading.form()
        return self._drawn(form, opened, team, whole=not reading.faults)

    def _drawn(self, form: Form, opened: Opened, team: str, *, whole: bool = True) -> View:
        """The modal with the posts that would come, if the form is whole."""
        planning, place = self.planning, Place(team, form.channel)
        draft = planning.draft(place, plan_of(form, place.seed), _NOBODY, form.until)
        coming = planning.coming(draft) if whole else None
        shown = Draft(form, coming, planning.now(), planning.here(place))
        return render_form(planning.statement, shown, opened)


def _language(asker: Asker, seen: Profile | Unseen) -> Language:
    """Korean for whoever writes it, or has set Slack to it."""
    return seen.language if asker.language == "en" and isinstance(seen, Profile) else asker.language
