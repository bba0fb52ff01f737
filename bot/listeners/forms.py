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
from bot.listeners.planning import Asker, Place, Planning
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
        existing, seen = self.planning.here(asker.place), profile_of(args.client, asker.person.id)
        refusal = "stranger" if asker.person.stranger else refused(self.planning, existing, seen)
        if refusal:
            self._refuse(args, refusal, asker)
            return
        opened = Opened(_language(args, asker, seen), asker.place.channel)
        zone, _ = zone_for(self.planning.zones, None, seen, None)
        usual = Form(asker.place.channel, zone, language=opened.language)
        form = form_of(existing) if existing else usual
        self._open(args, asker, self._drawn(form, opened, asker.place.team))

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

    def _open(self, args: Args, asker: Asker, view: View) -> None:
        """Slack opens a view within three seconds of what was done, or not at all."""
        try:
            args.client.views_open(trigger_id=string(args.body, "trigger_id"), view=view)
        except (SlackClientError, OSError, HTTPException) as error:
            extra = {"error": type(error).__name__, "slack": slacks_word(error)}
            _LOG.warning("modal not opened", extra=extra)
            self._refuse(args, "not_opened", asker)

    def _refuse(self, args: Args, refusal: Refusal, asker: Asker) -> None:
        self.tell(args, render_refusal(refusal, asker.language))

    def _drawn(self, form: Form, opened: Opened, team: str, *, whole: bool = True) -> View:
        """The modal with the posts that would come, if the form is whole."""
        planning, place = self.planning, Place(team, form.channel)
        existing, plan = planning.here(place), plan_of(form, place.shuffled)
        digest = planning.draft(existing, place, plan, _NOBODY, form.until)
        coming = planning.coming(digest) if whole else None
        draft = Draft(form, coming, planning.now(), existing)
        return render_form(planning.statement, draft, opened)


def _language(args: Args, asker: Asker, seen: Profile | Unseen) -> Language:
    """Korean for whoever wrote it; else what the person has set Slack to, as far as that shows."""
    wrote_korean = args.command is not None and asker.language == "ko"
    if isinstance(seen, Profile) and not wrote_korean:
        return seen.language
    return asker.language
