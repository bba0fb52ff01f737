"""Block Kit blocks as a terminal shows them; what can be pressed gets a number."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from bot.playground.mrkdwn import link, terminal_text
from bot.rendering.references import SLACK_ONLY

Block = Mapping[str, Any]
Action = dict[str, Any]


def show(console: Console, blocks: Sequence[Block]) -> list[Action]:
    """Print the blocks, and return what pressing number 1, 2, ... would send, in that order."""
    actions: list[Action] = []
    for number, block in enumerate(blocks):
        _show_block(console, {"block_id": f"b{number}", **block}, actions)
    return actions


def _show_block(console: Console, block: Block, actions: list[Action]) -> None:
    match block["type"]:
        case "header":
            console.print(Text(block["text"]["text"], "bold"))
        case "divider":
            console.print(Rule(style="dim"))
        case "rich_text":
            _show_rich_text(console, block["elements"])
        case "section":
            _show_section(console, block, actions)
        case "context":
            for element in block["elements"]:
                console.print(_label(element, "dim"))
        case "actions":
            for element in block["elements"]:
                _show_element(console, block["block_id"], element, actions)
        case "context_actions":
            # Thumbs: in a terminal nobody keeps what they say, and their modal has no place.
            return
        case unknown:
            console.print(Text(f"[{unknown}]", "dim"))


def _show_section(console: Console, block: Block, actions: list[Action]) -> None:
    for text in (block.get("text"), *block.get("fields", ())):
        if text:
            console.print(_label(text))
    if accessory := block.get("accessory"):
        _show_element(console, block["block_id"], accessory, actions)


def _label(text: Mapping[str, Any], style: str = "") -> Text:
    if text["type"] == "mrkdwn":
        return terminal_text(text["text"], style)
    return Text(str(text.get("text", text.get("alt_text", ""))), style)


def _show_rich_text(console: Console, elements: Sequence[Block]) -> None:
    for element in elements:
        text = Text.assemble(*map(_span, _spans(element)))
        if element["type"] == "rich_text_quote":
            console.print(Panel(text, border_style="blue", padding=(0, 1)))
        elif element["type"] == "rich_text_list":
            for entry in element["elements"]:
                console.print(Text.assemble("• ", *map(_span, entry["elements"])))
        else:
            console.print(text)


def _spans(element: Block) -> Sequence[Block]:
    return () if element["type"] == "rich_text_list" else element["elements"]


def _span(span: Block) -> Text:
    words = str(span.get("text") or span.get("url") or f"[{span['type']}]")
    if span["type"] == "link":
        return link(span["url"], words)
    styles = span.get("style", {})
    return Text(words, " ".join(name for name in ("bold", "italic") if styles.get(name)))


def _show_element(console: Console, block_id: str, element: Block, actions: list[Action]) -> None:
    base = {"block_id": block_id, "action_id": element.get("action_id", "")}
    if base["action_id"] in SLACK_ONLY:
        return
    if element["type"] == "button":
        pressed = {**base, **_given(element, ("type", "text", "value", "url"))}
        _show_choice(console, element["text"]["text"], pressed, actions)
        if url := element.get("url"):
            # Whole on one line, however long: broken, it could be neither copied nor clicked.
            console.print(Text(f"     {url}", "dim"), soft_wrap=True)
        return
    for heading, option in _options(element):
        if heading:
            console.print(Text(heading, "bold"))
        picked = {**base, "type": element["type"], "selected_option": option}
        _show_choice(console, option["text"]["text"], picked, actions)


def _given(element: Block, keys: Sequence[str]) -> Action:
    return {key: element[key] for key in keys if key in element}


def _options(element: Block) -> Iterator[tuple[str | None, Block]]:
    """Every option of a menu, the first of a group with the group's name."""
    for option in element.get("options", ()):
        yield None, option
    for group in element.get("option_groups", ()):
        for place, option in enumerate(group["options"]):
            yield (group["label"]["text"] if place == 0 else None), option


def _show_choice(console: Console, label: str, action: Action, actions: list[Action]) -> None:
    actions.append(action)
    console.print(Text.assemble((f" [{len(actions)}]", "bold cyan"), " ", label))
