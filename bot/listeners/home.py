"""The Home tab: published when it is opened; its search field, themes, language and help.

https://docs.slack.dev/surfaces/app-home
"""

from dataclasses import dataclass

from slack_bolt import Args

from bot.core.statement import Language
from bot.listeners.asking import Asking
from bot.listeners.homes import Homes
from bot.listeners.languages import Languages
from bot.listeners.modals import noticed, opened, written
from bot.listeners.payloads import (
    Payload,
    Person,
    chosen_in,
    mapping,
    origin_of,
    person_in,
    speaker_in,
    string,
    team_in,
)
from bot.rendering.home import help_view
from bot.rendering.home_actions import conversation_in, speech_in
from bot.rendering.message import Message
from bot.rendering.misses import render_gone, render_not_opened
from bot.rendering.references import reference_in
from bot.rendering.results import result_view
from bot.rendering.views import View


@dataclass(frozen=True, slots=True)
class HomeTab:
    """Answers what is done in a Home, in modals."""

    asking: Asking
    languages: Languages
    homes: Homes

    def shown(self, event: Payload) -> bool:
        """Whether it is the Home that was opened, and not the messages beside it."""
        return event.get("tab") == "home"

    def opened(self, args: Args) -> None:
        """Publish the Home of whoever opens it."""
        event = args.event or {}
        person, conversation = self._visitor(args), string(event, "channel")
        self.homes.publish(args.client, person, conversation, mapping(event, "view"))

    def search(self, args: Args) -> None:
        """Answer the words that were typed into the search field."""
        text, person = string(args.action or {}, "value"), person_in(args.body)
        language = self.languages.of(args.client, person, text)
        answer = self.asking.ask(text, origin_of("home", args.body, args.context), language)
        self._open(args, result_view(answer, language), language)

    def browse(self, args: Args) -> None:
        """Show the theme that was picked."""
        reference = reference_in(chosen_in(args.action or {}))
        origin = origin_of("home", args.body, args.context)
        found = self.asking.theme(reference, origin) if reference else None
        if reference and found:
            self._open(args, result_view(found, reference.language), reference.language)
        else:
            self.tell(args, render_gone(self._language(args)))

    def choose(self, args: Args) -> None:
        """Keep the language that was chosen, and say everything in it from now on."""
        person, speech = person_in(args.body), speech_in(chosen_in(args.action or {}))
        if speech is None:
            self.tell(args, render_gone(self._language(args)))
            return
        self.languages.choose(person, None if speech == "auto" else speech)
        view = mapping(args.body, "view")
        conversation = conversation_in(view.get("private_metadata"))
        self.homes.publish(args.client, person, conversation, view)

    def help(self, args: Args) -> None:
        """Show the whole help."""
        language = self._language(args)
        self._open(args, help_view(self.asking.library.statements[0], language), language)

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        noticed(args, message, self._language(args))

    def apologize(self, args: Args, message: Message) -> None:
        """Say it in the Home itself, where nothing stands there yet."""
        if not mapping(args.event or {}, "view"):
            home = {"type": "home", "blocks": list(message.blocks)}
            args.client.views_publish(user_id=self._visitor(args).id, view=home)

    def _open(self, args: Args, view: View, language: Language) -> None:
        if not opened(args, view):
            written(args, render_not_opened(language))

    def _language(self, args: Args) -> Language:
        return self.languages.of(args.client, person_in(args.body))

    def _visitor(self, args: Args) -> Person:
        return speaker_in(args.event or {}, team_in(args.context))
