"""A conversation in which anything may be said, pressed, picked and submitted, in any order."""

import logging
import re
from collections import Counter
from contextlib import ExitStack
from random import Random
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from bot.core.library import library_of
from tests.fuzz.deeds import act, quotations, shown, submit, welcome
from tests.fuzz.door import Logged, check_pings
from tests.fuzz.hostile import TEXTS, TYPED
from tests.fuzz.mishaps import Mishaps
from tests.fuzz.tour import CHAT, EXPECTED
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.statements import HARBOUR, PARAGRAPHS
from tests.support.visiting import visiting

LIBRARY = library_of(HARBOUR)
PEOPLE = ("U0MINA", "U0JORDAN", "U0ROSA", "U0AIKO")
_APOLOGY = re.compile("something went wrong|문제가 생겼|오류 번호")
# What goes through Slack's own writing, which has no lone surrogates.
_SAID = tuple(text for text in TEXTS if text.strip())
SAID = tuple(text for text in _SAID if not re.search("[\ud800-\udfff]", text))
TYPED_TEXTS = st.one_of(
    st.sampled_from(SAID),
    st.sampled_from(("boats", "등지기", "whales and boats", "그럼 고래는?", "and whales?", "more")),
    st.sampled_from(("next", "이전", "the whole paragraph", "¶2", "section 1", "random", "help")),
    st.text("가힣ㄱㅏ을 abetlosw<>&@!|*_~`¶5.\u202e", min_size=1, max_size=60),
    st.text(min_size=1, max_size=40),
)
DIGESTS = st.sampled_from(
    "|weekdays 9am|every day 0900|mon 25:00|status|all|pause 2w|pause|resume|off|now|now please"
    "|shuffled daily 9|section 1 daily 9|skip us daily 9|ko daily 9|zqx".split("|")
)
CHANCE = st.randoms(use_true_random=True)


class Conversation(Mishaps):
    """Four people, their channels, their direct messages and their Homes."""

    tally: ClassVar[Counter[tuple[str, str]]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        build = the_bot(LIBRARY, planning=planning(Memory()))
        self.visitor = self.stack.enter_context(visiting(build))
        self.log, self.earlier = Logged(), []
        logging.getLogger().addHandler(self.log)
        self.stack.callback(logging.getLogger().removeHandler, self.log)

    def teardown(self) -> None:
        self.visitor.refused()
        self.stack.close()

    @rule(person=st.sampled_from(PEOPLE), where=st.integers(0, 9))
    def be_somebody(self, person: str, where: int) -> None:
        """Somebody else, in one of their channels, their direct message or their Home."""
        channels = self.visitor.stand_in.workspace.rooms.channels.values()
        own = sorted(one.id for one in channels if person in one.members)
        self.visitor = self.visitor.other(person).among(own[where % len(own)])
        self.count("went somewhere else")

    @rule(where=st.sampled_from(("home", "messages")))
    def open_the_bot(self, where: str) -> None:
        if f"D{self.visitor.person[1:]}" in self.visitor.stand_in.workspace.rooms.channels:
            visitor = self.visitor
            self.visitor = visitor.home() if where == "home" else visitor.direct()
            self.count(f"opened the bot's {where}")

    @rule(text=TYPED_TEXTS, how=st.sampled_from(("", "", "@alliance ", "/alliance ")))
    def say(self, text: str, how: str) -> None:
        with welcome():
            self.visitor.say(f"{how}{text}")
        self.count("said something")

    @rule(words=DIGESTS)
    def command_a_digest(self, words: str) -> None:
        with welcome():
            self.visitor.say(f"/alliance digest {words}".strip())
        self.count("commanded a digest")

    @rule(which=st.integers(0, 1_000), chance=CHANCE, text=TYPED_TEXTS)
    def press(self, which: int, chance: Random, text: str) -> None:
        """Press or pick anything that is shown, rather the latest."""
        every = shown(self.visitor)
        if every:
            one = every[which % len(every)]
            act(self.visitor, one, chance, text)
            self.count(f"used a {one.element['type']}")

    @rule(which=st.integers(0, 8), chance=CHANCE, text=TYPED_TEXTS)
    def press_the_latest(self, which: int, chance: Random, text: str) -> None:
        self.press(which, chance, text)

    @rule(which=st.integers(0, 30), chance=CHANCE, text=TYPED_TEXTS)
    def ask_and_press(self, which: int, chance: Random, text: str) -> None:
        """Let there be something to press."""
        with welcome():
            self.visitor.say("/alliance lantern" if which % 2 else "/alliance")
        self.press(which, chance, text)

    @precondition(lambda self: self.visitor.has_modal)
    @rule(chance=CHANCE, text=TYPED_TEXTS)
    def submit(self, chance: Random, text: str) -> None:
        submit(self.visitor, chance, text)
        self.count("submitted a modal")

    @precondition(lambda self: self.visitor.has_modal)
    @rule(every=st.booleans())
    def close(self, every: bool) -> None:
        with welcome():
            self.visitor.close(every)
        self.count("closed a modal")

    @rule()
    def search(self) -> None:
        with welcome():
            self.visitor.shortcut("search_statement")
        self.count("chose a shortcut")

    @rule(which=st.integers(0, 100))
    def find_in_a_message(self, which: int) -> None:
        posts = self.visitor.posts
        if not posts:
            workspace = self.visitor.stand_in.workspace
            posts = [workspace.post(self.visitor.channel, "U0ROSA", CHAT)]
        with welcome():
            self.visitor.shortcut("find_in_statement", on=posts[which % len(posts)])
        self.count("chose a shortcut on a message")

    @rule(text=TYPED_TEXTS)
    def run_a_step(self, text: str) -> None:
        self.visitor.stand_in.stage.run_function("find_passage", {"query": text})
        self.visitor.settle()
        self.count("ran a workflow's step")

    def count(self, deed: str) -> None:
        type(self).tally[deed, "as it should"] += 1

    @invariant()
    def slack_refuses_nothing(self) -> None:
        assert [one for one in self.visitor.refused() if one not in EXPECTED] == []

    @invariant()
    def what_is_quoted_stands_in_the_statement(self) -> None:
        for quoted in quotations(self._everything()):
            assert any(quoted in paragraph for paragraph in PARAGRAPHS), quoted

    @invariant()
    def nobody_is_pinged(self) -> None:
        check_pings(self._everything())

    @invariant()
    def nobody_is_apologized_to(self) -> None:
        assert not _APOLOGY.search(str(self._everything()))

    @invariant()
    def nothing_fails_and_nothing_typed_is_logged(self) -> None:
        for record in self.log.records:
            assert record.levelno < logging.ERROR, vars(record)
            assert TYPED not in repr(vars(record)), vars(record)
        self.log.records.clear()

    def _everything(self) -> list[object]:
        """What the bot has said where the person looks: its last posts, and their views."""
        rooms, bot = (
            self.visitor.stand_in.workspace.rooms,
            self.visitor.stand_in.workspace.app.bot.id,
        )
        mine = [post for post in self.visitor.posts if post.user == bot][-5:]
        views = [*rooms.modals[self.visitor.person], rooms.homes.get(self.visitor.person)]
        said: list[object] = [{"text": post.text, "blocks": post.blocks} for post in mine]
        return [*said, *({"blocks": view["blocks"]} for view in views if view)]
