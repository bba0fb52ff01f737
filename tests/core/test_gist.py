"""What a whole message is about."""

import pytest

from bot.core.answering import Answer, Found, NotFound
from bot.core.gist import LONGEST_MESSAGE, answer_to
from bot.core.library import Library
from bot.core.verbatim import Verbatim
from tests.support.statements import HARBOUR

NOISE = "The bus was late again.\nLunch is at one, the soup is pumpkin.\nThanks for the flowers!\n"


def passages(answer: Answer | None) -> list[str]:
    assert isinstance(answer, Found)
    return [match.passage.id for match in answer.matches]


@pytest.mark.parametrize(
    "telling",
    [
        "Did the presidents reaffirm 2050 net zero and the Paris Agreement?",
        "> Did the presidents reaffirm 2050 net zero and the Paris Agreement?",
        "- [ ] *Did* the presidents _reaffirm_ 2050 net zero and the Paris Agreement",
        "두 정상이 2050 탄소중립 목표와 파리협정을 재확인했나요?",
    ],
)
def test_one_telling_sentence_among_noise_is_enough(library: Library, telling: str) -> None:
    assert passages(answer_to(library, NOISE + telling + "\n" + NOISE))[0] == "climate-targets"


@pytest.mark.parametrize(
    "telling",
    [
        "```Did the presidents reaffirm 2050 net zero and the Paris Agreement?```",
        "<https://x.example/presidents-net-zero-2050-paris-agreement-targets>",
        "--\nAda Wong, Presidents' Net Zero 2050 Paris Agreement Desk",
    ],
)
def test_code_addresses_and_signatures_tell_nothing(library: Library, telling: str) -> None:
    assert answer_to(library, NOISE + telling) == NotFound(library.statements[0])


def test_what_follows_a_signature_is_read_again(library: Library) -> None:
    message = f"{NOISE}--\nAda\n+1 202 555 0148\n\nPS: what do they say about AUKUS and the region?"
    assert passages(answer_to(library, message)) == ["aukus"]


def test_a_sentence_without_an_end_is_read_in_pieces(library: Library) -> None:
    noise = "and then we went on and on and it was all as it had been before and so on and on " * 9
    telling = "and she said that the presidents reaffirmed 2050 net zero and the Paris Agreement "
    assert passages(answer_to(library, noise + telling + noise))[0] == "climate-targets"


def test_every_passage_is_found_where_it_is_quoted(library: Library) -> None:
    for statement in library.statements:
        for passage in statement.passages():
            quoted = f"{NOISE}&gt; {passage.quote}\n{NOISE}"
            assert passages(answer_to(library, quoted))[0] == passage.id


def test_ten_words_are_a_quotation_and_a_name_is_none(library: Library) -> None:
    verbatim = Verbatim(library.statements[0])
    assert verbatim.quoted_in("the UN Convention on the Law of the Sea") == ()
    ten = "beyond, as reflected in the UN Convention on the Law"
    (found,) = verbatim.quoted_in(f"I read: “… {ten} …”, but where?")
    assert found.id == "freedom-of-navigation"


def test_a_short_passage_is_quoted_by_all_of_its_words() -> None:
    (found,) = Verbatim(HARBOUR).quoted_in(
        "Lanterns light the harbour every night & every morning!"
    )
    assert found.id == "lanterns-light"


def test_the_surest_come_first_and_then_others_of_the_same_theme(library: Library) -> None:
    message = (
        f"{NOISE}Do they mention Fulbright scholarships, 2,023 Koreans and 2,023 Americans?\n"
        f"And DPRK missile warning data shared in real time with Japan?\n{NOISE}"
    )
    assert {"exchange-fulbright", "trilateral-exercises"} <= set(
        passages(answer_to(library, message))
    )


@pytest.mark.parametrize("message", ["", " \n ", "!?", ":tada:", "<@U1>", "https://x.example"])
def test_where_there_are_no_words_there_is_no_answer(library: Library, message: str) -> None:
    assert answer_to(library, message) is None


@pytest.mark.parametrize(
    "message",
    [
        "zq" * 50_000,
        "climate " * 20_000,
        "\n" * 100_000 + "a",
        "`" * 40_001,
        ":" * 40_000,
        "<" * 40_000,
        "--\n" * 15_000,
        "a." * 20_000,
        "\ud7ff" * 40_000,
        "가" * 40_000,
        "&gt; " * 10_000,
    ],
    ids=range(11),
)
def test_whatever_is_posted_is_read(library: Library, message: str) -> None:
    answer_to(library, message)


def test_what_is_longer_than_a_message_of_slacks_is_not_read(library: Library) -> None:
    telling = "Did the presidents reaffirm 2050 net zero and the Paris Agreement?"
    within, beyond = NOISE + "\n" * 39_000 + telling, NOISE + "\n" * LONGEST_MESSAGE + telling
    assert passages(answer_to(library, within))[0] == "climate-targets"
    assert answer_to(library, beyond) == NotFound(library.statements[0])
