"""A digest's post as a channel sees it, its preview, and the paragraph behind it.

A post rings for nobody: whoever set it up is named, never mentioned.
"""

from bot.core.digests import Subscription
from bot.core.programs import Entry
from bot.core.statement import Language, Passage, Statement
from bot.rendering import blocks
from bot.rendering.citations import below_quotation
from bot.rendering.found import address_of, open_source
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape, link
from bot.rendering.phrases import text_of, theme_title, where_in
from bot.rendering.references import CHANGE_DIGEST, READ_PARAGRAPH, Reference
from bot.rendering.words import digest_words_in, words_in


def render_digest(statement: Statement, entry: Entry, subscription: Subscription) -> Message:
    """One theme's passage whole, its place and source, how far the digest is, and whose it is."""
    language = subscription.plan.language
    passage, words = entry.passage, words_in(language)
    title = theme_title(entry.theme.title, language)
    where = where_in(statement, passage, language)
    told, cited = _told(entry, subscription), below_quotation(statement, language)
    shown = (
        blocks.section(title),
        blocks.quotation(passage.quote),
        blocks.context(where),
        blocks.actions(*_buttons(statement, passage, subscription)),
        blocks.context(told),
        blocks.context(cited),
    )
    source = link(address_of(statement, passage), words.open_source)
    lines = (title, f"> {escape(passage.quote)}", where, source, told, cited)
    return Message(text_of(lines), shown)


def render_preview(
    statement: Statement, entry: Entry, subscription: Subscription, language: Language
) -> Message:
    """The post under a line that says that it is none."""
    post, note = render_digest(statement, entry, subscription), digest_words_in(language).preview
    return Message(text_of((note, post.text)), (blocks.context(note), *post.blocks))


def _buttons(
    statement: Statement, passage: Passage, subscription: Subscription
) -> list[blocks.Element]:
    """A digest that is kept in a file is not changed in Slack."""
    language = subscription.plan.language
    words = digest_words_in(language)
    value = Reference(statement.slug, passage.id, language).value
    described = words.read_paragraph_at.format(paragraph=passage.paragraph)
    buttons = [
        open_source(statement, passage, language),
        blocks.button(READ_PARAGRAPH, words.read_paragraph, value, described),
    ]
    if subscription.origin == "slack":
        buttons.append(blocks.button(CHANGE_DIGEST, words.change, language))
    return buttons


def _told(entry: Entry, subscription: Subscription) -> str:
    """How far the digest is, who set it up, and what changes it."""
    words = digest_words_in(subscription.plan.language)
    progress = words.progress.format(number=entry.number, of=entry.of)
    if subscription.origin == "file":
        return f"{progress} · {words.set_up_in_file}"
    by = words.set_up_by.format(name=escape(subscription.owner.name))
    return f"{progress} · {by} · {words.how_to_change}"
