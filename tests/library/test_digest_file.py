"""A file of digests: what it declares, every fault of one, and that what is written is read."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.declaring import Declaration, Declared, changes
from bot.core.digests import (
    EVERY_DAY,
    WEEKDAYS,
    Cadence,
    Chosen,
    InOrder,
    OneSection,
    Origin,
    Owner,
    Paused,
    Plan,
    Program,
    Shuffled,
    Subscription,
)
from bot.core.errors import BrokenDigest
from bot.core.zones import Zones
from bot.library.digest_file import read_digest_file, written
from tests.support.statements import HARBOUR

# Nobody lives in these two, and the bot knows neither.
ZONE_NAMES = tuple(sorted(available_timezones() - {"Factory", "localtime"}))
ZONES = Zones(ZONE_NAMES)
SEOUL_NINE = Cadence(WEEKDAYS, time(9), "Asia/Seoul")
NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("digests") / "digests.yaml"


def read(file: Path, text: str) -> tuple[Declared, ...]:
    file.write_text(text, "utf-8")
    declaration = read_digest_file(file, HARBOUR, ZONES)
    assert declaration.owner == Owner("", "digests.yaml")
    return declaration.digests


def faults(file: Path, text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(BrokenDigest) as caught:
        read(file, text)
    assert {fault.file for fault in caught.value.faults} <= {str(file)}
    return [(fault.line, fault.key, fault.sentence) for fault in caught.value.faults]


def test_everything_that_can_be_declared(file: Path) -> None:
    text = """
digests:
  - channel: C0123456789
    days: every day
    at: "17:30"
    zone: America/New_York
    show: section 1
    language: ko
    holidays: [US, KR]
    team: T0123
