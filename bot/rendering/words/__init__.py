"""Every sentence the bot says, one instance per language and subject; a missing one fails mypy.

Braces name what is filled in, already escaped. An asterisk is bold and needs a space outside it.
"""

from bot.core.statement import Language
from bot.rendering.words import digest_en, digest_ko, en, form_en, form_ko, ko
from bot.rendering.words.digest_vocabulary import DigestWords, Refusal, ZoneSource
from bot.rendering.words.form_vocabulary import FormFault, FormWords
from bot.rendering.words.vocabulary import Words


def words_in(language: Language) -> Words:
    """The bot's words in that language."""
    return ko.WORDS if language == "ko" else en.WORDS


def digest_words_in(language: Language) -> DigestWords:
    """The bot's words about digests in that language."""
    return digest_ko.WORDS if language == "ko" else digest_en.WORDS


def form_words_in(language: Language) -> FormWords:
    """The words of the modal for a digest in that language."""
    return form_ko.WORDS if language == "ko" else form_en.WORDS


__all__ = [
    "DigestWords",
    "FormFault",
    "FormWords",
    "Refusal",
    "Words",
    "ZoneSource",
    "digest_words_in",
    "form_words_in",
    "words_in",
]
