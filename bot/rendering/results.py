"""An answer in a modal, from which a person can go on: to what it names, or to another search."""

from bot.core.answering import Answer
from bot.core.statement import Language
from bot.rendering import blocks
from bot.rendering.answers import render
from bot.rendering.views import View, modal
from bot.rendering.words import search_words_in, words_in

RESULT = "result"
SEARCH_AGAIN = "search_again"


def result_view(answer: Answer, language: Language) -> View:
    """The answer as everywhere else, and a button that leads back to the search."""
    words = search_words_in(language)
    again = blocks.button(SEARCH_AGAIN, words.search_again, language)
    shown = (*render(answer, language, "view").blocks, blocks.actions(again))
    return modal(RESULT, words.result_title, shown, close=words_in(language).close)
