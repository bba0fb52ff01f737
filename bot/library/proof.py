"""What `alliance check` shows of a statement that holds: how much of it stands in passages."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.hangul import is_hangul
from bot.core.sentences import sentences
from bot.core.statement import Statement


@dataclass(frozen=True, slots=True)
class Proof:
    """A statement in numbers; `missing` holds the sentences that no passage quotes.

    An alias with Hangul in it counts as Korean.
    """

    slug: str
    sentences: int
    sentences_covered: int
    missing: tuple[str, ...]
    paragraphs: int
    paragraphs_covered: int
    themes: int
    passages: int
    aliases_en: int
    aliases_ko: int
    words_a_quote: float


def proof(statement: Statement) -> Proof:
    """The statement's numbers; a sentence is covered where one passage quotes it whole."""
    quotes: dict[int, list[str]] = {}
    for passage in statement.passages():
        quotes.setdefault(passage.paragraph, []).append(passage.quote)
    told = [
        (number, sentence)
        for number, paragraph in enumerate(statement.paragraphs, 1)
        for sentence in sentences(paragraph)
    ]
    missing = [
        (n, said) for n, said in told if not any(said in quote for quote in quotes.get(n, ()))
    ]
    every_quote = [quote for quoted in quotes.values() for quote in quoted]
    korean = [_is_korean(alias) for alias in _aliases(statement)]
    return Proof(
        slug=statement.slug,
        sentences=len(told),
        sentences_covered=len(told) - len(missing),
        missing=tuple(sentence for _, sentence in missing),
        paragraphs=len(statement.paragraphs),
        paragraphs_covered=len(statement.paragraphs) - len({number for number, _ in missing}),
        themes=len(statement.themes),
        passages=len(every_quote),
        aliases_en=korean.count(False),
        aliases_ko=korean.count(True),
        words_a_quote=sum(len(quote.split()) for quote in every_quote) / len(every_quote),
    )


def _aliases(statement: Statement) -> Iterable[str]:
    for theme in statement.themes:
        yield from theme.aliases
        for passage in theme.passages:
            yield from passage.aliases


def _is_korean(alias: str) -> bool:
    return any(is_hangul(letter) for letter in alias)
