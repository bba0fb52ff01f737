"""From a request to an answer, on the real digest."""

import pytest

from bot.core.answering import (
    Answer,
    Choices,
    Contents,
    Found,
    Help,
    NotFound,
    answer,
    passage_answer,
    theme_answer,
)
from bot.core.library import Library
from bot.core.request import parse


def ask(library: Library, text: str) -> Answer:
    return answer(library, parse(text), lambda passages: passages[0])


def found(library: Library, text: str) -> str:
    """The id of the first passage found; fails where none is."""
    reply = ask(library, text)
    assert isinstance(reply, Found), text
    return reply.matches[0].passage.id


@pytest.mark.parametrize(
    ("typed", "passage"),
    [
        ("climate change", "climate-targets"),
        ("global warming", "climate-targets"),
        ("climat chnage", "climate-targets"),
        ("Tiawan", "taiwan-strait"),
        ("what do they say about the Taiwan Strait?", "taiwan-strait"),
        ("cyber security", "cyber-framework"),
        ("supplychain", "supply-chain-disruption"),
        ("IPEF", "ipef-support"),
        ("Fullbright", "exchange-fulbright"),
        ("기후변화", "climate-targets"),
        ("기후 변화에 대해 뭐라고 했나요?", "climate-targets"),
        ("공굽망", "supply-chain-disruption"),
        ("eoaksgoguq", "taiwan-strait"),
        ("ㅅ먖무", "taiwan-strait"),
        ("한미일협력", "trilateral-japan"),
        ("“Audacious Initiative”", "audacious-initiative"),
        ("These next 70 years of US-ROK Alliance will be brightest yet", "alliance-in-action"),
    ],
)
def test_words_lead_to_their_passage(library: Library, typed: str, passage: str) -> None:
    assert found(library, typed) == passage


@pytest.mark.parametrize(
    "typed",
    [
        *("pizza near the office", "wifi password", "asdfgh", "Brexit", "🙂🙂🙂", "???"),
        *("steel drum lessons", "quantum leap episode", "cloud nine", "parking space", "police"),
        *("who won the game last night?", "프린터가 안 돼요", "오늘 점심 뭐 먹지", "여자 친구"),
    ],
)
def test_what_the_statement_does_not_say_is_declined(library: Library, typed: str) -> None:
    assert isinstance(ask(library, typed), NotFound)


def test_a_question_for_a_neighbouring_document_names_it(library: Library) -> None:
    for typed in ("Nuclear Consultative Group", "NCG", "핵협의그룹"):
        reply = ask(library, typed)
        assert isinstance(reply, NotFound), typed
        assert reply.neighbour is not None, typed
        assert reply.neighbour.id == "washington-declaration"


def test_the_alias_that_matched_is_told(library: Library) -> None:
    reply = ask(library, "tell me about greenhouse gases")
    assert isinstance(reply, Found)
    assert (reply.matches[0].how, reply.matches[0].alias) == ("alias", "greenhouse gases")
    plain = ask(library, "Greenhouse gases")
    assert isinstance(plain, Found)
    assert plain.matches[0].how == "words"


def test_places(library: Library) -> None:
    reply = ask(library, "¶5")
    assert isinstance(reply, Found)
    assert {match.passage.paragraph for match in reply.matches} == {5}
    assert reply.matches[0].passage.quote.startswith("The Presidents expressed their deep concern")
    section = ask(library, "section 2")
    assert isinstance(section, Contents)
    assert section.section == library.statements[0].sections[2]


@pytest.mark.parametrize("typed", ["¶0", "¶21", "¶999", "section 0", "section 9", "", "목차"])
def test_places_that_are_not_there_show_the_contents(library: Library, typed: str) -> None:
    reply = ask(library, typed)
    assert isinstance(reply, Contents)
    assert reply.section is None


def test_help_and_chance(library: Library) -> None:
    assert isinstance(ask(library, "help"), Help)
    reply = ask(library, "random")
    assert isinstance(reply, Found)
    assert [match.how for match in reply.matches] == ["chance"]


def test_at_most_five_matches_and_no_passage_twice(library: Library) -> None:
    for typed in ("semiconductors", "cooperation on trade", "北", "space", "nuclear", "한국"):
        reply = ask(library, typed)
        if isinstance(reply, Found):
            ids = [match.passage.id for match in reply.matches]
            assert len(ids) == len(set(ids)) <= 5


def test_choices_are_two_to_five_themes(library: Library) -> None:
    for typed in ("commitment", "deepen", "welcome", "agreement", "협력"):
        reply = ask(library, typed)
        if isinstance(reply, Choices):
            assert 2 <= len(reply.themes) <= 5


def test_a_picked_theme_shows_all_its_passages(library: Library) -> None:
    statement = library.statements[0]
    space = statement.theme("space")
    reply = theme_answer(statement, space)
    assert [match.passage for match in reply.matches] == list(space.passages)
    picked = passage_answer(statement, space.passages[2])
    assert picked.matches[0].passage is space.passages[2]
    assert len(picked.matches) == 4


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 10_000,
        "가" * 10_000,
        "climate " * 2_000,
        "\x00",
        "\u202eclimate",
        "%s{0}",
        "<!channel>",
    ],
)
def test_strange_input_is_answered(library: Library, typed: str) -> None:
    assert ask(library, typed) is not None
