"""Asks the library a labelled question, as every surface of the bot does."""

from bot.core.answering import Choices, Contents, Found, Help, answer
from bot.core.library import Library
from bot.core.request import parse
from tests.relevance.scoring import Question


def searched(library: Library, question: Question) -> tuple[Question, str, list[str]]:
    """The question, the outcome as `ask --json` names it, and the quotes, best first."""
    match answer(library, parse(question.q), lambda passages: passages[0]):
        case Found(_, matches):
            return question, "found", [match.passage.quote for match in matches]
        case Choices(_, themes):
            return question, "choices", [theme.passages[0].quote for theme in themes]
        case Contents():
            return question, "contents", []
        case Help():
            return question, "help", []
        case _:
            return question, "not_found", []
