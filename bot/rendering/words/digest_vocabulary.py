"""The sentences about digests that each language has to have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.digests import Ailment, Country, State
from bot.core.understood import Kind

# Why a request about a digest comes to nothing.
Refusal = Literal[
    "stranger",
    "admins_only",
    "admins_unseen",
    "admins_unknown",
    "kept_in_file",
    "unavailable",
    "not_member",
    "members_unseen",
    "no_conversation",
    "not_opened",
    "in_private",
    "no_such_pause",
]
# Where the time zone of a digest comes from when nobody named one.
ZoneSource = Literal["profile", "before", "fallback"]


@dataclass(frozen=True, slots=True)
class DigestWords:
    """All that is said of digests in one language; the comments name what the braces take."""

    # Moments
    weekdays: tuple[str, ...]
    halves: tuple[str, str]
    hour: str  # half, hour, minute
    full_hour: str  # half, hour
    moment: str  # date, weekday, hour
    zone: str  # zone, offset
    every_day: str  # hour
    on_weekdays: str  # hour
    on_days: str  # days, hour
    comma: str
    last_comma: str
    cadence: str  # when, zone

    # What is posted, and when not
    in_order: str
    shuffled: str
    one_chosen: str
    chosen: str  # count
    one_section: str  # section
    countries: Mapping[Country, str]
    either: str
    holidays: str  # countries

    # A digest in lines
    when: str  # cadence
    what: str  # program
    rest: str  # holidays
    going: str
    paused: str
    paused_until: str  # date
    ailing: str  # since, ailment
    ailments: Mapping[Ailment, str]  # place
    next_posts: str
    next_post: str  # moment, theme
    none_to_come: str
    latest: str
    delivery: str  # moment, state
    delivery_of: str  # moment, theme, state
    states: Mapping[State, str]
    because: str  # state, reason
    reasons: Mapping[str, str]
    slacks_reason: str  # word

    # The post
    progress: str  # number, of
    set_up_by: str  # name
    set_up_in_file: str
    how_to_change: str
    read_paragraph: str
    read_paragraph_at: str  # paragraph
    change: str
    part: str  # number, of
    preview: str

    # What is not understood
    read: str  # written
    misread: Mapping[Kind, str]  # word, suggestion
    or_else: str
    instead: str  # line
    see_usage: str
    usage: tuple[str, ...]

    # Replies
    channel: str  # channel
    conversation: str
    set_up: str  # place
    changed: str  # place
    zone_sources: Mapping[ZoneSource, str]
    invite: str  # place
    how_to_see: str
    is_paused: str  # place
    is_paused_until: str  # place, date
    resumed: str  # place
    off: str  # place
    asked: str  # place, theme
    no_digest: str  # place
    everywhere: str
    nowhere: str
    listed: str  # place, cadence
    listed_next: str  # listed, moment
    listed_paused: str  # listed
    refusals: Mapping[Refusal, str]
    ails: str  # place, since, ailment

    # What the channel and its people are told
    announced: str  # name, title, cadence
    announced_change: str  # name, cadence
    first_post: str  # moment
