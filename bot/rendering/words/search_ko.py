"""The search and the shortcuts in Korean (합니다체)."""

from bot.rendering.words.search_vocabulary import SearchWords

WORDS = SearchWords(
    search_title="공동성명 검색",
    result_title="한미 공동성명",
    search="검색",
    cancel="취소",
    search_again="다시 검색",
    subject="주제 또는 구절",
    subject_prompt="입력해 보십시오: 기후 · 일본 · 반도체",
    own_words="직접 물어보기",
    own_words_prompt="예: 탄소중립에 관해 무엇을 합의했습니까?",
    themes="주제",
    passages="구절",
    faults={
        "nothing": "주제나 구절을 고르시거나 찾으시는 내용을 적어 주십시오.",
        "both": "위에서 고르신 항목과 직접 적으신 말 중 하나만 남겨 주십시오.",
        "gone": "더 이상 성명에서 찾을 수 없는 항목입니다. 다시 골라 주십시오.",
    },
    not_opened=(
        "검색 창이 제때 열리지 않았습니다. 바로 가기를 다시 선택하시거나"
        " 찾으시는 내용을 이 대화에 보내 주십시오."
    ),
    no_words="이 메시지에는 찾아볼 만한 글이 없습니다.",
    nothing_in_message="‘{title}’에서는 이 메시지와 관련된 내용을 확인하지 못했습니다.",
)
