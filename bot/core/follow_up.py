"""Words that go on from an answer: "more", "next", "previous", "the whole paragraph", "and japan?".

Only whole messages are taken for one: "next generation" is a question like any other.
"""

import re
from dataclasses import dataclass

from bot.core.folding import unwrapped, words
from bot.core.request import LONGEST_QUERY

# What goes on from an answer is short; longer words are a question of their own.
LONGEST_FOLLOW_UP = 80
MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class More:
    """Another passage that fitted the last question."""


@dataclass(frozen=True, slots=True)
class Next:
    """The passage that follows in the statement."""


@dataclass(frozen=True, slots=True)
class Previous:
    """The passage that comes before in the statement."""


@dataclass(frozen=True, slots=True)
class WholeParagraph:
    """The paragraph that the passage stands in."""


@dataclass(frozen=True, slots=True)
class About:
    """The same of something else; at most three words name it."""

    text: str


FollowUp = More | Next | Previous | WholeParagraph | About
_Plain = More | Next | Previous | WholeParagraph

_LEAD = (
    r"(?:(?:ok|okay|and|so|now|then|please|can|could|would|you|i|id|we|show|give|read|quote|tell"
    r"|let|lets|me|us|see|hear|want|like|to|have|get|is|are|there|do) )*"
)
_TRAIL = r"(?: (?:please|pls|now|then|thanks))*"
_PIECE = r"(?: (?:one|ones|passage|passages|quote|quotes|result|results|part|bit))?"
_THAT = r"(?:it|that|this|those|them)"
_ENGLISH: dict[_Plain, str] = {
    More(): rf"(?:(?:some|any|one) )?more{_PIECE}(?: (?:of|on|about|like) {_THAT})?"
    rf"|(?:anything|something|what) else|(?:(?:the|any|some) )?others?{_PIECE}|another{_PIECE}",
    Next(): rf"(?:the )?next{_PIECE}|go on|go ahead|keep (?:going|reading)|carry on"
    rf"|continue(?: reading)?|what(?: is|s| comes)? next|what (?:follows|comes after)(?: {_THAT})?"
    rf"|after {_THAT}|the (?:one|passage) after(?: {_THAT})?|and then",
    Previous(): rf"(?:the )?(?:previous|prev|preceding){_PIECE}|(?:go )?back"
    rf"|what(?: is| was| comes| came)? before(?: {_THAT})?|before {_THAT}"
    rf"|the (?:one|passage) before(?: {_THAT})?",
    WholeParagraph(): r"(?:(?:the|its) )?(?:whole|full|entire|complete) para(?:graph)?"
    r"|(?:(?:the|this|that|its) )?paragraph|(?:(?:in|with|more|the|its|full) )*context",
}
_GIVE = r"(?:줘|줘요|줄래|줄래요|주세요|주십시오|주시겠어요|주시겠습니까)"
# Written together: spaces between Korean words are put as people like.
_ENDING = (
    rf"[도은는을를이가만]?[좀더]*(?:(?:보여|알려|말해|읽어|보내|찾아|인용해|해)?{_GIVE}"
    r"|[있없](?:어|어요|나|나요|니|습니까)|볼래|볼래요|보기|보자"
    r"|부탁(?:해|해요|합니다|드립니다|드려요)|뭐야|뭐예요|뭔가요|무엇인가요|무엇입니까)?요?"
)
_THING = r"(?:것|거|건|걸|구절|부분|내용)"
_KOREAN: dict[_Plain, str] = {
    More(): rf"[또하나좀조금]*더|또|또?다른{_THING}들?|나머지{_THING}?|그[밖외]에",
    Next(): rf"[그바로]*다음{_THING}?|다음으로|계속(?:해|해서)?|이어서|그뒤",
    Previous(): rf"[그바로]*이전{_THING}?|[그바로]*앞의?{_THING}?|그전|직전{_THING}?|뒤로|이전으로",
    WholeParagraph(): r"[이그]?(?:문단|단락)의?(?:전체|전부)?|전체(?:문단|단락)"
    r"|(?:전후|앞뒤)?(?:문맥|맥락)|앞뒤내용",
}
_PHRASES = {
    follow_up: re.compile(rf"{_LEAD}(?:{english}){_TRAIL}|(?:{_KOREAN[follow_up]}){_ENDING}")
    for follow_up, english in _ENGLISH.items()
}
_ABOUT = re.compile(
    r"(?:(?:ok|okay|so)[, ]+)?(?:(?:and |but )?(?:what about|how about|what of)|and|or)"
    r"\s(?P<english>.+)"
    r"|(?:그럼|그러면|그렇다면|그리고)[, ]+(?P<then>.+?)[은는도]?요?"
    r"|(?P<topic>.+)[은는]요",
    re.IGNORECASE,
)


def parse(text: str) -> FollowUp | None:
    """What the words ask of the last answer; None where they are a question of their own."""
    plain = unwrapped(text[: 4 * LONGEST_QUERY]).strip()
    if len(plain) > LONGEST_FOLLOW_UP:
        return None
    spoken = words(plain)
    apart, together = " ".join(spoken), "".join(spoken)
    for follow_up, phrase in _PHRASES.items():
        if phrase.fullmatch(apart) or phrase.fullmatch(together):
            return follow_up
    return _about(" ".join(plain.split()).strip(" ?!.,~"))


def _about(plain: str) -> About | None:
    found = _ABOUT.fullmatch(plain)
    subject = next(filter(None, found.groups()), "") if found else ""
    return About(subject) if 1 <= len(words(subject)) <= MOST_WORDS else None
