"""Which document a quotation is from, and where it can be read."""

from bot.core.statement import Language, Statement
from bot.rendering.mrkdwn import escape, link
from bot.rendering.phrases import date_in
from bot.rendering.words import words_in


def citation(statement: Statement, language: Language) -> str:
    """The statement's title, place and date, its original address and the archived copy."""
    words = words_in(language)
    title, place = escape(statement.title.to(language)), escape(statement.place)
    cited = words.citation.format(title=title, place=place, date=date_in(words, statement.date))
    source = words.source.format(
        original=_named(statement.source_url), archived=_named(statement.archive_url)
    )
    return f"{cited} {source}"


def _named(address: str) -> str:
    """A link that says whose address it is."""
    host = address.split("/")[2] if address.count("/") > 1 else address
    return link(address, host)
