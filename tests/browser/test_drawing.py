"""Everything that the stand-in lets through is drawn; what it does not know is shown as it is."""

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Locator, expect

from bot.playground import checking
from bot.playground.element_shapes import SHAPES
from tests.browser import examples

if TYPE_CHECKING:
    from playwright.sync_api import Page


def draw(page: "Page", blocks: list[dict[str, Any]]) -> Locator:
    """The blocks drawn by the page's own modules where the App Home stands."""
    page.evaluate(
        """async (shown) => {
            const { blocks } = await import("/static/blocks.js");
            const { surface } = await import("/static/surface.js");
            const home = document.querySelector("#home");
            home.replaceChildren(...blocks(shown, surface({})));
            home.hidden = false;
            document.querySelector("#scroll").hidden = true;
        }""",
        blocks,
    )
    return page.locator("#home")


def test_every_kind_that_the_tables_know_is_drawn(page: "Page") -> None:
    made = examples.blocks()
    assert not [wrong for block in made for wrong in checking.faults([block], "message")]
    typed = {kind.removesuffix("_element") for kind, shape in SHAPES.items() if shape.typed}
    assert set(examples.kinds(made)) >= typed - {"mrkdwn"}
    home = draw(page, made)
    expect(home.locator(".block")).to_have_count(len(made))
    expect(home.locator(".unknown")).to_have_count(0)


def test_every_control_has_a_name(page: "Page") -> None:
    home = draw(page, examples.blocks())
    unnamed = home.evaluate(
        """(home) => [...home.querySelectorAll("button, input, textarea, a[href], [role]")]
            .filter((node) => !["presentation", "status", "listbox"].includes(node.role))
            .filter((node) => !(node.ariaLabel || node.labels?.length || node.textContent.trim()
                || node.getAttribute("aria-labelledby")))
            .map((node) => node.outerHTML)"""
    )
    assert unnamed == []


def test_what_cannot_be_drawn_is_shown_and_what_is_hostile_stays_text(page: "Page") -> None:
    hostile = "<img src=x onerror=alert(1)>&lt;b&gt; <javascript:alert(1)|click> *bold*"
    marked = "<img src=x onerror=alert(1)> [click](javascript:alert(1)) **bold**"
    home = draw(
        page,
        [
            {"type": "nova", "text": "something new"},
            {"type": "section", "text": {"type": "mrkdwn", "text": hostile}},
            {"type": "markdown", "text": marked},
            {"type": "actions", "elements": [{"type": "nova"}]},
        ],
    )
    expect(home.locator(".unknown")).to_have_count(2)
    expect(home.locator(".unknown").first).to_contain_text("something new")
    expect(home.locator(".block-section")).to_have_text("img src=x onerror=alert(1)<b> click bold")
    expect(home.locator(".block-markdown")).to_have_text("<img src=x onerror=alert(1)> click bold")
    expect(home.locator("img, a")).to_have_count(0)
    expect(home.locator("b")).to_have_text(["bold", "bold"])


def test_what_the_bot_shows_of_a_link_stands_under_the_message(page: "Page") -> None:
    shown = {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*Passage*"}}]}
    message = {"ts": "1.1", "user": "U0JORDAN", "text": "see <https://example.org/a>"}
    page.evaluate(
        """async (message) => {
            const { showMessages } = await import("/static/messages.js");
            showMessages(document.querySelector("#log"), [message], false);
        }""",
        {**message, "unfurls": {"https://example.org/a": shown}},
    )
    expect(page.locator("#log article .preview b")).to_have_text("Passage")


def test_an_option_that_is_taken_away_is_chosen_no_more(page: "Page") -> None:
    values = page.evaluate(
        """async () => {
            const { holding } = await import("/static/held.js");
            const option = (value) => ({ text: { type: "plain_text", text: value }, value });
            const menu = (...values) => [{ type: "input", block_id: "b", element:
                { type: "static_select", action_id: "a", options: values.map(option) } }];
            const held = holding("C1");
            held.put("b", menu("one", "two")[0].element, option("two"));
            return [menu("one", "two"), menu("one")].map((blocks) => held.values(blocks).b.a);
        }"""
    )
    two = {"text": {"type": "plain_text", "text": "two"}, "value": "two"}
    assert values == [
        {"type": "static_select", "selected_option": two},
        {"type": "static_select", "selected_option": None},
    ]


MARKDOWN = """\
# Alliance
A **bold**, an *italic* and a ***doubly marked*** word, ~~struck~~, `x < y`, snake_case_name,
a [link](https://example.org/a_(b)) and https://example.org/c.

- one
  - deeper
- two

3. third
4. fourth

- [x] done
- [ ] to do

> quoted
> on

```python
*not* bold
```

| Cadence | Posts |
|:--------|------:|
| daily   | 365   |

---
\\*as typed\\*"""


def test_a_markdown_block_is_read_as_markdown(page: "Page") -> None:
    home = draw(page, [{"type": "markdown", "text": MARKDOWN}])
    expect(home.get_by_role("heading", name="Alliance")).to_be_visible()
    expect(home.locator("b")).to_have_text(["bold", "doubly marked"])
    expect(home.locator("i")).to_have_text(["italic", "doubly marked"])
    expect(home.locator("s")).to_have_text("struck")
    expect(home.locator("code")).to_have_text("x < y")
    expect(home.get_by_text("snake_case_name")).to_be_visible()
    expect(home.get_by_role("link")).to_have_text(["link", "https://example.org/c"])
    expect(home.get_by_role("link").first).to_have_attribute("href", "https://example.org/a_(b)")
    expect(home.locator("ul > li ul > li")).to_have_text("deeper")
    expect(home.locator("ol")).to_have_attribute("start", "3")
    expect(home.get_by_role("checkbox", name="Done")).to_be_checked()
    expect(home.locator("blockquote")).to_have_text(re.compile("quoted\\s*on"))
    expect(home.locator("pre")).to_have_text("*not* bold")
    expect(home.get_by_role("row")).to_have_text(["CadencePosts", "daily365"])
    expect(home.locator(".block-markdown > p").last).to_have_text("*as typed*")
