"""What can be done with an answer, in Korean (합니다체)."""

from bot.rendering.words.answer_vocabulary import AnswerWords

WORDS = AnswerWords(
    read_in_context="문맥에서 읽기",
    share="공유",
    cite="인용 정보",
    described="{label}: {passage}",
    place_of="{paragraph} (전체 {count}개 문단)",
    paragraph="¶{paragraph}",
    part="¶{paragraph}의 {parts}개 부분 중 {part}번째",
    marked="굵은 글씨로 표시한 부분(“{start}” … “{end}”)이 ‘{theme}’ 구절입니다.",
    previous="이전: {place}",
    next="다음: {place}",
    back="돌아가기: {place}",
    themes_of_section="이 장의 주제",
    theme="주제",
    paragraphs="문단",
    go_to_theme="주제로 이동",
    shared_by="{name} 님이 ‘{title}’의 구절을 원문 그대로 공유했습니다.",
    share_passage="구절 공유",
    channel="채널",
    channel_hint="채널의 모든 멤버에게 이 구절과 공유하신 분의 이름이 보입니다.",
    choose_channel="채널 선택",
    cancel="취소",
    shared="공유했습니다. 이제 이곳의 모든 사람이 이 구절을 볼 수 있습니다.",
    shared_in="공유했습니다. 이제 {place}의 모든 사람이 이 구절을 볼 수 있습니다.",
    share_faults={
        "no_conversation": "채널에만 공유할 수 있습니다. 채널을 선택해 주십시오.",
        "members_unseen": (
            "그 채널의 멤버이신지 확인할 수 없습니다. 그 채널에서 `/alliance 검색어` 형식으로"
            " 찾으신 다음 공유해 주십시오."
        ),
        "not_member": "그 채널의 멤버가 아니십니다.",
        "unchosen": "채널을 선택해 주십시오.",
        "not_in_channel": (
            "제가 그 채널에 없어서 공유하지 못했습니다. 그 채널에서 `/invite @alliance` 명령을"
            " 입력하신 다음 다시 공유해 주십시오."
        ),
        "is_archived": "보관된 채널이어서 공유하지 못했습니다.",
        "refused": (
            "Slack에서 게시를 허용하지 않아 공유하지 못했습니다. 나중에 다시 시도해 주십시오."
        ),
        "unheard": (
            "게시되었는지 Slack에서 확인받지 못했습니다. 다시 공유하시기 전에 채널을 확인해"
            " 주십시오."
        ),
        "under_way": "이미 공유하고 있습니다. 채널을 확인해 주십시오.",
    },
    citations="인용 정보",
    citations_of="복사해서 쓰실 수 있는 출처 표기(영어): {passage}",
    styles={
        "plain": "일반 텍스트",
        "apa": "APA, 7판",
        "apa_in_text": "APA, 본문 내 인용",
        "chicago": "시카고 17판, 각주",
        "bluebook": "블루북",
        "bibtex": "BibTeX",
        "markdown": "Markdown 링크",
    },
)
