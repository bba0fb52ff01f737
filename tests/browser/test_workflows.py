"""A workflow's step, run from the developer's panel."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def runs(page: "Page") -> "Locator":
    """What the steps have handed on, the last one first."""
    return page.get_by_role("list", name="Runs of a step").get_by_role("listitem")


def test_a_step_is_run_by_keyboard_and_shows_what_it_hands_on(page: "Page") -> None:
    page.get_by_role("button", name="Developer").click()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Workflows")).to_be_focused()
    form = page.get_by_role("form", name="Find a passage")
    form.get_by_label("Query").fill("Taiwan Strait")
    page.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Run the step")).to_be_focused()
    page.keyboard.press("Enter")
    expect(runs(page)).to_have_count(1)
    handed_on = runs(page).first
    expect(handed_on).to_contain_text("FoundYes")
    expect(handed_on).to_contain_text(
        "The Presidents reiterated the importance of preserving peace and stability in the Taiwan"
        " Strait as an indispensable element of security and prosperity in the region."
    )
    expect(handed_on).to_contain_text("Paragraph11")
    link = handed_on.get_by_role("link")
    assert (link.get_attribute("href") or "").startswith("https://")
    form.get_by_label("Query").fill("quantum gravity recipes")
    form.get_by_label("Query").press("Enter")
    expect(runs(page)).to_have_count(2)
    expect(runs(page).first).to_contain_text("FoundNo")
    expect(runs(page).first).to_contain_text("Quotation—")


def test_a_step_of_an_app_that_is_gone_is_refused(page: "Page") -> None:
    page.get_by_role("button", name="Developer").click()
    page.get_by_role("tab", name="Faults").click()
    page.get_by_role("button", name="Uninstall the app").click()
    page.get_by_role("tab", name="Workflows").click()
    page.get_by_label("Query").fill("climate")
    page.get_by_role("button", name="Run the step").click()
    expect(page.get_by_role("alert").filter(has_text="not installed any more")).to_be_visible()
    expect(page.get_by_text("No step has run yet.")).to_be_visible()
