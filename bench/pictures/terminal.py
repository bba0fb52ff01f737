"""docs/answer.svg: what `alliance ask` prints, nothing retouched."""

import io
from pathlib import Path

from rich.console import Console

from bot.core.answering import answer
from bot.core.library import library_of
from bot.core.request import parse
from bot.library.reading import read_statements
from bot.playground import paper
from bot.rendering.answers import render

QUESTIONS = ("greenhouse gases", "대만 해협에 대해 뭐라고 했나요?", "steel drum lessons")
OUTPUT = Path(__file__).parent.parent.parent / "docs" / "answer.svg"
# Rich's own frame fetches a font from the network; this one uses what the reader has.
FRAME = """<svg class="{unique_id}" viewBox="0 0 {width} {height}" \
xmlns="http://www.w3.org/2000/svg"><style>
.{unique_id}-matrix {{
font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK KR",
monospace; font-size: {char_height}px;
line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style><defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


def draw() -> None:
    """Ask three questions, as one types them."""
    library = library_of(*read_statements())
    console = Console(record=True, width=96, file=io.StringIO(), highlight=False)
    for question in QUESTIONS:
        console.print(f"[bold green]$[/] alliance ask {question}")
        request = parse(question)
        found = answer(library, request, lambda passages: passages[0])
        paper.show(console, render(found, request.language).blocks)
        console.print()
    svg = console.export_svg(title="alliance ask", code_format=FRAME, unique_id="answer")
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(svg, "utf-8")
