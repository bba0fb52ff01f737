"""A submitted modal: sentences under the fields that are wrong, or a digest that is set up.

https://docs.slack.dev/surfaces/modals#handling_submissions
"""

from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.announcing import Announcing
from bot.listeners.form_reading import Reading
from bot.listeners.homes import Homes
from bot.listeners.payloads import mapping, person_in
from bot.listeners.permitting import membership
from bot.listeners.planning import Place, Planning
from bot.listeners.profiles import profile_of
from bot.listeners.setting_up import owner_of, refused
from bot.rendering.digest_form import Form, Opened, opened_in, pause_of, plan_of
from bot.rendering.digest_replies import Saved, render_refusal, render_saved
from bot.rendering.message import Message, payload_of
from bot.rendering.words import Refusal, digest_words_in, form_words_in

# Where what was saved waits for the listener that announces it.
_SAVED = "saved_digest"


@dataclass(frozen=True, slots=True)
class Submissions:
    """Takes what was chosen in the modal."""

    planning: Planning
    announcing: Announcing
    homes: Homes

    def submit(self, args: Args) -> None:
        """Save it and let the modal close, or say under each field what is wrong with it."""
        state, language = mapping(mapping(args.body, "view"), "state"), _opened(args).language
        reading = Reading(mapping(state, "values"), self.planning)
        form, words = reading.form(), form_words_in(language)
        errors = {str(name): words.faults[fault] for name, fault in reading.faults.items()}
        if not errors and (refusal := self._saved(args, form)):
            errors = {"channel": digest_words_in(language).refusals[refusal]}
        if errors:
            args.ack(response_action="errors", errors=errors)
        else:
            args.ack()

    def submitted(self, args: Args) -> None:
        """Tell the channel what was saved, or the person that the bot has to be invited."""
        saved = args.context.get(_SAVED)
        if not isinstance(saved, Saved):
            return
        told, opened = self.announcing.announced(args.client, saved), _opened(args)
        language = opened.language
        if opened.home:
            self.homes.publish(args.client, person_in(args.body), opened.home)
        if told is None:
            self.tell(args, render_refusal("no_conversation", language))
        elif told.uninvited:
            self.tell(args, render_saved(self.planning.statement, told, language))

    def tell(self, args: Args, message: Message) -> None:
        """Write to the person directly: a modal that has closed shows nothing any more."""
        args.client.chat_postMessage(channel=person_in(args.body).id, **payload_of(message))

    def _saved(self, args: Args, form: Form) -> Refusal | None:
        """Why the form may not be saved; None once it is, and waits to be announced."""
        person, opened = person_in(args.body), _opened(args)
        place, seen = Place(person.team, form.channel), profile_of(args.client, person.id)
        if person.stranger:
            return "stranger"
        existing = self.planning.here(place)
        if refusal := refused(self.planning, existing, seen):
            return refusal
        # Whoever opened the modal in a channel is in it; of another one Slack has to say so.
        elsewhere = form.channel != opened.channel
        if elsewhere and (refusal := membership(args.client, person.id, form.channel)):
            return refusal
        plan, owner = plan_of(form, place.shuffled), owner_of(person, seen)
        paused = pause_of(form, existing)
        args.context[_SAVED] = self.planning.save(place, plan, owner, paused)
        return None


def _opened(args: Args) -> Opened:
    """What the modal remembers; a forged one was opened nowhere."""
    return opened_in(mapping(args.body, "view").get("private_metadata")) or Opened("en", "")
