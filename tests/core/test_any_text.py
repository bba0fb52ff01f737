"""Whatever is typed, there is an answer, and Slack takes it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.answering import answer
from bot.core.library import Library
from bot.core.request import parse
from bot.rendering.answers import render
from tests.support.blockkit import check

TYPED = st.text(max_size=200) | st.text("가힣ㄱㅏ을는 aé<>&@!|*_~`¶5.\x00\u202e", max_size=80)


@settings(max_examples=300)
@given(typed=TYPED)
@example(typed="<!channel> <@U123> <http://x|y> *_~` &amp;lt;")
def test_any_text_is_answered(library: Library, typed: str) -> None:
    request = parse(typed)
    message = render(answer(library, request, lambda passages: passages[0]), request.language)
    check({"text": message.text, "blocks": list(message.blocks)})
