"""A passage that a button names, in the language that it was shown in."""

from dataclasses import dataclass

from bot.core.statement import Language, Passage, Statement
from bot.rendering.references import Reference


@dataclass(frozen=True, slots=True)
class Quoted:
    """One passage of one statement, around which is spoken in that language."""

    statement: Statement
    passage: Passage
    language: Language

    @property
    def value(self) -> str:
        """What a button or a modal carries to name it."""
        return Reference(self.statement.slug, self.passage.id, self.language).value
