"""What a person asks of a channel's digest, parsed once from the words they typed.

Which day it is, which channel, and what the statement holds, only the caller knows.
"""

from dataclasses import dataclass, replace
from datetime import date, time

from bot.core import pauses
from bot.core.digest_reading import Word, phrase_of, read, spoken, typed
from bot.core.digests import Country, Program
from bot.core.folding import folded, unwrapped
from bot.core.hangul import jamo
from bot.core.request import LONGEST_QUERY, language_of
from bot.core.spelling import Spelling
from bot.core.statement import Language
from bot.core.understood import Misread, Understood
from bot.core.zones import Zones

# Twice what the longest setting takes; every phrase of them is looked up as many things.
MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Settings:
    """The form in which everything can be chosen."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What can be written."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """A digest in this channel; None where the words leave the choice to the bot."""

    days: frozenset[int]
    at: time
    zone: str | None = None
    holidays: frozenset[Country] | None = None
    program: Program | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """How this channel's digest is."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The digests of the whole workspace."""


@dataclass(frozen=True, slots=True)
class Pause:
    """No posts for that many days, or before that date; with neither, until told."""

    days: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """The end of a pause."""


@dataclass(frozen=True, slots=True)
class Off:
    """The end of this channel's digest."""


@dataclass(frozen=True, slots=True)
class Now:
    """The next post at once, to everybody."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The next post, to this person alone."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """What was understood, what was misread or is missing, and a whole line to write instead.

    `language` is that of the words, and of those that are suggested.
    """

    understood: Understood
    misread: tuple[Misread, ...]
    instead: str
    language: Language = "en"


Command = Settings | Usage | Status | Everywhere | Resume | Off | Now | Preview
DigestRequest = Command | SetUp | Pause | Unclear

_OPENINGS = frozenset("digest|digests|다이제스트|정기게시|정기 게시".split("|"))
# What is in every opening; most of what people type has none of it, and is not taken apart.
_IN_OPENINGS = ("digest", "다이제스트", "정기")
_COMMANDS: dict[str, Command] = {
    name: command
    for command, names in (
        (Settings(), "|setup|set up|settings|setting|edit|change|configure|설정|변경|수정"),
        (Usage(), "help|usage|how to|도움말|도움|사용법"),
        (Status(), "status|state|show|상태|현황"),
        (Everywhere(), "list|list all|all|everywhere|목록|전체|전체 목록"),
        (Resume(), "resume|unpause|restart|continue|재개|다시 시작|계속"),
        (Off(), "off|turn off|stop|end|remove|delete|cancel|unsubscribe|끄기|꺼줘|그만|해지"),
        (Now(), "now|post now|send now|지금|지금 게시|바로|지금 바로"),
        (Preview(), "preview|sample|test|미리보기|미리 보기"),
    )
    for name in names.split("|")
}
_COURTESY = frozenset("please thanks 부탁해 부탁해요 부탁합니다 해줘 해주세요 바꿔줘".split())
_PAUSE = frozenset("pause snooze 일시정지 일시 정지 중지 중단 쉬기 멈춤".split())
# What we suggest, to those who write Korean.
_SUGGESTED = {
    "weekdays": "평일",
    "skip us,kr": "미국 한국 공휴일 제외",
    "pause 2w": "일시 중지 2주",
}
_SPELLING = Spelling((name for name in {*_COMMANDS, *_PAUSE} if name), jamo)


def parse_digest(text: str, zones: Zones) -> DigestRequest | None:
    """The request in the words a person typed; None where they do not begin with `digest`."""
    plain = unwrapped(text[: 4 * LONGEST_QUERY])[:LONGEST_QUERY]
    looked_up = folded(plain)
    if not any(part in looked_up for part in _IN_OPENINGS):
        return None
    words = [word for word in spoken(plain)[:MOST_WORDS] if word.folded not in _COURTESY]
    size = next((size for size in (1, 2) if phrase_of(words[:size]) in _OPENINGS), None)
    return _request(words[size:], zones, language_of(plain)) if size else None


def _request(words: list[Word], zones: Zones, language: Language) -> DigestRequest:
    phrase = phrase_of(words)
    if command := _COMMANDS.get(phrase):
        return command
    span = [word for word in words if word.folded not in _PAUSE]
    if len(span) < len(words):
        return _pause(span, language)
    if near := _SPELLING.near(phrase):
        return _unclear(Misread("command", typed(words), near[0][0]), language)
    return _set_up(words, zones, language)


def _pause(words: list[Word], language: Language) -> Pause | Unclear:
    phrase = phrase_of(words)
    days, until = pauses.span(phrase), pauses.until(phrase)
    if phrase and not days and not until:
        return _unclear(Misread("pause", typed(words), "pause 2w"), language)
    return Pause(days, until)


def _unclear(misread: Misread, language: Language) -> Unclear:
    suggested = _suggested(misread, language)
    line = _line(suggested.suggestion, language)
    return Unclear(Understood(), (suggested,), line, language)


def _suggested(misread: Misread, language: Language) -> Misread:
    """The same, with a suggestion in the language of the words."""
    words = _SUGGESTED.get(misread.suggestion) if language == "ko" else None
    return replace(misread, suggestion=words) if words else misread


def _line(words: str, language: Language) -> str:
    return f"{'정기 게시' if language == 'ko' else 'digest'} {words}"


def _set_up(words: list[Word], zones: Zones, language: Language) -> SetUp | Unclear:
    understood, misread = read(words, zones)
    if understood.days and understood.at and not misread:
        return SetUp(
            understood.days,
            understood.at,
            understood.zone,
            understood.holidays,
            understood.program,
            understood.language,
        )
    kinds = {each.kind for each in misread}
    if not understood.days and "day" not in kinds:
        misread += (Misread("missing_days", suggestion="weekdays"),)
    if not understood.at and "time" not in kinds:
        misread += (Misread("missing_time", suggestion="09:00"),)
    suggested = " ".join((understood.written(), *(each.suggestion for each in misread)))
    meant, _ = read(spoken(suggested), zones)
    line = _line(meant.written(language), language)
    return Unclear(
        understood, tuple(_suggested(each, language) for each in misread), line, language
    )
