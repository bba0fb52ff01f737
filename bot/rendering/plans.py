"""What a digest will do, in lines: when, what, on which days not, and the next posts."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from bot.core.digests import (
    Chosen,
    Country,
    InOrder,
    OneSection,
    Paused,
    Plan,
    Program,
    Shuffled,
)
from bot.core.programs import Entry
from bot.core.statement import Language, Statement
from bot.rendering.moments import cadence_in, listed, moment_in
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import date_in, section_name
from bot.rendering.words import digest_words_in, words_in

# The next posts: when each is due, and what it shows.
Coming = Sequence[tuple[datetime, Entry]]


def plan_lines(statement: Statement, plan: Plan, now: datetime, language: Language) -> list[str]:
    """When it is posted and what, and the public holidays it skips."""
    words = digest_words_in(language)
    lines = [
        words.when.format(cadence=cadence_in(plan.cadence, now, language)),
        words.what.format(program=program_in(statement, plan.program, language)),
    ]
    if plan.holidays:
        lines.append(words.rest.format(holidays=_holidays_in(sorted(plan.holidays), language)))
    return lines


def program_in(statement: Statement, program: Program, language: Language) -> str:
    """Which themes, and in which order."""
    words = digest_words_in(language)
    match program:
        case InOrder():
            return words.in_order
        case Shuffled():
            return words.shuffled
        case Chosen(themes):
            count = len(themes)
            return words.one_chosen if count == 1 else words.chosen.format(count=count)
        case OneSection(number):
            section = statement.section_numbered(number)
            name = section_name(section, language) if section else str(number)
            return words.one_section.format(section=escape(name))
        case unreachable:
            assert_never(unreachable)


def pause_line(paused: Paused | None, language: Language) -> str:
    """That it is paused, and until when or how it goes on; empty where it is not."""
    words = digest_words_in(language)
    if paused is None:
        return ""
    if paused.until is None:
        return words.paused
    return words.paused_until.format(date=date_in(words_in(language), paused.until))


def next_lines(coming: Coming, zone: str, language: Language) -> list[str]:
    """The next posts under their heading, or that there are none."""
    words = digest_words_in(language)
    lines = [
        words.next_post.format(
            moment=moment_in(slot, zone, language), theme=escape(entry.theme.title.to(language))
        )
        for slot, entry in coming
    ]
    return [words.next_posts, *lines] if lines else [words.none_to_come]


def place_of(channel: str, language: Language) -> str:
    """A channel by its name, which Slack fills in; a direct message has none."""
    words = digest_words_in(language)
    if channel.startswith("D"):
        return words.conversation
    return words.channel.format(channel=f"<#{channel}>")


def _holidays_in(countries: Sequence[Country], language: Language) -> str:
    words = digest_words_in(language)
    names = [words.countries[country] for country in countries]
    return words.holidays.format(countries=listed(names, words.comma, words.either))
