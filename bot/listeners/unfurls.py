"""Links to the statement unfold to a card, wherever in the workspace they are posted.

https://docs.slack.dev/messaging/unfurling-links-in-messages
"""

import logging
from dataclasses import dataclass

from slack_bolt import Args

from bot.core.addresses import Linked, LinkedPassage
from bot.core.library import Library
from bot.core.statement import Language
from bot.listeners.languages import Languages
from bot.listeners.link_reading import shared_in
from bot.listeners.payloads import Origin, origin_of, speaker_in
from bot.rendering.message import Message
from bot.rendering.unfurls import render_unfurls

_LOG = logging.getLogger("bot.answers")


@dataclass(frozen=True, slots=True)
class Unfurls:
    """Unfolds the links that lead to a statement, and is silent about all others."""

    library: Library
    languages: Languages

    def shared(self, args: Args) -> None:
        """Show what the links of a message lead to."""
        event = args.event or {}
        if (shared := shared_in(event)) is None:
            return
        placed = {url: self.library.pages.place(url) for url in shared.urls}
        links = {url: linked for url, linked in placed.items() if linked}
        if links:
            origin = origin_of("unfurl", args.body, args.context)
            chosen = self.languages.chosen(speaker_in(event, origin.team))
            language = chosen or shared.language
            cards = render_unfurls(links, language)
            args.client.api_call("chat.unfurl", json={**shared.message, "unfurls": cards})
            for url in cards:
                _LOG.info("answered", extra=_line(links[url], language, origin))

    def tell(self, args: Args, message: Message) -> None:
        """Say nothing: nobody has asked anything."""


def _line(linked: Linked, language: Language, origin: Origin) -> dict[str, object]:
    passage = linked.passage if isinstance(linked, LinkedPassage) else None
    return {
        "door": origin.door,
        "outcome": type(linked).__name__.removeprefix("Linked").lower(),
        "language": language,
        "theme": passage and passage.theme,
        "passage": passage and passage.id,
        "team": origin.team,
        "request": origin.id,
    }
