"""A passage as Slack gets it, asserted whole, with hostile text in the statement."""

from dataclasses import replace

from bot.core.answering import Found, Match
from bot.core.statement import Passage, Text
from bot.rendering.answers import render
from bot.rendering.message import Message
from tests.support.replies import Reply
from tests.support.statements import FERRIES, HARBOUR, KEEPER

PASSAGES = {passage.id: passage for passage in HARBOUR.passages()}
CITED = (
    "Joint Statement on the Harbour. Northtown, May 1, 2020."
    " Original address: <https://towns.example/harbour?a=1&amp;b=2|towns.example>"
    " · Archived copy: <https://archive.example/harbour/|archive.example>"
)


def passage(id: str) -> Passage:
    return PASSAGES[id]


def reply(message: Message) -> Reply:
    return Reply({"text": message.text, "blocks": message.blocks})


def button(id: str, label: str, value: str, accessibility_label: str) -> dict[str, object]:
    return {
        "type": "button",
        "action_id": id,
        "text": {"type": "plain_text", "text": label, "emoji": False},
        "value": value,
        "accessibility_label": accessibility_label,
    }


def small(*notes: str) -> dict[str, object]:
    elements = [{"type": "mrkdwn", "text": note, "verbatim": True} for note in notes]
    return {"type": "context", "elements": elements}


def test_a_passage_with_another_one() -> None:
    found = Found(
        HARBOUR,
        (
            Match(passage("lanterns-keeper"), "alias", 0.9, "lamplighter"),
            Match(passage("ferries-cross"), "alias", 0.6, "boats"),
        ),
    )
    message = render(found, "en")
    assert message.blocks == (
        {
            "type": "section",
            "text": {
                "type": "mrkdwn",
                "text": "*Lanterns &lt;&amp; lights&gt;* · 등불",
                "verbatim": True,
            },
        },
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": KEEPER}]}
            ],
        },
        small("¶1 · Opening", "matched *lamplighter*, an alias of Lanterns &lt;&amp; lights&gt;"),
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "action_id": "open_source",
                    "text": {"type": "plain_text", "text": "Open the source", "emoji": False},
                    "url": passage("lanterns-keeper").link,
                    "accessibility_label": "Open the source at Lanterns <& lights> ¶1",
                },
                button(
                    "read_paragraph",
                    "Read in context",
                    "harbour/lanterns-keeper/en",
                    "Read in context: Lanterns <& lights> ¶1",
                ),
                button(
                    "share",
                    "Share",
                    "harbour/lanterns-keeper/en",
                    "Share: Lanterns <& lights> ¶1",
                ),
                button(
                    "cite",
                    "Cite",
                    "harbour/lanterns-keeper/en",
                    "Cite: Lanterns <& lights> ¶1",
                ),
            ],
        },
        small("Other passages"),
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "action_id": "show_passage:1",
                    "text": {"type": "plain_text", "text": "Ferries ¶2", "emoji": False},
                    "value": "harbour/ferries-cross/en/lanterns-keeper",
                    "accessibility_label": (
                        "Ferries ¶2: Ferries cross the sound twice a day,"
                        " “in fog and in frost,” wi…"
                    ),
                }
            ],
        },
        small(CITED),
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {
                        "text": {"type": "plain_text", "text": "Yes, this is it", "emoji": False},
                        "value": "right harbour/lanterns-keeper/en",
                        "accessibility_label": (
                            "Yes, Lanterns <& lights> ¶1 is what I was looking for"
                        ),
                    },
                    "negative_button": {
                        "text": {"type": "plain_text", "text": "No", "emoji": False},
                        "value": "wrong harbour/lanterns-keeper/en",
                        "accessibility_label": (
                            "No, Lanterns <& lights> ¶1 is not what I was looking for"
                        ),
                    },
                }
            ],
        },
    )
    assert message.text == "\n".join(
        (
            "*Lanterns &lt;&amp; lights&gt;* · 등불",
            "> The &lt;old&gt; keeper counts *them* aloud—all_of_them—and `reports`"
            " to &lt;!channel&gt;.",
            "¶1 · Opening",
            "matched *lamplighter*, an alias of Lanterns &lt;&amp; lights&gt;",
            f"<{passage('lanterns-keeper').link}|Open the source>",
            "Other passages: Ferries ¶2",
            CITED,
        )
    )


