"""Statements that stand beside the real one to distract from it, made by a seeded generator.

Each is of two other countries at a place that nobody has heard of. What it says is pieced together
from clauses of the real one, none so long that it would be a quotation; one alias in ten is the
real one's own, and half are with a country or a programme added. So they are about the same things,
in the same words: climate and chips, missiles and supply chains.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from random import Random

from bot.core.linking import encoded
from bot.core.statement import Passage, Section, Statement, Text, Theme

THEMES, PASSAGES_IN_THEME, ALIASES, SPARE = 20, 4, 10, 5
SENTENCES_IN_PARAGRAPH = 4
FEWEST_WORDS, MOST_WORDS, CLAUSES = 3, 8, 4
PIECES = "ba ce do fi gu har jel kor lum mar nev ost pra qui ran sol tev ulm vor wen yar".split()
SYLLABLES = "가 나 도 라 마 벨 사 오 주 카 타 파 하 로 모 누 비 세 테 레".split()
COUNTRIES = [
    tuple(pair.split("/"))
    for pair in (
        "Brazil/브라질 Canada/캐나다 Mexico/멕시코 Chile/칠레 Peru/페루 Argentina/아르헨티나"
        " Germany/독일 France/프랑스 Italy/이탈리아 Spain/스페인 Poland/폴란드 Sweden/스웨덴"
        " Norway/노르웨이 Finland/핀란드 Denmark/덴마크 Greece/그리스 Turkey/튀르키예 Egypt/이집트"
        " Kenya/케냐 Nigeria/나이지리아 Ghana/가나 Morocco/모로코 India/인도 Nepal/네팔"
        " Vietnam/베트남 Thailand/태국 Malaysia/말레이시아 Singapore/싱가포르 Indonesia/인도네시아"
        " Philippines/필리핀 Australia/호주 Fiji/피지 Japan/일본 Mongolia/몽골 Israel/이스라엘"
        " Jordan/요르단 Qatar/카타르 Ukraine/우크라이나 Romania/루마니아 Ireland/아일랜드"
    ).split()
]
KINDS = [
    tuple(pair.split("/"))
    for pair in (
        "initiative/구상 dialogue/대화 compact/협약 framework/체계 partnership/동반자관계"
        " programme/사업 fund/기금 roadmap/이행안 taskforce/전담반 centre/센터"
    ).split()
]
NOUNS = (
    "cooperation on,support for,a roadmap towards,joint investment in,progress on,concerns about,"
    "the importance of,an annual dialogue on,research into,standards for"
).split(",")
VERBS = (
    "welcomed,reaffirmed,condemned,applauded,committed to,recognized,called for,pledged,"
    "underscored,agreed to advance,expressed support for,resolved to deepen"
).split(",")


@dataclass(frozen=True, slots=True)
class Model:
    """What the distractors are pieced together from."""

    original: Statement
    clauses: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Who met, and where."""

    place: Text
    year: int
    countries: tuple[Text, Text]


def distractors(original: Statement, count: int, seed: int = 70) -> Iterator[Statement]:
    """So many statements of 80 passages; the first are the same, however many are asked for."""
    clauses = dict.fromkeys(
        clause
        for passage in original.passages()
        for clause in re.split(r"[,;—.]\s*|\s+(?:and|including)\s+", passage.quote)
        if FEWEST_WORDS <= len(clause.split()) <= MOST_WORDS
    )
    model = Model(original, tuple(clauses), tuple(original.passages()))
    for number in range(count):
        yield _statement(model, number, Random(seed * 1_000_003 + number))


def _statement(model: Model, number: int, chance: Random) -> Statement:
    place = _invented(chance)
    countries = chance.sample(COUNTRIES, 2)
    scene = Scene(place, chance.randint(1990, 2025), (Text(*countries[0]), Text(*countries[1])))
    one, other = scene.countries
    slug = f"{place.en}-{scene.year}-{number}"
    address = f"https://statements.example/{slug}"
    themes = tuple(_theme(model, scene, address, place, chance) for place in range(THEMES))
    quotes = [passage.quote for theme in themes for passage in theme.passages]
    paragraphs = tuple(" ".join(four) for four in _in_runs(quotes, SENTENCES_IN_PARAGRAPH))
    return Statement(
        slug=slug,
        title=Text(
            f"Joint Statement of {one.en} and {other.en} at {place.en.title()}, number {number}",
            f"{one.ko}·{other.ko} {place.ko} 공동성명 제{number}호",
        ),
        issuers=(f"The President of {one.en}", f"The President of {other.en}"),
        place=place,
        date=date(scene.year, chance.randint(1, 12), chance.randint(1, 28)),
        source_url=address,
        archive_url=address,
        paragraphs=paragraphs,
        sections=(Section(Text("Opening", "서문"), 1, len(paragraphs)),),
        themes=themes,
        neighbours=(),
        lexicon=model.original.lexicon,
        names=(f"{place.en} statement {number}",),
    )


def _theme(model: Model, scene: Scene, address: str, number: int, chance: Random) -> Theme:
    id, kind = f"theme-{number}", _programme(chance)
    like = model.original.theme(chance.choice(model.passages).theme)
    passages = tuple(
        _passage(model, scene, address, (id, number, place), chance)
        for place in range(PASSAGES_IN_THEME)
    )
    country = chance.choice(scene.countries)
    title = Text(f"{like.title.en} and {country.en}", f"{like.title.ko}와 {country.ko}")
    return Theme(id, title, (f"{kind.en} of {country.en}",), passages)


def _passage(
    model: Model, scene: Scene, address: str, where: tuple[str, int, int], chance: Random
) -> Passage:
    theme, number, place = where
    programme = _programme(chance)
    said = ", ".join(chance.sample(model.clauses, CLAUSES))
    one, other = (country.en for country in scene.countries)
    quote = (
        f"{chance.choice((one, other))} {chance.choice(VERBS)} {chance.choice(NOUNS)} {said},"
        f" through the {programme.en.title()} between {one} and {other}."
    )
    aliases = dict.fromkeys(islice(_aliases(model, scene, programme, chance), ALIASES + SPARE))
    link = f"{address}#:~:text={encoded(' '.join(quote.split()[:6]))}"
    return Passage(f"{theme}-{place}", theme, 0, number + 1, quote, link, tuple(aliases)[:ALIASES])


def _aliases(model: Model, scene: Scene, programme: Text, chance: Random) -> Iterator[str]:
    """Without end; some come twice."""
    names = chance.choice(model.passages).aliases
    yield chance.choice(names)
    yield programme.en
    yield programme.ko
    yield f"{chance.choice(model.clauses).lower()} {chance.choice(KINDS)[0]}"
    while True:
        alias, country = chance.choice(names), chance.choice((*scene.countries, scene.place))
        kind = chance.choice(KINDS)
        if re.search("[가-힣]", alias):
            yield chance.choice((f"{country.ko} {alias}", f"{alias} {kind[1]}"))
        else:
            yield chance.choice((f"{country.en} {alias}", f"{alias} {kind[0]}"))


def _programme(chance: Random) -> Text:
    """Something that has a name of its own."""
    named, kind = _invented(chance), chance.choice(KINDS)
    return Text(f"{named.en} {kind[0]}", f"{named.ko} {kind[1]}")


def _invented(chance: Random) -> Text:
    return Text(
        "".join(chance.choices(PIECES, k=chance.randint(2, 4))),
        "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))),
    )


def _in_runs(quotes: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(quotes), size):
        yield quotes[start : start + size]
