"""What is chosen and pressed in a message and on the Home, and the shortcuts."""

from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, pick, say

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.forms import Forms


def actions(app: "Forms", count: int) -> list[dict[str, Any]]:
    """What was pressed so far, once the app has heard it all."""
    return [body["actions"][0] for body in app.heard(app.pressed, count)]


def test_each_choice_in_a_message_is_told_at_once(guest: "Page", app: "Forms") -> None:
    say(guest, "@alliance choose")
    expect(newest(guest).get_by_role("combobox")).to_have_count(4)
    guest.get_by_role("combobox", name="Choose a date").click()
    guest.keyboard.press("PageDown")
    guest.keyboard.press("Enter")
    guest.get_by_role("combobox", name="Choose a time").fill("14:35")
    guest.keyboard.press("Enter")
    pick(guest, "Who", "Rosa Díaz")
    newest(guest).get_by_role("button", name="More actions").first.click()
    guest.get_by_role("menuitem", name="Delete").click()
    newest(guest).get_by_role("button", name="Good").click()
    expect(newest(guest).get_by_role("button", name="Good")).to_have_attribute(
        "aria-pressed", "true"
    )
    newest(guest).get_by_role("button", name="Remove").click()
    told = actions(app, 6)
    assert told[0]["selected_date"] == "2026-05-26"
    assert told[1]["selected_time"] == "14:35"
    assert told[2]["selected_user"] == "U0ROSA"
    assert told[3]["selected_option"]["value"] == "Delete"
    assert told[4]["value"] == "good"
    assert [one["action_id"] for one in told] == ["day", "time", "who", "more", "felt", "remove"]


def test_a_choice_that_is_thought_better_of_is_not_told(guest: "Page", app: "Forms") -> None:
    say(guest, "@alliance choose")
    room = newest(guest).get_by_role("combobox").last
    room.fill("gen")
    guest.keyboard.press("Enter")
    guest.get_by_role("alertdialog", name="Sure?").get_by_role("button", name="No").click()
    expect(room).to_have_value("")
    room.fill("gen")
    guest.keyboard.press("Enter")
    guest.get_by_role("alertdialog", name="Sure?").get_by_role("button", name="Yes").click()
    expect(room).to_have_value("#general")
    (told,) = actions(app, 1)
    assert told["selected_channel"] == "C0GENERAL"


def test_the_calendar_is_walked_by_keys(guest: "Page", app: "Forms") -> None:
    say(guest, "@alliance choose")
    day = guest.get_by_role("combobox", name="Choose a date")
    day.focus()
    guest.keyboard.press("ArrowDown")
    at = guest.get_by_role("grid", name="April 2026").locator(":focus")
    expect(at).to_have_accessible_name("Sunday, April 26, 2026")
    guest.keyboard.press("End")
    expect(guest.locator(":focus")).to_have_accessible_name("Saturday, May 2, 2026")
    guest.keyboard.press("PageUp")
    expect(guest.locator(":focus")).to_have_accessible_name("Thursday, April 2, 2026")
    guest.keyboard.press("Escape")
    expect(guest.get_by_role("grid")).to_be_hidden()
    expect(day).to_be_focused()
    expect(day).to_have_text("April 26th, 2026")
    assert app.pressed == []


def test_a_message_keeps_what_was_chosen_when_it_is_drawn_again(
    guest: "Page", app: "Forms"
) -> None:
    say(guest, "@alliance choose")
    pick(guest, "Who", "Jordan Lee")
    actions(app, 1)
    guest.get_by_role("button", name="general", exact=True).click()
    expect(guest.locator("#log article")).to_have_count(0)
    guest.get_by_role("button", name="policy", exact=True).click()
    expect(guest.get_by_role("combobox", name="Who")).to_have_value("Jordan Lee")


def test_the_home_is_published_when_it_is_opened_and_changes_in_place(
    guest: "Page", app: "Forms"
) -> None:
    guest.locator("#letters").get_by_role("button").click()
    guest.get_by_role("tab", name="Home").click()
    home = guest.get_by_role("tabpanel", name="Home")
    expect(home.get_by_role("heading", name="Pressed 0 times")).to_be_visible()
    assert {event["tab"] for event in app.heard(app.opened, 2)} == {"messages", "home"}
    pick(guest, "Pick one", "Two")
    home.get_by_role("button", name="Press").press("Enter")
    expect(home.get_by_role("heading", name="Pressed 1 times")).to_be_visible()
    expect(home.get_by_role("combobox", name="Pick one")).to_have_value("Two")
    expect(home.get_by_role("button", name="Press")).to_be_focused()
    (body,) = app.heard(app.pressed, 1)
    assert body["view"]["type"] == "home"
    assert body["view"]["state"]["values"]["kept"]["menu"]["selected_option"]["value"] == "Two"


def test_a_global_shortcut_is_found_by_its_name(guest: "Page", app: "Forms") -> None:
    box = guest.locator("#composer").get_by_role("textbox")
    box.press_sequentially("/")
    rows = guest.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(rows).to_have_count(3)
    box.press_sequentially("statement")
    expect(rows).to_contain_text(["Search the statement"])
    box.press("Enter")
    expect(guest.get_by_role("dialog", name="Search")).to_be_visible()
    expect(box).to_have_value("")
    guest.keyboard.press("Escape")
    expect(guest.get_by_role("dialog")).to_be_hidden()
    box.press_sequentially("/")
    box.press("ArrowDown")
    box.press("ArrowDown")
    expect(rows.nth(2)).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(guest.get_by_role("dialog", name="Search")).to_be_visible()


def test_a_message_has_its_own_shortcuts(guest: "Page", app: "Forms") -> None:
    say(guest, "a word worth keeping")
    newest(guest).hover()
    newest(guest).get_by_role("button", name="More actions").click()
    guest.get_by_role("menuitem", name="Keep this passage").click()
    expect(guest.get_by_role("dialog", name="Kept")).to_contain_text("a word worth keeping")


def test_no_shortcut_and_no_home_are_offered_where_the_app_has_none(plain_page: "Page") -> None:
    expect(plain_page.get_by_role("button", name="Shortcuts")).to_be_hidden()
    say(plain_page, "a word")
    newest(plain_page).hover()
    expect(newest(plain_page).get_by_role("button", name="Reply in thread")).to_be_visible()
    expect(newest(plain_page).get_by_role("button", name="More actions")).to_have_count(0)
    plain_page.locator("#letters").get_by_role("button").click()
    expect(plain_page.get_by_role("tab", name="Home")).to_have_count(0)


def test_a_thread_has_shortcuts_too(guest: "Page", app: "Forms") -> None:
    say(guest, "a word")
    newest(guest).hover()
    newest(guest).get_by_role("button", name="Reply in thread").click()
    thread = guest.get_by_role("complementary", name="Thread")
    thread.get_by_role("button", name="Shortcuts").click()
    guest.get_by_role("menuitem", name="Search the statement").click()
    expect(guest.get_by_role("dialog", name="Search")).to_be_visible()
