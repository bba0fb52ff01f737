"""The modal for a digest in Korean (합니다체)."""

from bot.rendering.words.form_vocabulary import FormWords

WORDS = FormWords(
    title="공동성명 정기 게시",
    save="저장",
    cancel="취소",
    labels={
        "channel": "채널",
        "days": "요일",
        "weekdays": "게시할 요일",
        "time": "시각",
        "zone": "시간대",
        "program": "게시할 내용",
        "themes": "주제",
        "section": "장",
        "language": "안내 문구의 언어",
        "holidays": "게시하지 않을 공휴일",
        "until": "이 날짜 전에는 게시하지 않기",
    },
    hints={
        "zone": "도시나 시간대 이름을 입력해 주십시오. 예: 서울, America/New_York",
        "themes": "성명에 나오는 순서대로 게시합니다.",
        "language": "인용문은 언제나 영어 원문입니다.",
        "until": "비워 두시면 바로 시작합니다.",
    },
    placeholders={
        "channel": "채널 선택",
        "weekdays": "요일 선택",
        "zone": "도시 입력",
        "themes": "주제 선택",
        "section": "장 선택",
        "until": "날짜 선택",
    },
    days={
        "every_day": "매일",
        "weekdays": "평일(월요일~금요일)",
        "chosen": "요일 직접 선택",
    },
    weekday="{weekday}요일",
    what={
        "in_order": "모든 주제를 성명에 나오는 순서대로",
        "shuffled": "모든 주제를 무작위 순서로",
        "chosen": "선택한 주제만",
        "section": "한 장의 주제만",
    },
    languages={"en": "English (영어)", "ko": "한국어"},
    countries={"US": "미국", "KR": "한국"},
    already=(
        "*{place}에는 이미 정기 게시가 있습니다.* {cadence}, {by}. 저장하시면 그 설정이 바뀝니다."
    ),
    faults={
        "unchosen": "목록에서 선택해 주십시오.",
        "no_days": "요일을 하나 이상 선택해 주십시오.",
        "no_themes": "주제를 하나 이상 선택해 주십시오.",
        "no_section": "장을 선택해 주십시오.",
        "unknown_zone": "알 수 없는 시간대입니다. 목록에서 선택해 주십시오.",
        "no_such_day": "내일부터 1년 안의 날짜를 선택하시거나 비워 두십시오.",
    },
    incomplete="모두 선택하시면 다음 게시가 여기에 표시됩니다.",
)
