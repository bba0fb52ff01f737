"""From what a button carries to the passage that it names; whoever can sign can send anything."""

from slack_bolt import Args

from bot.core.library import Library
from bot.core.statement import Language
from bot.listeners.payloads import chosen_in, mapping
from bot.rendering.quoted import Quoted
from bot.rendering.references import reference_in


def quoted_in(library: Library, value: object) -> Quoted | None:
    """The passage that a value names, or None where it names none."""
    reference = reference_in(value)
    if reference and (named := library.passage(reference.slug, reference.id)):
        return Quoted(*named, reference.language)
    return None


def pressed(args: Args) -> object:
    """What the button or the menu carries."""
    return chosen_in(args.action or {})


def remembered(args: Args) -> object:
    """What the modal carries that something was done in."""
    return mapping(args.body, "view").get("private_metadata")


def language_in(args: Args) -> Language:
    """The language of what was pressed, or of the modal it stood in; English where neither says."""
    reference = reference_in(pressed(args)) or reference_in(remembered(args))
    return reference.language if reference else "en"
