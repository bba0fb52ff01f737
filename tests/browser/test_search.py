"""The two shortcuts: a search in a modal, and what a message is about."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, say, shortcut

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_theme_is_begun_picked_and_read_in_the_modal(page: "Page") -> None:
    dialog = shortcut(page, "Search the joint statement")
    expect(dialog).to_have_accessible_name("Search the statement")
    dialog.get_by_role("combobox", name="Theme or passage").fill("clim")
    page.locator(":popover-open").get_by_role("option", name="Climate change").first.click()
    dialog.get_by_role("button", name="Search", exact=True).click()
    expect(dialog).to_have_accessible_name("Joint statement")
    expect(dialog.locator("blockquote")).to_contain_text("the growing impact of climate change")
    dialog.get_by_role("button", name="Search again").click()
    dialog.get_by_label("Or ask in your own words").fill("open ran")
    page.keyboard.press("Enter")
    expect(dialog.locator("blockquote")).to_contain_text("Open RAN approaches")


def test_what_a_message_is_about_is_told_to_the_one_who_asks(
    page: "Page", colleague: "Page"
) -> None:
    say(colleague, "did the presidents reaffirm the Paris Agreement and 2050 net zero?")
    message = page.get_by_role("article").filter(has_text="did the presidents reaffirm")
    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Find in the joint statement").click()
    expect(newest(page).locator("blockquote")).to_contain_text("2050 net-zero targets")
    expect(newest(page)).to_contain_text("Only visible to you")
    expect(colleague.locator("#log blockquote")).to_have_count(0)
