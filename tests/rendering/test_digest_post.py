"""A digest's post as its channel gets it, asserted whole, and the paragraph behind it."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.core.digests import Ailing, Cadence, Owner, Plan, Subscription
from bot.core.programs import Entry
from bot.core.statement import Language, Passage
from bot.rendering.digest_status import render_ailing
from bot.rendering.digests import render_digest, render_preview
from bot.rendering.message import Message
from bot.rendering.paragraphs import render_paragraph
from tests.support.replies import Reply
from tests.support.statements import FERRIES, HARBOUR, KEEPER, LANTERNS

SUBSCRIPTION = Subscription(
    id="s1",
    team="T1",
    channel="C1",
    plan=Plan(Cadence(frozenset((0,)), time(9), "Asia/Seoul")),
    owner=Owner("U1", "<!channel> & @here"),
    next_slot=None,
)
LANTERNS_THEME, FERRIES_THEME, _ = HARBOUR.themes
KEEPER_PASSAGE = LANTERNS_THEME.passages[1]
ENTRY = Entry(LANTERNS_THEME, KEEPER_PASSAGE, 7, 34)
CITED = (
    "Joint Statement on the Harbour. Northtown, May 1, 2020."
    " Original address: <https://towns.example/harbour?a=1&amp;b=2|towns.example>"
    " · Archived copy: <https://archive.example/harbour/|archive.example>"
)


def in_language(language: Language) -> Subscription:
    return replace(SUBSCRIPTION, plan=replace(SUBSCRIPTION.plan, language=language))


def reply(message: Message) -> Reply:
    return Reply({"text": message.text, "blocks": message.blocks})


def small(note: str) -> dict[str, object]:
    element = {"type": "mrkdwn", "text": note, "verbatim": True}
    return {"type": "context", "elements": [element]}


def plain(text: str) -> dict[str, object]:
    return {"type": "plain_text", "text": text, "emoji": False}


def test_a_post() -> None:
    message = render_digest(HARBOUR, ENTRY, SUBSCRIPTION)
    title = "*Lanterns &lt;&amp; lights&gt;* · 등불"
    told = (
        "7 of 34 · set up by &lt;!channel&gt; &amp; @here"
        " · `/alliance digest` changes this digest, `/alliance digest off` ends it"
    )
    assert message.blocks == (
        {"type": "section", "text": {"type": "mrkdwn", "text": title, "verbatim": True}},
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": KEEPER}]}
            ],
        },
        small("¶1 · Opening"),
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "action_id": "open_source",
                    "text": plain("Open the source"),
                    "url": KEEPER_PASSAGE.link,
                    "accessibility_label": "Open the source at Lanterns <& lights> ¶1",
                },
                {
                    "type": "button",
                    "action_id": "read_paragraph",
                    "text": plain("Read the whole paragraph"),
                    "value": "harbour/lanterns-keeper/en",
                    "accessibility_label": "Read all of ¶1",
                },
                {
                    "type": "button",
                    "action_id": "change_digest",
                    "text": plain("Change this digest"),
                    "value": "en",
                },
            ],
        },
        small(told),
        small(CITED),
    )
    assert message.text == "\n".join(
        (
            title,
            "> The &lt;old&gt; keeper counts *them* aloud—all_of_them—and `reports`"
            " to &lt;!channel&gt;.",
            "¶1 · Opening",
            f"<{KEEPER_PASSAGE.link}|Open the source>",
            told,
            CITED,
        )
    )


def test_a_korean_post() -> None:
    entry = Entry(FERRIES_THEME, FERRIES_THEME.passages[0], 2, 3)
    shown = reply(render_digest(HARBOUR, entry, in_language("ko")))
    assert shown.quote == FERRIES
    assert shown.labels == ["문단 전체 읽기", "정기 게시 변경"]
    assert shown.prose == (
        "*여객선* · Ferries\n"
        "¶2 · 물 위에서\n"
        "3개 중 2번째 · &lt;!channel&gt; &amp; @here 님이 설정"
        " · 변경: `/alliance 정기 게시` · 해지: `/alliance 정기 게시 해지`\n"
        "인용문은 영어로 된 공식 원문입니다. 항구 공동성명(노스타운, 2020년 5월 1일)."
        " 원래 주소: <https://towns.example/harbour?a=1&amp;b=2|towns.example>"
        " · 보존본: <https://archive.example/harbour/|archive.example>"
    )


def test_a_preview_is_the_post_under_a_note() -> None:
    post = render_digest(HARBOUR, ENTRY, SUBSCRIPTION)
    preview = render_preview(HARBOUR, ENTRY, SUBSCRIPTION, "ko")
    note = "미리보기입니다. 다른 사람에게는 보이지 않으며, 채널에 게시되지 않았습니다."
    assert preview == Message(f"{note}\n{post.text}", (small(note), *post.blocks))


def test_a_digest_of_a_file_is_not_changed_in_slack() -> None:
    kept = replace(SUBSCRIPTION, origin="file", owner=Owner("", ""))
    shown = reply(render_digest(HARBOUR, ENTRY, kept))
    assert shown.labels == ["Read the whole paragraph"]
    assert "\n7 of 34 · set up in a file\n" in shown.prose


def test_a_paragraph_is_shown_whole() -> None:
    (message,) = render_paragraph(HARBOUR, KEEPER_PASSAGE, "en")
    shown = reply(message)
    assert shown.quote == f"{LANTERNS} {KEEPER}"
    assert shown.prose == f"¶1 · Opening\n{CITED}"


def test_a_paragraph_too_long_for_one_message_goes_on_at_a_sentence() -> None:
    sentences = [f"Sentence {number} {'is long ' * 300}.".replace(" .", ".") for number in range(9)]
    paragraphs = (" ".join(sentences), *HARBOUR.paragraphs[1:])
    long = replace(HARBOUR, paragraphs=paragraphs)
    messages = [reply(message) for message in render_paragraph(long, KEEPER_PASSAGE, "ko")]
    assert " ".join(message.quote for message in messages) == paragraphs[0]
    assert [message.quote.startswith("Sentence") for message in messages] == [True] * 3
    assert [message.prose.splitlines()[0] for message in messages] == [
        "¶1 · 서문 · 3개 중 1번째",
        "¶1 · 서문 · 3개 중 2번째",
        "¶1 · 서문 · 3개 중 3번째",
    ]


def test_a_quotation_is_never_escaped_in_its_block() -> None:
    hostile = "<@U1> & <!here> *bold*\n> second line"
    passage = Passage("x", "lanterns", 0, 1, hostile, "https://a.example/", ())
    shown = reply(render_digest(HARBOUR, replace(ENTRY, passage=passage), SUBSCRIPTION))
    assert shown.quote == hostile
    assert "> &lt;@U1&gt; &amp; &lt;!here&gt; *bold*" in shown.text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "The digest of <#C1> could not be posted on Friday, January 15, 2027, 5:00 PM."
            " <#C1> is archived: once it is not, the digest goes on by itself.",
        ),
        (
            "ko",
            "<#C1> 채널의 정기 게시가 2027년 1월 15일(금) 오후 5시에 게시되지 못했습니다."
            " <#C1> 채널: 보관되어 있습니다. 보관을 해제하시면 저절로 다시 시작됩니다.",
        ),
    ],
)
def test_whoever_set_it_up_is_told_what_ails_it(language: Language, told: str) -> None:
    ailing = Ailing("archived", datetime(2027, 1, 15, 8, tzinfo=UTC))
    assert render_ailing(replace(in_language(language), ailing=ailing)).text == told
