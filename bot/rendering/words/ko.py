"""Korean (합니다체)."""

from bot.rendering.words.vocabulary import Words

WORDS = Words(
    date="{year}년 {month_number}월 {day}일",
    months=tuple(f"{number}월" for number in range(1, 13)),
    passage="{theme} ¶{paragraph}",
    where="¶{paragraph} · {section}",
    matched="일치한 표현: *{alias}* (‘{theme}’ 주제의 별칭)",
    matched_title="일치한 표현: *{title}*",
    by_chance="무작위로 고른 구절",
    see_also="함께 볼 문서: {title}({date}). 별개의 문서이므로 여기에서는 인용하지 않습니다.",
    open_source="원문 열기",
    open_source_at="원문 열기: {passage}",
    others="다른 구절",
    citation="{title}({place}, {date}).",
    source="원래 주소: {original} · 보존본: {archived}",
    official="인용문은 영어로 된 공식 원문입니다.",
    choose="검색어에 맞는 주제가 여러 개입니다. 어느 주제를 찾으십니까?",
    statement="{place}, {date} · 문단 {paragraphs}개 · {themes}",
    range="¶{first}–{last}",
    place="¶{paragraph}",
    one_theme="주제 1개",
    themes="주제 {count}개",
    section_line="*{section}* · {paragraphs} · {themes}",
    theme_line="• {theme} · {paragraphs}",
    pick_theme="주제 고르기",
    contents_hint=(
        "위 메뉴에서 주제를 고르시거나 직접 입력해 주십시오: `기후` · `¶5` · `2장` · `무작위`"
    ),
    numbered="{number}. {section}",
    one_paragraph="이 성명은 1개 문단으로 되어 있습니다.",
    paragraphs="이 성명은 {count}개 문단으로 되어 있습니다.",
    no_section="이 성명에는 번호가 붙은 장이 없습니다.",
    one_section="이 성명에서 번호가 붙은 장은 1개입니다.",
    sections="이 성명에서 번호가 붙은 장은 {count}개입니다.",
    also_here="다음 문서도 인용합니다. 그 내용을 검색어로 입력해 주십시오:",
    not_found="‘{title}’에서는 찾으시는 내용을 확인하지 못했습니다.",
    neighbour="제가 인용하지 않는 다른 문서에 나와 있을 수 있습니다: *{title}* ({date}).",
    nearest="성명에서 가장 가까운 주제는 다음과 같습니다:",
    see_contents="전체 주제: `목차` · 사용법: `도움말`",
    help_intro="‘{title}’의 구절을 한 글자도 바꾸지 않고 링크와 함께 인용합니다.",
    help_asking="*질문하기*",
    help_command="• `/alliance 기후`: 본인에게만 답합니다. 검색어를 빼면 목차를 보여 드립니다.",
    help_mention=(
        "• 채널에서 저를 멘션하시면 스레드에서 모두에게 답합니다. 다이렉트 메시지에서는 검색어만"
        " 보내시면 됩니다."
    ),
    help_places="• 위치로 찾기: `¶5` · `5문단` · `2장` · 아무 구절이나 보기: `무작위`",
    help_follow_ups=(
        "• 멘션이나 다이렉트 메시지의 답에 이어서 묻기: `다른 구절` · `다음` · `이전` · `문단 전체`"
        " · `그럼 일본은?`"
    ),
    help_elsewhere="*Slack의 다른 곳에서*",
    help_search="• 주제와 구절을 추천받으며 찾는 바로 가기: *Search the joint statement*",
    help_threads=(
        "• 메시지의 ⋯ (추가 작업) 메뉴에서 그 메시지에 맞는 구절을 찾는 바로 가기:"
        " *Find in the joint statement* (슬래시 명령어를 쓸 수 없는 스레드에서도 됩니다)"
    ),
    help_links="• 성명 링크를 올리시면 링크가 가리키는 구절이 카드로 펼쳐집니다.",
    help_home="• 앱 홈에서 성명의 내용, 정기 게시, 언어 설정을 보실 수 있습니다.",
    help_digests=(
        "• `/alliance 정기 게시` (또는 `digest`): 정하신 요일마다 채널에 주제를 하나씩 게시합니다."
    ),
    help_steps="• 워크플로 빌더에서 구절을 찾는 단계: *Find a passage*",
    help_about="*언어와 개인정보*",
    help_languages=(
        "• 한국어나 영어로 물으시면 됩니다. 인용문은 언제나 영어 원문입니다. 답하는 언어 바꾸기:"
        " `/alliance 언어 한국어` · `언어 영어` · `언어 자동`"
    ),
    help_privacy=(
        "• 입력하신 내용은 로그에 남기지 않으며 저장하지도 않습니다. 다만 찾지 못한 검색어와"
        " 답변에 대한 의견은 이름 없이 최대 90일 동안 보관할 수 있습니다."
    ),
    notice="한미 공동성명",
    close="닫기",
    not_opened="창을 제때 열지 못했습니다. 다시 시도해 주십시오.",
    gone="더 이상 찾을 수 없는 항목입니다. 다시 검색해 주십시오.",
    apology=(
        "죄송합니다. 문제가 생겼습니다. 오류 번호 {id}로 기록했습니다."
        " 잠시 후 다시 시도해 주십시오."
    ),
    too_fast="짧은 시간에 요청이 너무 많았습니다. 1분 뒤에 다시 물어봐 주십시오.",
    busy="지금은 요청이 많아 답하지 못했습니다. 1분 뒤에 다시 물어봐 주십시오.",
)
