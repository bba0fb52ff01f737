"""Somebody in the stand-in's workspace, whose deeds reach a real App through its real door.

Where `slack.py` sends one request and reads one answer, here a conversation goes on. A modal of a
listener is tested as a person meets it, with the manifest's own scopes, events and shortcuts:

    with visiting(the_bot(library)) as mina:
        mina.shortcut("search_statement")
        assert mina.view.title == "Search the statement"
        assert mina.submit({"words": "x"}) == {"words": "Please say a little more."}
        mina.submit({"words": "climate", "where": "C0POLICY", "zone": "Seoul"})
        assert "climate crisis" in mina.reply.quote

Everything happens at once and in order; what the bot sends late is sent before a deed returns.
At the end of the block Slack must have refused nothing, but for what `refused()` has told of.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bot.manifest import described
from bot.playground.agenda import Agenda
from bot.playground.elements import elements
from bot.playground.people import Installed, harbour_street, installed
from bot.playground.posts import Post
from bot.playground.serving import LOOPBACK, bot_server, running
from bot.playground.standing import StandIn, standing
from bot.rendering.references import FEEDBACK
from bot.web import EVENTS, Door
from tests.support import blockkit
from tests.support.building import Build
from tests.support.filling import Json, filled
from tests.support.replies import Reply, View
from tests.support.slack import Settling
from tests.support.web_api import SECRET, TOKEN

MINA, POLICY = "U0MINA", "C0POLICY"
# Nothing but a test moves the clock, so what Slack grants for three seconds lasts.
MOMENT = 1_800_000_000.0
PATIENCE = 20


@dataclass(frozen=True)
class Visitor:
    """One person, who looks at one channel; over it may stand a modal, or a Home."""

    stand_in: StandIn
    settle: Callable[[], None]
    person: str = MINA
    channel: str = POLICY
    at_home: bool = False

    def among(self, channel: str) -> "Visitor":
        """The same person, looking at another channel."""
        return replace(self, channel=channel, at_home=False)

    def other(self, person: str) -> "Visitor":
        """Somebody else, looking at the same channel."""
        return replace(self, person=person, at_home=False)

    def say(self, text: str, thread: str | None = None) -> None:
        """Write a message, or type a command."""
        self.stand_in.stage.say(self.person, self.channel, text, thread)
        self.settle()

    def shortcut(self, callback_id: str, on: Post | None = None) -> None:
        """Choose a shortcut, from anywhere or on a message."""
        place = (on.channel, on.ts) if on else ()
        self.stand_in.stage.shortcut(self.person, callback_id, *place)
        self.settle()

    def home(self) -> "Visitor":
        """The same person, who has opened the bot's Home."""
        direct = f"D{self.person[1:]}"
        self.stand_in.stage.open(self.person, direct, "home")
        self.settle()
        return replace(self, channel=direct, at_home=True)

    def direct(self) -> "Visitor":
        """The same person, who has opened the direct message with the bot."""
        direct = f"D{self.person[1:]}"
        self.stand_in.stage.open(self.person, direct, "messages")
        self.settle()
        return replace(self, channel=direct, at_home=False)

    @property
    def prompts(self) -> dict[str, str]:
        """The words that are suggested in the direct message, by their labels."""
        told = self.stand_in.workspace.rooms.prompts.get(self.channel, {"prompts": []})
        return {prompt["title"]: prompt["message"] for prompt in told["prompts"]}

    def press(self, label: str) -> None:
        """Press the button of that label in what stands before the person."""
        self._act(lambda element: element.get("text", {}).get("text") == label, None)

    def judge(self, label: str) -> None:
        """Press one of the two buttons that say whether the last passage is the right one."""
        self.pick(FEEDBACK, label)

    def pick(self, action_id: str, said: object) -> None:
        """Pick from a menu, or fill in what tells at once: an option by its label, or several."""
        self._act(lambda element: element.get("action_id") == action_id, said)

    def submit(self, said: Mapping[str, object]) -> dict[str, str]:
        """Fill in the modal, by block_id, and submit it; what it complains of, by block_id."""
        view = self.view.told
        state: dict[str, Json] = {}
        for block, element in elements(view["blocks"]):
            if block["type"] == "input" and (id := block["block_id"]) in said:
                place = {"view": view["id"], "block_id": id, "action_id": element["action_id"]}
                state[id] = {element["action_id"]: self._filled(element, said[id], place)}
        assert state.keys() == said.keys(), f"there are no inputs {said.keys() - state.keys()}"
        faults = self.stand_in.stage.submit(self.person, view["id"], state)
        self.settle()
        inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
        assert faults.keys() <= inputs, f"Slack shows no fault of {faults.keys() - inputs}"
        return faults

    def close(self, every: bool = False) -> None:
        """Close the modal, or all."""
        self.stand_in.stage.close(self.person, self.view.told["id"], every)
        self.settle()

    def later(self, seconds: float) -> None:
        """Let time go by on the workspace's clock."""
        self.stand_in.workspace.agenda.advance(seconds)
        self.stand_in.workspace.agenda.run_due()
        self.settle()

    @property
    def view(self) -> View:
        """The upper modal, or the Home that the person has opened; there has to be one."""
        rooms = self.stand_in.workspace.rooms
        home = [rooms.homes[self.person]] if self.at_home and self.person in rooms.homes else []
        views = [*home, *rooms.modals[self.person]]
        assert views, "no view is open"
        return View(views[-1])

    @property
    def has_modal(self) -> bool:
        """Whether a modal is open."""
        return bool(self.stand_in.workspace.rooms.modals[self.person])

    @property
    def posts(self) -> list[Post]:
        """What the person sees in the channel and its threads, oldest first."""
        posts = self.stand_in.workspace.rooms.posts.every(self.channel)
        return [post for post in posts if post.seen_by(self.person)]

    @property
    def reply(self) -> Reply:
        """The last message of the bot that the person sees."""
        bot = self.stand_in.workspace.app.bot.id
        *_, last = (post for post in self.posts if post.user == bot and not post.subtype)
        return Reply({"text": last.text, "blocks": last.blocks})

    @property
    def cards(self) -> dict[str, str]:
        """What the bot shows of the links in the last message, by address: all texts in lines."""
        unfurls = self.posts[-1].unfurls
        blockkit.check_view({"blocks": [b for shown in unfurls.values() for b in shown["blocks"]]})
        return {url: "\n".join(blockkit.texts(card["blocks"])) for url, card in unfurls.items()}

    def refused(self) -> list[str]:
        """What Slack has refused, or not understood, since this was last asked."""
        ledger = self.stand_in.ledger
        told = [f"{one.name}: {one.verdict}" for _, one in ledger.entries() if one.verdict != "ok"]
        ledger.clear()
        return told

    def _act(self, wanted: Callable[[Json], bool], said: object) -> None:
        for place, blocks in self.before():
            for block, element in elements(blocks):
                if wanted(element):
                    named = {"block_id": block["block_id"], "action_id": element.get("action_id")}
                    given = {**place, **named}
                    filled = self._filled(element, said, given) if said is not None else {}
                    self.stand_in.stage.act(self.person, {**given, **filled})
                    self.settle()
                    return
        raise AssertionError("there is no such button or menu")

    def _filled(self, element: Json, said: object, place: Json) -> Json:
        suggest = self.stand_in.stage.suggest
        return filled(element, said, lambda typed: suggest(self.person, {**place, "value": typed}))

    def before(self) -> Iterator[tuple[Json, list[Json]]]:
        """Where the person may press something: only the view where there is one."""
        if self.has_modal or self.at_home:
            yield {"view": self.view.told["id"]}, self.view.told["blocks"]
            return
        for post in reversed(self.posts):
            place = {"channel": post.channel, "ts": post.ts}
            yield place, post.blocks
            for address, shown in post.unfurls.items():
                yield {**place, "unfurl": address}, shown["blocks"]


@contextmanager
def visiting(build: Build, app: Installed | None = None) -> Iterator[Visitor]:
    """Mina in #policy, in a fresh workspace with the App in it; `app` may differ from the manifest.

    At the end, what Slack has refused and nobody asked about is an error.
    """
    told = app or installed(described(), TOKEN, SECRET)
    agenda = Agenda(lambda: MOMENT)
    with (
        standing(
            harbour_street(told.bot.id), told, 0, agenda, lambda work: work(), PATIENCE
        ) as stand_in,
        Settling() as executor,
    ):
        server = bot_server(Door(build(stand_in.api_url, executor)))
        stand_in.bot.url = f"http://{LOOPBACK}:{server.server_port}{EVENTS}"
        with running(server):
            visitor = Visitor(stand_in, executor.settle)
            yield visitor
            assert visitor.refused() == []
