"""What the bot said, as a test reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.support import blockkit

Element = Mapping[str, Any]


@dataclass(frozen=True)
class Reply:
    """One message, or an answer in a view, checked before anybody reads it."""

    message: Mapping[str, Any]

    def __post_init__(self) -> None:
        in_view = self.message.get("type") in ("modal", "home")
        (blockkit.check_view if in_view else blockkit.check)(self.message)

    @property
    def text(self) -> str:
        return str(self.message["text"])

    @property
    def quote(self) -> str:
        """The quotation; there has to be exactly one."""
        (block,) = self._blocks("rich_text")
        (quoted,) = block["elements"]
        assert quoted["type"] == "rich_text_quote"
        return "".join(span["text"] for span in quoted["elements"])

    @property
    def prose(self) -> str:
        """The sections and the small print."""
        sections = [block["text"]["text"] for block in self._blocks("section")]
        notes = [note["text"] for block in self._blocks("context") for note in block["elements"]]
        return "\n".join(sections + notes)

    @property
    def labels(self) -> list[str]:
        """The buttons that send something back."""
        return [element["text"]["text"] for element in self._buttons() if "value" in element]

    @property
    def link(self) -> str:
        """Where the one link button leads."""
        (url,) = (element["url"] for element in self._buttons() if "url" in element)
        return str(url)

    def button(self, label: str) -> Element:
        """The button of that label, as Slack sends it back."""
        (found,) = (b for b in self._buttons() if b["text"]["text"] == label)
        return found

    def option(self, label: str) -> Element:
        """The menu, with the option of that label picked."""
        for menu in self._elements("static_select"):
            for group in menu["option_groups"]:
                for option in group["options"]:
                    if option["text"]["text"] == label:
                        kept = {key: menu[key] for key in ("type", "action_id")}
                        return {**kept, "selected_option": option}
        raise AssertionError(f"no option {label}")

    def thumb(self, label: str) -> Element:
        """One of the two buttons under a passage, as Slack sends it back."""
        (found,) = (thumb for thumb in self._thumbs() if thumb["text"]["text"] == label)
        return {"type": "feedback_buttons", "action_id": "feedback", "value": found["value"]}

    @property
    def thumbs(self) -> dict[str, str]:
        """The two buttons that say whether a passage is the right one, as they are read out."""
        return {thumb["text"]["text"]: thumb["accessibility_label"] for thumb in self._thumbs()}

    @property
    def menu(self) -> dict[str, list[str]]:
        """The menu's options under their labels."""
        (menu,) = self._elements("static_select")
        return {
            group["label"]["text"]: [option["text"]["text"] for option in group["options"]]
            for group in menu["option_groups"]
        }

    def _thumbs(self) -> Iterator[Element]:
        for block in self._blocks("context_actions"):
            for both in block["elements"]:
                yield from (both["positive_button"], both["negative_button"])

    def _buttons(self) -> Iterator[Element]:
        return self._elements("button")

    def _elements(self, kind: str) -> Iterator[Element]:
        for block in self._blocks("actions"):
            yield from (element for element in block["elements"] if element["type"] == kind)

    def _blocks(self, kind: str) -> list[Element]:
        return [block for block in self.message.get("blocks", ()) if block["type"] == kind]


@dataclass(frozen=True)
class View:
    """A modal or a Home, as a person sees it; its marks stand apart from letters."""

    told: Element

    def __post_init__(self) -> None:
        for text in blockkit.written(self.told["blocks"]):
            assert not blockkit.marks(text), blockkit.marks(text)
        blockkit.check_view(self.told)

    @property
    def title(self) -> str:
        return str(self.told["title"]["text"])

    @property
    def quote(self) -> str:
        """The quotation; there has to be exactly one."""
        (quoted,) = blockkit.parts(self.told["blocks"], "rich_text_quote")
        return "".join(span["text"] for span in quoted["elements"])

    @property
    def marked(self) -> str:
        """What of the quotation is in bold."""
        (quoted,) = blockkit.parts(self.told["blocks"], "rich_text_quote")
        return "".join(span["text"] for span in quoted["elements"] if span.get("style"))

    @property
    def copied(self) -> list[str]:
        """What stands there to be copied."""
        written = blockkit.parts(self.told["blocks"], "rich_text_preformatted")
        return ["".join(span["text"] for span in part["elements"]) for part in written]

    @property
    def labels(self) -> list[str]:
        """The buttons that send something back."""
        rows = [block for block in self.told["blocks"] if block["type"] == "actions"]
        found = [element for row in rows for element in row["elements"]]
        return [one["text"]["text"] for one in found if "value" in one]

    @property
    def words(self) -> list[str]:
        """Every text in it, from top to bottom."""
        return list(blockkit.texts(self.told["blocks"]))
