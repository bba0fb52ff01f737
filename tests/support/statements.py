"""A tiny statement made by hand: three themes, two sections, one neighbour, and hostile text."""

from datetime import date

from bot.core.linking import passage_link
from bot.core.statement import (
    Lexicon,
    Neighbour,
    Passage,
    Section,
    Statement,
    Text,
    Theme,
)

ARCHIVE = "https://archive.example/harbour/"
LANTERNS = "Lanterns light the harbour every night & every morning."
KEEPER = "The <old> keeper counts *them* aloud—all_of_them—and `reports` to <!channel>."
FERRIES = "Ferries cross the sound twice a day, “in fog and in frost,” without fail."
WHALES = "Both towns commit to protect the whales of the sound."
PARAGRAPHS = (f"{LANTERNS} {KEEPER}", FERRIES, WHALES)


def _passage(
    id: str,
    theme: str,
    paragraph: int,
    quote: str,
    *aliases: str,
    neighbours: tuple[str, ...] = (),
) -> Passage:
    link = passage_link(ARCHIVE, "\n\n".join(PARAGRAPHS), quote)
    section = 0 if paragraph == 1 else 1
    return Passage(id, theme, section, paragraph, quote, link, aliases, neighbours)


HARBOUR = Statement(
    slug="harbour",
    title=Text("Joint Statement on the Harbour", "항구 공동성명"),
    issuers=("The Mayor of Northtown", "The Mayor of Southtown"),
    place=Text("Northtown", "노스타운"),
    date=date(2020, 5, 1),
    source_url="https://towns.example/harbour?a=1&b=2",
    archive_url=ARCHIVE,
    paragraphs=PARAGRAPHS,
    sections=(
        Section(Text("Opening", "서문"), 1, 1),
        Section(Text("On the Water", "물 위에서"), 2, 3, number=1),
    ),
    themes=(
        Theme(
            "lanterns",
            Text("Lanterns <& lights>", "등불"),
            ("street lamps",),
            (
                _passage("lanterns-light", "lanterns", 1, LANTERNS, "lantern", "가로등"),
                _passage("lanterns-keeper", "lanterns", 1, KEEPER, "lamplighter", "등지기"),
            ),
        ),
        Theme(
            "ferries",
            Text("Ferries", "여객선"),
            (),
            (
                _passage(
                    "ferries-cross",
                    "ferries",
                    2,
                    FERRIES,
                    *("boats", "crossing", "배편"),
                    neighbours=("fog-accord",),
                ),
            ),
        ),
        Theme(
            "whales",
            Text("Whales", "고래"),
            (),
            (_passage("whales-protect", "whales", 3, WHALES, "humpbacks", "고래 보호"),),
        ),
    ),
    neighbours=(
        Neighbour(
            "fog-accord",
            Text("Fog Accord", "안개 협정"),
            date(2019, 11, 30),
            ("foghorn rules", "안개 경보 규칙"),
        ),
    ),
    lexicon=Lexicon(decoys=("boats of gravy",), synonyms=(), fillers=("the",), common=()),
)
