"""`/alliance digest ...`: what is known here is answered at once, what takes Slack afterwards.

https://docs.slack.dev/interactivity/implementing-slash-commands
"""

import logging
from dataclasses import dataclass

from slack_bolt import Args

from bot.core.digest_request import (
    DigestRequest,
    Now,
    Off,
    Pause,
    Resume,
    Settings,
    SetUp,
    parse_digest,
)
from bot.core.statement import Language
from bot.listeners.digest_answers import DigestAnswers
from bot.listeners.forms import Forms
from bot.listeners.languages import Languages
from bot.listeners.payloads import Payload, channel_in, person_in, string
from bot.listeners.permitting import admission
from bot.listeners.planning import Asker, Place, Planning
from bot.listeners.profiles import profile_of
from bot.listeners.setting_up import SettingUp
from bot.listeners.speaking import Speaking
from bot.rendering.digest_replies import render_refusal
from bot.rendering.message import Message, payload_of

_LOG = logging.getLogger("bot.digests")


@dataclass(frozen=True, slots=True)
class Digests:
    """Answers the command where its words are about digests."""

    planning: Planning
    answers: DigestAnswers
    setting_up: SettingUp
    forms: Forms
    languages: Languages
    speaking: Speaking

    def asked(self, command: Payload) -> bool:
        """Whether the words are about digests."""
        return self._request(command) is not None

    def answer(self, args: Args) -> None:
        """Answer in the acknowledgement, unless it takes a call to Slack."""
        ack, command = args.ack, args.command or {}
        text, person = string(command, "text"), person_in(command)
        asker = _asker(command, self.languages.at_once(args.client, person, text))
        request = self._request(command)
        _LOG.info("digest", extra=_line(request, asker, command))
        match request:
            case None | Settings() | SetUp():
                ack()
            case Pause() | Resume() | Off() | Now() if self.planning.admins_only:
                ack()
            case question:
                message = self.answers.reply(question, asker)
                ack(response_type="ephemeral", **payload_of(message))

    def follow(self, args: Args) -> None:
        """Do what takes a call to Slack, and whisper what came of it."""
        command = args.command or {}
        text, person = string(command, "text"), person_in(command)
        asker = _asker(command, self.languages.at_once(args.client, person, text))
        match self._request(command):
            case Settings():
                self.forms.open(args, asker)
            case SetUp() as request:
                self.tell(args, self.setting_up.reply(request, asker, args.client))
            case Pause() | Resume() | Off() | Now() as request if self.planning.admins_only:
                refusal = admission(profile_of(args.client, asker.person.id))
                refused = refusal and render_refusal(refusal, asker.language)
                self.tell(args, refused or self.answers.reply(request, asker))
            case _:
                return

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who typed the command."""
        self.speaking.whisper(args.context.response_url, message, "")

    def _request(self, command: Payload) -> DigestRequest | None:
        return parse_digest(string(command, "text"), self.planning.zones)


def _line(request: DigestRequest | None, asker: Asker, command: Payload) -> dict[str, object]:
    return {
        "asked": type(request).__name__.lower(),
        "language": asker.language,
        "team": asker.place.team,
        "request": string(command, "trigger_id"),
    }


def _asker(command: Payload, language: Language) -> Asker:
    person = person_in(command)
    return Asker(person, Place(person.team, channel_in(command)), language)
