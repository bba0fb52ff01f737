"""How long each door takes to acknowledge, in the playground's own timings.

    .venv/bin/python -m bench.clicks

A person does each thing so many times in the stand-in's workspace, with the real App and the real
statement; the time is what Slack would wait for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from statistics import median

from bench.reports import Figure, Report, Size, Table, percentile, run
from bot.core.library import library_of
from bot.library.reading import read_statements
from bot.playground.elements import elements
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.visiting import Visitor, visiting

CLICKS, FEW = 100, 2
# Milliseconds at the median, at every door.
LATEST = 5
ASKED = "/alliance climate"
SEARCHED = ("climate", "nuclear consultation", "quantum", "Ukraine", "semiconductors")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person does at a door, what has to stand there before, and what to clear away."""

    door: str
    do: Callable[[str], object]
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None


def measure(size: Size) -> Report:
    """Each deed, so many times."""
    clicks = CLICKS if size == "full" else FEW
    statement, *others = read_statements()
    build = the_bot(library_of(statement, *others), planning=planning(Memory(), statement))
    rows = []
    with visiting(build) as mina:
        for deed in deeds(mina.other("U0JORDAN"), statement.archive_url):
            times = [timed(mina, deed, SEARCHED[n % len(SEARCHED)]) for n in range(clicks)]
            rows.append((deed.door, median(times), percentile(times, 0.99)))
        mina.refused()
    quickest, *_, slowest = sorted(half for _, half, _ in rows)
    return Report(
        f"A person does each thing {clicks} times in the playground's workspace, with the real App"
        " and the real statement; the time is what Slack waits for, by the playground's own clock.",
        (Table("acknowledged, in milliseconds", ("door", "median", "99th percentile"), (*rows,)),),
        (
            Figure("quickest door, median", quickest, "ms"),
            Figure("slowest door, median", slowest, "ms", most=LATEST),
        ),
    )


def timed(visitor: Visitor, deed: Deed, words: str) -> float:
    """The milliseconds until the first request of the deed was acknowledged."""
    deed.before()
    visitor.stand_in.ledger.clear()
    deed.do(words)
    entries = visitor.stand_in.ledger.entries()
    first, *_ = [one.milliseconds for _, one in entries if one.direction == "to bot"]
    deed.after()
    return first


def cleared(visitor: Visitor) -> None:
    """Close whatever modals are open."""
    if visitor.has_modal:
        visitor.close(every=True)


def deeds(me: Visitor, archive: str) -> Iterator[Deed]:
    """What a person does at every door."""
    yield from _in_conversations(me, archive)
    yield from _in_modals(me)
    yield from _in_the_home(me)


def _in_conversations(me: Visitor, archive: str) -> Iterator[Deed]:
    direct, stage, asked = me.among("D0JORDAN"), me.stand_in.stage, partial(me.say, ASKED)

    def found() -> None:
        said = next(post for post in me.posts if post.user == me.person)
        me.shortcut("find_in_statement", said)

    def stepped(words: str) -> None:
        stage.run_function("find_passage", {"query": words})
        me.settle()

    yield Deed("slash command", lambda words: me.say(f"/alliance {words}"))
    yield Deed("mention", lambda words: me.say(f"@alliance {words}"))
    yield Deed("direct message", direct.say)
    yield Deed("another passage", lambda _: me.press("Civil nuclear energy ¶6"), asked)
    yield Deed("share", lambda _: me.press("Share"), asked)
    yield Deed("feedback", lambda _: me.judge("Yes, this is it"), asked)
    yield Deed("message shortcut", lambda _: found())
    yield Deed("link posted", lambda _: me.say(archive))
    yield Deed("workflow step", stepped)


def _in_modals(me: Visitor) -> Iterator[Deed]:
    direct, stage = me.among("D0JORDAN"), me.stand_in.stage
    asked, done = partial(me.say, ASKED), partial(cleared, me)

    def sharing() -> None:
        direct.say("climate")
        direct.press("Share")

    def opened() -> None:
        me.shortcut("search_statement")

    def typed(words: str) -> None:
        view = me.view.told
        (place,) = (
            {"view": view["id"], "block_id": block["block_id"], "action_id": element["action_id"]}
            for block, element in elements(view["blocks"])
            if element["type"] == "external_select"
        )
        stage.suggest(me.person, {**place, "value": words[:4]})

    def submitted(words: str) -> None:
        *_, own_words = (
            block["block_id"] for block in me.view.told["blocks"] if "element" in block
        )
        me.submit({own_words: words})

    yield Deed("read in context", lambda _: me.press("Read in context"), asked, done)
    yield Deed("cite", lambda _: me.press("Cite"), asked, done)
    yield Deed("shared elsewhere", lambda _: direct.submit({"channel": "C0GENERAL"}), sharing, done)
    yield Deed("search shortcut", lambda _: opened(), after=done)
    yield Deed("typeahead", typed, opened, done)
    yield Deed("search submitted", submitted, opened, done)
    yield Deed("digest set", lambda _: me.submit({}), lambda: me.say("/alliance digest"), done)


def _in_the_home(me: Visitor) -> Iterator[Deed]:
    home, turns = me.home(), cycle((2, 1))  # It ends in English.
    done = partial(cleared, home)

    def options(action: str) -> list[str]:
        offered = (one for _, one in elements(home.view.told["blocks"]))
        (found,) = (one for one in offered if one["action_id"] == action)
        return [option["text"]["text"] for option in found["options"]]

    def language(_: str) -> None:
        home.pick("choose_language", options("choose_language")[next(turns)])

    def theme(_: str) -> None:
        home.pick("browse_theme:1", options("browse_theme:1")[0])

    def paused(_: str) -> None:
        home.press("Pause" if "Pause" in home.view.labels else "Resume")

    yield Deed("Home opened", lambda _: me.home())
    yield Deed("Home searched", lambda words: home.pick("search_home", words), after=done)
    yield Deed("Home: theme", theme, after=done)
    yield Deed("Home: language", language)
    yield Deed("Home: digest paused", paused)
    yield Deed("Home: digest previewed", lambda _: home.press("Preview"), after=done)
    yield Deed("Home: digest changed", lambda _: home.press("Change"), after=done)


if __name__ == "__main__":
    run(measure)
