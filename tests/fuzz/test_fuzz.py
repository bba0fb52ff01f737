"""A few hundred inputs of each kind, the same ones every time; `make fuzz` tries as many as wished.

What was found that way is tested by name where it was mended.
"""

import json
from collections import Counter
from random import Random

from bot.web import LARGEST_BODY
from tests.fuzz.hostile import changed
from tests.fuzz.properties import (
    Tally,
    fuzz_conversations,
    fuzz_door,
    fuzz_files,
    settled,
)

DOORS = {
    *("app_home_opened", "app_mention", "app_uninstalled", "block_actions", "block_suggestion"),
    *("command", "function_executed", "link_shared", "member_joined_channel", "message"),
    *(
        "message_action",
        "shortcut",
        "tokens_revoked",
        "team_access_revoked",
        "view_closed",
        "view_submission",
    ),
    *("any bytes", "unsigned"),
}


def test_whatever_comes_in_at_the_door() -> None:
    tally: Tally = Counter()
    fuzz_door(600, True, tally)
    assert {kind for kind, _ in tally} >= DOORS
    assert {outcome for _, outcome in tally} >= {"400", "401", "answered at once", "answered later"}


def test_whatever_is_done_in_a_conversation() -> None:
    tally: Tally = Counter()
    fuzz_conversations(600, True, tally)
    assert tally.total() > 200


def test_whatever_a_file_says() -> None:
    tally: Tally = Counter()
    fuzz_files(settled(400, True), tally)
    assert {outcome for _, outcome in tally} == {"read", "faults told"}


def test_a_payload_grows_by_little_with_each_change() -> None:
    for seed in range(500):
        chance, payload = Random(seed), {"actions": [{"value": "x"}], "view": {"id": "V1"}}
        for _ in range(4):
            payload = changed(payload, chance)
        assert len(json.dumps(payload)) < LARGEST_BODY, seed
