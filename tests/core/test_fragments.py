"""Text fragments are read as a browser reads them, and more kindly."""

import pytest

from bot.core.fragments import highlighted, spaced, text_directives

PAGE = spaced(
    "Peace & trade. The two Presidents—“both of them”—met in Busan on U.S.-ROK ties."
    " The two Presidents met again. Peace came."
)


def shown(fragment: str) -> str | None:
    """What the first directive of a fragment highlights."""
    span = highlighted(PAGE, next(text_directives(fragment)))
    return PAGE[span[0] : span[1] + 1].strip() if span else None


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        (":~:text=peace", "peace"),
        (":~:text=Peace%20came", "peace came"),
        (":~:text=The%20two%20Presidents", "the two presidents"),
        (":~:text=The%20two%20Presidents,-met%20again", "the two presidents"),
        (":~:text=both%20of,Busan", "both of them met in busan"),
        (":~:text=ties.-,The%20two,again", "the two presidents met again"),
        (":~:text=again-,Peace,-came", "peace"),
        (":~:text=U.S.%2DROK%20ties", "u s rok ties"),
        (":~:text=U.S.-ROK%20ties", "u s rok ties"),
        (":~:text=%E2%80%98both%20of%20them%E2%80%99", "both of them"),
        (":~:text=%22both%20of%20them%22", "both of them"),
        (":~:text=both%C2%A0of%c2%a0them", "both of them"),
        (":~:text=bo%C2%ADth%20of", "both of"),
        (":~:text=PEACE%20%26%20TRADE", "peace trade"),
        ("section:~:text=Busan", "busan"),
        ("%3A~%3Atext=Busan", "busan"),
        (":~:other=1&text=Busan", "busan"),
        # What stands round the page's text is not known here.
        (":~:text=Skip%20to%20content-,Peace", "peace"),
        (":~:text=Peace%20came,-Related", "peace came"),
    ],
)
def test_it_highlights(fragment: str, words: str) -> None:
    assert shown(fragment) == words


@pytest.mark.parametrize(
    "fragment",
    [
        ":~:text=war",
        ":~:text=eace",
        ":~:text=Pea",
        ":~:text=met%20in,elsewhere",
        ":~:text=Busan,Peace%20and%20trade",
        ":~:text=ties-,Busan",
        ":~:text=met%20again,-in%20Busan",
    ],
)
def test_it_is_not_on_the_page(fragment: str) -> None:
    assert shown(fragment) is None


@pytest.mark.parametrize(
    "fragment",
    [
        *("", "section-2", "text=Busan", ":~:", ":~:text", ":~:text=", ":~:text=%20", ":~:text=,"),
        *(":~:text=Busan-", ":~:text=-Busan", ":~:text=a,b,c", ":~:text=a-,b,c,d,-e", ":~:text=—"),
    ],
)
def test_it_asks_for_nothing(fragment: str) -> None:
    assert list(text_directives(fragment)) == []


def test_several_are_asked_for_in_their_order_and_not_without_end() -> None:
    several = ":~:text=one&text=two,three&else&text=pre-,four,-post" + "&text=more" * 50
    directives = list(text_directives(several))
    assert [one.start for one in directives[:3]] == [" one ", " two ", " four "]
    assert (directives[1].end, directives[2].prefix, directives[2].suffix) == (
        *(" three ", " pre ", " post "),
    )
    assert len(directives) == 10
