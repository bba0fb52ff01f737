"""Which statement, and which of its passages, an address opens."""

from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.addresses import (
    Linked,
    LinkedParagraph,
    LinkedPassage,
    LinkedStatement,
    Pages,
    host_of,
)
from bot.core.fragments import spaced
from bot.core.library import Library
from bot.core.linking import encoded
from tests.support.statements import ARCHIVE, HARBOUR

REAL = (
    "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/04/26/leaders-"
    "joint-statement-in-commemoration-of-the-70th-anniversary-of-the-alliance-between-the-united-"
    "states-of-america-and-the-republic-of-korea/"
)
ORIGINAL = REAL.replace("bidenwhitehouse.archives", "www.whitehouse")
PAGES = Pages((HARBOUR,))


def opened(library: Library, url: str) -> str | int | None:
    """The id of the passage that an address opens, paragraph's number, or statement's slug."""
    match library.pages.place(url):
        case LinkedPassage(passage=passage):
            return passage.id
        case LinkedParagraph(paragraph=paragraph):
            return paragraph
        case LinkedStatement(statement):
            return statement.slug
        case None:
            return None


def test_every_link_of_ours_leads_back_to_its_passage(library: Library) -> None:
    statement = library.statements[0]
    for passage in statement.passages():
        fragment = passage.link.partition("#")[2]
        assert fragment, passage.id
        for address in (passage.link, f"{ORIGINAL}#{fragment}", f"{ORIGINAL}?a=1#{fragment}"):
            assert opened(library, address) == passage.id
            # A full stop at its end Slack takes for the sentence's.
            assert opened(library, address.rstrip(".").replace("&", "&amp;")) == passage.id


@pytest.mark.parametrize(
    "url",
    [
        REAL,
        ORIGINAL,
        REAL.rstrip("/"),
        REAL.replace("https:", "http:"),
        REAL.replace("https://", "HTTPS://WWW."),
        ORIGINAL.replace("www.", ""),
        REAL.replace(".gov/", ".gov:443/"),
        REAL.replace(".gov/", ".gov./"),
        f"{REAL}?utm_source=slack&amp;utm_medium=social",
        f"{REAL}?utm_source=slack&utm_medium=social",
        REAL.replace("70th-anniversary", "70th%2Danniversary"),
        REAL.replace("70th-anniversary", "70th%2danniversary"),
        REAL.replace("leaders", "%6Ceaders"),
        f"{REAL}#content",
        f"{REAL}#:~:text=not%20in%20the%20statement",
        f"{REAL}#:~:text=",
        f"{REAL}#:~:text=Expanding%20Cooperation%20Throughout%20the%20Indo-Pacific",
    ],
)
def test_the_statement_itself(library: Library, url: str) -> None:
    assert opened(library, url) == "us-rok-2023"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "whitehouse.gov",
        "https://www.whitehouse.gov/",
        "https://bidenwhitehouse.archives.gov/briefing-room/",
        f"{REAL}amp/",
        f"{REAL}feed",
        REAL.replace("2023/04/26", "2023/04/27"),
        REAL.replace("https:", "ftp:"),
        REAL.replace(".gov/", ".gov.example/"),
        REAL.replace(".gov/", ".gov:8443/"),
        REAL.replace(".gov/", ".gov:x/"),
        REAL.replace("https://", "https://trumpwhitehouse."),
        REAL.replace("https://", "https://somebody@"),
        f"https://evil.example/?{REAL}",
        f"https://evil.example/#{REAL}",
        "https://[::1",
        f"https://whitehouse.gov\\@evil.example{REAL[37:]}",
    ],
)
def test_any_other_page(library: Library, url: str) -> None:
    assert opened(library, url) is None


@pytest.mark.parametrize(
    ("fragment", "opens"),
    [
        # As Chrome's "Copy link to highlight" makes them.
        (
            "The%20Presidents%20expressed%20their%20deep%20concern,climate%20crisis.",
            "climate-targets",
        ),
        ("galvanize%20global%20action", "climate-targets"),
        ("climate%20change%20and%20biodiversity%20loss", "climate-targets"),
        ("Korea%20will-,The%20two%20Presidents", "us-rok-2023"),
        # A heading stands before the paragraph.
        (
            "Indo%2DPacific-,The%20two%20Presidents%20recognized%20the%20importance,-of%20maintaining",
            "indo-pacific-strategy",
        ),
        # Longer than any passage.
        ("The%20Presidents%20expressed%20their%20deep%20concern,vehicles%20(ZEVs).", 5),
        # From one paragraph into the next.
        ("light-duty%2C%20zero-emissions%20vehicles,peaceful%20use%20of%20nuclear%20energy", 5),
        # From a heading into its paragraph.
        ("Global%20Comprehensive%20Strategic%20Alliance,linchpin", 2),
        # The first that stands there counts.
        ("not%20there&text=galvanize%20global%20action&text=Taiwan%20Strait", "climate-targets"),
    ],
)
def test_a_highlight_made_by_hand(library: Library, fragment: str, opens: str | int) -> None:
    assert opened(library, f"{REAL}#:~:text={fragment}") == opens


@pytest.mark.parametrize("length", [5, 12])
def test_words_of_a_passage_lead_to_one_that_holds_them(library: Library, length: int) -> None:
    """Amid the words around them to the very passage; alone, as in a browser, to the first."""
    for passage in library.statements[0].passages():
        words = passage.quote.split()
        for at in range(3, len(words) - length - 3, 3):
            run = " ".join(words[at : at + length])
            before, after = (" ".join(words[i : i + 3]) for i in (at - 3, at + length))
            alone, amid = encoded(run), f"{encoded(before)}-,{encoded(run)},-{encoded(after)}"
            assert opened(library, f"{REAL}#:~:text={amid}") == passage.id
            linked = library.pages.place(f"{REAL}#:~:text={alone}")
            assert isinstance(linked, LinkedPassage), alone
            assert spaced(run) in spaced(linked.passage.quote)


def test_a_query_of_the_pages_own_is_needed() -> None:
    harbour = "https://towns.example/harbour"
    assert isinstance(PAGES.place(f"{harbour}?a=1&b=2"), LinkedStatement)
    assert isinstance(PAGES.place(f"{harbour}/?b=2&amp;c=3&amp;a=1"), LinkedStatement)
    assert PAGES.place(f"{harbour}?a=1&b=3") is None
    assert PAGES.place(harbour) is None


def test_hosts_are_compared_without_www() -> None:
    assert [host_of(url) for url in (ORIGINAL, REAL, "nothing", "https://u@x.example/")] == [
        *("whitehouse.gov", "bidenwhitehouse.archives.gov", "", "")
    ]


ANY = st.text(max_size=200)
URLS = ANY | st.builds(
    "".join,
    st.tuples(
        st.sampled_from((ARCHIVE, "https://towns.example/harbour?a=1&b=2", "http://", "https://[")),
        st.sampled_from(("", "#", "#:~:text=", "?", "/", "%", ":", "@")),
        st.lists(st.sampled_from(("the", "ferries", ",", "-", "&text=", "%20", "%", "\ud800"))).map(
            "".join
        )
        | ANY,
    ),
)


@settings(max_examples=400)
@given(url=URLS)
@example(url=f"{ARCHIVE}#:~:text=" + "the,," * 5000)
@example(url=f"{ARCHIVE}#:~:text=" + "the,zq&text=" * 5000)
@example(url="https://\u2100.example/")
def test_no_address_raises(url: str) -> None:
    assert isinstance(PAGES.place(url), (*get_args(Linked), type(None)))
