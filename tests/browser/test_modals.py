"""Modals: typed into, changed by the app while one types, submitted, found wrong, and left."""

from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.browser.gestures import pick, shortcut

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.forms import Forms

FILLED: dict[str, Any] = {
    "name": {"name": {"type": "plain_text_input", "value": "Mornings"}},
    "cadence": {
        "cadence": {
            "type": "static_select",
            "selected_option": {
                "text": {"type": "plain_text", "text": "Every week"},
                "value": "weekly",
            },
        }
    },
    "days": {
        "days": {
            "type": "checkboxes",
            "selected_options": [
                {"text": {"type": "plain_text", "text": "Thursday"}, "value": "thu"}
            ],
        }
    },
    "form": {
        "form": {
            "type": "radio_buttons",
            "selected_option": {
                "text": {"type": "plain_text", "text": "Only titles"},
                "value": "titles",
            },
        }
    },
    "themes": {
        "themes": {
            "type": "multi_static_select",
            "selected_options": [
                {"text": {"type": "plain_text", "text": "Energy"}, "value": "Energy"}
            ],
        }
    },
    "where": {
        "where": {"type": "conversations_select", "selected_conversation": "C0GENERAL"},
    },
    "keeper": {"keeper": {"type": "users_select", "selected_user": "U0MINA"}},
    "from": {"from": {"type": "datepicker", "selected_date": "2026-05-03"}},
    "at": {"at": {"type": "timepicker", "selected_time": "21:07"}},
    "note": {"note": {"type": "plain_text_input", "value": "two\nlines"}},
}


