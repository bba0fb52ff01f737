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
    choose="검색어에 맞는 주제가 여러 개입니다. 어느 주제를 찾으십니까?",
    statement="{place}, {date} · 전체 {paragraphs}개 문단 · {themes}",
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
    help_command=(
        "• `/alliance 기후` 형식으로 입력하시면 입력하신 분에게만 답합니다."
        " 검색어 없이 `/alliance` 만 입력하시면 목차가 나옵니다."
    ),
    help_mention="• 채널에서 저를 멘션하고 검색어를 적으시면 스레드에서 모두에게 답합니다.",
    help_message="• 다이렉트 메시지로 검색어를 보내셔도 됩니다.",
    help_threads="• 스레드에서는 슬래시 명령어를 쓸 수 없으니 저를 멘션해 주십시오.",
    help_places=("• 위치로 찾기: `¶5` · `5문단` · `2장`. 아무 구절이나 보시려면: `무작위`"),
    help_digests="• `/alliance 다이제스트` 명령으로 정한 요일마다 채널에 주제를 하나씩 게시합니다.",
    help_languages="• 한국어나 영어로 물으시면 됩니다. 인용문은 언제나 영어 원문입니다.",
    help_privacy="• 입력하신 내용은 저장하지 않으며, 로그에도 남기지 않습니다.",
    gone="더 이상 찾을 수 없는 항목입니다. 다시 검색해 주십시오.",
    apology=(
        "죄송합니다. 문제가 생겼습니다. 오류 번호 {id}로 기록했습니다."
        " 잠시 후 다시 시도해 주십시오."
    ),
)
