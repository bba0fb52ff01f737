"""Conversations in Korean (합니다체)."""

from bot.rendering.words.talk_vocabulary import TalkWords

WORDS = TalkWords(
    thanks="도움이 되었다니 기쁩니다. 성명에서 더 찾으실 내용이 있으면 언제든지 말씀해 주십시오.",
    ended={
        "more": "찾으신 내용에 맞는 구절은 모두 보여 드렸습니다. 전체 주제는 다음과 같습니다:",
        "next": "성명의 마지막 구절이었습니다. 전체 주제는 다음과 같습니다:",
        "previous": "성명의 첫 구절이었습니다. 전체 주제는 다음과 같습니다:",
    },
    unanchored=(
        "이 대화에서 드린 답이 아직 없어 이어서 보여 드릴 수 없습니다(`다른 구절` · `다음` · `이전`"
        " · `문단 전체`). 먼저 물어봐 주십시오: `기후` · `¶5` · `목차`"
    ),
    prompts="어떤 내용을 찾으십니까?",
    contents="전체 주제 보기",
    contents_prompt="목차",
)
