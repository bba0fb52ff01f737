"""Every sentence the bot says, one instance of Words per language; a missing one fails mypy.

Braces name what is filled in, already escaped. An asterisk is bold and needs a space outside it.
"""

from bot.core.statement import Language
from bot.rendering.words import en, ko
from bot.rendering.words.vocabulary import Words


def words_in(language: Language) -> Words:
    """The bot's words in that language."""
    return ko.WORDS if language == "ko" else en.WORDS


__all__ = ["Words", "words_in"]
