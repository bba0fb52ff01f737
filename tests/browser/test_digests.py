"""A digest from its modal to its post, on the clock of the playground."""

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, open_faults, pick, say

if TYPE_CHECKING:
    from playwright.sync_api import Page

# The engine looks into its queue every second.
PATIENCE = 15_000


def test_a_digest_is_set_up_in_its_modal_and_posted_tomorrow_at_nine(page: "Page") -> None:
    say(page, "/alliance digest")
    modal = page.get_by_role("dialog", name="Statement digest")
    expect(modal).to_contain_text("Next posts")
    pick(page, "Days", "Every day")
    modal.get_by_role("button", name="Save").click()
    expect(modal).to_be_hidden()
    expect(newest(page)).to_contain_text(re.compile("jordan", re.IGNORECASE))
    open_faults(page)
    page.get_by_role("button", name="Tomorrow 09:00").click()
    expect(page.locator("#log blockquote").first).to_be_visible(timeout=PATIENCE)
    expect(newest(page)).to_contain_text(re.compile(r"\d+ of \d+ · set up by jordan"))


def test_what_is_wrong_in_the_modal_stands_under_its_field(page: "Page") -> None:
    say(page, "/alliance digest")
    modal = page.get_by_role("dialog", name="Statement digest")
    expect(modal).to_be_visible()
    page.keyboard.press("Escape")
    expect(modal).to_be_hidden()
    say(page, "/alliance digest weekdays 25:10 Seoul")
    expect(newest(page)).to_contain_text("“25:10” is not a time of day")
