"""From what a button carries to the passage that it names; whoever can sign can send anything."""

from dataclasses import dataclass, replace

from slack_bolt import Args

from bot.core.library import Library
from bot.core.statement import Language
from bot.listeners.languages import Languages
from bot.listeners.payloads import Payload, chosen_in, mapping, person_in, shown_to_one
from bot.rendering.quoted import Quoted
from bot.rendering.references import Reference, reference_in


def pressed(args: Args) -> object:
    """What the button or the menu carries."""
    return chosen_in(args.action or {})


def remembered(args: Args) -> object:
    """What the modal carries that something was done in."""
    return mapping(args.body, "view").get("private_metadata")


@dataclass(frozen=True, slots=True)
class Quoting:
    """Finds what was pressed, to be shown to whoever pressed it and in their language."""

    library: Library
    languages: Languages

    def quoted(self, args: Args, value: object) -> Quoted | None:
        """The passage that a value names, or None where it names none."""
        reference = self.reference(args, value)
        if reference and (named := self.library.passage(reference.slug, reference.id)):
            return Quoted(*named, reference.language)
        return None

    def reference(self, args: Args, value: object) -> Reference | None:
        """What a value names, or None where it spells nothing."""
        found = reference_in(value)
        return found and replace(found, language=self.spoken(args, found.language))

    def language(self, args: Args) -> Language:
        """The language to speak of what was pressed, or of the modal it stood in."""
        shown = reference_in(pressed(args)) or reference_in(remembered(args))
        return self.spoken(args, shown.language if shown else None)

    def spoken(self, args: Args, shown: Language | None) -> Language:
        """The language that it was shown in to one person alone, else that of whoever pressed.

        What everybody sees speaks as somebody else asked, so it counts where theirs is not known.
        """
        if shown and _before_one(args.body):
            return shown
        return self.languages.read_by(args.client, person_in(args.body), shown or "en")


def _before_one(click: Payload) -> bool:
    """Whether it stood in a view, or in a message, that nobody else sees."""
    return bool(mapping(click, "view")) or shown_to_one(click)
