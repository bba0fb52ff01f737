"""Share: a passage goes where it was found, or to the channel that somebody chooses."""

import re
from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.languages import PATIENCE
from bot.listeners.modals import opened, told
from bot.listeners.payloads import (
    Payload,
    channel_in,
    mapping,
    person_in,
    string,
    thread_in,
    whispered_in_channel,
)
from bot.listeners.permitting import membership
from bot.listeners.profiles import hasty
from bot.listeners.quoting import Quoting, pressed, remembered
from bot.listeners.shares import Share, Shares
from bot.listeners.speaking import Speaking
from bot.rendering.message import Message
from bot.rendering.misses import render_gone, render_not_opened
from bot.rendering.quoted import Quoted
from bot.rendering.sharing import (
    CHANNEL,
    render_sent,
    render_share,
    render_unshared,
)
from bot.rendering.views import notice
from bot.rendering.words import ShareFault, answer_words_in

_ID = re.compile(r"[A-Z0-9]{1,30}")


@dataclass(frozen=True, slots=True)
class Sharing:
    """Lets others see a passage."""

    quoting: Quoting
    speaking: Speaking
    shares: Shares

    def press(self, args: Args) -> None:
        """Post it to the channel that it was whispered in; from elsewhere, ask where."""
        quoted = self.quoting.quoted(args, pressed(args))
        if quoted is None:
            self.tell(args, render_gone(self.quoting.language(args)))
        elif whispered_in_channel(args.body):
            self._here(args, quoted)
        elif not opened(args, render_share(quoted)):
            self.tell(args, render_not_opened(quoted.language))

    def submit(self, args: Args) -> None:
        """Post it to the channel that was chosen, or say under the field why not."""
        quoted = self.quoting.quoted(args, remembered(args))
        if quoted is None:
            language = self.quoting.language(args)
            args.ack(response_action="update", view=notice(render_gone(language), language))
        elif fault := self._there(args, quoted):
            sentence = answer_words_in(quoted.language).share_faults[fault]
            args.ack(response_action="errors", errors={CHANNEL: sentence})
        else:
            sent = render_sent(quoted.language, _channel(args.body))
            args.ack(response_action="update", view=notice(sent, quoted.language))

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        told(args, self.speaking, message, self.quoting.language(args))

    def _here(self, args: Args, quoted: Quoted) -> None:
        """Whoever was whispered to in a channel is in it, of whatever workspace they are."""
        source = string(mapping(args.body, "container"), "message_ts")
        share = Share(quoted, channel_in(args.body), source, thread_in(args.body))
        match self.shares.post(args.client, args.body, share):
            case None:
                sent = render_sent(quoted.language)
                self.speaking.replace(args.context.response_url, sent)
            case "under_way":
                # The click that came first tells.
                return
            case fault:
                self.tell(args, render_unshared(fault, quoted.language))

    def _there(self, args: Args, quoted: Quoted) -> ShareFault | None:
        """Why it was not posted; Slack waits three seconds, and each call for one."""
        client, channel = hasty(args.client), _channel(args.body)
        if not channel:
            return "unchosen"
        if absence := membership(client, person_in(args.body).id, channel):
            return absence
        source = string(mapping(args.body, "view"), "id")
        return self.shares.post(client, args.body, Share(quoted, channel, source), PATIENCE)


def _channel(submission: Payload) -> str:
    """The channel that was chosen in the modal, empty where none was."""
    state = mapping(mapping(mapping(submission, "view"), "state"), "values")
    channel = string(mapping(mapping(state, CHANNEL), CHANNEL), "selected_conversation")
    return channel if _ID.fullmatch(channel) else ""
