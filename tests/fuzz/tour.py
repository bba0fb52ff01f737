"""A walk through everything that can be done, for the real payloads that come of it."""

from collections import defaultdict
from random import Random
from typing import Any

from bot.playground import events
from tests.fuzz.deeds import act, shown, submit
from tests.support.statements import ARCHIVE
from tests.support.visiting import Visitor

Payloads = dict[str, list[dict[str, Any]]]
CHAT = "Rosa asked whether both towns did commit to protect the whales of the sound, or only one"
# What Slack refuses of a bot that does what it is asked, and tells of it.
EXPECTED = frozenset(("chat.postMessage: not_in_channel", "chat.postMessage: is_archived"))
# What stands below answers in other statements, or stood there in older releases.
BUTTONS = {
    "show_passage:1": "harbour/ferries-cross/en",
    "show_theme:2": "harbour/lanterns/ko",
    "change_digest": "digest weekdays 09:00",
    "no_longer_there": "x",
}


class Tour:
    """Goes everywhere once, and keeps what Slack sends."""

    def __init__(self, mina: Visitor) -> None:
        self.mina = mina
        self.jordan = mina.other("U0JORDAN")
        self.chance = Random(70)
        self.found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    def payloads(self) -> Payloads:
        """What was sent, by its type; events by the event's."""
        self._talk()
        self._press()
        self._search()
        self._run()
        self._others()
        return {kind: self.found[kind] for kind in sorted(self.found)}

    def _talk(self) -> None:
        for text in ("boats", "", "language ko", "digest", "digest weekdays 9am", "digest status"):
            self.mina.say(f"/alliance {text}".strip())
            self._keep()
        self.mina.say("@alliance lamplighter")
        self.mina.say(f"see {ARCHIVE}#:~:text=fog%20and%20in%20frost")
        direct = self.mina.direct()
        for text in ("whales", "more", "digest"):
            direct.say(text)
        self._keep()

    def _press(self) -> None:
        """Press all that is shown below a passage, the outline, a digest, and in the Home."""
        for text in ("/alliance lantern", "/alliance", "/alliance digest"):
            self.jordan.say(text)
            for number in range(len(shown(self.jordan))):
                self._press_one(self.jordan, number)
        home = self.jordan.home()
        for number in range(len(shown(home))):
            self._press_one(home, number)

    def _press_one(self, visitor: Visitor, number: int) -> None:
        if number < len(every := shown(visitor)):
            act(visitor, every[number], self.chance, "boats")
        self._modals(visitor)

    def _modals(self, visitor: Visitor) -> None:
        """Submit what has been opened, and close what is left of it."""
        if visitor.has_modal:
            submit(visitor, self.chance, "boats")
        while visitor.has_modal:
            visitor.close()
        self._keep()

    def _search(self) -> None:
        self.jordan.shortcut("search_statement")
        for one in shown(self.jordan)[:3]:
            act(self.jordan, one, self.chance, "boats")
        submit(self.jordan, self.chance, "boats")
        self._modals(self.jordan)
        posted = self.mina.stand_in.workspace.post("C0POLICY", "U0ROSA", CHAT)
        self.jordan.shortcut("find_in_statement", on=posted)
        self._keep()

    def _run(self) -> None:
        self.mina.stand_in.stage.run_function("find_passage", {"query": "boats"})
        self.mina.settle()
        self._keep()

    def _others(self) -> None:
        """What the stand-in would send to an app of another manifest, or of another site."""
        workspace = self.mina.stand_in.workspace
        post = workspace.post("C0POLICY", "U0ROSA", f"see {ARCHIVE}")
        fragment = "#:~:text=fog%20and%20in%20frost"
        links = {f"{ARCHIVE}{fragment}": "archive.example", ARCHIVE: "archive.example"}
        for event in (
            events.links_shared(workspace, post, links),
            events.joined(workspace, "C0POLICY", "U0ALLIANCE", "U0ROSA"),
            events.tokens_revoked(workspace),
            events.uninstalled(),
            {"type": "team_access_revoked", "team_ids": ["T0HARBOUR", "T0ELSEWHERE"]},
        ):
            self.found[event["type"]].append(events.enveloped(workspace, event))
        submitted = self.found["view_submission"][0]
        self.found["view_closed"].append({**submitted, "type": "view_closed", "is_cleared": True})
        pressed = next(one for one in self.found["block_actions"] if "response_url" in one)
        for action, value in BUTTONS.items():
            told = {"type": "button", "action_id": action, "block_id": "b", "value": value}
            self.found["block_actions"].append({**pressed, "actions": [told]})

    def _keep(self) -> None:
        ledger = self.mina.stand_in.ledger
        for _, entry in ledger.entries():
            if entry.direction == "to bot":
                kind = "command" if entry.name.startswith("/") else entry.name
                self.found[kind].append(dict(entry.request))
        assert set(self.mina.refused()) <= EXPECTED
