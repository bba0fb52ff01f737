"""What stands under a passage: reading on, sharing and citing, as a person does."""

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, pick, say

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_passage_is_read_in_its_paragraph_and_the_next_one_too(page: "Page") -> None:
    say(page, "/alliance climate")
    quoted = newest(page).locator("blockquote").inner_text()
    newest(page).get_by_role("button", name=re.compile("^Read in context")).click()
    reader = page.get_by_role("dialog", name="Read in context")
    expect(reader.locator("blockquote b")).to_have_text(quoted)
    expect(reader).to_contain_text(
        "In bold: the passage on Climate change, from “The Presidents expressed their” to"
    )
    expect(reader).to_contain_text("¶5 of 20")
    reader.get_by_role("button", name="Next: ¶6").click()
    expect(reader).to_contain_text("¶6 of 20")
    expect(reader.locator("blockquote b")).to_have_count(0)
    reader.get_by_role("button", name="Previous: ¶5").click()
    expect(reader.locator("blockquote b")).to_have_text(quoted)
    pick(page, "Go to a theme", "Civil nuclear energy")
    expect(reader.locator("blockquote b")).to_contain_text("peaceful use of nuclear energy")
    page.keyboard.press("Escape")
    expect(reader).to_be_hidden()


def test_what_one_person_was_told_is_shared_with_everybody(page: "Page", colleague: "Page") -> None:
    say(page, "/alliance climate")
    quoted = newest(page).locator("blockquote").inner_text()
    expect(colleague.locator("#log blockquote")).to_have_count(0)
    newest(page).get_by_role("button", name=re.compile("^Share")).click()
    expect(newest(colleague)).to_contain_text("Shared by jordan from")
    expect(newest(colleague).locator("blockquote")).to_have_text(quoted)
    expect(page.locator("#log")).to_contain_text("Shared: everybody here sees the passage now.")
    expect(page.locator("#log blockquote")).to_have_count(1)


def test_from_a_direct_message_it_is_shared_where_one_chooses(page: "Page") -> None:
    page.locator("#letters").get_by_role("button").click()
    say(page, "climate")
    page.get_by_role("button", name="1 reply").click()
    page.locator("#thread").get_by_role("button", name=re.compile("^Share")).click()
    modal = page.get_by_role("dialog", name="Share this passage")
    pick(page, "Channel", "general")
    modal.get_by_role("button", name="Share", exact=True).click()
    said = page.get_by_role("dialog")
    expect(said).to_contain_text("Shared: everybody in")
    page.keyboard.press("Escape")
    page.locator("#channels").get_by_role("button", name="general").click()
    expect(newest(page)).to_contain_text("Shared by jordan from")


def test_citations_are_shown_and_closed(page: "Page") -> None:
    say(page, "/alliance climate")
    newest(page).get_by_role("button", name=re.compile("^Cite")).click()
    modal = page.get_by_role("dialog", name="Cite this passage")
    expect(modal.locator("pre")).to_have_count(7)
    expect(modal.locator("pre").nth(1)).to_contain_text("Biden, J. R., Jr., & Yoon, S. Y. (2023")
    expect(modal).to_contain_text("Bluebook")
    modal.locator("footer").get_by_role("button", name="Close").click()
    expect(modal).to_be_hidden()
