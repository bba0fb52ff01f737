"""Korean, on the pages of the installation."""

from bot.rendering.words.install_vocabulary import InstallWords

WORDS = InstallWords(
    add="Slack에 추가",
    lead="공개된 문서 하나를 원문 그대로 인용합니다. 대상 문서는 {title}입니다."
    " 슬래시 명령어나 멘션, 다이렉트 메시지로 한국어나 영어로 물어보십시오.",
    points=(
        "모든 답변은 원문 그대로의 구절이며, 그 위치와 출처 링크를 함께 보여 드립니다.",
        "문서에 없는 내용은 없다고 답합니다. 문장을 지어내지 않습니다.",
        "원하는 시각에 채널로 구절을 정기적으로 보내 드립니다.",
    ),
    optional="일부 권한은 Slack에서 따로 묻습니다. 허용하지 않으셔도 됩니다.",
    granted={
        "users:read": "사용자의 언어와 이름, 시간대, 관리자 여부를 확인합니다.",
        "channels:read": "정기 게시를 받거나 구절을 공유할 채널에 본인이 참여하고 있는지"
        " 확인합니다.",
        "channels:history": "게시가 중단되었을 때 이미 게시한 구절을 찾습니다.",
    },
    privacy="누가 무엇을 물었는지 저장하지 않습니다. 앱을 제거하시면 워크스페이스에 관해 저장된"
    " 내용이 모두 삭제됩니다.",
    switch="English",
    installed="{where}에 설치했습니다",
    organisation_next="앱을 사용할 워크스페이스는 조직에서 선택합니다.",
    choose_workspaces="워크스페이스 선택",
    next="이제 이렇게 해 보십시오",
    steps=(
        "아무 채널에서나 /alliance 기후 변화 명령을 입력해 보십시오. 답변은 본인에게만 보입니다.",
        "채널에서 /invite @alliance 명령을 입력한 뒤 봇을 멘션하시면 모두가 답변을 볼 수 있습니다.",
        "구절을 정기적으로 받아 보시려면 /alliance 정기 게시 명령을, 사용법을 보시려면"
        " /alliance 도움말 명령을 입력해 보십시오.",
    ),
    open_slack="Slack 열기",
    left_out="허용하지 않은 권한",
    declined={
        "users:read": "질문하신 언어로 답변하고, 시간대를 지정하지 않으면 정기 게시는 UTC를"
        " 따르며, 관리자를 구별하지 못합니다.",
        "channels:read": "정기 게시는 받으실 채널에서 직접 명령어를 입력해 설정하셔야 하며,"
        " 다른 채널로 구절을 공유하지 못합니다.",
        "channels:history": "게시가 중단되면 이미 게시했는지 찾지 못하고 ‘확인되지 않음’으로"
        " 표시합니다.",
    },
    declined_other="{scope}: 이 권한이 필요한 기능은 꺼져 있습니다.",
    add_later="언제든지 다시 설치하여 추가하실 수 있습니다.",
    cancelled="설치하지 않았습니다",
    cancelled_why="Slack 화면에서 거부하셨거나, 관리자의 앱 승인이 먼저 필요한 워크스페이스입니다.",
    expired="처음부터 다시 시작해 주십시오",
    expired_why="설치는 10분 안에, 시작한 브라우저에서, 한 번에 마치셔야 합니다.",
    failed="설치하지 못했습니다",
    failed_why="이 서버 또는 Slack에서 문제가 생겼습니다. 운영자에게 {id} 번호를 알려 주시면 원인을"
    " 찾을 수 있습니다.",
    again="다시 시작",
    welcome="*{title}* 원문을 그대로 인용하는 봇이 설치되었습니다. 예를 들어 ‘{theme}’ 구절은"
    " 다음과 같습니다.",
    welcome_ask="• 다른 내용도 이곳이나 아무 채널에서나 물어보십시오. 예: `/alliance 기후 변화`",
    welcome_digest="• 채널에서 `/alliance 정기 게시` 명령을 입력하시면 원하는 시각에 구절을 보내"
    " 드립니다.",
    welcome_help="• 전체 사용법 보기: `/alliance 도움말` · 채널에서 함께 쓰시려면"
    " `/invite @alliance` 명령을 입력해 주십시오.",
    not_installed="이 워크스페이스에는 봇이 설치되어 있지 않거나 제거되었습니다."
    " 설치하기: {address}",
    storage_away="지금은 봇이 데이터베이스에 연결할 수 없습니다. 잠시 후 다시 시도해 주십시오.",
)