def test_a_passage_in_a_korean_frame() -> None:
    found = Found(HARBOUR, (Match(passage("ferries-cross"), "words", 1.0, "배편"),))
    message = render(found, "ko")
    assert message.text == "\n".join(
        (
            "*여객선* · Ferries",
            f"> {FERRIES}",
            "¶2 · 물 위에서",
            "일치한 표현: *배편* (‘여객선’ 주제의 별칭)",
            "함께 볼 문서: 안개 협정(2019년 11월 30일)."
            " 별개의 문서이므로 여기에서는 인용하지 않습니다.",
            f"<{passage('ferries-cross').link}|원문 열기>",
            "인용문은 영어로 된 공식 원문입니다. 항구 공동성명(노스타운, 2020년 5월 1일)."
            " 원래 주소: <https://towns.example/harbour?a=1&amp;b=2|towns.example>"
            " · 보존본: <https://archive.example/harbour/|archive.example>",
        )
    )
    assert reply(message).quote == FERRIES
    assert reply(message).labels == ["문맥에서 읽기", "공유", "인용 정보"]


def test_what_everybody_sees_already_needs_no_sharing() -> None:
    found = Found(HARBOUR, (Match(passage("ferries-cross"), "place"),))
    assert reply(render(found, "en", "public")).labels == ["Read in context", "Cite"]
    assert reply(render(found, "en", "view")).labels == ["Read in context", "Share", "Cite"]
    assert render(found, "en", "public").text == render(found, "en").text


def test_a_title_that_matched_is_no_alias_of_itself() -> None:
    found = Found(HARBOUR, (Match(passage("ferries-cross"), "alias", 0.8, "Ferries"),))
    assert "\nmatched *Ferries*\n" in render(found, "en").text


def test_words_that_stand_in_the_passage_need_no_reason() -> None:
    found = Found(HARBOUR, (Match(passage("ferries-cross"), "words", 1.0, "the ferries cross"),))
    assert "matched" not in render(found, "en").text


def test_passages_of_one_theme_and_paragraph_are_numbered() -> None:
    matches = ("ferries-cross", "lanterns-light", "lanterns-keeper")
    found = Found(HARBOUR, tuple(Match(passage(id), "place") for id in matches))
    assert reply(render(found, "en")).labels[3:] == [
        "Lanterns <& lights> ¶1 (1)",
        "Lanterns <& lights> ¶1 (2)",
    ]


def test_an_address_too_long_for_a_button_gives_way_to_the_plain_one() -> None:
    long = Passage("x", "ferries", 1, 2, FERRIES, "https://a.example/#" + "a" * 3000, ())
    assert reply(render(Found(HARBOUR, (Match(long, "place"),)), "en")).link == (
        "https://archive.example/harbour/"
    )


def test_whether_a_passage_is_the_right_one_is_asked_in_korean_too() -> None:
    found = Found(HARBOUR, (Match(passage("ferries-cross"), "words", 1.0, "배편"),))
    assert reply(render(found, "ko")).thumbs == {
        "네, 찾던 내용입니다": "네, 찾던 내용입니다: 여객선 ¶2",
        "아니요": "아니요, 찾던 내용이 아닙니다: 여객선 ¶2",
    }


def test_nobody_is_asked_about_a_passage_picked_at_random() -> None:
    found = Found(HARBOUR, (Match(passage("ferries-cross"), "chance"),))
    assert reply(render(found, "en")).thumbs == {}


def test_a_long_theme_gives_way_to_what_tells_its_passages_apart() -> None:
    long = "a" * 120
    lanterns, *rest = HARBOUR.themes
    named = replace(HARBOUR, themes=(replace(lanterns, title=Text(long, long)), *rest))
    matches = ("ferries-cross", "lanterns-light", "lanterns-keeper")
    found = Found(named, tuple(Match(passage(id), "place") for id in matches))
    first, second = (f"{'a' * 66}… ¶1 ({number})" for number in (1, 2))
    shown = reply(render(found, "en"))
    assert shown.labels[3:] == [first, second]
    assert shown.button(first)["accessibility_label"] == f"{first}…"
    assert shown.button(second)["accessibility_label"] == f"{second}…"
    assert f"Other passages: {first}; {second}" in shown.text
