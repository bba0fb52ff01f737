"""A person's Home: a search field, the outline, their channels' digests, the language and help.

https://docs.slack.dev/surfaces/app-home ; nothing in it depends on the minute, so that it is
published only when it has changed.
"""

import json
from dataclasses import dataclass
from hashlib import sha256

from bot.core.answering import Help
from bot.core.request import LONGEST_QUERY
from bot.core.statement import Language, Statement
from bot.rendering import blocks, inputs, limits
from bot.rendering.blocks import Block
from bot.rendering.citations import citation
from bot.rendering.home_actions import CHOOSE_LANGUAGE, HOME, SEARCH_HOME, SHOW_HELP
from bot.rendering.home_digests import Kept, digest_blocks
from bot.rendering.home_outline import outline_blocks
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of
from bot.rendering.usage import render_help
from bot.rendering.views import View, modal
from bot.rendering.words import home_words_in, words_in


@dataclass(frozen=True, slots=True)
class Home:
    """What one person's Home shows.

    `chosen` is the language they chose, if any; `conversation` their direct message with the bot,
    which the Home remembers; `kept` is None where no digests are kept, or none of their business.
    """

    statement: Statement
    conversation: str
    chosen: Language | None = None
    others: tuple[Statement, ...] = ()
    kept: Kept | None = None


def render_home(home: Home, language: Language) -> View:
    """The whole Home; equal ones have equal `private_metadata`."""
    intro = words_in(language).help_intro.format(title=escape(home.statement.title.to(language)))
    shown = [
        blocks.section(intro),
        _search(language),
        *outline_blocks(home.statement, home.others, language),
        *(digest_blocks(home.statement, home.kept, language) if home.kept else ()),
        *_language(home.chosen, language),
        *_help(language),
        blocks.context(citation(home.statement, language)),
    ]
    return {
        "type": "home",
        "callback_id": HOME,
        "private_metadata": f"{_fingerprint(shown)} {home.conversation}",
        "blocks": shown,
    }


def help_view(statement: Statement, language: Language) -> View:
    """The whole help in a modal."""
    words, usage = words_in(language), render_help(Help(statement), language)
    return modal(SHOW_HELP, home_words_in(language).help, usage.blocks, close=words.close)


def _fingerprint(shown: list[Block]) -> str:
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:16]


def _search(language: Language) -> Block:
    words = home_words_in(language)
    element = {
        "type": "plain_text_input",
        "max_length": LONGEST_QUERY,
        "placeholder": blocks.plain(limits.cut(words.search_examples, limits.PLACEHOLDER)),
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    }
    return inputs.field(SEARCH_HOME, SEARCH_HOME, words.search, element, hint="", optional=False)


def _language(chosen: Language | None, language: Language) -> list[Block]:
    """A block of its own name for each choice: Slack keeps what stands in one of the same name."""
    words, speech = home_words_in(language), chosen or "auto"
    menu = inputs.one_of(tuple(words.languages.items()), speech, words.language)
    row = blocks.section(words.language_note, {**menu, "action_id": CHOOSE_LANGUAGE})
    return [blocks.header(words.language), {**row, "block_id": f"{CHOOSE_LANGUAGE}:{speech}"}]


def _help(language: Language) -> list[Block]:
    words, home = words_in(language), home_words_in(language)
    ways = text_of((words.help_command, words.help_mention, words.help_privacy))
    button = blocks.button(SHOW_HELP, home.help_button, language)
    return [blocks.header(home.help), blocks.section(ways, button)]
