"""The digests of a workspace as the Home shows them, each with what can be done about it."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.digests import Seen, Subscription
from bot.core.programs import Entry
from bot.core.statement import Language, Statement
from bot.rendering import blocks
from bot.rendering.blocks import Block, Element
from bot.rendering.digest_status import state_line
from bot.rendering.digests import render_preview
from bot.rendering.found import open_source
from bot.rendering.home_actions import (
    HOME_DIGEST,
    SET_UP_DIGEST,
    Deed,
    DigestReference,
    Drastic,
    action_of,
)
from bot.rendering.moments import cadence_in, moment_in
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of
from bot.rendering.plans import place_of, plan_lines
from bot.rendering.views import View, modal
from bot.rendering.words import digest_words_in, home_words_in, words_in

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """The digests that a person may see, at one moment."""

    seen: Seen
    at: datetime


def digest_blocks(statement: Statement, kept: Kept, language: Language) -> list[Block]:
    """The first digests, how many there are if there are more, and a button to set one up."""
    words, count = home_words_in(language), kept.seen.count
    rows = [
        block
        for number, subscription in enumerate(kept.seen.first[:MOST_SHOWN], start=1)
        for block in _digest(statement, subscription, number, kept.at, language)
    ]
    none = [] if count else [blocks.section(digest_words_in(language).nowhere)]
    more = [blocks.context(words.more.format(count=count))] if count > MOST_SHOWN else []
    new = blocks.button(SET_UP_DIGEST, words.set_up, language)
    return [blocks.header(words.digests), *none, *rows, *more, blocks.actions(new)]


def preview_view(
    statement: Statement, entry: Entry, subscription: Subscription, language: Language
) -> View:
    """The next post in a modal, without the buttons that are for those who read it there."""
    post = render_preview(statement, entry, subscription, language)
    source = blocks.actions(open_source(statement, entry.passage, language))
    shown = [source if block["type"] == "actions" else block for block in post.blocks]
    words, title = words_in(language), home_words_in(language).preview
    return modal(HOME_DIGEST, title, shown, close=words.close)


def _digest(
    statement: Statement,
    subscription: Subscription,
    number: int,
    now: datetime,
    language: Language,
) -> list[Block]:
    words = home_words_in(language)
    lines = (
        words.digest.format(number=number, place=_place(subscription.channel, language)),
        _state(subscription, language),
        *plan_lines(statement, subscription.plan, now, language),
        _owner(subscription, language),
    )
    cadence = cadence_in(subscription.plan.cadence, now, language)
    buttons = [
        _button(deed, subscription, number, cadence, language) for deed in _deeds(subscription)
    ]
    return [blocks.section(text_of(lines)), blocks.actions(*buttons)]


def _place(channel: str, language: Language) -> str:
    """A direct message that the person may see is their own."""
    own = channel.startswith("D")
    return home_words_in(language).own_conversation if own else place_of(channel, language)


def _state(subscription: Subscription, language: Language) -> str:
    """Whether it is on, and when it is next posted; the button beside it says how it goes on."""
    if subscription.paused and subscription.paused.until is None:
        return home_words_in(language).paused
    state, slot = state_line(subscription, language), subscription.next_slot
    if slot is None or subscription.paused or subscription.ailing:
        return state
    moment = moment_in(slot, subscription.plan.cadence.zone, language)
    return digest_words_in(language).listed_next.format(listed=state, moment=moment)


def _owner(subscription: Subscription, language: Language) -> str:
    words = digest_words_in(language)
    if subscription.origin == "file":
        return words.set_up_in_file
    return words.set_up_by.format(name=escape(subscription.owner.name))


def _deeds(subscription: Subscription) -> list[Deed]:
    """What can be done: one that is kept in a file is neither changed nor ended in Slack."""
    going: Deed = "resume" if subscription.paused else "pause"
    if subscription.origin == "file":
        return ["preview", "now", going]
    return ["change", "preview", "now", going, "off"]


def _button(
    deed: Deed, subscription: Subscription, number: int, cadence: str, language: Language
) -> Element:
    words = home_words_in(language)
    value = DigestReference(subscription.id, subscription.channel).value
    described = words.described.format(deed=words.deeds[deed], number=number, cadence=cadence)
    button = blocks.button(action_of(deed), words.deeds[deed], value, described)
    match deed:
        case "now":
            return {**button, "confirm": _confirmation("now", language)}
        case "off":
            asked = {**_confirmation("off", language), "style": "danger"}
            return {**button, "style": "danger", "confirm": asked}
        case _:
            return button


def _confirmation(deed: Drastic, language: Language) -> Element:
    words = home_words_in(language)
    return blocks.confirmation(
        words.sure[deed], words.consequence[deed], words.deeds[deed], words.keep
    )
