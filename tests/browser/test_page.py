"""The whole bot in a browser: typed, clicked and read as a person does."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import newest, say

if TYPE_CHECKING:
    from playwright.sync_api import Page

CLIMATE = (
    "The Presidents expressed their deep concern regarding the growing impact of climate change "
    "and biodiversity loss, and they committed to galvanize global action to address the climate "
    "crisis. President Yoon and President Biden reaffirmed their Nationally Determined "
    "Contributions under the Paris Agreement and 2050 net-zero targets."
)
NUCLEAR_ENERGY = (
    "Our two nations are committed to the peaceful use of nuclear energy. The two leaders "
    "affirmed the importance of nuclear energy as a key means for overcoming the energy security "
    "crisis and achieving their goal of net zero emissions."
)
WORDS_OF_PRESIDENTS = re.compile("Taiwan Strait")


def test_a_command_is_answered_with_the_quotation_to_one_person(page: "Page") -> None:
    say(page, "/alliance climate")
    expect(newest(page).locator("blockquote")).to_have_text(CLIMATE)
    expect(newest(page)).to_contain_text("Only visible to you")
    expect(newest(page)).to_contain_text("/alliance climate")
    page.reload()
    expect(newest(page).locator("blockquote")).to_have_text(CLIMATE)


def test_the_source_opens_at_the_passage_and_the_bot_is_told(page: "Page") -> None:
    say(page, "/alliance climate")
    link = newest(page).get_by_role("link", name="Open the source")
    expect(link).to_have_attribute("rel", re.compile("noopener"))
    with page.expect_popup() as opened:
        link.click()
    address = opened.value.url
    assert urlsplit(address).hostname == "bidenwhitehouse.archives.gov"
    assert ":~:text=" in (link.get_attribute("href") or "")
    page.get_by_role("button", name="Developer").click()
    expect(page.locator("#request-list")).to_contain_text("block_actions")


def test_another_passage_is_one_click_away(page: "Page") -> None:
    say(page, "/alliance climate")
    newest(page).get_by_role("button", name="Civil nuclear energy ¶6").click()
    expect(page.locator("#log blockquote").last).to_have_text(NUCLEAR_ENERGY)


def test_a_mention_is_answered_in_a_thread(page: "Page") -> None:
    say(page, "@alliance climate")
    page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    expect(thread.locator("blockquote")).to_have_text(CLIMATE)
    expect(thread.get_by_role("textbox")).to_be_focused()
    thread.get_by_role("textbox").fill("/alliance climate")
    thread.get_by_role("textbox").press("Enter")
    expect(thread.get_by_role("alert")).to_contain_text("not supported in threads")
    page.keyboard.press("Escape")
    expect(thread).to_be_hidden()


def test_a_theme_is_picked_from_the_contents(page: "Page") -> None:
    say(page, "/alliance")
    newest(page).get_by_role("combobox", name="Pick a theme").fill("civil nuc")
    page.keyboard.press("Enter")
    expect(page.locator("#log blockquote").last).to_have_text(NUCLEAR_ENERGY)


def test_nonsense_is_not_quoted(page: "Page") -> None:
    say(page, "/alliance xylophone lessons in Zanzibar")
    expect(newest(page)).to_contain_text("as far as I can find")
    expect(newest(page).locator("blockquote")).to_have_count(0)


def test_a_question_in_korean_is_answered_in_korean(page: "Page") -> None:
    say(page, "/alliance 대만 해협")
    expect(newest(page).locator("blockquote")).to_contain_text(WORDS_OF_PRESIDENTS)
    expect(newest(page).get_by_role("link", name="원문")).to_be_visible()


def test_a_direct_message_is_answered_in_a_thread(page: "Page") -> None:
    page.locator("#letters").get_by_role("button").click()
    say(page, "climate")
    page.get_by_role("button", name="1 reply").click()
    expect(page.locator("#thread blockquote")).to_have_text(CLIMATE)


def test_the_keyboard_suggests_recalls_and_breaks_lines(page: "Page") -> None:
    box = page.locator("#composer").get_by_role("textbox")
    box.press_sequentially("/al")
    expect(page.get_by_role("listbox", name="Suggestions")).to_contain_text("/alliance")
    box.press("Enter")
    expect(box).to_have_value("/alliance ")
    box.press_sequentially("climate")
    box.press("Enter")
    expect(box).to_have_value("")
    box.press("ArrowUp")
    expect(box).to_have_value("/alliance climate")
    box.fill("one")
    box.press("Shift+Enter")
    box.press_sequentially("two")
    expect(box).to_have_value("one\ntwo")


def test_a_refusal_keeps_the_words_where_they_were_written(page: "Page") -> None:
    box = page.locator("#composer").get_by_role("textbox")
    say(page, "/nope")
    expect(page.locator("#composer").get_by_role("alert")).to_contain_text("not a valid command")
    expect(box).to_have_value("/nope")
    page.get_by_role("button", name="general", exact=True).click()
    expect(page.locator("#composer").get_by_role("alert")).to_be_empty()
    expect(box).to_have_value("")
    page.get_by_role("button", name="policy", exact=True).click()
    expect(box).to_have_value("/nope")


def test_each_person_sees_their_own_and_keeps_it(page: "Page") -> None:
    say(page, "/alliance climate")
    expect(page.locator("#log blockquote")).to_have_count(1)
    page.get_by_role("combobox", name="You are").select_option(index=1)
    expect(page.locator("#log blockquote")).to_have_count(0)
    page.reload()
    expect(page.locator("#person option:checked")).to_contain_text("ko-KR")
    page.get_by_role("button", name="Dark").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_two_people_share_what_is_for_all_as_it_comes(page: "Page", colleague: "Page") -> None:
    say(page, "/alliance climate")
    expect(newest(page)).to_contain_text("Only visible to you")
    say(page, "@alliance climate")
    # The later of the two has come, unasked; the earlier would stand above it.
    colleague.get_by_role("button", name="1 reply").click()
    expect(colleague.locator("#thread blockquote")).to_have_text(CLIMATE)
    expect(colleague.locator("#log article")).to_have_count(1)
    expect(colleague.get_by_text("Only visible to you")).to_have_count(0)
    expect(page.locator("#log article")).to_have_count(2)


def test_a_first_visit_is_shown_three_examples(page: "Page") -> None:
    examples = page.get_by_role("region", name="Examples").locator(".example")
    expect(examples).to_have_count(3)
    examples.first.click()
    expect(page.locator("#log blockquote").or_(page.locator(".replies")).first).to_be_visible()


def test_a_guest_of_one_shared_channel_sees_no_more_than_that(page: "Page") -> None:
    page.get_by_role("combobox", name="You are").select_option(label="Aiko Tanaka · ja-JP")
    expect(page.locator(".room")).to_have_text(["#policy"])
    expect(page.get_by_role("heading", name="Direct messages")).to_be_hidden()
    expect(page.get_by_role("region", name="Examples").locator(".example")).to_have_count(1)
    say(page, "/alliance climate")
    expect(newest(page).locator("blockquote")).to_have_text(CLIMATE)


def test_it_can_be_used_on_a_narrow_screen(page: "Page") -> None:
    page.set_viewport_size({"width": 380, "height": 760})
    expect(page.locator("#sidebar")).not_to_be_visible()
    page.get_by_role("button", name="Channels").click()
    expect(page.locator("#sidebar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#sidebar")).not_to_be_visible()
    say(page, "/alliance climate")
    expect(newest(page).locator("blockquote")).to_have_text(CLIMATE)
    assert page.evaluate("document.documentElement.scrollWidth") == 380
