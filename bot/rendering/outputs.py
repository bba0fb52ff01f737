"""What a step hands on in a workflow: https://docs.slack.dev/workflows/workflow-steps"""

from bot.core.answering import Answer, Choices, Found, theme_answer
from bot.core.statement import Language, Passage, Statement
from bot.rendering.found import address_of
from bot.rendering.message import Message
from bot.rendering.phrases import text_of
from bot.rendering.words import link_words_in

Outputs = dict[str, str | bool]
NOT_FOUND: Outputs = {"found": False, "quote": "", "section": "", "paragraph": "", "link": ""}


def render_outputs(answer: Answer, language: Language) -> Outputs:
    """The best passage as the manifest's outputs; texts, since a workflow writes them into texts.

    Where nothing was found all texts are empty, and the workflow goes on by `found`.
    """
    if (best := _best(answer)) is None:
        return NOT_FOUND
    statement, passage = best
    return {
        "found": True,
        "quote": passage.quote,
        "section": statement.sections[passage.section].title.to(language),
        "paragraph": str(passage.paragraph),
        "link": address_of(statement, passage),
    }


def render_no_such_step() -> Message:
    """That the step is none of ours, in both languages: nothing tells whose workflow it is."""
    said = [link_words_in(language).no_such_step for language in ("en", "ko")]
    return Message(text_of(said))


def _best(answer: Answer) -> tuple[Statement, Passage] | None:
    """The passage that fits best. Where themes tie, the first one's: nobody is there to choose."""
    if isinstance(answer, Choices):
        answer = theme_answer(answer.statement, answer.themes[0])
    return (answer.statement, answer.matches[0].passage) if isinstance(answer, Found) else None
