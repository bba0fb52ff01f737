"""What a person is told of a digest that they set up or changed, and what its channel is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.digests import Subscription
from bot.core.programs import Entry
from bot.core.statement import Language, Statement
from bot.rendering import blocks
from bot.rendering.message import Message
from bot.rendering.moments import cadence_in, moment_in
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import date_in, section_count, text_of
from bot.rendering.plans import Coming, next_lines, pause_line, place_of, plan_lines
from bot.rendering.words import Refusal, ZoneSource, digest_words_in, words_in


@dataclass(frozen=True, slots=True)
class Saved:
    """A digest that was set up or changed just now.

    `zone` says where its zone comes from, if nobody named one; `uninvited`, that the bot is not
    in the channel yet.
    """

    subscription: Subscription
    coming: Coming
    at: datetime
    new: bool
    zone: ZoneSource | None = None
    uninvited: bool = False


def render_saved(statement: Statement, saved: Saved, language: Language) -> Message:
    """What was set up, the next posts, and what is left to do."""
    words, subscription = digest_words_in(language), saved.subscription
    place = place_of(subscription.channel, language)
    zone = subscription.plan.cadence.zone
    return said(
        (
            (words.set_up if saved.new else words.changed).format(place=place),
            words.invite.format(place=place) if saved.uninvited else "",
            *plan_lines(statement, subscription.plan, saved.at, language),
            words.zone_sources[saved.zone] if saved.zone else "",
            pause_line(subscription.paused, language),
            *next_lines(saved.coming, zone, language),
            words.how_to_see,
        )
    )


def render_announcement(statement: Statement, saved: Saved) -> Message:
    """Who set the digest up and when it comes, told to its channel in the digest's language."""
    plan = saved.subscription.plan
    language, words = plan.language, digest_words_in(plan.language)
    told = (words.announced if saved.new else words.announced_change).format(
        name=escape(saved.subscription.owner.name),
        title=escape(statement.title.to(language)),
        cadence=cadence_in(plan.cadence, saved.at, language),
    )
    first = [moment_in(slot, plan.cadence.zone, language) for slot, _ in saved.coming[:1]]
    comes = [words.first_post.format(moment=moment) for moment in first]
    return said((told, *comes, words.how_to_change))


def render_paused(subscription: Subscription, language: Language) -> Message:
    """That it is paused, and until when or how it goes on."""
    words, place = digest_words_in(language), place_of(subscription.channel, language)
    if subscription.paused and subscription.paused.until:
        date = date_in(words_in(language), subscription.paused.until)
        return said((words.is_paused_until.format(place=place, date=date),))
    return said((words.is_paused.format(place=place),))


def render_resumed(subscription: Subscription, coming: Coming, language: Language) -> Message:
    """That it goes on, and the next posts."""
    told = digest_words_in(language).resumed.format(place=place_of(subscription.channel, language))
    return said((told, *next_lines(coming, subscription.plan.cadence.zone, language)))


def render_off(channel: str, language: Language) -> Message:
    """That there is no digest any more."""
    return said((digest_words_in(language).off.format(place=place_of(channel, language)),))


def render_asked(entry: Entry, channel: str, language: Language) -> Message:
    """Which theme is posted now."""
    theme, place = escape(entry.theme.title.to(language)), place_of(channel, language)
    return said((digest_words_in(language).asked.format(theme=theme, place=place),))


def render_no_digest(channel: str, language: Language) -> Message:
    """That there is none yet, and how to set one up."""
    return said((digest_words_in(language).no_digest.format(place=place_of(channel, language)),))


def render_refusal(refusal: Refusal, language: Language) -> Message:
    """Why nothing was done, and what to do instead."""
    return said((digest_words_in(language).refusals[refusal],))


def render_no_section(statement: Statement, language: Language) -> Message:
    """How many sections there are, where one was named that is not there."""
    return said((section_count(words_in(language), len(statement.numbered_sections)),))


def said(lines: Iterable[str]) -> Message:
    """Lines of mrkdwn as a message."""
    kept = [line for line in lines if line]
    return Message(text_of(kept), tuple(blocks.sections(kept)))
