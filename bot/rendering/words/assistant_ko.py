"""Korean (합니다체), for assistants."""

from bot.rendering.words.assistant_vocabulary import AssistantWords

WORDS = AssistantWords(
    found="성명의 해당 구절을 원문 그대로, 가장 잘 맞는 것부터 보여 드립니다.",
    choices="검색어에 맞는 주제가 여러 개여서, 주제마다 첫 구절을 보여 드립니다.",
    contents="성명에서 다루는 내용은 다음과 같습니다.",
    no_paragraph="찾으시는 문단이 없습니다. 이 성명은 {count}개 문단으로 되어 있습니다.",
    no_section="찾으시는 장이 없습니다. 이 성명에서 번호가 붙은 장은 {count}개입니다.",
    not_found="‘{title}’에서는 찾으시는 내용을 확인하지 못했습니다.",
    elsewhere="여기에서 인용하지 않는 다른 문서에 나와 있을 수 있습니다: {title}({date}).",
    nearest="성명에서 가장 가까운 주제는 다음과 같습니다:",
    quote=(
        "인용문은 따옴표 안에 한 글자도 바꾸지 말고 옮기고, 출처와 링크를 함께 밝히십시오."
        " 바꾸어 쓰거나 줄이거나 이어 붙이지 마십시오. 공식 원문은 영어이므로, 번역을 덧붙일 때에는"
        " 직접 옮긴 번역임을 밝히십시오."
    ),
    decline=(
        "성명에 그런 내용이 없다고 답하십시오. 기억에 의존해 답하거나 다른 문서를 이 성명인 것처럼"
        " 제시하지 마십시오."
    ),
    browse="성명의 내용을 말하기 전에 주제를 검색하거나 id로 구절을 가져오십시오.",
    see_also="함께 볼 문서: {title}({date}). 별개의 문서이므로 여기에서는 인용하지 않습니다.",
    source="원문: {link}",
    citation="출처 표기: {citation}",
    id="id: {id}",
    paragraph="{number}번째 문단 전체:",
    previous="앞 구절: {id}",
    next="다음 구절: {id}",
    unknown_id=(
        "그런 id의 구절이 없습니다. search_statement 결과에 있는 id를 그대로 사용하십시오."
    ),
    malformed="인수가 올바르지 않습니다: {faults}.",
    apology="죄송합니다. 문제가 생겼습니다. 오류 번호 {id}로 기록했습니다. 다시 시도해 주십시오.",
)
