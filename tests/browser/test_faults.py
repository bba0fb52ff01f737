"""What goes wrong on request, what an administrator does, and the clock."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, open_faults, say
from tests.browser.test_page import CLIMATE

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_fault_is_set_and_taken_back(page: "Page") -> None:
    open_faults(page)
    page.get_by_label("On", exact=True).fill("chat.postMessage")
    page.get_by_label("Answer with").select_option("500")
    page.get_by_label("Times").fill("2")
    page.get_by_role("button", name="Let it happen").click()
    expect(page.locator("#fault-list")).to_contain_text("500 from Slack× 2")
    page.get_by_role("button", name="Take back").click()
    expect(page.locator("#fault-list li")).to_have_count(0)


def test_a_removed_bot_does_not_hear_a_mention_until_a_fresh_start(page: "Page") -> None:
    open_faults(page)
    page.get_by_role("button", name="Remove the bot from #policy").click()
    expect(page.get_by_role("button", name="No bot to remove here")).to_be_disabled()
    say(page, "@alliance climate")
    expect(newest(page)).to_contain_text("is not in this channel")
    # A command needs no membership; once it is answered, a mention sent before would be listed.
    say(page, "/alliance climate")
    expect(newest(page).locator("blockquote")).to_have_text(CLIMATE)
    expect(page.locator("#request-list")).to_contain_text("/alliance")
    expect(page.locator("#request-list")).not_to_contain_text("app_mention")
    expect(page.locator(".replies")).to_have_count(0)
    page.get_by_role("button", name="Start afresh").click()
    expect(page.locator("#log article")).to_have_count(0)
    say(page, "@alliance climate")
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()


def test_an_uninstalled_app_has_no_command(page: "Page") -> None:
    open_faults(page)
    page.get_by_role("button", name="Uninstall the app").click()
    expect(page.get_by_role("button", name="The app is uninstalled")).to_be_disabled()
    say(page, "/alliance climate")
    expect(page.locator("#composer").get_by_role("alert")).to_contain_text("not a valid command")


def test_a_dropped_command_and_a_dropped_press_are_told(page: "Page") -> None:
    open_faults(page)
    page.get_by_label("On", exact=True).fill("request")
    page.get_by_label("Answer with").select_option("drop")
    page.get_by_role("button", name="Let it happen").click()
    expect(page.locator("#fault-list li")).to_have_count(1)
    say(page, "/alliance climate")
    expect(newest(page)).to_contain_text("dispatch_failed")
    expect(page.locator("#fault-list li")).to_have_count(0)
    say(page, "/alliance climate")
    expect(newest(page).locator("blockquote")).to_have_text(CLIMATE)
    page.get_by_role("button", name="Let it happen").click()
    expect(page.locator("#fault-list li")).to_have_count(1)
    newest(page).get_by_role("button", name="Civil nuclear energy ¶6").click()
    expect(page.get_by_text("dispatch_failed")).to_have_count(2)
    expect(page.locator("#fault-list li")).to_have_count(0)
