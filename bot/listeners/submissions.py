"""A submitted modal: sentences under the fields that are wrong, or a digest that is set up.

https://docs.slack.dev/surfaces/modals#handling_submissions
"""

from dataclasses import dataclass

from slack_bolt import Args

from bot.core.statement import Language
from bot.listeners.announcing import Announcing
from bot.listeners.digest_answers import Asker
from bot.listeners.form_reading import Reading
from bot.listeners.payloads import mapping, person_in
from bot.listeners.permitting import membership
from bot.listeners.planning import Place, Planning
from bot.listeners.profiles import Profile, Unseen, profile_of
from bot.listeners.setting_up import owner_of, refused
from bot.rendering.digest_form import Opened, opened_in, plan_of
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

    def submit(self, args: Args) -> None:
        """Save it and let the modal close, or say under each field what is wrong with it."""
        person, opened = person_in(args.body), _opened(args)
        state = mapping(mapping(args.body, "view"), "state")
        reading = Reading(mapping(state, "values"), self.planning)
        form = reading.form()
        asker = Asker(person, Place(person.team, form.channel), opened.language)
        seen = profile_of(args.client, person.id)
        errors = _errors(reading, opened.language)
        if not errors and (refusal := self._refusal(args, asker, opened, seen)):
            errors = {"channel": digest_words_in(opened.language).refusals[refusal]}
        if errors:
            args.ack(response_action="errors", errors=errors)
            return
        plan, owner = plan_of(form, asker.place.seed), owner_of(asker, seen)
        args.context[_SAVED] = self.planning.save(asker.place, plan, owner, form.until)
        args.ack()

    def submitted(self, args: Args) -> None:
        """Tell the channel what was saved, or the person that the bot has to be invited."""
        saved = args.context.get(_SAVED)
        if not isinstance(saved, Saved):
            return
        told, language = self.announcing.announced(args.client, saved), _opened(args).language
        if told is None:
            self.tell(args, render_refusal("no_conversation", language))
        elif told.uninvited:
            self.tell(args, render_saved(self.planning.statement, told, language))

    def tell(self, args: Args, message: Message) -> None:
        """Write to the person directly: a modal that has closed shows nothing any more."""
        args.client.chat_postMessage(channel=person_in(args.body).id, **payload_of(message))

    def _refusal(
        self, args: Args, asker: Asker, opened: Opened, seen: Profile | Unseen
    ) -> Refusal | None:
        """Whoever opened the modal in a channel is in it; of another one Slack has to say so."""
        if asker.person.stranger:
            return "stranger"
        if refusal := refused(self.planning, self.planning.here(asker.place), seen):
            return refusal
        if asker.place.channel == opened.channel:
            return None
        return membership(args.client, asker.person.id, asker.place.channel)


def _opened(args: Args) -> Opened:
    """What the modal remembers; a forged one was opened nowhere."""
    return opened_in(mapping(args.body, "view").get("private_metadata")) or Opened("en", "")


def _errors(reading: Reading, language: Language) -> dict[str, str]:
    words = form_words_in(language)
    return {str(name): words.faults[fault] for name, fault in reading.faults.items()}
