"""English and Korean words without their endings."""

import pytest

from bot.core import english, korean


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("chips", "chip"),
        ("policies", "polici"),
        ("policy", "polici"),
        ("police", "polic"),
        ("condemned", "condemn"),
        ("financing", "financ"),
        ("finance", "financ"),
        ("defence", "defens"),
        ("defense", "defens"),
        ("organisation", "organization"),
        ("centre", "center"),
        ("labour", "labor"),
        ("exercises", "exercis"),
        ("crisis", "crisis"),
        ("5g", "5g"),
    ],
)
def test_stem(word: str, stem: str) -> None:
    assert english.stem(word) == stem


@pytest.mark.parametrize(
    "family",
    [("cooperate", "cooperation", "cooperative"), ("invest", "investments", "investors")],
)
def test_a_family_shares_its_root(family: tuple[str, ...]) -> None:
    assert len({english.root(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("police", "policy"), ("university", "universal")])
def test_look_alikes_keep_their_own_roots(one: str, other: str) -> None:
    assert english.root(one) != english.root(other)


KNOWN = frozenset({"북한", "기후", "변화", "협력", "대만", "공급망", "돈"})


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("북한과의", "북한"),
        ("협력하나요", "협력"),
        ("공급망에서는", "공급망"),
        ("돈이", "돈"),
        ("대만", None),
        ("미국은", None),
    ],
)
def test_particles_and_endings_fall_away(typed: str, base: str | None) -> None:
    assert korean.bare(typed, KNOWN) == base


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("기후변화", ("기후", "변화")),
        ("기후변화에대한협력", ("기후", "변화", "협력")),
        ("공급망", None),
        ("기후위기", None),
    ],
)
def test_compounds_come_apart_into_known_words(typed: str, parts: tuple[str, ...] | None) -> None:
    assert korean.parts(typed, KNOWN) == parts
