"""A conversation in the direct message with the bot, from what it suggests on."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, say

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def direct(page: "Page") -> "Locator":
    """Open the direct message with the bot; what it suggests there."""
    page.locator("#letters").get_by_role("button").click()
    prompts = page.get_by_role("region", name="Suggested prompts")
    expect(prompts.get_by_role("button")).to_have_count(4)
    return prompts


def answer(page: "Page") -> "Locator":
    """What the bot last said, in the thread that is open."""
    return page.locator("#thread-log article").last


def test_a_prompt_is_clicked_and_the_conversation_goes_on(page: "Page") -> None:
    prompts = direct(page)
    prompts.get_by_role("button", name="Space cooperation").click()
    expect(prompts.get_by_role("button")).to_have_count(0)
    expect(newest(page)).to_contain_text("Space cooperation")
    newest(page).get_by_role("button", name="1 reply").click()
    expect(answer(page).locator("blockquote")).to_be_visible()
    first = answer(page).locator("blockquote").inner_text()
    page.get_by_role("button", name="Close the thread").click()
    say(page, "more")
    expect(newest(page)).to_contain_text("more")
    newest(page).get_by_role("button", name="1 reply").click()
    expect(answer(page).locator("blockquote")).to_be_visible()
    assert answer(page).locator("blockquote").inner_text() != first
