"""The Home, and the choice of a language, in Korean (합니다체)."""

from bot.rendering.words.home_vocabulary import HomeWords

WORDS = HomeWords(
    language_chosen="이제부터 한국어로 답하겠습니다.",
    language_automatic="이제부터 Slack의 언어 설정과 입력하신 말의 언어에 맞추어 답하겠습니다.",
    language_as_chosen="선택하신 대로 한국어로 답하고 있습니다.",
    language_followed=(
        "지금은 한국어로 답하고 있습니다. Slack의 언어 설정과 입력하신 말의 언어에 맞춘 것입니다."
    ),
    language_ways=(
        "바꾸는 방법: `/alliance 언어 한국어` · `/alliance 언어 영어` (English)"
        " · `/alliance 언어 자동`. 인용문은 언제나 영어 원문입니다."
    ),
    language_unknown="한국어와 영어로만 답할 수 있습니다.",
    language_in_private=(
        "언어 설정은 본인에게만 적용되므로 `/alliance 언어 한국어` (또는 `영어`, `자동`) 명령을"
        " 쓰시거나 저에게 다이렉트 메시지로 보내 주십시오."
    ),
    search="구절 찾기",
    search_examples="기후 · 원자력 · ¶5 · 2장",
    outline="성명의 내용",
    pick_from="주제 고르기: {section}",
    language="언어",
    language_note=(
        "제가 답하는 언어입니다. 인용문은 언제나 영어 원문입니다."
        "\n‘자동’을 고르시면 Slack의 언어 설정과 입력하신 말의 언어에 맞춥니다."
    ),
    languages={"auto": "자동", "en": "English (영어)", "ko": "한국어"},
    help="사용법과 개인정보",
    help_button="전체 사용법 보기",
    digests="정기 게시",
    digest="*{number}. {place}*",
    own_conversation="저와의 다이렉트 메시지",
    paused="*상태:* 일시 중지됨",
    deeds={
        "change": "변경",
        "preview": "미리보기",
        "now": "지금 게시",
        "pause": "일시 중지",
        "resume": "다시 시작",
        "off": "해지",
    },
    described="{deed}: {number}번 정기 게시, {cadence}",
    sure={"now": "지금 게시하시겠습니까?", "off": "정기 게시를 해지하시겠습니까?"},
    consequence={
        "now": "다음 주제를 바로 게시하며, 그곳의 모든 사람이 볼 수 있습니다.",
        "off": "다시 설정하기 전에는 그곳에 아무것도 게시하지 않습니다.",
    },
    keep="취소",
    set_up="정기 게시 설정",
    more="정기 게시는 모두 {count}개입니다. 전체 보기: `/alliance 정기 게시 목록`",
    preview="정기 게시 미리보기",
)
