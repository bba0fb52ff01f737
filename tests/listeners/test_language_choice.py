"""Somebody chooses the language that they are answered in, by command or in a direct message."""

import pytest

from bot.core.library import Library
from bot.core.statement import Language
from bot.storage.in_memory import PreferencesInMemory
from tests.support.building import the_bot
from tests.support.visiting import Visitor, visiting

HOW = (
    "To change it: `/alliance language en` · `/alliance language ko` (한국어)"
    " · `/alliance language auto`. The quotation is always the English original."
)
KOREAN_HOW = (
    "바꾸는 방법: `/alliance 언어 한국어` · `/alliance 언어 영어` (English)"
    " · `/alliance 언어 자동`. 인용문은 언제나 영어 원문입니다."
)
DIRECT = "D0JORDAN"


def test_a_choice_is_answered_in_the_language_that_was_chosen(jordan: Visitor) -> None:
    jordan.say("/alliance language ko")
    assert jordan.reply.text == f"이제부터 한국어로 답하겠습니다.\n{KOREAN_HOW}"
    jordan.say("/alliance ferries")
    assert "여객선" in jordan.reply.text
    jordan.say("/alliance language english")
    assert jordan.reply.text == f"From now on I answer you in English.\n{HOW}"
    jordan.say("/alliance 배편")
    assert "*Ferries*" in jordan.reply.text


def test_it_follows_slack_again_where_that_is_chosen(mina: Visitor) -> None:
    mina.say("/alliance language en")
    mina.say("/alliance language auto")
    assert mina.reply.text == (
        "이제부터 Slack의 언어 설정과 입력하신 말의 언어에 맞추어 답하겠습니다.\n" + KOREAN_HOW
    )


def test_alone_the_word_tells_which_language_it_is(mina: Visitor, jordan: Visitor) -> None:
    jordan.say("/alliance language")
    assert jordan.reply.text == (
        "I answer you in English for now: I follow the language of your Slack, and that of your"
        f" words.\n{HOW}"
    )
    mina.say("/alliance 언어")
    assert mina.reply.text == (
        "지금은 한국어로 답하고 있습니다. Slack의 언어 설정과 입력하신 말의 언어에 맞춘 것입니다."
        f"\n{KOREAN_HOW}"
    )
    jordan.say("/alliance language en")
    jordan.say("/alliance language")
    assert jordan.reply.text == f"I answer you in English, as you chose.\n{HOW}"
    mina.say("/alliance language ko")
    mina.say("/alliance language")
    assert mina.reply.text == f"선택하신 대로 한국어로 답하고 있습니다.\n{KOREAN_HOW}"


def test_a_language_that_it_does_not_speak_is_told_so(jordan: Visitor, mina: Visitor) -> None:
    jordan.say("/alliance language french")
    assert jordan.reply.text == f"I speak English and Korean.\n{HOW}"
    mina.say("/alliance 언어 일본어")
    assert mina.reply.text == f"한국어와 영어로만 답할 수 있습니다.\n{KOREAN_HOW}"


def test_words_in_a_direct_message_choose_it_too(jordan: Visitor) -> None:
    jordan = jordan.among(DIRECT)
    jordan.say("한국어로 답해줘")
    assert jordan.reply.text.startswith("이제부터 한국어로 답하겠습니다.")
    jordan.say("ferries")
    assert "여객선" in jordan.reply.text


def test_in_a_channel_it_says_where_to_choose(jordan: Visitor) -> None:
    jordan.say("@alliance language ko")
    assert jordan.reply.text == (
        "Your language is for you alone: type `/alliance language ko`, `en` or `auto`, or write it"
        " to me in a direct message."
    )
    jordan.say("@alliance ferries")
    assert "*Ferries*" in jordan.reply.text
    jordan.say("@alliance 언어 영어")
    assert jordan.reply.text.startswith("언어 설정은 본인에게만 적용되므로")


def test_a_question_about_languages_is_a_question(jordan: Visitor) -> None:
    jordan.say("/alliance language education")
    assert jordan.reply.text.startswith("That is not in *Joint Statement on the Harbour*")


class Away(PreferencesInMemory):
    """Preferences whose database is away."""

    def choose(self, team: str, person: str, language: Language | None) -> None:
        raise RuntimeError


@pytest.mark.parametrize("channel", ["C0POLICY", DIRECT])
def test_while_the_database_is_away_nothing_seems_to_be_kept(
    harbour: Library, channel: str
) -> None:
    with visiting(the_bot(harbour, preferences=Away())) as mina:
        jordan = mina.other("U0JORDAN").among(channel)
        if channel == DIRECT:
            jordan.say("language ko")
        else:
            jordan.say("/alliance language ko")
        assert jordan.reply.text.startswith("Sorry, something went wrong on my side.")
        jordan.say("/alliance ferries")
        assert "*Ferries*" in jordan.reply.text
