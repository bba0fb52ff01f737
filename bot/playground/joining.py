"""Who comes into a channel and who is taken out, by Slack's own commands or by an administrator.

https://slack.com/help/articles/201259356-Slash-commands-in-Slack
"""

import re
from dataclasses import dataclass

from bot.playground.backstage import Backstage
from bot.playground.events import joined
from bot.playground.people import Channel, Person
from bot.playground.refusals import Unwelcome
from bot.playground.workspace import SLACKBOT
from bot.playground.writing import written

COMMANDS = frozenset(("/invite", "/remove", "/kick"))
_NAMED = re.compile(r"<@(\w+)>")


@dataclass(frozen=True, slots=True)
class Joining:
    """Changes who is in a channel, and tells the bot where it may know."""

    backstage: Backstage

    def command(self, who: Person, where: Channel, name: str, words: str) -> None:
        """Type `/invite @somebody`, or `/remove`; raises Unwelcome."""
        people = self.backstage.workspace.people
        named = _NAMED.findall(written(words, people.values()))
        if not named:
            raise Unwelcome(f"{name} needs the @name of somebody.")
        for id in named:
            if name == "/invite":
                self.invite(who.id, where.id, id)
            else:
                self.remove(who.id, where.id, id)

    def invite(self, inviter: str, channel: str, invited: str) -> None:
        """Bring somebody, or the bot, into a channel; raises Unwelcome."""
        workspace, where = self.backstage.workspace, self._channel(channel)
        self._check_guest(where, workspace.people[invited])
        if where.is_archived:
            raise Unwelcome("Nobody can be invited to an archived channel.")
        if invited in where.members:
            raise Unwelcome(f"@{workspace.people[invited].name} is already in this channel.")
        workspace.admit(channel, invited)
        text = f"<@{invited}> has joined the channel"
        workspace.post(channel, invited, text, subtype="channel_join")
        if workspace.app.bot.id in workspace.rooms.channels[channel].members:
            self.backstage.tell(joined(workspace, channel, invited, inviter))

    def remove(self, remover: str, channel: str, removed: str) -> None:
        """Take somebody, or the bot, out of a channel; raises Unwelcome."""
        workspace, where = self.backstage.workspace, self._channel(channel)
        if removed not in where.members:
            raise Unwelcome(f"@{workspace.people[removed].name} is not in this channel.")
        workspace.dismiss(channel, removed)
        text = f"You removed <@{removed}> from #{where.name}"
        workspace.post(channel, SLACKBOT.id, text, only_for=remover)

    def _channel(self, id: str) -> Channel:
        found = self.backstage.workspace.rooms.channels.get(id)
        if found is None or found.kind != "channel":
            raise Unwelcome("This can be done in channels only.")
        return found

    def _check_guest(self, where: Channel, guest: Person) -> None:
        workspace = self.backstage.workspace
        if guest == workspace.app.bot and workspace.rooms.uninstalled:
            raise Unwelcome("This app is not installed any more.")
        if guest.team and not workspace.is_shared(where.id):
            raise Unwelcome("This channel is not shared with other workspaces.")
