"""A link to the statement, posted and unfolded."""

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, say

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARCHIVED = (
    "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/04/26/leaders-"
    "joint-statement-in-commemoration-of-the-70th-anniversary-of-the-alliance-between-the-united-"
    "states-of-america-and-the-republic-of-korea/"
)


def test_a_posted_link_shows_the_passage_that_it_highlights(page: "Page") -> None:
    say(page, f"here: {ARCHIVED}#:~:text=Taiwan%20Strait")
    card = newest(page).locator(".preview")
    expect(card.locator("blockquote")).to_contain_text(
        "The Presidents reiterated the importance of preserving peace and stability in the Taiwan"
        " Strait as an indispensable element of security and prosperity in the region."
    )
    expect(card).to_contain_text("¶11 · Expanding Cooperation Throughout the Indo-Pacific")
    with page.expect_popup() as opened:
        card.get_by_text("Open the source", exact=True).click()
    assert opened.value.url.startswith(f"{ARCHIVED}#")
    expect(page.get_by_role("alert").filter(has_text=re.compile(r"\S"))).to_have_count(0)


def test_a_link_is_previewed_before_its_message_is_sent(page: "Page") -> None:
    box = page.locator("#composer").get_by_role("textbox")
    previews = page.locator("#composer").get_by_role("status", name="Link previews")
    box.press_sequentially("here: ")
    page.keyboard.insert_text(f"{ARCHIVED}#:~:text=Taiwan%20Strait")
    expect(previews).to_contain_text("bidenwhitehouse.archives.gov")
    expect(previews.locator("b")).to_have_text("Taiwan Strait and the status quo")
    expect(page.locator("#log article")).to_have_count(0)
    # More words change nothing about the link.
    box.press_sequentially(" is what they said")
    expect(previews.locator("b")).to_have_count(1)
    box.press("Enter")
    expect(newest(page).locator(".preview blockquote")).to_be_visible()
    expect(previews).to_be_empty()
    box.fill(f"/alliance {ARCHIVED}")
    box.fill("https://example.com/")
    expect(previews).to_be_empty()
    page.get_by_role("button", name="Developer").click()
    expect(page.locator("#request-list").get_by_text("link_shared", exact=True)).to_have_count(2)


def test_a_plain_link_shows_what_the_statement_is(page: "Page") -> None:
    say(page, ARCHIVED)
    card = newest(page).locator(".preview")
    expect(card).to_contain_text("Washington, April 26, 2023 · 20 paragraphs")
    expect(card).to_contain_text("Yoon Suk Yeol, President of the Republic of Korea")
