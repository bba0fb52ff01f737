"""source.txt: the statement's own words by paragraph, and where a quotation stands in them."""

import hashlib
from bisect import bisect_left
from dataclasses import dataclass

_HEADING = "# "
_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Source:
    """The text, white space folded: its paragraphs, and each heading with the paragraph below."""

    sha256: str
    whole: str
    paragraphs: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]

    def places(self, quote: str) -> tuple[int, ...]:
        """The paragraphs, from 1, that hold the quotation; twice where one holds it twice."""
        return tuple(
            number
            for number, paragraph in enumerate(self.paragraphs, 1)
            for _ in range(paragraph.count(quote))
        )

    def cuts_a_word(self, quote: str) -> bool:
        """Whether the quotation, which stands here once, begins or ends inside a word."""
        before, _, after = self.whole.partition(quote)
        opens = before[-1:].isalnum() and quote[:1].isalnum()
        return opens or (after[:1].isalnum() and quote[-1:].isalnum())

    def difference(self, quote: str) -> str:
        """Where a quotation that does not stand here departs from the source."""
        same = bisect_left(range(len(quote)), True, key=lambda n: quote[: n + 1] not in self.whole)
        if same < _SHOWN // 2:
            return f"nothing in it begins with “{quote[:_SHOWN]}”"
        after = self.whole.index(quote[:same]) + same
        return (
            f"after “{quote[max(0, same - _SHOWN) : same]}” it has"
            f" “{self.whole[after : after + _SHOWN]}”, and the quote"
            f" “{quote[same : same + _SHOWN]}”"
        )


def source_of(text: str) -> Source:
    """The source's text taken apart: blank lines part paragraphs, `# ` opens a heading."""
    blocks = [" ".join(block.split()) for block in text.replace("\r\n", "\n").split("\n\n")]
    paragraphs: list[str] = []
    headings: list[tuple[int, str]] = []
    for block in filter(None, blocks):
        if block.startswith(_HEADING):
            headings.append((len(paragraphs) + 1, block.removeprefix(_HEADING)))
        else:
            paragraphs.append(block)
    shown = " ".join(block.removeprefix(_HEADING) for block in blocks if block)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(digest, shown, tuple(paragraphs), tuple(headings))
