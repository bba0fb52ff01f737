"""The real statement through the real doors: nothing that it can say is over a limit of Slack's."""

from collections.abc import Iterator
from datetime import time
from typing import Literal

import pytest

from bot.core.answering import passage_answer
from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.core.library import Library
from bot.core.programs import Entry
from bot.rendering.answers import render
from bot.rendering.digests import render_digest
from bot.rendering.paragraphs import render_paragraph
from bot.rendering.references import Reference, reference_in
from tests.support.replies import Reply
from tests.support.slack import Slack, workspace

DAILY = Plan(Cadence(EVERY_DAY, time(9), "Asia/Seoul"), language="ko")
DIGEST = Subscription("s1", "T1", "C1", DAILY, Owner("U1", "one"), None)


@pytest.fixture
def slack(library: Library) -> Iterator[Slack]:
    with workspace(library) as slack:
        yield slack


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_passage_can_be_shown_and_is_whole(
    library: Library, language: Literal["en", "ko"]
) -> None:
    for statement in library.statements:
        for passage in statement.passages():
            message = render(passage_answer(statement, passage), language)
            reply = Reply({"text": message.text, "blocks": message.blocks})
            assert reply.quote == passage.quote
            assert reply.link == passage.link
            reference = Reference(statement.slug, passage.id, language)
            assert reference_in(reference.value) == reference


def test_every_passage_can_be_posted_and_its_paragraph_read(library: Library) -> None:
    statement = library.statements[0]
    for theme in statement.themes:
        for passage in theme.passages:
            entry = Entry(theme, passage, 7, len(statement.themes))
            post = render_digest(statement, entry, DIGEST)
            assert Reply({"text": post.text, "blocks": post.blocks}).quote == passage.quote
            (message,) = render_paragraph(statement, passage, "ko")
            paragraph = Reply({"text": message.text, "blocks": message.blocks}).quote
            assert paragraph == statement.paragraphs[passage.paragraph - 1]
            assert passage.quote in paragraph


def test_climate_is_answered_the_same_by_every_door(slack: Slack) -> None:
    reply = slack.command("climate")
    assert "climate change and biodiversity loss" in reply.quote
    assert reply.link.startswith("https://bidenwhitehouse.archives.gov/")
    assert "www.whitehouse.gov" in reply.prose
    assert slack.message("climate").message["blocks"] == reply.message["blocks"]
    mentioned = slack.mention("climate")
    assert (mentioned.quote, mentioned.prose) == (reply.quote, reply.prose)
    assert mentioned.labels == [label for label in reply.labels if label != "Share"]


def test_an_alias_says_that_it_matched(slack: Slack) -> None:
    words = "matched *greenhouse gases*, an alias of Climate change"
    assert words in slack.command("greenhouse gases").prose
    assert words in slack.command("greenhouse gasses").prose


def test_a_question_for_a_neighbour_names_it(slack: Slack) -> None:
    reply = slack.command("Nuclear Consultative Group")
    assert "*Washington Declaration* (April 26, 2023)" in reply.prose


def test_every_theme_of_the_contents_can_be_picked(slack: Slack, library: Library) -> None:
    (statement,) = library.statements
    for words, language in (("contents", "en"), ("목차", "ko")):
        reply = slack.command(words)
        shown = [label for labels in reply.menu.values() for label in labels]
        titles = [
            theme.title.ko if language == "ko" else theme.title.en for theme in statement.themes
        ]
        assert sorted(shown) == sorted(titles)
        assert all(slack.click(reply.option(label)).quote for label in shown[:3])


@pytest.mark.parametrize("number", range(1, 21))
def test_every_paragraph_is_shown_by_its_number(slack: Slack, number: int) -> None:
    reply = slack.command(f"¶{number}")
    assert f"¶{number} · " in reply.prose
    assert reply.quote


@pytest.mark.parametrize("typed", ["¶5", "¶13"])
def test_every_passage_of_a_paragraph_is_one_click_away_in_its_place(
    slack: Slack, library: Library, typed: str
) -> None:
    statement = library.statements[0]
    number = int(typed[1:])
    expected = {passage.quote for passage in statement.passages() if passage.paragraph == number}
    first = slack.command(typed)
    quotes, others = {first.quote}, first.labels[3:]
    assert len(others) == len(expected) - 1 >= 2
    for label in others:
        shown = slack.click(first.button(label))
        assert shown.message["replace_original"] is True
        assert len(shown.labels[3:]) == len(others)
        quotes.add(shown.quote)
        assert slack.click(shown.button(shown.labels[3])).quote == first.quote
    assert quotes == expected


def test_a_choice_is_answered_in_its_place(slack: Slack, library: Library) -> None:
    (statement,) = library.statements
    by_title = {theme.title.en: theme for theme in statement.themes}
    for asked in (slack.command("korea"), slack.message("korea")):
        assert len(asked.labels) >= 2
        for label in asked.labels:
            shown = slack.click(asked.button(label))
            assert shown.quote == by_title[label].passages[0].quote
            assert shown.message["replace_original"] is True


@pytest.mark.parametrize("number", range(1, 4))
def test_every_section_is_shown_by_its_number(slack: Slack, number: int) -> None:
    assert len(slack.command(f"section {number}").menu) == 1
