"""Citations of a passage to be copied, in the styles that papers ask for; English by their nature.

Plain text has no italics, so titles stand as they are. https://apastyle.apa.org ,
https://www.chicagomanualofstyle.org , https://www.legalbluebook.com , https://ctan.org/pkg/biblatex
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.statement import Passage, Statement
from bot.rendering.phrases import date_in
from bot.rendering.words import Style, words_in

_SUFFIXES = frozenset(("Jr.", "Sr.", "II", "III", "IV"))
_ABBREVIATED = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
# BibTeX counts braces even after a backslash.
_BIBTEX = str.maketrans(
    {
        **{letter: f"\\{letter}" for letter in "&%$#_"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# What would end a link in Markdown, or a field in BibTeX.
_IN_ADDRESS = str.maketrans({letter: f"%{ord(letter):02X}" for letter in "(){}<>\\ "})
_IN_LABEL = str.maketrans({letter: f"\\{letter}" for letter in "\\[]"})


@dataclass(frozen=True, slots=True)
class Author:
    """An issuer: a person whose family name is known, or a `name` that stays as it is."""

    name: str
    family: str = ""
    given: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def short(self) -> str:
        return self.family or self.name


def citations(statement: Statement, passage: Passage, accessed: date) -> Mapping[Style, str]:
    """The passage's paragraph in every style, the archived copy read on that day."""
    cited = _Cited(statement, passage, accessed)
    return {
        "plain": _plain(cited),
        "apa": _apa(cited),
        "apa_in_text": _apa_in_text(cited),
        "chicago": _chicago(cited),
        "bluebook": _bluebook(cited),
        "bibtex": _bibtex(cited),
        "markdown": _markdown(cited),
    }


@dataclass(frozen=True, slots=True)
class _Cited:
    statement: Statement
    passage: Passage
    accessed: date

    @property
    def authors(self) -> tuple[Author, ...]:
        return tuple(author_of(one, self.statement.surnames) for one in self.statement.issuers)

    @property
    def title(self) -> str:
        return self.statement.title.en

    @property
    def place(self) -> str:
        return self.statement.place.en

    @property
    def paragraph(self) -> int:
        return self.passage.paragraph


def author_of(issuer: str, surnames: Sequence[str]) -> Author:
    """The person of that issuer, without the office; an office alone, or a body, as it stands."""
    words = issuer.partition(",")[0].split()
    family = next((name for name in surnames if name in words), "")
    if not family:
        return Author(issuer)
    suffix = words[-1] if words[-1] in _SUFFIXES else ""
    given = tuple(word for word in words if word not in (family, suffix))
    return Author(" ".join(words), family, given, suffix)


def _plain(cited: _Cited) -> str:
    statement = cited.statement
    return (
        f"{'; '.join(statement.issuers)}. {cited.title}. {cited.place},"
        f" {_day(statement.date)}, paragraph {cited.paragraph}. {statement.archive_url}"
        f" (accessed {_day(cited.accessed)})."
    )


def _apa(cited: _Cited) -> str:
    day = cited.statement.date
    authors = _joined([_apa_name(author) for author in cited.authors], ", & ", ", & ")
    stopped = authors if authors.endswith(".") else f"{authors}."
    month = words_in("en").months[day.month - 1]
    return (
        f"{stopped} ({day.year}, {month} {day.day}). {cited.title}."
        f" Retrieved {_day(cited.accessed)}, from {cited.statement.archive_url}"
    )


def _apa_name(author: Author) -> str:
    initials = " ".join(f"{word[0]}." for word in author.given)
    parts = (author.family, initials, author.suffix)
    return ", ".join(filter(None, parts)) if author.family else author.name


def _apa_in_text(cited: _Cited) -> str:
    names = [author.short for author in cited.authors]
    named = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
    return f"({named}, {cited.statement.date.year}, para. {cited.paragraph})"


def _chicago(cited: _Cited) -> str:
    names = _joined([author.name for author in cited.authors], " and ", ", and ")
    # A quotation within the quotation marks of a title has single ones.
    title = cited.title.replace("“", "‘").replace("”", "’")
    return (
        f"{names}, “{title},” {cited.place}, {_day(cited.statement.date)},"
        f" para. {cited.paragraph}, accessed {_day(cited.accessed)},"
        f" {cited.statement.archive_url}."
    )


def _bluebook(cited: _Cited) -> str:
    names = _joined([author.name for author in cited.authors], " & ", " & ")
    return (
        f"{names}, {cited.title}, ¶ {cited.paragraph} ({_abbreviated(cited.statement.date)}),"
        f" {cited.statement.archive_url} (last visited {_abbreviated(cited.accessed)})."
    )


def _bibtex(cited: _Cited) -> str:
    statement, day = cited.statement, cited.statement.date
    fields = {
        "author": f"{{{' and '.join(map(_bibtex_name, cited.authors))}}}",
        "title": f"{{{{{cited.title.translate(_BIBTEX)}}}}}",
        "date": f"{{{day.isoformat()}}}",
        "year": f"{{{day.year}}}",
        "month": words_in("en").months[day.month - 1][:3].lower(),
        "address": f"{{{cited.place.translate(_BIBTEX)}}}",
        "note": f"{{Paragraph {cited.paragraph}. Accessed {_day(cited.accessed)}}}",
        "url": f"{{{statement.archive_url.translate(_IN_ADDRESS)}}}",
        "urldate": f"{{{cited.accessed.isoformat()}}}",
    }
    key = f"{statement.slug}-{cited.paragraph}"
    lines = ",\n".join(f"  {name:7} = {value}" for name, value in fields.items())
    return f"@misc{{{key},\n{lines}\n}}"


def _bibtex_name(author: Author) -> str:
    """Braces keep an office or a body whole, for which BibTeX would seek a family name."""
    if not author.family:
        return f"{{{author.name.translate(_BIBTEX)}}}"
    parts = (author.family, author.suffix, " ".join(author.given))
    return ", ".join(part.translate(_BIBTEX) for part in parts if part)


def _markdown(cited: _Cited) -> str:
    label = f"{cited.title}, ¶{cited.paragraph}".translate(_IN_LABEL)
    address = cited.passage.link.translate(_IN_ADDRESS)
    return f"[{label}]({address}) ({_day(cited.statement.date)})"


def _joined(names: Sequence[str], of_two: str, last: str) -> str:
    if len(names) < 3:
        return of_two.join(names)
    return f"{', '.join(names[:-1])}{last}{names[-1]}"


def _day(day: date) -> str:
    return date_in(words_in("en"), day)


def _abbreviated(day: date) -> str:
    return f"{_ABBREVIATED[day.month - 1]} {day.day}, {day.year}"
