"""How a terminal shows Block Kit, and what its numbers would send."""

import io
from typing import Any

from rich.console import Console

from bot.playground import paper
from bot.playground.mrkdwn import terminal_text

QUOTE = "[bold]“climate” *crisis* <!channel> &amp; —"


def shown(*blocks: dict[str, Any]) -> tuple[str, list[paper.Action]]:
    console = Console(file=io.StringIO(), width=60, highlight=False)
    actions = paper.show(console, blocks)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue(), actions


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def test_a_quotation_is_shown_character_for_character() -> None:
    quoted = {"type": "rich_text_quote", "elements": [{"type": "text", "text": QUOTE}]}
    text, actions = shown({"type": "rich_text", "elements": [quoted]})
    assert QUOTE in text
    assert actions == []


def test_mrkdwn_is_read_as_slack_reads_it() -> None:
    text = terminal_text("*Theme* &amp; <https://a.b/?c&amp;d|the _source_> of 2*3*4 &lt;x&gt;")
    assert text.plain == "Theme & the _source_ of 2*3*4 <x>"
    assert str(text.spans[0].style) == "bold"


def test_buttons_are_numbered_and_send_what_slack_would_send() -> None:
    button = {"type": "button", "text": plain("Energy"), "action_id": "show:1", "value": "a/b"}
    link = {**button, "action_id": "open", "url": "https://a.b/#c"}
    text, actions = shown({"type": "actions", "block_id": "more", "elements": [button, link]})
    assert text.splitlines()[:2] == [" [1] Energy", " [2] Energy"]
    assert "https://a.b/#c" in text
    assert actions[0] == {**button, "block_id": "more"}
    assert actions[1] == {**link, "block_id": "more"}


def test_a_button_that_only_slack_can_serve_is_left_out() -> None:
    names = ("read_paragraph", "show_passage:1", "share", "cite", "change_digest")
    row = [{"type": "button", "text": plain(name), "action_id": name} for name in names]
    text, actions = shown({"type": "actions", "elements": row})
    assert text == " [1] show_passage:1\n"
    assert [action["action_id"] for action in actions] == ["show_passage:1"]


def test_a_menu_is_shown_by_group_and_every_option_can_be_picked() -> None:
    options = [{"text": plain(name), "value": name} for name in ("a", "b", "c")]
    groups = [
        {"label": plain("First"), "options": options[:2]},
        {"label": plain("Second"), "options": options[2:]},
    ]
    menu = {"type": "static_select", "action_id": "pick", "option_groups": groups}
    text, actions = shown(
        {"type": "divider"},
        {"type": "section", "text": plain("Themes"), "accessory": menu},
    )
    lines = text.splitlines()
    assert lines[1:] == ["Themes", "First", " [1] a", " [2] b", "Second", " [3] c"]
    assert actions[2] == {
        "block_id": "b1",
        "action_id": "pick",
        "type": "static_select",
        "selected_option": options[2],
    }


def test_a_block_of_another_kind_is_named_rather_than_dropped() -> None:
    assert shown({"type": "video"})[0] == "[video]\n"


def test_thumbs_are_left_out() -> None:
    thumbs = {"positive_button": {"text": plain("Yes")}, "negative_button": {"text": plain("No")}}
    row = {"type": "context_actions", "elements": [{"type": "feedback_buttons", **thumbs}]}
    assert shown(row) == ("", [])
