"""Somebody says on the page that a passage was not the right one, and what they looked for."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, say

if TYPE_CHECKING:
    from playwright.sync_api import Page

THANKS = "Thank you. That was noted without your name."


def test_a_no_asks_for_a_word_and_is_thanked_for(page: "Page") -> None:
    say(page, "/alliance climate")
    newest(page).get_by_role("button", name="is not what I was looking for").click()
    modal = page.get_by_role("dialog", name="What did you look for?")
    modal.get_by_role("textbox", name="A word you would like to find it by").fill("solar")
    modal.get_by_role("button", name="Send").click()
    thanked = page.get_by_role("dialog", name="Alliance statement")
    expect(thanked).to_contain_text(THANKS)
    thanked.get_by_role("button", name="Close").last.click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_yes_is_thanked_for(page: "Page") -> None:
    say(page, "/alliance climate")
    newest(page).get_by_role("button", name="is what I was looking for").click()
    expect(newest(page)).to_contain_text(THANKS)
