"""How the bot is used."""

from bot.core.answering import Help
from bot.core.statement import Language
from bot.rendering import blocks
from bot.rendering.citations import citation
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of
from bot.rendering.words import words_in


def render_help(usage: Help, language: Language) -> Message:
    """Every door, the places, the languages, and what becomes of people's words."""
    words = words_in(language)
    intro = words.help_intro.format(title=escape(usage.statement.title.to(language)))
    ways = (
        words.help_command,
        words.help_mention,
        words.help_message,
        words.help_threads,
        words.help_places,
        words.help_digests,
        words.help_languages,
        words.help_privacy,
    )
    cited = citation(usage.statement, language)
    shown = (blocks.section(intro), *blocks.sections(ways), blocks.context(cited))
    return Message(text_of((intro, *ways, cited)), shown)
