"""Words that go on from an answer, and the many that do not."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.follow_up import About, FollowUp, More, Next, Previous, WholeParagraph, parse
from tests.relevance.scoring import SETS, questions

SAID: dict[FollowUp, tuple[str, ...]] = {
    More(): (
        "more|More!|more please|show me more|any more?|anything else?|what else|another|others",
        "another one|one more|other passages|the others|more like this|<@U0BOT> more|and more?",
        "더|더요|더 있어요?|더 있나요?|더 보여 주세요|더 보여주십시오|다른 것|다른 거",
        "하나 더|더보기|다른 구절도 보여 줘|다른 건 없나요?|또|또 있습니까",
    ),
    Next(): (
        "next|Next one|the next passage, please|go on|continue|what's next?|keep going|and then?",
        "what comes next|what follows that|can you show me the next one?",
        "다음|다음은?|다음 것|다음 구절 보여 주세요|그 다음은요?|계속|계속해 주십시오|이어서",
    ),
    Previous(): (
        "previous|the previous one|back|go back|what came before that?",
        "이전|이전 구절|앞 구절|그 이전 것 보여줘|바로 앞의 구절",
    ),
    WholeParagraph(): (
        "the whole paragraph|full paragraph|the paragraph|context|in context|more context",
        "문단|문단 전체|전체 문단|문단 전체를 보여 주십시오|문맥|앞뒤 문맥",
    ),
    About("japan"): ("and japan?|what about japan?|how about japan|and what about japan",),
    About("the Taiwan Strait"): ("What about the Taiwan Strait?|ok, and the Taiwan Strait",),
    About("일본"): ("그럼 일본은?|그럼 일본은요?|일본은요?|그러면 일본은|그렇다면 일본도요?",),
}
EVERY = [
    (words, meant) for meant, phrases in SAID.items() for words in "|".join(phrases).split("|")
]


@pytest.mark.parametrize(("words", "meant"), EVERY)
def test_what_goes_on(words: str, meant: FollowUp) -> None:
    assert parse(words) == meant


@pytest.mark.parametrize(
    "words",
    [
        *("", "   ", "?", "🐳", "next generation", "next 70 years", "more troops", "back pain"),
        *("another country", "other democracies", "context of the alliance", "paragraph 3"),
        *("more on climate", "whole of government", "continued commitment", "previous statement"),
        *(
            "다음 세대",
            "앞으로 70년",
            "더 나은 미래",
            "다른 나라",
            "이전 정부",
            "계속 확대",
            "3문단",
        ),
        *("그럼", "일본", "일본은", "and", "what about", "what about the big countries of Asia"),
        *("Japan and Korea", "more " * 40, "and " * 200, "일" * 300),
    ],
)
def test_what_is_a_question_of_its_own(words: str) -> None:
    assert parse(words) is None


@pytest.mark.parametrize("name", SETS)
def test_no_labelled_question_is_taken_for_a_follow_up(name: str) -> None:
    assert [question.q for question in questions(name) if parse(question.q)] == []


PIECES = st.lists(
    st.sampled_from(
        "more next and what about the 다음 더 그럼 은요 문단 <@U1> & &amp; ? \u202e".split()
    )
)


@settings(max_examples=300)
@given(typed=st.text(max_size=200) | PIECES.map(" ".join))
@example(typed="그럼 " * 40)
@example(typed="please can you " * 40 + "mo")
def test_any_text_is_read(typed: str) -> None:
    follow_up = parse(typed)
    assert follow_up is None or not isinstance(follow_up, About) or follow_up.text.strip()