"""
    plan = Plan(
        Cadence(EVERY_DAY, time(17, 30), "America/New_York"),
        OneSection(1),
        "ko",
        frozenset(("US", "KR")),
    )
    assert read(file, text) == (Declared("T0123", "C0123456789", plan),)


def test_what_may_be_left_out(file: Path) -> None:
    text = "digests: [{channel: G01, days: weekdays, at: '09:00', zone: Asia/Seoul}]"
    assert read(file, text) == (Declared("", "G01", Plan(SEOUL_NINE, InOrder(), "en")),)


def test_a_file_may_declare_none(file: Path) -> None:
    assert read(file, "digests: []") == ()


def one(**values: str) -> str:
    """A file with one digest, in which these values stand as they are given."""
    usual = {"channel": "C1", "days": "weekdays", "at": "09:00", "zone": "Asia/Seoul"}
    lines = (f"{key}: {value}" for key, value in {**usual, **values}.items())
    return "digests:\n  - " + "\n    ".join(lines) + "\n"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("weekdays", {0, 1, 2, 3, 4}),
        ("Every  Day", {0, 1, 2, 3, 4, 5, 6}),
        ("[mon, wed, fri]", {0, 2, 4}),
        ("[Sunday, sat, sun]", {5, 6}),
        ("tuesday", {1}),
    ],
)
def test_days(file: Path, days: str, expected: set[int]) -> None:
    [declared] = read(file, one(days=days))
    assert declared.plan.cadence.days == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        # To YAML 1.1 the second is the number 1050, and the third is 545.
        ("09:00", time(9)),
        ("17:30", time(17, 30)),
        ("9:05", time(9, 5)),
        ("'23:59'", time(23, 59)),
        ("00:00", time(0)),
    ],
)
def test_times_need_no_quotes(file: Path, at: str, expected: time) -> None:
    [declared] = read(file, one(at=at))
    assert declared.plan.cadence.at == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("America/New_York", "America/New_York"),
        ("asia/seoul", "Asia/Seoul"),
        ("KST", "Asia/Seoul"),
        ("워싱턴", "America/New_York"),
    ],
)
def test_zones(file: Path, zone: str, expected: str) -> None:
    [declared] = read(file, one(zone=zone))
    assert declared.plan.cadence.zone == expected


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("next", InOrder()),
        ("Shuffled", Shuffled(0)),
        ("section 1", OneSection(1)),
        ("[whales, lanterns, whales]", Chosen(("lanterns", "whales"))),
    ],
)
def test_programs(file: Path, show: str, expected: Program) -> None:
    [declared] = read(file, one(show=show))
    assert declared.plan.program == expected


DAYS = "this must be every day, weekdays, or days such as [mon, wed, fri]"
TIME = 'this must be a time of day from 00:00 to 23:59, such as "09:00"'
SHOW = "this must be next, shuffled, section 1, or themes in brackets, such as "
CHANNEL = "this must be a channel's id, such as C0123456789; Slack shows it in its details"
TEAM = "this must be a workspace's id, such as T0123456789, or left out for the bot's own"


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("channel", "'#general'", CHANNEL),
        ("channel", f"C{'1' * 32}", CHANNEL),
        ("channel", "[C1]", "this must be one text, not a list or a mapping"),
        ("days", "funday", DAYS),
        ("days", "[mon, funday]", DAYS),
        ("days", "[]", DAYS),
        ("days", "{mon: tue}", DAYS),
        ("days", "[[mon]]", DAYS),
        ("days", "", DAYS),
        ("at", "9am", TIME),
        ("at", "24:00", TIME),
        ("at", "25:10", TIME),
        ("at", "09:00:00", TIME),
        ("at", "٠٩:٠٠", TIME),
        ("at", "[9, 0]", TIME),
        ("zone", "Asia/Soul", "“Asia/Soul” is no time zone: write one such as Asia/Seoul"),
        ("zone", "New Yrok", "“New Yrok” is no time zone: write one such as America/New_York"),
        ("zone", "UTC-5", "“UTC-5” is no time zone: write one such as Asia/Seoul"),
        ("zone", r'"a\x1b[2J\n"', "“a[2J” is no time zone: write one such as Asia/Seoul"),
        ("zone", "q" * 99, f"“{'q' * 40}” is no time zone: write one such as Asia/Seoul"),
        ("zone", "[UTC]", "“…” is no time zone: write one such as Asia/Seoul"),
        ("show", "whale", f"{SHOW}[whales]"),
        ("show", "section 2", f"{SHOW}[ferries]"),
        ("show", "{section: 1}", f"{SHOW}[lanterns]"),
        ("show", "[]", "this must have a theme or more, such as [lanterns]"),
        (
            "show",
            "[whale, ferries, lantern]",
            "“whale” is no theme, the nearest is whales;"
            " “lantern” is no theme, the nearest is lanterns",
        ),
        ("show", "[[whales]]", "“…” is no theme, the nearest is lanterns"),
        ("language", "korean", "this must be 'en' or 'ko'"),
        # To YAML 1.1 `no` is false.
        ("language", "no", "this must be 'en' or 'ko'"),
        ("holidays", "US", "this must be a list in brackets"),
        ("team", "no", TEAM),
        ("team", "", TEAM),
        ("timezone", "Asia/Seoul", "no such key is known here"),
    ],
)
def test_a_fault_says_what_to_write(file: Path, key: str, value: str, sentence: str) -> None:
    text = one(**{key: value})
    [line] = [n for n, words in enumerate(text.split("\n"), 1) if f"{key}:" in words.split()]
    assert faults(file, text) == [(line, f"digests[0].{key}", sentence)]


def test_every_fault_is_told_at_once_line_by_line(file: Path) -> None:
    text = """digests:
  - {channel: C1, days: weekdays, at: "09:00", zone: Asia/Seoul}
  - channel: C1
    every: day
    at: noon
    zone: Lodnon
    holidays: [KR, DE]
  - C3
