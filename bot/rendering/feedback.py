"""Whether a passage was the right one: the two buttons under it, and the modal after a "no".

https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
"""

import re
from dataclasses import dataclass

from bot.core.remarks import LONGEST_WISH
from bot.core.statement import Language, Passage, Statement
from bot.rendering import blocks, limits
from bot.rendering.message import Message
from bot.rendering.phrases import passage_name
from bot.rendering.references import FEEDBACK, Reference, reference_in
from bot.rendering.views import View, modal
from bot.rendering.words import feedback_words_in, words_in

# The modal's one field.
WISH = "wish"
_VERDICT = re.compile(r"(right|wrong) (.{1,300})")
_REMARKED = re.compile(r"(en|ko) ([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one of the two buttons says of a passage."""

    right: bool
    reference: Reference

    @property
    def value(self) -> str:
        return f"{'right' if self.right else 'wrong'} {self.reference.value}"


@dataclass(frozen=True, slots=True)
class Remarked:
    """What the modal remembers: the language it speaks, and the remark that a wish goes with."""

    language: Language
    id: str

    @property
    def value(self) -> str:
        return f"{self.language} {self.id}"


def verdict_in(value: object) -> Verdict | None:
    """The verdict that a value spells, or None: whoever can sign can send anything."""
    found = _VERDICT.fullmatch(value) if isinstance(value, str) else None
    reference = reference_in(found[2]) if found else None
    return Verdict(found[1] == "right", reference) if found and reference else None


def remarked_in(value: object) -> Remarked | None:
    """What such a value spells, or None."""
    found = _REMARKED.fullmatch(value) if isinstance(value, str) else None
    return Remarked("ko" if found[1] == "ko" else "en", found[2]) if found else None


def feedback_block(statement: Statement, passage: Passage, language: Language) -> blocks.Block:
    """The buttons that say whether the passage is the right one; messages alone may have them."""
    words, name = feedback_words_in(language), passage_name(statement, passage, language)
    reference = Reference(statement.slug, passage.id, language)
    buttons = {
        "type": "feedback_buttons",
        "action_id": FEEDBACK,
        "positive_button": _button(words.yes, words.yes_described, name, Verdict(True, reference)),
        "negative_button": _button(words.no, words.no_described, name, Verdict(False, reference)),
    }
    return {"type": "context_actions", "elements": [buttons]}


def render_thanks(language: Language, *, hint: bool = False) -> Message:
    """Thanks for what was said; with a hint where nothing more can be asked."""
    words = feedback_words_in(language)
    said = words.thanks_and_hint if hint else words.thanks
    return Message(said, (blocks.section(said),))


def render_wish(remarked: Remarked) -> View:
    """The modal that asks for the word that somebody looked for; nobody has to say it."""
    words = feedback_words_in(remarked.language)
    wish = {
        "type": "input",
        "block_id": WISH,
        "label": blocks.plain(words.label),
        "hint": blocks.plain(words.hint),
        "optional": True,
        "element": {"type": "plain_text_input", "action_id": WISH, "max_length": LONGEST_WISH},
    }
    return modal(
        FEEDBACK,
        words.title,
        (blocks.section(words.intro), wish),
        close=words_in(remarked.language).close,
        submit=words.submit,
        remembers=remarked.value,
    )


def _button(label: str, described: str, passage: str, verdict: Verdict) -> blocks.Element:
    read = limits.cut(described.format(passage=passage), limits.ACCESSIBILITY_LABEL)
    return {"text": blocks.plain(label), "value": verdict.value, "accessibility_label": read}
