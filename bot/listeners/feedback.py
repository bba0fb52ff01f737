"""Whether a passage was the right one: what people say of it is kept, and not who said it.

https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from http.client import HTTPException

from slack_bolt import Args
from slack_sdk.errors import SlackClientError

from bot.core.remarks import LONGEST_WISH, Remark, wish_in
from bot.listeners.payloads import Payload, mapping, person_in, string, thread_in
from bot.listeners.quoting import Quoting, pressed
from bot.listeners.remarks import Remarks
from bot.listeners.speaking import Speaking, slacks_word
from bot.rendering.feedback import (
    WISH,
    Remarked,
    Verdict,
    remarked_in,
    render_thanks,
    render_wish,
    verdict_in,
)
from bot.rendering.message import Message
from bot.rendering.misses import render_gone
from bot.rendering.views import notice
from bot.rendering.words import feedback_words_in

_LOG = logging.getLogger("bot.feedback")


@dataclass(frozen=True, slots=True)
class Feedback:
    """Keeps what the two buttons under a passage say, and the word that goes with a "no"."""

    quoting: Quoting
    remarks: Remarks
    speaking: Speaking
    now: Callable[[], datetime]

    def pressed(self, args: Args) -> None:
        """Keep the verdict, and give thanks or ask what was looked for."""
        verdict, id = verdict_in(pressed(args)), _id_of(args.body)
        shown = verdict.reference.language if verdict else None
        language = self.quoting.spoken(args, shown)
        if verdict is None or not id or not self._kept(id, verdict, args.body):
            self.tell(args, render_gone(language))
        elif verdict.right:
            self.tell(args, render_thanks(language))
        else:
            self._ask(args, Remarked(language, id))

    def submit(self, args: Args) -> None:
        """Keep the wish, and say so in the modal."""
        view = mapping(args.body, "view")
        remarked, wish = remarked_in(view.get("private_metadata")), wish_in(_written(view))
        language = self.quoting.spoken(args, remarked.language if remarked else None)
        if len(wish) > LONGEST_WISH:
            fault = feedback_words_in(language).too_long.format(most=LONGEST_WISH)
            args.ack(response_action="errors", errors={WISH: fault})
            return
        team = person_in(args.body).team
        kept = remarked and (not wish or self.remarks.wish(team, remarked.id, wish))
        said = render_thanks(language) if kept else render_gone(language)
        args.ack(response_action="update", view=notice(said, language))

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        self.speaking.whisper(args.context.response_url, message, thread_in(args.body))

    def _kept(self, id: str, verdict: Verdict, body: Payload) -> bool:
        """Whether there is such a passage; then the verdict on it is kept."""
        named = self.quoting.library.passage(verdict.reference.slug, verdict.reference.id)
        if named is None:
            return False
        statement, passage = named
        team, right = person_in(body).team, verdict.right
        self.remarks.keep(id, Remark(team, statement.slug, passage.id, right, "", self.now()))
        return True

    def _ask(self, args: Args, remarked: Remarked) -> None:
        """Slack opens a view within three seconds of the click, or not at all."""
        trigger = string(args.body, "trigger_id")
        try:
            args.client.views_open(trigger_id=trigger, view=render_wish(remarked))
        except (SlackClientError, OSError, HTTPException) as error:
            extra = {"error": type(error).__name__, "slack": slacks_word(error)}
            _LOG.warning("modal not opened", extra=extra)
            self.tell(args, render_thanks(remarked.language, hint=True))


def _id_of(body: Payload) -> str:
    """The remark's id, the same for the same click: Slack's repeats of it count once.

    It comes of the click alone, so that nobody can be told by it; empty where the click has no id.
    """
    trigger, team = string(body, "trigger_id"), person_in(body).team
    return sha256(f"{team} {trigger}".encode(errors="replace")).hexdigest()[:32] if trigger else ""


def _written(view: Payload) -> str:
    values = mapping(mapping(view, "state"), "values")
    return string(mapping(mapping(values, WISH), WISH), "value")
