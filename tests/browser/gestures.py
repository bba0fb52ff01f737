"""What a person does again and again on the page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def say(page: "Page", words: str) -> None:
    """Type and send."""
    box = page.locator("#composer").get_by_role("textbox")
    box.fill(words)
    box.press("Enter")


def newest(page: "Page") -> "Locator":
    """The message at the foot of the channel."""
    return page.locator("#log article").last


def shortcut(page: "Page", name: str) -> "Locator":
    """Run a global shortcut, and wait for the modal that it opens."""
    page.locator("#composer").get_by_role("button", name="Shortcuts").click()
    page.get_by_role("menuitem", name=name).click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    return dialog


def pick(page: "Page", field: str, option: str) -> None:
    """Choose an option of a menu."""
    page.get_by_role("combobox", name=field).click()
    page.locator(":popover-open").get_by_role("option", name=option).click()


def open_faults(page: "Page") -> None:
    """Open the developer's panel at its faults."""
    page.get_by_role("button", name="Developer").click()
    page.get_by_role("tab", name="Faults").click()
