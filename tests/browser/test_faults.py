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


def test_what_slack_can_do_to_a_request_can_be_chosen(page: "Page") -> None:
    open_faults(page)
    page.get_by_label("On", exact=True).fill("request")
    page.get_by_label("Answer with").select_option("out_of_order")
    page.get_by_role("button", name="Let it happen").click()
    expect(page.locator("#fault-list")).to_contain_text("two events in the wrong order")


def test_a_removed_bot_is_invited_back(page: "Page") -> None:
    open_faults(page)
    page.get_by_role("button", name="Remove the bot from #policy").click()
    expect(page.locator("#outsider")).to_be_visible()
    page.get_by_role("button", name="Invite the bot to #policy").click()
    expect(page.locator("#outsider")).to_be_hidden()
    say(page, "@alliance climate")
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()


def test_a_bot_is_invited_by_what_one_types(page: "Page") -> None:
    page.get_by_role("button", name="digest", exact=True).click()
    expect(page.locator("#outsider")).to_be_visible()
    say(page, "/invite @alliance")
    expect(page.locator("#outsider")).to_be_hidden()


def test_an_archived_channel_takes_no_messages(page: "Page") -> None:
    open_faults(page)
    page.get_by_role("button", name="Archive #policy").click()
    expect(page.get_by_role("button", name="Nothing to archive here")).to_be_disabled()
    say(page, "@alliance climate")
    expect(page.locator("#composer").get_by_role("alert")).to_contain_text("archived channel")


def test_a_revoked_token_opens_nothing(page: "Page") -> None:
    open_faults(page)
    page.get_by_role("button", name="Revoke the bot’s token").click()
    say(page, "@alliance climate")
    page.get_by_role("tab", name="Requests").click()
    expect(page.locator("#request-list")).to_contain_text("token_revoked")


def test_the_clock_moves_to_a_moment_of_ones_own_day(page: "Page") -> None:
    open_faults(page)
    page.get_by_role("button", name="Tomorrow 09:00").click()
    expect(page.locator("#clock")).to_contain_text("9:00:0")
    day = page.get_by_label("To America/New_York").input_value()[:10]
    page.get_by_label("To America/New_York").fill(f"{day}T17:30")
    page.get_by_role("button", name="Move the clock").click()
    expect(page.locator("#clock")).to_contain_text("5:30:0")
    page.get_by_label("To America/New_York").fill("2023-04-26T09:00")
    page.get_by_role("button", name="Move the clock").click()
    expect(page.get_by_role("alert").filter(has_text="forward only")).to_be_visible()
    page.get_by_role("combobox", name="You are").select_option(index=1)
    page.get_by_role("button", name="Tomorrow 09:00").click()
    expect(page.locator("#clock")).to_contain_text("오전 9:00:0")
