"""Digests in Korean (합니다체)."""

from bot.rendering.words.digest_vocabulary import DigestWords

WORDS = DigestWords(
    weekdays=tuple("월화수목금토일"),
    halves=("오전", "오후"),
    hour="{half} {hour}시 {minute}분",
    full_hour="{half} {hour}시",
    moment="{date}({weekday}) {hour}",
    zone="{zone}({offset})",
    every_day="매일 {hour}",
    on_weekdays="평일 {hour}",
    on_days="매주 {days}요일 {hour}",
    comma="·",
    last_comma="·",
    cadence="{when}, {zone}",
    in_order="모든 주제를 성명에 나오는 순서대로",
    shuffled="모든 주제를 무작위 순서로(한 바퀴 안에서는 겹치지 않음)",
    one_chosen="선택한 주제 1개",
    chosen="선택한 주제 {count}개",
    one_section="‘{section}’ 장의 주제",
    countries={"US": "미국", "KR": "한국"},
    either="·",
    holidays="{countries} 공휴일",
    when="*일시:* {cadence}",
    what="*내용:* {program}",
    rest="*쉬는 날:* {holidays}",
    going="*상태:* 사용 중",
    paused="*상태:* 일시 중지됨. 다시 시작: `/alliance 정기 게시 다시 시작`",
    paused_until="*상태:* 일시 중지됨. {date}부터 다시 게시합니다.",
    ailing="*상태:* {since}부터 게시되지 않고 있습니다. {ailment}",
    ailments={
        "not_in_channel": (
            "제가 {place}에 없습니다. 그곳에서 `/invite @alliance` 명령을 입력하시면"
            " 저절로 다시 시작됩니다."
        ),
        "archived": "{place}: 보관되어 있습니다. 보관을 해제하시면 저절로 다시 시작됩니다.",
        "channel_gone": (
            "{place}: 더 이상 볼 수 없습니다. 삭제되었거나, 제가 비공개 채널에서"
            " 내보내졌습니다. 아직 쓰는 채널이면 그곳에서 `/invite @alliance` 명령을"
            " 입력해 주시고, 아니면 다른 채널에 설정해 주십시오."
        ),
        "token": ("Slack에 더 이상 접속할 수 없습니다. 관리자가 앱을 다시 설치해야 합니다."),
        "refused": (
            "Slack이 게시를 다섯 번 거부했습니다. 다음 차례에 다시 시도하며, 그때도 실패하면"
            " 운영자에게 로그를 확인해 달라고 요청해 주십시오."
        ),
    },
    next_posts="*다음 게시*",
    next_post="• {moment} · {theme}",
    none_to_come="예정된 게시가 없습니다.",
    latest="*최근 게시*",
    delivery="• {moment} · {state}",
    delivery_of="• {moment} · {theme} · {state}",
    states={
        "asked": "요청됨, 곧 게시",
        "queued": "곧 게시",
        "posting": "게시하는 중",
        "posted": "게시됨",
        "unconfirmed": (
            "확인되지 않음: 연결이 끊겼으며, 게시되었는지 확인할 권한이 없습니다."
            " 채널에서 확인해 주십시오. 두 번 게시하지는 않습니다"
        ),
        "skipped": "건너뜀",
        "failed": "실패",
    },
    because="{state}: {reason}",
    reasons={
        "missed": "그때 제가 실행되지 않았고, 그 뒤의 게시가 예정되어 있었습니다",
        "late": "너무 늦게 게시될 상황이었습니다",
        "paused": "정기 게시가 일시 중지되어 있었습니다",
        "fault": "제게 문제가 생겼습니다. 운영자가 로그에서 확인할 수 있습니다",
        "not_in_channel": ("제가 채널에 없었습니다. `/invite @alliance` 명령으로 초대해 주십시오"),
        "is_archived": "채널이 보관되어 있었습니다",
        "channel_not_found": "채널이 없어졌거나 제게 보이지 않았습니다",
        "token_revoked": "제 접속 권한이 취소되었습니다. 관리자가 앱을 다시 설치해야 합니다",
        "token_expired": "제 접속 권한이 만료되었습니다. 관리자가 앱을 다시 설치해야 합니다",
        "account_inactive": "앱이 제거되었습니다. 관리자가 앱을 다시 설치해야 합니다",
        "invalid_auth": (
            "Slack이 제 접속을 받아들이지 않았습니다. 관리자가 앱을 다시 설치해야 합니다"
        ),
        "not_authed": "제게 접속 권한이 없었습니다. 관리자가 앱을 다시 설치해야 합니다",
    },
    slacks_reason="Slack의 답: `{word}` (자세한 내용은 운영자가 로그에서 확인할 수 있습니다)",
    progress="{of}개 중 {number}번째",
    set_up_by="{name} 님이 설정",
    set_up_in_file="파일로 설정",
    how_to_change="변경: `/alliance 정기 게시` · 해지: `/alliance 정기 게시 해지`",
    read_paragraph="문단 전체 읽기",
    read_paragraph_at="¶{paragraph} 전체 읽기",
    change="정기 게시 변경",
    part="{of}개 중 {number}번째",
    preview="미리보기입니다. 다른 사람에게는 보이지 않으며, 채널에 게시되지 않았습니다.",
    read="이해한 내용: `{written}`",
    misread={
        "time": "• ‘{word}’: 시각으로 읽을 수 없습니다. 이렇게 적으려고 하셨습니까? {suggestion}",
        "day": "• ‘{word}’: 요일로 읽을 수 없습니다. 이렇게 적으려고 하셨습니까? {suggestion}",
        "zone": "• ‘{word}’: 시간대 이름이 아닙니다. 이렇게 적으려고 하셨습니까? {suggestion}",
        "holidays": (
            "• ‘{word}’: 공휴일은 미국과 한국의 것만 알고 있습니다."
            " 이렇게 적으려고 하셨습니까? {suggestion}"
        ),
        "twice": "• ‘{word}’: 앞에 적으신 내용과 맞지 않습니다. 둘 중 하나를 빼 주십시오.",
        "word": "• ‘{word}’: 이해하지 못했습니다. 빼고 적어 주십시오.",
        "missing_time": "• 시각이 빠졌습니다. 예: {suggestion}",
        "missing_days": "• 요일이 빠졌습니다. 예: {suggestion}",
        "command": "• ‘{word}’: 이해하지 못했습니다. 이렇게 적으려고 하셨습니까? {suggestion}",
        "pause": (
            "• ‘{word}’: 기간이나 날짜로 읽을 수 없습니다. 이렇게 적으려고 하셨습니까? {suggestion}"
        ),
    },
    or_else=" · ",
    instead="이렇게 적어 주십시오: `/alliance {line}`",
    see_usage="사용법 보기: `/alliance 정기 게시 도움말`",
    usage=(
        "*정기 게시* 기능은 정하신 요일마다 성명의 주제를 하나씩 채널에 게시합니다.",
        "• `/alliance 정기 게시`: 이 채널의 설정 창을 엽니다. 같은 명령어: `digest` · `다이제스트`",
        "• `/alliance 정기 게시 평일 09:00 서울`: 명령어 한 줄로 설정합니다. 함께 쓸 수 있는 말:"
        " `매일` · `월수금` · `오후 5시 30분` · `무작위` · `2장` · `한국 공휴일 제외` · `영어로`",
        "• `/alliance 정기 게시 상태`: 이 채널의 상태. `목록`: 워크스페이스 전체",
        "• `/alliance 정기 게시 미리보기`: 다음 게시를 본인에게만 표시. `지금`: 바로 게시",
        "• `/alliance 정기 게시 일시 중지 2주` · `일시 중지 2027-12-24까지` · `다시 시작` · `해지`",
    ),
    channel="{channel} 채널",
    conversation="이 다이렉트 메시지",
    set_up="{place}의 정기 게시를 설정했습니다.",
    changed="{place}의 정기 게시 설정을 바꾸었습니다.",
    zone_sources={
        "profile": "시간대는 Slack 프로필의 시간대를 따랐습니다.",
        "before": "시간대는 이전 설정을 그대로 따랐습니다.",
        "fallback": (
            "프로필의 시간대를 볼 수 없어 UTC로 정했습니다. 시간대를 지정하시려면:"
            " `/alliance 정기 게시 평일 09:00 서울`"
        ),
    },
    invite=(
        "제가 아직 {place}에 없습니다. 그곳에서 `/invite @alliance` 명령을 입력하시면"
        " 정기 게시가 저절로 시작됩니다."
    ),
    how_to_see="상태 보기: `/alliance 정기 게시 상태` · 해지: `/alliance 정기 게시 해지`",
    is_paused=(
        "{place}의 정기 게시를 일시 중지했습니다. 다시 시작: `/alliance 정기 게시 다시 시작`"
    ),
    is_paused_until="{place}의 정기 게시를 일시 중지했습니다. {date}부터 다시 게시합니다.",
    resumed="{place}의 정기 게시를 다시 시작합니다.",
    off="{place}의 정기 게시를 해지했습니다. 다시 설정하기: `/alliance 정기 게시`",
    asked="‘{theme}’ 구절을 곧 {place}에 게시합니다.",
    no_digest="{place}에는 아직 정기 게시가 없습니다. 설정하기: `/alliance 정기 게시`",
    everywhere="*이 워크스페이스의 정기 게시*",
    nowhere=("이 워크스페이스에는 아직 정기 게시가 없습니다. 설정하기: `/alliance 정기 게시`"),
    listed="• {place}: {cadence}",
    listed_next="{listed} · 다음 {moment}",
    listed_paused="{listed} · 일시 중지됨",
    refusals={
        "stranger": "이 워크스페이스의 멤버만 할 수 있습니다.",
        "admins_only": (
            "이 워크스페이스에서는 관리자만 정기 게시를 설정할 수 있습니다."
            " 관리자에게 요청해 주십시오."
        ),
        "admins_unseen": (
            "이 워크스페이스에서는 관리자만 정기 게시를 설정할 수 있는데, 제게 `users:read` 권한이"
            " 없어 누가 관리자인지 확인할 수 없습니다."
        ),
        "admins_unknown": (
            "이 워크스페이스에서는 관리자만 정기 게시를 설정할 수 있는데, Slack에서 관리자인지"
            " 제때 확인하지 못했습니다. 다시 시도해 주십시오."
        ),
        "kept_in_file": (
            "이 정기 게시는 파일로 관리하므로 파일에서만 바꿀 수 있습니다."
            " 운영자에게 요청해 주십시오."
        ),
        "unavailable": "이곳에서는 데이터베이스 없이 실행되므로 정기 게시를 쓸 수 없습니다.",
        "not_member": "그 채널의 멤버가 아니십니다.",
        "members_unseen": (
            "그 채널에 누가 있는지 볼 수 없습니다. 그 채널에서 `/alliance 정기 게시` 명령을"
            " 입력해 주십시오."
        ),
        "no_conversation": "정기 게시는 채널이나 저와의 다이렉트 메시지에만 설정할 수 있습니다.",
        "not_opened": (
            "설정 창을 제때 열지 못했습니다. 다시 시도하시거나 원하시는 내용을 적어 주십시오:"
            " `/alliance 정기 게시 평일 09:00 서울`"
        ),
        "in_private": (
            "그 일은 `/alliance 정기 게시` 명령으로 해 주십시오. 답은 다른 사람에게 보이지"
            " 않습니다."
        ),
        "no_such_pause": (
            "일시 중지는 내일부터 1년 안의 날짜까지만 할 수 있습니다."
            " 예: `/alliance 정기 게시 일시 중지 2주`"
        ),
    },
    ails="{place}의 정기 게시가 {since}에 게시되지 못했습니다. {ailment}",
    announced="{name} 님이 이곳에 정기 게시를 설정했습니다: ‘{title}’의 구절, {cadence}.",
    announced_change="{name} 님이 이곳의 정기 게시를 변경했습니다: {cadence}.",
    first_post="다음 게시: {moment}",
)
