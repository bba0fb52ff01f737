"""Every sentence the bot says, one instance per language and subject; a missing one fails mypy.

Braces name what is filled in, already escaped. An asterisk is bold and needs a space outside it.
"""

from bot.core.statement import Language
from bot.rendering.words import (
    answer_en,
    answer_ko,
    assistant_en,
    assistant_ko,
    digest_en,
    digest_ko,
    en,
    feedback_en,
    feedback_ko,
    form_en,
    form_ko,
    home_en,
    home_ko,
    install_en,
    install_ko,
    ko,
    link_en,
    link_ko,
    search_en,
    search_ko,
    talk_en,
    talk_ko,
)
from bot.rendering.words.answer_vocabulary import Absence, AnswerWords, ShareFault, Style
from bot.rendering.words.assistant_vocabulary import AssistantWords
from bot.rendering.words.digest_vocabulary import DigestWords, Refusal, ZoneSource
from bot.rendering.words.feedback_vocabulary import FeedbackWords
from bot.rendering.words.form_vocabulary import FormFault, FormWords
from bot.rendering.words.home_vocabulary import HomeWords
from bot.rendering.words.install_vocabulary import InstallWords
from bot.rendering.words.link_vocabulary import LinkWords
from bot.rendering.words.search_vocabulary import SearchFault, SearchWords
from bot.rendering.words.talk_vocabulary import TalkWords
from bot.rendering.words.vocabulary import Words


def words_in(language: Language) -> Words:
    """The bot's words in that language."""
    return ko.WORDS if language == "ko" else en.WORDS


def answer_words_in(language: Language) -> AnswerWords:
    """The words about what stands on an answer in that language."""
    return answer_ko.WORDS if language == "ko" else answer_en.WORDS


def assistant_words_in(language: Language) -> AssistantWords:
    """The words about assistants in that language."""
    return assistant_ko.WORDS if language == "ko" else assistant_en.WORDS


def digest_words_in(language: Language) -> DigestWords:
    """The words about digests in that language."""
    return digest_ko.WORDS if language == "ko" else digest_en.WORDS


def feedback_words_in(language: Language) -> FeedbackWords:
    """The words about whether a passage was the right one in that language."""
    return feedback_ko.WORDS if language == "ko" else feedback_en.WORDS


def form_words_in(language: Language) -> FormWords:
    """The words about the modal for a digest in that language."""
    return form_ko.WORDS if language == "ko" else form_en.WORDS


def install_words_in(language: Language) -> InstallWords:
    """The words of the installation in that language."""
    return install_ko.WORDS if language == "ko" else install_en.WORDS


def home_words_in(language: Language) -> HomeWords:
    """The words about the Home in that language."""
    return home_ko.WORDS if language == "ko" else home_en.WORDS


def link_words_in(language: Language) -> LinkWords:
    """The words about links and workflow steps in that language."""
    return link_ko.WORDS if language == "ko" else link_en.WORDS


def search_words_in(language: Language) -> SearchWords:
    """The words about searching in that language."""
    return search_ko.WORDS if language == "ko" else search_en.WORDS


def talk_words_in(language: Language) -> TalkWords:
    """The words about conversations in that language."""
    return talk_ko.WORDS if language == "ko" else talk_en.WORDS


__all__ = [
    "Absence",
    "AnswerWords",
    "AssistantWords",
    "DigestWords",
    "FeedbackWords",
    "FormFault",
    "FormWords",
    "HomeWords",
    "InstallWords",
    "LinkWords",
    "Refusal",
    "SearchFault",
    "SearchWords",
    "ShareFault",
    "Style",
    "TalkWords",
    "Words",
    "ZoneSource",
    "answer_words_in",
    "assistant_words_in",
    "digest_words_in",
    "feedback_words_in",
    "form_words_in",
    "home_words_in",
    "install_words_in",
    "link_words_in",
    "search_words_in",
    "talk_words_in",
    "words_in",
]
