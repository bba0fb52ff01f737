"""How the bot is used."""

from bot.core.answering import Help
from bot.core.statement import Language
from bot.rendering import blocks
from bot.rendering.citations import citation
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of
from bot.rendering.words import talk_words_in, words_in


def render_help(usage: Help, language: Language) -> Message:
    """Every door in a line, the languages, and what becomes of people's words."""
    words = words_in(language)
    intro = words.help_intro.format(title=escape(usage.statement.title.to(language)))
    ways = (
        words.help_asking,
        words.help_command,
        words.help_mention,
        words.help_places,
        words.help_follow_ups,
        words.help_elsewhere,
        words.help_search,
        words.help_threads,
        words.help_links,
        words.help_home,
        words.help_digests,
        words.help_steps,
        words.help_about,
        words.help_languages,
        words.help_privacy,
    )
    cited = citation(usage.statement, language)
    shown = (blocks.section(intro), *blocks.sections(ways), blocks.context(cited))
    return Message(text_of((intro, *ways, cited)), shown)


def render_thanks(language: Language) -> Message:
    """A word in return for thanks; the whole help would be a strange one."""
    said = talk_words_in(language).thanks
    return Message(said, (blocks.section(said),))
