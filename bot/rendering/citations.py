"""Which document a quotation is from, and where it can be read."""

from datetime import date
from functools import lru_cache

from bot.core.statement import Language, Statement, Text
from bot.rendering.mrkdwn import escape, link
from bot.rendering.phrases import date_in
from bot.rendering.words import words_in


def citation(statement: Statement, language: Language) -> str:
    """The statement's title, place and date, its original address and the archived copy."""
    return _cited(
        *(statement.title, statement.place, statement.date),
        *(statement.source_url, statement.archive_url, language),
    )


# It stands below every quotation, and is the same below all of one statement.
@lru_cache(maxsize=256)
def _cited(
    title: Text, place: Text, day: date, original: str, archived: str, language: Language
) -> str:
    words = words_in(language)
    cited = words.citation.format(
        title=escape(title.to(language)),
        place=escape(place.to(language)),
        date=date_in(words, day),
    )
    source = words.source.format(original=_named(original), archived=_named(archived))
    return f"{cited} {source}"


def below_quotation(statement: Statement, language: Language) -> str:
    """The citation; in Korean after a sentence that says what the English words above it are."""
    told = (words_in(language).official, citation(statement, language))
    return " ".join(filter(None, told))


def _named(address: str) -> str:
    """A link that says whose address it is."""
    host = address.split("/")[2] if address.count("/") > 1 else address
    return link(address, host)
