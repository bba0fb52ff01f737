"""The measured lines of README and its like: sentences here, numbers from what was kept.

They stand between `<!-- bench:NAME -->` and `<!-- /bench -->`, where NAME is a row below. In a
sentence {lookup: index built} is that figure of bench.lookup, {lookup: table 1} its first table,
and {lookup: measured} the day and the machine.
"""

import re
from collections.abc import Mapping

from bench.publish import markdown
from bench.publish.kept import Kept

DOCUMENTS = ("README.md", "docs/slack-setup.md")
LINES = {
    "clicks": (
        "Each door acknowledges a click in {clicks: quickest door, median} to {clicks: slowest"
        " door, median} at the median, in the playground's own timings (`python -m"
        " bench.clicks`; {clicks: measured})."
    ),
    "digests": (
        "`python -m bench.digests`, SQLite, one process, 50 ms a post: of 1,000 digests due at"
        " once the median is {digests: SQLite, 1,000 due, median} late, of 10,000 in 500"
        " workspaces {digests: SQLite, 10,000 due, median}, the last {digests: SQLite, 10,000"
        " due, last}, in {digests: SQLite, memory}. `python -m bench.commands_in_a_burst`:"
        " meanwhile a slash command in the same process takes {commands_in_a_burst: meanwhile,"
        " median} at the median and {commands_in_a_burst: meanwhile, 99th percentile} at the"
        " 99th percentile. ({digests: measured}.)"
    ),
    "digests_killed": (
        "`python -m bench.digests_killed` ({digests_killed: measured}): workers killed with -9, a"
        " slow Slack.\n\n{digests_killed: table 1}"
    ),
    "relevance": (
        "`python -m bench.relevance` ({relevance: measured}): the share of questions whose"
        " first quotation is right, and in brackets how many were asked; last, the words of a"
        " first quotation.\n\n{relevance: table 1}"
    ),
    "lookup": (
        "`python -m bench.lookup`: one look-up on first sight of a query, over {lookup:"
        " distinct queries} distinct queries, takes {lookup: first sight, median} at the median,"
        " {lookup: first sight, 99th percentile} at the 99th percentile and {lookup: first"
        " sight, longest} at most; the index is built in {lookup: index built} at start."
        " ({lookup: measured}.)"
    ),
    "messages": (
        "`python -m bench.messages`: of whole messages (chats, e-mails, minutes; half about one"
        " theme among noise, half about something else) the right passage is quoted first for"
        " {messages: quoted right, English} of the English and {messages: quoted right, Korean}"
        " of the Korean ones, and {messages: declined} of those about something else are"
        " declined. A message of 4,000 characters takes {messages: 4,000 characters}, one of"
        " 40,000, Slack's longest, {messages: 40,000 characters}. `python -m bench.typeahead`: a"
        " keystroke's suggestions take {typeahead: keystroke, median} at the median, {typeahead:"
        " keystroke, 99th percentile} at the 99th percentile. ({messages: measured}.)"
    ),
    "request": (
        "`python -m bench.request`: from a command's signed bytes to those of its answer, in"
        " process, it takes {request: first sight, median} on first sight of a question and"
        " {request: repeat, median} once it has been asked; an empty Bolt handler takes {request:"
        " an empty Bolt handler, median}. ({request: measured}.)"
    ),
    "peers": (
        "`python -m bench.peers` ({peers: measured}): the same over HTTP, one process on one core,"
        " beside handlers that only acknowledge.\n\n{peers: table 1}"
    ),
    "statements": (
        "`python -m bench.statements`: among a thousand statements like this one, about 80,000"
        " passages, a look-up takes {statements: look-up p99 among the most statements} at the"
        " 99th percentile and {statements: look-up p99 there when named} where the question names"
        " its statement; the index is built in {statements: index built there} and takes"
        " {statements: resident there}. ({statements: measured}.)"
    ),
    "starting": (
        "`python -m bench.starting`: `alliance ask climate` takes {starting: first answer of"
        " `alliance ask`} from its start to its end, and {starting: first answer of `alliance ask`,"
        " before its index is kept} the first time; `alliance serve` takes {starting: first answer"
        " over HTTP} to its first answer. After 10,000 requests its web"
        " process holds {starting: memory of a web process}. Installed are {starting: installed"
        " packages} of {starting: size of the packages} together. ({starting: measured}.)"
    ),
    "installations": (
        "Of 1,000 workspaces one is found in {installations: SQLite, cached, median} at the"
        " median where it is remembered, and where it is not in {installations: SQLite,"
        " uncached, median} in SQLite and {installations: PostgreSQL, uncached, median} in"
        " PostgreSQL (`python -m bench.installations`; {installations: measured})."
    ),
    "soak": (
        "Under {soak: requests} requests at mixed doors, 200 a second for half an hour, {soak:"
        " errors} failed and {soak: wrong answers} were answered wrongly; the 99th percentile of"
        " acknowledgements was {soak: acknowledged, 99th percentile} (`make soak`, {soak:"
        " measured})."
    ),
}
_MARK = re.compile(r"(<!-- bench:(\S+) -->\n).*?(<!-- /bench -->)", re.DOTALL)
_PLACE = re.compile(r"\{(\w+):\s+([^}]+)\}")


def filled(text: str, found: Mapping[str, Kept]) -> str:
    """The document with each mark's lines anew; raises KeyError for a mark that is no row."""
    return _MARK.sub(lambda mark: f"{mark[1]}{line(mark[2], found)}\n{mark[3]}", text)


def marks(text: str) -> list[str]:
    """The names of the document's marks."""
    return [mark[2] for mark in _MARK.finditer(text)]


def line(name: str, found: Mapping[str, Kept]) -> str:
    """The sentence with its numbers; where nobody has measured them at full size, that."""
    sentence = LINES[name]
    wanted = dict.fromkeys(program for program, _ in _PLACE.findall(sentence))
    missing = [one for one in wanted if one not in found or found[one].size == "small"]
    if missing:
        return f"(Not measured yet: {', '.join(f'`python -m bench.{one}`' for one in missing)}.)"
    paragraphs = _PLACE.sub(lambda place: _told(found[place[1]], place[2]), sentence).split("\n\n")
    return "\n\n".join(part if part[0] == "|" else markdown.wrapped(part) for part in paragraphs)


def _told(one: Kept, wanted: str) -> str:
    name = " ".join(wanted.split())
    if name == "measured":
        return one.measured
    if name.startswith("table "):
        return markdown.table(one.report.tables[int(name.removeprefix("table ")) - 1])
    figures = [figure for figure in one.report.figures if figure.name == name]
    return markdown.value_in_a_line(figures[0]) if figures else "(not measured)"
