"""How the digests are: of one channel, of all, and of one that ails."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.digests import Delivery, Subscription
from bot.core.statement import Language, Statement
from bot.rendering import blocks, limits
from bot.rendering.digest_replies import said
from bot.rendering.message import Message
from bot.rendering.moments import cadence_in, moment_in
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of
from bot.rendering.plans import Coming, next_lines, pause_line, place_of, plan_lines
from bot.rendering.words import digest_words_in

# What else stands in the message has the rest.
_LISTED_IN_BLOCKS = limits.TEXT_OF_ALL_BLOCKS * 90 // 100
_LISTED_IN_TEXT = limits.TOP_LEVEL_TEXT * 90 // 100
# More than any text holds.
MOST_LISTED = 1_000


def render_status(
    statement: Statement,
    subscription: Subscription,
    coming: Coming,
    latest: Sequence[Delivery],
    now: datetime,
    language: Language,
) -> Message:
    """Whether it is on, what it does, the next posts and what became of the last ones."""
    words, zone = digest_words_in(language), subscription.plan.cadence.zone
    posts = [_delivery_line(statement, delivery, zone, language) for delivery in latest]
    return said(
        (
            state_line(subscription, language),
            *plan_lines(statement, subscription.plan, now, language),
            *next_lines(coming, zone, language),
            *((words.latest, *posts) if posts else ()),
            words.how_to_change,
        )
    )


def render_everywhere(
    subscriptions: Sequence[Subscription], now: datetime, language: Language
) -> Message:
    """The digests of a workspace, each in a line; where they are too many, all in the text."""
    words = digest_words_in(language)
    if not subscriptions:
        return said((words.nowhere,))
    lines = [_listed(subscription, now, language) for subscription in subscriptions]
    in_text, in_blocks = (
        (words.everywhere, *limits.fitting(lines, most))
        for most in (_LISTED_IN_TEXT, _LISTED_IN_BLOCKS)
    )
    return Message(text_of(in_text), tuple(blocks.sections(in_blocks)))


def render_ailing(subscription: Subscription) -> Message:
    """The direct message to whoever set up a digest that Slack does not take any more."""
    language = subscription.plan.language
    sentence = digest_words_in(language).ails
    return said((_ailment(subscription, sentence, language),))


def state_line(subscription: Subscription, language: Language) -> str:
    """Whether it is on, paused, or ails."""
    words = digest_words_in(language)
    ailment = _ailment(subscription, words.ailing, language)
    return pause_line(subscription.paused, language) or ailment or words.going


def _ailment(subscription: Subscription, sentence: str, language: Language) -> str:
    """The sentence with what ails the digest, since when and what helps; empty where nothing."""
    ailing, words = subscription.ailing, digest_words_in(language)
    if ailing is None:
        return ""
    place = place_of(subscription.channel, language)
    since = moment_in(ailing.since, subscription.plan.cadence.zone, language)
    ailment = words.ailments[ailing.reason].format(place=place)
    return sentence.format(place=place, since=since, ailment=ailment)


def _delivery_line(statement: Statement, delivery: Delivery, zone: str, language: Language) -> str:
    """When it was due, its theme where that is known, and what became of it."""
    words, moment = digest_words_in(language), moment_in(delivery.slot, zone, language)
    state = words.states[delivery.state]
    if delivery.reason:
        state = words.because.format(state=state, reason=_reason(delivery.reason, language))
    for theme in statement.themes:
        if theme.id == delivery.theme:
            title = escape(theme.title.to(language))
            return words.delivery_of.format(moment=moment, theme=title, state=state)
    return words.delivery.format(moment=moment, state=state)


def _reason(word: str, language: Language) -> str:
    words = digest_words_in(language)
    return words.reasons.get(word) or words.slacks_reason.format(word=escape(word))


def _listed(subscription: Subscription, now: datetime, language: Language) -> str:
    words, plan = digest_words_in(language), subscription.plan
    listed = words.listed.format(
        place=place_of(subscription.channel, language),
        cadence=cadence_in(plan.cadence, now, language),
    )
    if subscription.paused:
        return words.listed_paused.format(listed=listed)
    if subscription.next_slot is None:
        return listed
    moment = moment_in(subscription.next_slot, plan.cadence.zone, language)
    return words.listed_next.format(listed=listed, moment=moment)
