"""Whether a passage was the right one, in Korean (합니다체)."""

from bot.rendering.words.feedback_vocabulary import FeedbackWords

WORDS = FeedbackWords(
    yes="네, 찾던 내용입니다",
    no="아니요",
    yes_described="네, 찾던 내용입니다: {passage}",
    no_described="아니요, 찾던 내용이 아닙니다: {passage}",
    thanks="감사합니다. 의견을 이름 없이 기록했습니다.",
    thanks_and_hint=(
        "감사합니다. 의견을 이름 없이 기록했습니다. 다른 말로 다시 검색해 보십시오."
        " 전체 주제: `목차`"
    ),
    title="무엇을 찾으셨습니까?",
    intro="감사합니다. 찾던 내용이 아니라는 의견을 이름 없이 기록했습니다.",
    label="어떤 말로 찾을 수 있으면 좋겠습니까?",
    hint="이름 없이 90일 동안 보관합니다. 사람 이름은 적지 말아 주십시오.",
    submit="보내기",
    too_long="{most}자 이내로 적어 주십시오.",
)
