"""A web page of the bot's own: whole, in one answer, with nothing fetched from anywhere.

Every function here takes raw text and escapes it; HTML is only what they return.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape

from bot.core.statement import Language

STYLE = """
:root{color-scheme:light dark;--ink:#1c2733;--soft:#5a6877;--paper:#f4f1ea;--card:#fff;
--line:#dcd6c8;--mark:#1d3557;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e9edf2;--soft:#a4b0bd;--paper:#12181f;--card:#1b232c;
--line:#2f3a46;--mark:#8fb8ea;--on:#0f1720}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 system-ui,-apple-system,"Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR",
"Malgun Gothic",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
main{max-width:42rem;margin:0 auto;padding:clamp(1.25rem,5vw,4rem) 1.25rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;
padding:clamp(1.25rem,5vw,2.5rem)}
.top{display:flex;justify-content:space-between;gap:1rem;color:var(--soft);margin:0 0 1rem}
h1{font-size:clamp(1.5rem,5vw,2rem);line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.0625rem;margin:2rem 0 .5rem}
p,ul,ol{margin:0 0 1rem}ul,ol{padding-left:1.25rem}li{margin:.375rem 0}
blockquote{margin:1.5rem 0;padding:.25rem 0 .25rem 1rem;border-left:.25rem solid var(--mark)}
blockquote p{font-family:Georgia,"Noto Serif",serif;margin:0 0 .5rem}
.soft,blockquote footer{color:var(--soft);font-size:.9375rem}
a{color:var(--mark)}
.button{display:inline-block;background:var(--mark);color:var(--on);font-weight:600;
text-decoration:none;border-radius:.5rem;padding:.75rem 1.5rem;margin:.5rem 0 1.25rem}
.button:hover{filter:brightness(1.15)}
a:focus-visible{outline:.1875rem solid var(--mark);outline-offset:.1875rem}
code{font-size:.9375em}
"""


def page(title: str, name: str, body: str, language: Language, switch: str = "") -> str:
    """The page; `body` and `switch` are HTML that was made by the functions below."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(title)} · {escape(name)}</title>'
        f"<style>{STYLE}</style></head>"
        f'<body><main><div class="top"><span>{escape(name)}</span>{switch}</div>'
        f'<div class="card"><h1>{escape(title)}</h1>{body}</div></main></body></html>'
    )


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph of raw text."""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def heading(text: str) -> str:
    """A heading of raw text."""
    return f"<h2>{escape(text)}</h2>"


def listed(lines: tuple[str, ...], ordered: bool = False) -> str:
    """Raw lines as a list; nothing where there are none."""
    if not lines:
        return ""
    kind = "ol" if ordered else "ul"
    return f"<{kind}>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</{kind}>"


def anchor(label: str, address: str, button: bool = False, language: str = "") -> str:
    """A link with a raw label to a raw address, which has to be the bot's own or Slack's."""
    shown = ' class="button"' if button else ""
    spoken = f' lang="{language}" hreflang="{language}"' if language else ""
    return f'<a{shown}{spoken} href="{escape(address)}">{escape(label)}</a>'


def quotation(quote: str, source: str) -> str:
    """A quotation as it stands, in English, and where it is from."""
    quoted = f'<p lang="en">{escape(quote)}</p>'
    return f"<blockquote>{quoted}<footer>{escape(source)}</footer></blockquote>"


@cache
def policy() -> str:
    """What a browser may do on a page: show this very style, follow links, and nothing else."""
    style = b64encode(sha256(STYLE.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    )
