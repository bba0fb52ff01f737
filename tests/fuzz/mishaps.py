"""What happens round a conversation: repeats, edits, forgeries, guests, and the app taken away."""

import json
import logging
from contextlib import suppress
from random import Random
from typing import Any
from urllib.request import Request, urlopen

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from bot.playground.events import enveloped
from bot.playground.faults import OF_REQUESTS, REQUEST
from bot.playground.refusals import Unwelcome
from tests.fuzz.deeds import Shown, act, shown, welcome
from tests.fuzz.door import KNOWN_FAILURES, MISSING, REFUSED, Logged
from tests.fuzz.hostile import TEXTS
from tests.support.slack import JSON, signed
from tests.support.visiting import Visitor

# What Slack writes for people has no lone surrogates.
WRITTEN = tuple(text for text in TEXTS if text.encode(errors="ignore").decode() == text)
CHANCE = st.randoms(use_true_random=True)
FORGED = st.sampled_from(WRITTEN)


class Mishaps(RuleBasedStateMachine):
    """Rules for whatever nobody says or presses as it was meant."""

    visitor: Visitor
    log: Logged
    # What stood somewhere once, and may stand there no more.
    earlier: list[Shown]

    def count(self, deed: str) -> None:
        """Count a deed."""
        raise NotImplementedError

    @rule(language=st.sampled_from(("en", "ko", "auto", "fr")))
    def choose_a_language(self, language: str) -> None:
        with welcome():
            self.visitor.say(f"/alliance language {language}")
        self.count("chose a language")

    @rule(how=st.sampled_from(("twice", "out_of_order")))
    def be_heard_again(self, how: str) -> None:
        """Slack sends the same event again, or after a later one."""
        self.visitor.stand_in.faults.fail(REQUEST, OF_REQUESTS[how]())
        with welcome():
            self.visitor.say("@alliance boats")
        self.count(f"was heard {how.replace('_', ' ')}")

    @rule(subtype=st.sampled_from(("message_changed", "message_deleted")), text=FORGED)
    def edit_or_delete(self, subtype: str, text: str) -> None:
        """Change what was said, or take it back: nothing is answered."""
        before, direct = len(self.visitor.posts), f"D{self.visitor.person[1:]}"
        said = {"user": self.visitor.person, "ts": "1.1", "text": text}
        key = "message" if subtype == "message_changed" else "previous_message"
        event = {"type": "message", "channel": direct, "channel_type": "im", "ts": "2.2"}
        self._send({**event, "subtype": subtype, key: said})
        assert len(self.visitor.posts) == before
        self.count("edited or deleted a message")

    @rule(words=st.sampled_from(("invite @alliance", "remove @alliance", "invite @rosa")))
    def let_in_or_out(self, words: str) -> None:
        # A mention that waited until now could not be answered where the bot is no more.
        for deliver in self.visitor.stand_in.faults.released():
            deliver()
        self.visitor.settle()
        with suppress(Unwelcome):
            self.visitor.say(f"/{words}")
        self.visitor.settle()
        self.count("let somebody in or out")

    @rule(which=st.integers(0, 1_000), chance=CHANCE)
    def press_what_was_there(self, which: int, chance: Random) -> None:
        """Press something that was seen before, whatever has become of it."""
        self.earlier.extend(shown(self.visitor)[:3])
        if self.earlier:
            with welcome():
                act(self.visitor, self.earlier[which % len(self.earlier)], chance, "boats")
            self.forgive()
            self.count("pressed what was there")

    @rule(
        which=st.integers(0, 8),
        chance=CHANCE,
        key=st.sampled_from(("value", "action_id")),
        text=FORGED,
    )
    def forge_a_button(self, which: int, chance: Random, key: str, text: str) -> None:
        """Press a button whose value or name somebody made up."""
        buttons = [one for one in shown(self.visitor) if one.element["type"] == "button"]
        if buttons and text:
            one = buttons[which % len(buttons)]
            one.element[key] = text[:255]
            place = {**one.place, "action_id": one.element["action_id"]}
            act(self.visitor, Shown(place, one.element), chance, text)
            self.forgive()
            self.count("forged a button")

    @precondition(lambda self: self.visitor.has_modal)
    @rule(text=FORGED)
    def forge_a_modal(self, text: str) -> None:
        """Let the modal remember something else."""
        rooms = self.visitor.stand_in.workspace.rooms
        rooms.modals[self.visitor.person][-1]["private_metadata"] = text[:3000]
        self.count("forged a modal")

    @rule()
    def leave_and_come_back(self) -> None:
        """The app is taken away and installed again."""
        workspace = self.visitor.stand_in.workspace
        with suppress(Unwelcome):
            self.visitor.stand_in.stage.uninstall()
        self.visitor.settle()
        # An event that waited until now is answered with a token that opens nothing any more.
        self.forgive()
        workspace.install(workspace.app)
        self.count("uninstalled and installed")

    def _send(self, event: dict[str, Any]) -> None:
        """Send an event that the workspace itself makes none of."""
        body = json.dumps(enveloped(self.visitor.stand_in.workspace, event)).encode()
        headers = {"content-type": JSON, **signed(body)}
        with urlopen(Request(self.visitor.stand_in.bot.url, body, headers), timeout=20) as answer:
            assert answer.status == 200
        self.visitor.settle()

    def forgive(self) -> None:
        """Slack may refuse what a forgery names, or a bot that is gone; the log may tell of it."""
        words = [told.split(": ", 1)[1] for told in self.visitor.refused()]
        known = (*REFUSED, MISSING, "account_inactive")
        assert [word for word in words if not word.startswith(known)] == []
        for record in list(self.log.records):
            if record.levelno >= logging.ERROR and vars(record).get("error") in KNOWN_FAILURES:
                self.log.records.remove(record)
