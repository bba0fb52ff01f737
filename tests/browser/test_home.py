"""The bot's Home on the page: a passage is searched for and read, and the language changed."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import pick, say

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def home_of(page: "Page") -> "Locator":
    """The Home, opened and published."""
    page.locator("#letters").get_by_role("button").click()
    page.get_by_role("tab", name="Home").click()
    home = page.get_by_role("tabpanel", name="Home")
    expect(home.get_by_role("textbox", name="Find a passage")).to_be_visible()
    return home


def test_a_passage_is_searched_for_and_the_language_changed(page: "Page") -> None:
    home = home_of(page)
    box = home.get_by_role("textbox", name="Find a passage")
    box.fill("climate")
    box.press("Enter")
    modal = page.get_by_role("dialog")
    expect(modal.locator("blockquote")).to_contain_text("climate")
    page.keyboard.press("Escape")
    expect(modal).to_be_hidden()
    pick(page, "Language", "한국어 (Korean)")
    expect(home.get_by_role("heading", name="성명의 내용")).to_be_visible()
    expect(home.get_by_role("textbox", name="구절 찾기")).to_be_visible()
    pick(page, "언어", "자동")
    expect(home.get_by_role("heading", name="What the statement covers")).to_be_visible()


def test_a_theme_is_picked_from_its_section(page: "Page") -> None:
    home_of(page)
    pick(page, "Pick a theme: 1. ", "Climate")
    expect(page.get_by_role("dialog").locator("blockquote")).to_be_visible()


def test_a_digest_is_ended_only_by_who_is_sure(page: "Page") -> None:
    say(page, "/alliance digest weekdays 9am Asia/Seoul")
    home = home_of(page)
    home.get_by_role("button", name="Off: digest 1").click()
    sure = page.get_by_role("alertdialog", name="End this digest?")
    sure.get_by_role("button", name="Cancel").click()
    expect(sure).to_be_hidden()
    home.get_by_role("button", name="Off: digest 1").click()
    sure.get_by_role("button", name="Off").click()
    expect(home.get_by_role("button", name="Off: digest 1")).to_have_count(0)
    expect(home).to_contain_text("No channel of this workspace has a digest yet.")
