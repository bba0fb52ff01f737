"""What a person asks for, from the words they typed."""

import pytest

from bot.core.request import (
    ContentsRequest,
    HelpRequest,
    ParagraphRequest,
    Query,
    RandomRequest,
    SectionRequest,
    ThanksRequest,
    Wanted,
    parse,
)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ContentsRequest()),
        ("   \n", ContentsRequest()),
        ("<@U0BOT>", ContentsRequest()),
        ("contents", ContentsRequest()),
        ("목차", ContentsRequest()),
        ("help", HelpRequest()),
        ("HELP!", HelpRequest()),
        ("도움말", HelpRequest()),
        ("hello", HelpRequest()),
        ("Thanks!", ThanksRequest()),
        ("고맙습니다", ThanksRequest()),
        ("random", RandomRequest()),
        ("¶5", ParagraphRequest(5)),
        ("para 5", ParagraphRequest(5)),
        ("Paragraph 12?", ParagraphRequest(12)),
        ("5번째 문단", ParagraphRequest(5)),
        ("section 2", SectionRequest(2)),
        ("§ 3", SectionRequest(3)),
        ("what does paragraph five say?", ParagraphRequest(5)),
        ("5th paragraph", ParagraphRequest(5)),
        ("the third section please", SectionRequest(3)),
        ("section II", SectionRequest(2)),
        ("2장 보여줘", SectionRequest(2)),
        ("second state visit", Query("second state visit")),
        ("climate", Query("climate")),
        ("section on climate", Query("section on climate")),
        ("🙂", Query("🙂")),
    ],
)
def test_wanted(typed: str, wanted: Wanted) -> None:
    assert parse(typed).wanted == wanted


def test_hangul_is_answered_in_korean() -> None:
    assert parse("기후변화").language == "ko"
    assert parse("IRA 법").language == "ko"
    assert parse("climate").language == "en"


def test_a_very_long_question_is_read_from_its_beginning() -> None:
    wanted = parse("climate " * 5_000).wanted
    assert isinstance(wanted, Query)
    assert wanted.text.startswith("climate climate")
    assert len(wanted.text) == 600
