"""Publishes people's Homes, each only when it has changed.

https://docs.slack.dev/reference/methods/views.publish
"""

from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.core.library import Library
from bot.listeners.languages import Languages
from bot.listeners.payloads import Payload, Person, string
from bot.listeners.planning import Place, Planning
from bot.listeners.speaking import insistent, slacks_word
from bot.rendering.home import Home, render_home
from bot.rendering.home_digests import MOST_SHOWN, Kept
from bot.rendering.views import View

_UNSEEN: Payload = {}


@dataclass(frozen=True, slots=True)
class Homes:
    """Everybody's Home; without a planning there are no digests in it."""

    library: Library
    languages: Languages
    planning: Planning | None

    def publish(
        self, client: WebClient, person: Person, conversation: str, shown: Payload = _UNSEEN
    ) -> None:
        """Show the person their Home as it is now, unless the view that is shown is the same.

        `conversation` is their direct message with the bot, empty where it is not known.
        """
        view, insisted = self._drawn(client, person, conversation), insistent(client)
        if view["private_metadata"] == string(shown, "private_metadata"):
            return
        try:
            insisted.views_publish(user_id=person.id, view=view, hash=string(shown, "hash") or None)
        except SlackApiError as error:
            if slacks_word(error) != "hash_conflict":
                raise
            # What was published meanwhile may not know of this change, or this of that one.
            newer = self._drawn(client, person, conversation)
            insisted.views_publish(user_id=person.id, view=newer)

    def _drawn(self, client: WebClient, person: Person, conversation: str) -> View:
        language = self.languages.of(client, person)
        statement, *others = self.library.statements
        home = Home(
            statement,
            conversation,
            self.languages.chosen(person),
            tuple(others),
            self._kept(person, conversation),
        )
        return render_home(home, language)

    def _kept(self, person: Person, conversation: str) -> Kept | None:
        """Digests are nothing to people of other workspaces."""
        if self.planning is None or person.stranger:
            return None
        place = Place(person.team, conversation)
        return Kept(self.planning.seen_from(place, MOST_SHOWN), self.planning.now())
