"""Slack's rules for views: a trigger once and in time, a stack of three, a hash, a title."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.playground.standing import StandIn
from tests.playground.test_web_api import PLAIN, SECTION, client, refusal

MINA = "U0MINA"
INPUT = {
    "type": "input",
    "label": PLAIN,
    "element": {"type": "plain_text_input", "action_id": "a"},
}
MODAL = {"type": "modal", "title": PLAIN, "blocks": [SECTION]}
HOME = {"type": "home", "blocks": [SECTION]}


@pytest.fixture
def slack(stand_in: StandIn) -> WebClient:
    return client(stand_in)


def opened(stand_in: StandIn, slack: WebClient, view: dict[str, Any]) -> Any:
    return slack.views_open(trigger_id=stand_in.workspace.trigger(MINA), view=view)


def test_a_trigger_opens_one_view(stand_in: StandIn, slack: WebClient) -> None:
    trigger = stand_in.workspace.trigger(MINA)
    assert slack.views_open(trigger_id=trigger, view=MODAL)["view"]["hash"]
    again = refusal(lambda: slack.views_open(trigger_id=trigger, view=MODAL))
    assert again["error"] == "exchanged_trigger_id"
    unknown = refusal(lambda: slack.views_open(trigger_id="1.2.x", view=MODAL))
    assert unknown["error"] == "invalid_trigger_id"


def test_a_trigger_lives_for_three_seconds(stand_in: StandIn, slack: WebClient) -> None:
    first, second = (stand_in.workspace.trigger(MINA) for _ in range(2))
    stand_in.workspace.agenda.advance(3)
    assert slack.views_open(trigger_id=first, view=MODAL)["ok"]
    stand_in.workspace.agenda.advance(1)
    late = refusal(lambda: slack.views_open(trigger_id=second, view=MODAL))
    assert late["error"] == "expired_trigger_id"


def test_a_stack_holds_three(stand_in: StandIn, slack: WebClient) -> None:
    opened(stand_in, slack, MODAL)
    pushed = [stand_in.workspace.trigger(MINA) for _ in range(3)]
    for trigger in pushed[:2]:
        assert slack.views_push(trigger_id=trigger, view=MODAL)["ok"]
    third = refusal(lambda: slack.views_push(trigger_id=pushed[2], view=MODAL))
    assert third["error"] == "push_limit_reached"


def test_a_view_is_updated_by_its_id_and_hash(stand_in: StandIn, slack: WebClient) -> None:
    view = opened(stand_in, slack, MODAL)["view"]
    changed = slack.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)["view"]
    assert changed["id"] == view["id"]
    stale = refusal(lambda: slack.views_update(view_id=view["id"], hash="x", view=MODAL))
    gone = refusal(lambda: slack.views_update(view_id="V0", view=MODAL))
    assert (stale["error"], gone["error"]) == ("hash_conflict", "not_found")


def test_a_home_is_published_against_its_hash(stand_in: StandIn, slack: WebClient) -> None:
    view = slack.views_publish(user_id=MINA, view=HOME)["view"]
    assert stand_in.workspace.rooms.homes[MINA]["hash"] == view["hash"]
    assert slack.views_publish(user_id=MINA, view=HOME, hash=view["hash"])["ok"]
    stale = refusal(lambda: slack.views_publish(user_id=MINA, view=HOME, hash="x"))
    assert stale["error"] == "hash_conflict"


@pytest.mark.parametrize(
    ("accepted", "refused"),
    [
        (
            {**MODAL, "title": {**PLAIN, "text": "a" * 24}},
            {**MODAL, "title": PLAIN | {"text": "a" * 25}},
        ),
        (MODAL, {"type": "modal", "blocks": [SECTION]}),
        (MODAL, HOME),
        ({**MODAL, "submit": PLAIN, "blocks": [INPUT]}, {**MODAL, "blocks": [INPUT]}),
        ({**MODAL, "private_metadata": "a" * 3000}, {**MODAL, "private_metadata": "a" * 3001}),
        ({**MODAL, "callback_id": "a" * 255}, {**MODAL, "callback_id": "a" * 256}),
        (MODAL, {**MODAL, "colour": "red"}),
        (MODAL, {**MODAL, "blocks": [{"type": "markdown", "text": "a"}]}),
    ],
)
def test_a_modal_has_its_shape(
    stand_in: StandIn, slack: WebClient, accepted: dict[str, Any], refused: dict[str, Any]
) -> None:
    assert opened(stand_in, slack, accepted)["ok"]
    answer = refusal(lambda: opened(stand_in, slack, refused))
    assert answer["error"] == "invalid_arguments"
    assert "/view" in answer["response_metadata"]["messages"][0]


def test_a_view_is_not_too_large(stand_in: StandIn, slack: WebClient) -> None:
    text = {"type": "mrkdwn", "text": "a" * 3000}
    large = {**MODAL, "blocks": [{"type": "section", "text": text}] * 90}
    assert refusal(lambda: opened(stand_in, slack, large))["error"] == "view_too_large"


def test_a_code_is_exchanged_once(stand_in: StandIn) -> None:
    from bot.playground.consenting import new_code

    nobody = client(stand_in, "")
    code = new_code(stand_in.workspace)
    given = {"client_id": "1", "client_secret": "2"}
    assert nobody.oauth_v2_access(code=code, **given)["token_type"] == "bot"
    again = refusal(lambda: nobody.oauth_v2_access(code=code, **given))
    unknown = refusal(lambda: nobody.oauth_v2_access(code="x", **given))
    assert (again["error"], unknown["error"]) == ("code_already_used", "invalid_code")
