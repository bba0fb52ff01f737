"""What people ask of several doors, signed and ready to be sent."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

from bot.core.statement import Passage
from tests.support.traffic.doors import Ask
from tests.support.traffic.fleet import SECRET
from tests.support.traffic.judging import Labelled
from tests.support.traffic.mixing import Mix
from tests.support.traffic.wire import posting, signed

# As in the soak, without what goes on from an answer. Commands and options are answered in the
# acknowledgement; the others are acknowledged, and make the bot call Slack.
WEIGHTS = {
    **{"command": 40, "mention": 15, "message": 8, "click": 10, "read": 3, "home": 5},
    **{"options": 8, "feedback": 4, "shortcut": 3},
}
PEOPLE = 2_000


def write(mix: Mix, count: int, chance: Random, file: Path) -> None:
    """So many requests, each preceded by its length."""
    with file.open("wb") as held:
        for ask in islice(asks(mix, chance), count):
            request = posting(ask.body, {"content-type": ask.kind, **signed(ask.body, SECRET)})
            held.write(b"%d\n%b" % (len(request), request))


def asks(mix: Mix, chance: Random) -> Iterator[Ask]:
    """What people do, without end."""
    passages = list(mix.library.statements[0].passages())
    while True:
        (door,) = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
        asked, passage = chance.choice(mix.labelled), chance.choice(passages)
        yield _asked(mix, door, asked, passage, f"UC{chance.randrange(PEOPLE)}")


def _asked(mix: Mix, door: str, asked: Labelled, passage: Passage, person: str) -> Ask:
    doors = mix.doors
    ways: dict[str, Callable[[], Ask]] = {
        "command": lambda: doors.command(asked, person),
        "mention": lambda: doors.mention(asked, person),
        "message": lambda: doors.message(asked.words, asked.quote, person),
        "click": lambda: doors.click(passage, person),
        "read": lambda: doors.read(passage, person),
        "home": lambda: doors.home(person),
        "options": lambda: doors.options(person),
        "feedback": lambda: doors.feedback(passage, person)[0],
        "shortcut": lambda: doors.shortcut(asked, person),
    }
    return ways[door]()
