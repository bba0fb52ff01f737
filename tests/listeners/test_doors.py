"""A person asks by the slash command, by a mention and by a direct message."""

import pytest

from tests.support.slack import Slack
from tests.support.statements import FERRIES, LANTERNS

EVERY_ANSWER = [
    *("lanterns", "ferries", "boats", "배편", "humpback", "foghorn rules", "quantum physics"),
    *("", "  ", "help", "도움말", "contents", "목차", "¶2", "para 1", "section 2", "2장"),
    *("random", "section 9", "¶99", "양자 물리학", "<!channel> lanterns", "🐳"),
]


@pytest.mark.parametrize("words", EVERY_ANSWER)
def test_the_three_doors_say_the_same(slack: Slack, words: str) -> None:
    typed, written, said = slack.command(words), slack.message(words), slack.mention(words)
    assert (written.text, written.message["blocks"]) == (typed.text, typed.message["blocks"])
    # What everybody sees already needs no sharing.
    assert (said.text, said.prose) == (typed.text, typed.prose)
    assert said.labels == [label for label in typed.labels if label not in ("Share", "공유")]


def test_a_passage_is_quoted_whole(slack: Slack) -> None:
    reply = slack.command("boats")
    assert reply.quote == FERRIES
    assert FERRIES in reply.text
    assert "*Ferries*" in reply.prose
    assert "¶2 · On the Water" in reply.prose
    assert "matched *boats*, an alias of Ferries" in reply.prose
    assert "See also: Fog Accord (November 30, 2019)" in reply.prose
    assert "<https://towns.example/harbour?a=1&amp;b=2|towns.example>" in reply.prose
    assert reply.link.startswith("https://archive.example/harbour/#:~:text=Ferries%20cross")


def test_a_korean_question_gets_a_korean_frame_and_the_english_quotation(slack: Slack) -> None:
    reply = slack.command("배편")
    assert reply.quote == FERRIES
    assert "*여객선*" in reply.prose
    assert "¶2 · 물 위에서" in reply.prose
    assert "일치한 표현: *배편* (‘여객선’ 주제의 별칭)" in reply.prose


def test_nothing_is_said_of_what_matched_where_the_passage_shows_it(slack: Slack) -> None:
    assert "matched" not in slack.command("ferries").text


def test_no_words_show_the_contents(slack: Slack) -> None:
    reply = slack.command("")
    assert reply.menu == {
        "Opening": ["Lanterns <& lights>"],
        "1. On the Water": ["Ferries", "Whales"],
    }
    assert "*Opening* · ¶1 · 1 theme\n*1. On the Water* · ¶2–3 · 2 themes" in reply.prose


def test_a_command_without_any_text_shows_the_contents(slack: Slack) -> None:
    form = {key: value for key, value in slack.typed("").items() if key != "text"}
    assert "On the Water" in slack.form(form).body


def test_a_mention_without_words_shows_the_contents(slack: Slack) -> None:
    assert slack.mention("").menu == slack.command("").menu


def test_help_tells_every_door(slack: Slack) -> None:
    reply = slack.message("help")
    for word in ("/alliance climate", "Mention me", "direct message", "threads", "¶5", "store"):
        assert word in reply.text


def test_a_paragraph_is_shown_by_its_number(slack: Slack) -> None:
    reply = slack.command("¶1")
    assert reply.quote == LANTERNS
    assert reply.labels[3:] == ["Lanterns <& lights> ¶1"]


def test_a_section_that_has_no_number_is_not_shown_by_one(slack: Slack) -> None:
    assert slack.command("section 2").menu == slack.command("").menu


def test_random_says_that_it_is(slack: Slack) -> None:
    assert "a passage picked at random" in slack.command("random").prose


def test_what_the_statement_does_not_say_is_not_quoted(slack: Slack) -> None:
    reply = slack.command("foghorn rules")
    assert "*Joint Statement on the Harbour*" in reply.prose
    assert "*Fog Accord* (November 30, 2019)" in reply.prose
    assert '"rich_text"' not in str(reply.message)
    assert "foghorn" not in str(reply.message)


@pytest.mark.parametrize(
    ("stamps", "thread"),
    [
        ({"ts": "5.5"}, "5.5"),
        ({"ts": "5.5", "thread_ts": "4.4"}, "4.4"),
    ],
)
def test_an_answer_stands_in_the_thread(slack: Slack, stamps: dict[str, str], thread: str) -> None:
    for reply in (slack.mention("ferries", **stamps), slack.message("ferries", **stamps)):
        assert reply.message["thread_ts"] == thread


def test_an_answer_goes_to_the_channel_it_was_asked_in(slack: Slack) -> None:
    assert slack.mention("ferries", channel="C7").message["channel"] == "C7"
    assert slack.message("ferries", channel="D7").message["channel"] == "D7"


def test_a_message_with_a_file_is_answered(slack: Slack) -> None:
    assert slack.message("ferries", subtype="file_share").quote == FERRIES


def test_a_mention_may_stand_anywhere_in_the_words(slack: Slack) -> None:
    assert slack.mention("boats <@U0BOT>").quote == FERRIES


def test_a_slash_command_is_answered_without_the_web_api(slack: Slack) -> None:
    slack.command("ferries")
    assert slack.heard() == []