def test_a_form_is_filled_in_and_its_state_reaches_the_app(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    expect(dialog).to_have_attribute("aria-modal", "true")
    expect(dialog).to_have_accessible_name("Subscribe to a digest")
    expect(dialog.get_by_role("combobox", name="Where")).to_have_value("#policy")
    dialog.get_by_label("Name").fill("Mornings")
    pick(guest, "How often", "Every week")
    dialog.get_by_label("Thursday").check()
    dialog.get_by_label("Only titles").check()
    for theme in ("Energy", "Climate"):
        pick(guest, "Themes", theme)
        guest.keyboard.press("Escape")
    dialog.get_by_role("button", name="Remove Climate").click()
    dialog.get_by_role("combobox", name="Where").fill("gen")
    guest.keyboard.press("Enter")
    pick(guest, "Keeper", "김민아")
    dialog.get_by_role("combobox", name="From").click()
    guest.keyboard.press("ArrowDown")
    guest.keyboard.press("Enter")
    expect(dialog.get_by_role("combobox", name="From")).to_have_text("May 3rd, 2026")
    dialog.get_by_role("combobox", name="At").fill("9:07p")
    guest.keyboard.press("Enter")
    dialog.get_by_label("Note").fill("two\nlines")
    dialog.get_by_role("button", name="Subscribe").click()
    expect(dialog).to_be_hidden()
    assert app.submitted == [FILLED]


def test_an_update_leaves_what_is_typed_and_the_focus(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    dialog.get_by_label("Name").fill("Mornings")
    often = dialog.get_by_role("combobox", name="How often")
    often.fill("week")
    guest.keyboard.press("Enter")
    expect(dialog.get_by_label("Thursday")).to_be_visible()
    expect(dialog.get_by_label("Name")).to_have_value("Mornings")
    expect(often).to_have_value("Every week")
    expect(often).to_be_focused()
    pick(guest, "How often", "Every day")
    expect(dialog.get_by_label("Thursday")).to_have_count(0)


def test_a_view_changed_by_the_app_keeps_the_caret(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    name = dialog.get_by_label("Name")
    name.fill("Mornings")
    name.press("ArrowLeft")
    workspace = app.stand_in.workspace
    with workspace.lock:
        (view,) = workspace.rooms.modals["U0JORDAN"]
        first, *rest = view["blocks"]
        named = {**rest[0], "label": {"type": "plain_text", "text": "What it is called"}}
        changed = {**view, "title": {"type": "plain_text", "text": "Subscribe"}}
        workspace.rooms.modals["U0JORDAN"] = [{**changed, "blocks": [first, named, *rest[1:]]}]
    workspace.bell.ring("modal")
    expect(dialog).to_have_accessible_name("Subscribe")
    renamed = dialog.get_by_label("What it is called")
    expect(renamed).to_be_focused()
    guest.keyboard.type("!")
    expect(renamed).to_have_value("Morning!s")


def test_faults_stand_under_their_inputs(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    name = dialog.get_by_label("Name")
    dialog.get_by_role("button", name="Subscribe").click()
    # What is required is asked for before the app hears of it.
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_be_focused()
    assert app.submitted == []
    name.fill("taken")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    name.press("Enter")
    expect(name).to_have_accessible_description("Short. There is a digest of that name.")
    expect(dialog.get_by_role("alert")).to_have_text("Try another one.")
    name.fill("free")
    name.press("Enter")
    expect(dialog).to_be_hidden()
    assert len(app.submitted) == 2


def test_too_many_words_are_counted_and_refused(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    name = dialog.get_by_label("Name")
    name.fill("n" * 43)
    expect(dialog.get_by_text("-3", exact=True)).to_be_visible()
    name.press("Enter")
    expect(name).to_have_attribute("aria-invalid", "true")
    assert app.submitted == []


def test_a_broken_app_leaves_the_view_and_says_so(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    dialog.get_by_label("Name").fill("broken")
    dialog.get_by_role("button", name="Subscribe").click()
    expect(dialog.get_by_role("alert")).to_contain_text("We had some trouble connecting")
    expect(dialog.get_by_label("Name")).to_have_value("broken")


def test_a_submission_is_sent_once_and_seen_to_wait(guest: "Page", app: "Forms") -> None:
    app.gate.clear()
    dialog = shortcut(guest, "Subscribe to a digest")
    dialog.get_by_label("Name").fill("once")
    dialog.get_by_label("Name").press("Enter")
    expect(dialog.get_by_role("button", name="Subscribe")).to_have_attribute("aria-busy", "true")
    dialog.get_by_label("Name").press("Enter")
    app.gate.set()
    expect(dialog).to_be_hidden()
    assert len(app.submitted) == 1


def test_views_lie_over_one_another(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    dialog.get_by_label("Name").fill("check")
    dialog.get_by_role("button", name="Look ahead").click()
    expect(dialog.get_by_role("heading")).to_have_text("A look ahead")
    expect(dialog.get_by_role("heading")).to_be_focused()
    dialog.get_by_role("button", name="Back").click()
    expect(dialog).to_have_accessible_name("Subscribe to a digest")
    expect(dialog.get_by_label("Name")).to_have_value("check")
    expect(dialog.get_by_role("button", name="Look ahead")).to_be_focused()
    dialog.get_by_role("button", name="Look ahead").click()
    expect(dialog).to_have_accessible_name("A look ahead")
    guest.keyboard.press("Escape")
    expect(dialog).to_have_accessible_name("Subscribe to a digest")
    dialog.get_by_role("button", name="Subscribe").click()
    expect(dialog).to_have_accessible_name("Is this right?")
    dialog.get_by_role("button", name="It is right").click()
    expect(dialog).to_be_hidden()
    assert [body["is_cleared"] for body in app.heard(app.closed, 2)] == [False, False]


def test_the_cross_leaves_every_view_and_the_focus_goes_back(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    dialog.get_by_role("button", name="Look ahead").click()
    expect(dialog).to_have_accessible_name("A look ahead")
    dialog.get_by_role("button", name="Close").first.click()
    expect(dialog).to_be_hidden()
    expect(guest.get_by_role("button", name="Shortcuts")).to_be_focused()
    assert [body["is_cleared"] for body in app.heard(app.closed, 1)] == [True]


def test_escape_closes_a_menu_before_its_modal(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    dialog.get_by_role("combobox", name="How often").click()
    expect(guest.get_by_role("option", name="Every month")).to_be_visible()
    guest.keyboard.press("Escape")
    expect(guest.get_by_role("option", name="Every month")).to_be_hidden()
    expect(dialog).to_be_visible()
    guest.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_focus_stays_in_the_modal(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Search the statement")
    expect(dialog.get_by_role("combobox", name="Passage")).to_be_focused()
    for _ in range(8):
        guest.keyboard.press("Tab")
        assert guest.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_an_app_is_asked_for_options(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Search the statement")
    passage = dialog.get_by_role("combobox", name="Passage")
    passage.press("ArrowDown")
    expect(dialog.get_by_text("Type at least 2 characters").first).to_be_visible()
    passage.press_sequentially("cl")
    expect(dialog.get_by_role("group", name="Passages").get_by_role("option")).to_have_text(
        ["Climate change", "Civil nuclear energy", "Clean electricity"]
    )
    passage.fill("xylophone")
    expect(dialog.get_by_text("No results").first).to_be_visible()
    passage.fill("broken")
    expect(dialog.get_by_text("Result loading failed").first).to_be_visible()
    passage.fill("nuclear")
    dialog.get_by_role("option", name="Civil nuclear energy").click()
    expect(passage).to_have_value("Civil nuclear energy")
    word = dialog.get_by_label("Word")
    word.fill("energy")
    word.press("Enter")
    dialog.get_by_role("button", name="Search").click()
    expect(dialog).to_have_accessible_name("Kept")
    dialog.get_by_role("button", name="Close").last.click()
    expect(dialog).to_be_hidden()
    (state,) = app.submitted
    assert state["passage"]["passage"]["selected_option"]["value"] == "Civil nuclear energy"
    assert [body["actions"][0]["value"] for body in app.heard(app.pressed, 1)] == ["energy"]


def test_a_question_comes_before_what_cannot_be_undone(guest: "Page", app: "Forms") -> None:
    dialog = shortcut(guest, "Subscribe to a digest")
    forget = dialog.get_by_role("button", name="Forget")
    forget.click()
    question = guest.get_by_role("alertdialog", name="Forget it all?")
    expect(question).to_have_accessible_description("What you typed is lost.")
    question.get_by_role("button", name="Keep").click()
    forget.click()
    guest.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(dialog).to_be_visible()
    expect(forget).to_be_focused()
    forget.click()
    question.get_by_role("button", name="Forget").click()
    expect(question).to_be_hidden()
    (body,) = app.heard(app.pressed, 1)
    assert body["actions"][0]["action_id"] == "forget"


def test_a_modal_fills_a_narrow_screen(guest: "Page", app: "Forms") -> None:
    guest.set_viewport_size({"width": 380, "height": 760})
    dialog = shortcut(guest, "Subscribe to a digest")
    box = dialog.bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["height"]) == (0, 380, 760)
    assert guest.evaluate("document.documentElement.scrollWidth") == 380
    expect(dialog.get_by_role("button", name="Subscribe")).to_be_in_viewport()
