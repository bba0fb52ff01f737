"""A modal with citations of a passage, each of which copies whole."""

from datetime import date

from bot.rendering import blocks
from bot.rendering.citing import citations
from bot.rendering.mrkdwn import bold, escape
from bot.rendering.phrases import passage_name
from bot.rendering.quoted import Quoted
from bot.rendering.references import CITE
from bot.rendering.views import View, modal
from bot.rendering.words import answer_words_in, words_in


def render_cite(quoted: Quoted, accessed: date) -> View:
    """The passage's paragraph in every style, each under its label; `accessed` is today."""
    words, language = answer_words_in(quoted.language), quoted.language
    named = escape(passage_name(quoted.statement, quoted.passage, language))
    shown = [blocks.context(words.citations_of.format(passage=named))]
    for style, text in citations(quoted.statement, quoted.passage, accessed).items():
        shown += [blocks.section(bold(words.styles[style])), blocks.preformatted(text)]
    close = words_in(language).close
    return modal(CITE, words.citations, shown, close=close, remembers=quoted.value)
