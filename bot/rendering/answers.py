"""An answer, whichever it is, as the one message that every door sends."""

from typing import assert_never

from bot.core.answering import Answer, Choices, Contents, Found, Help, NotFound, Thanks
from bot.core.statement import Language
from bot.rendering.contents import render_contents
from bot.rendering.found import render_found
from bot.rendering.message import Message
from bot.rendering.misses import render_not_found
from bot.rendering.surface import Surface
from bot.rendering.themes import render_choices
from bot.rendering.usage import render_help, render_thanks


def render(answer: Answer, language: Language, surface: Surface = "private") -> Message:
    """The answer in that language, the quotation always as it stands in the statement."""
    match answer:
        case Found():
            return render_found(answer, language, surface)
        case Choices():
            return render_choices(answer, language)
        case Contents():
            return render_contents(answer, language)
        case Help():
            return render_help(answer, language)
        case Thanks():
            return render_thanks(language)
        case NotFound():
            return render_not_found(answer, language)
        case unreachable:
            assert_never(unreachable)
