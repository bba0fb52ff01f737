"""A passage that somebody shares: the post, the modal that asks where, and what came of it."""

from bot.core.answering import Found, Match
from bot.core.statement import Language
from bot.rendering import blocks
from bot.rendering.citations import below_quotation
from bot.rendering.found import render_found
from bot.rendering.inputs import conversation
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of, theme_title, where_in
from bot.rendering.plans import place_of
from bot.rendering.quoted import Quoted
from bot.rendering.references import SHARE
from bot.rendering.views import View, modal
from bot.rendering.words import ShareFault, answer_words_in

# The name of the modal's one input, and of the menu in it.
CHANNEL = "channel"


def render_shared(quoted: Quoted, name: str) -> Message:
    """The passage as everybody sees it, under whoever shared it: they are named, not mentioned."""
    statement, language = quoted.statement, quoted.language
    post = render_found(Found(statement, (Match(quoted.passage, "theme"),)), language, "public")
    by = answer_words_in(language).shared_by.format(
        name=escape(name), title=escape(statement.title.to(language))
    )
    return Message(text_of((by, post.text)), (blocks.context(by), *post.blocks))


def render_share(quoted: Quoted) -> View:
    """The modal that asks for a channel."""
    statement, passage, language = quoted.statement, quoted.passage, quoted.language
    words = answer_words_in(language)
    shown = (
        blocks.section(theme_title(statement.theme(passage.theme).title, language)),
        blocks.quotation(passage.quote),
        blocks.context(
            where_in(statement, passage, language), below_quotation(statement, language)
        ),
        _channel(language),
    )
    return modal(
        SHARE,
        words.share_passage,
        shown,
        close=words.cancel,
        submit=words.share,
        remembers=quoted.value,
    )


def _channel(language: Language) -> blocks.Block:
    words = answer_words_in(language)
    menu = conversation("", ("public", "private"), words.choose_channel)
    return {
        "type": "input",
        "block_id": CHANNEL,
        "label": blocks.plain(words.channel),
        "hint": blocks.plain(words.channel_hint),
        "element": {**menu, "action_id": CHANNEL, "default_to_current_conversation": True},
    }


def render_sent(language: Language, channel: str = "") -> Message:
    """That it was shared, in that channel or else here."""
    words = answer_words_in(language)
    place = place_of(channel, language) if channel else ""
    return _sentence(words.shared_in.format(place=place) if channel else words.shared)


def render_unshared(fault: ShareFault, language: Language) -> Message:
    """Why it was not shared, and how to go on."""
    return _sentence(answer_words_in(language).share_faults[fault])


def _sentence(said: str) -> Message:
    return Message(said, (blocks.section(said),))
