"""A link's card and a workflow's step in Korean (합니다체)."""

from bot.rendering.words.link_vocabulary import LinkWords

WORDS = LinkWords(
    paragraph="{paragraph}번째 문단",
    shortened=(
        "전체 {of}개 문장 중 앞의 {shown}개만 인용했습니다. 나머지는 원문에서 보실 수 있습니다."
    ),
    unquoted="너무 길어 여기에는 인용하지 않습니다. 원문에서 보실 수 있습니다.",
    how_to_ask="궁금한 내용은 `/alliance 기후` 형식으로 물어보십시오. 답은 본인에게만 보입니다.",
    open_statement="원문 열기: {title}",
    no_such_step="더 이상 제공하지 않는 단계입니다. 워크플로에서 다른 단계로 바꿔 주십시오.",
)