also: this
"""
    assert faults(file, text) == [
        (3, "digests[1].channel", "the channel has an entry already, digests[0]; keep one"),
        (3, "digests[1].days", "the key is missing"),
        (4, "digests[1].every", "no such key is known here"),
        (5, "digests[1].at", TIME),
        (6, "digests[1].zone", "“Lodnon” is no time zone: write one such as Europe/London"),
        (7, "digests[1].holidays[1]", "this must be 'US' or 'KR'"),
        (8, "digests[2]", "this must be a mapping of keys"),
        (9, "also", "no such key is known here"),
    ]


@pytest.mark.parametrize(
    ("text", "key", "sentence"),
    [
        ("- channel: C1", "", "this must be a mapping of keys"),
        ("digest: []", "digest", "no such key is known here"),
        ("digests:", "digests", "this must be a list"),
        ("digests: {C1: {}}", "digests", "this must be a list"),
    ],
)
def test_a_file_of_another_form(file: Path, text: str, key: str, sentence: str) -> None:
    assert (1, key, sentence) in faults(file, text)


def in_c1(*teams: str) -> str:
    """A file whose entries are all for one channel; blank: the entry tells no workspace."""
    values = "channel: C1, days: weekdays, at: '09:00', zone: Asia/Seoul"
    told = (f", team: {team}" if team else "" for team in teams)
    return "digests:\n" + "".join(f"  - {{{values}{team}}}\n" for team in told)


@pytest.mark.parametrize(
    ("teams", "second", "first"),
    [
        (("T1", "T2", "T1"), 2, 0),
        (("T1", "T2", "T2"), 2, 1),
        # Left out, it may be the one that is told elsewhere.
        (("", "T2"), 1, 0),
        (("T1", "T2", ""), 2, 0),
        (("", ""), 1, 0),
    ],
)
def test_a_channel_has_one_entry(
    file: Path, teams: tuple[str, ...], second: int, first: int
) -> None:
    sentence = f"the channel has an entry already, digests[{first}]; keep one"
    assert faults(file, in_c1(*teams)) == [(2 + second, f"digests[{second}].channel", sentence)]


def test_a_shared_channel_has_one_entry_in_each_workspace(file: Path) -> None:
    assert [declared.team for declared in read(file, in_c1("T1", "T2"))] == ["T1", "T2"]


def held(
    channel: str, plan: Plan, owner: Owner, origin: Origin = "slack", paused: Paused | None = None
) -> Subscription:
    return Subscription(f"s-{channel}", "T1", channel, plan, owner, NOW, origin, paused)


def test_what_is_written_is_for_people_to_read() -> None:
    seoul = Plan(SEOUL_NINE, Chosen(("lanterns", "whales")), "ko", frozenset(("US", "KR")))
    lisbon = Plan(Cadence(frozenset((0, 6)), time(17, 30), "Europe/Lisbon"), Shuffled(7))
    text = written(
        (
            held("C1", seoul, Owner("", "digests.yaml"), "file", Paused(date(2026, 4, 1))),
            held("C2", lisbon, Owner("U1", "Ann\n  - channel: C3\x00")),
        )
    )
    assert (
        text
        == """\
# Every channel's digest, as `alliance digests export` found them.
digests:

  # declared in digests.yaml; paused
  - channel: C1
    team: T1
    days: weekdays
    at: "09:00"
    zone: Asia/Seoul
    show: [lanterns, whales]
    language: ko
    holidays: [KR, US]

  # set up by Ann  - channel: C3
  - channel: C2
    team: T1
    days: [mon, sun]
    at: "17:30"
    zone: Europe/Lisbon
    show: shuffled
    language: en
    holidays: []
"""
    )


def test_no_digests_are_written_as_none(file: Path) -> None:
    assert read(file, written(())) == ()


CHOSEN = st.sets(st.sampled_from(("lanterns", "ferries", "whales")), min_size=1).map(
    lambda ids: Chosen(tuple(theme.id for theme in HARBOUR.themes if theme.id in ids))
)
PLANS = st.builds(
    Plan,
    st.builds(
        Cadence,
        st.frozensets(st.integers(0, 6), min_size=1),
        st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        # Some names of a machine name no place.
        st.sampled_from([zone for zone in map(ZONES.named, ZONE_NAMES) if zone]),
    ),
    st.one_of(st.just(InOrder()), st.just(Shuffled(0)), st.just(OneSection(1)), CHOSEN),
    st.sampled_from(("en", "ko")),
    st.frozensets(st.sampled_from(("US", "KR"))),
)
DIGESTS = st.builds(
    lambda place, plan, name: replace(
        held(place[1], Declared(*place, plan).placed("").plan, Owner("U1", name)), team=place[0]
    ),
    st.tuples(st.sampled_from(("T1", "T2")), st.from_regex(r"[CDG][A-Z0-9]{1,9}", fullmatch=True)),
    PLANS,
    st.text(),
)


@given(
    digests=st.lists(DIGESTS, unique_by=lambda digest: (digest.team, digest.channel), max_size=4)
)
def test_what_is_written_declares_what_there_is(file: Path, digests: list[Subscription]) -> None:
    owner = Owner("", "digests.yaml")
    placed = Declaration(owner, read(file, written(digests))).placed(None)
    assert placed
    plans = {(one.team, one.channel): one.plan for one in placed.digests}
    assert plans == {(one.team, one.channel): one.plan for one in digests}
    todo = changes(placed, digests, NOW, lambda country, day: False, lambda: "new")
    assert list(todo.saved) == [replace(one, owner=owner, origin="file") for one in digests]
    assert todo.removed == ()
