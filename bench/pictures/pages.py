"""docs/*.png: the bot in the playground as Chromium shows it, in 256 colours, nothing retouched."""

import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.pictures.paletted import paletted
from tests.browser.gestures import newest, say, shortcut

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = Path("/usr/bin/chromium")
WIDE, SMALL = (1120, 800), (860, 680)
MOST = 100_000


def draw() -> None:
    """Ask, press and choose as a person does, and take what is seen then."""
    if not CHROMIUM.exists():
        print(f"There is no {CHROMIUM}: no picture is drawn.")
        return
    with playground() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-lcd-text"]
        )
        for scene, size, names in SCENES:
            page = opened(browser, address, size)
            scene(page)
            for name in names:
                take(page, name)
            page.context.close()


@contextmanager
def playground() -> Iterator[str]:
    """The address of `alliance play`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "bot", "play", "--no-browser", "--port", str(port)]
    started = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert started.stdout is not None
        if not any(str(port) in line for line in started.stdout):
            sys.exit("The playground did not start.")
        yield f"http://127.0.0.1:{port}"
    finally:
        started.terminate()
        started.wait()


def opened(browser: Browser, address: str, size: tuple[int, int]) -> Page:
    """A first visit to a fresh workspace."""
    headers = {"X-Playground": "1", "Content-Type": "application/json"}
    reset = urllib.request.Request(f"{address}/play/reset", json.dumps({}).encode(), headers)
    urllib.request.urlopen(reset).close()
    shape = {"width": size[0], "height": size[1]}
    page = browser.new_context(viewport=shape, color_scheme="light", locale="en-US").new_page()
    page.goto(address)
    page.locator("#channels").get_by_role("button", name="policy", exact=True).click()
    return page


def take(page: Page, name: str) -> None:
    """The page as it stands, by night where the name says so."""
    page.emulate_media(
        color_scheme="dark" if name.endswith("-dark") else "light", reduced_motion="reduce"
    )
    page.mouse.move(page.viewport_size["width"] // 2, 10)
    path = ROOT / "docs" / f"{name}.png"
    path.write_bytes(paletted(page.screenshot(animations="disabled", caret="hide")))
    print(f"{path.name}: {path.stat().st_size // 1000} KB")
    if path.stat().st_size > MOST:
        sys.exit(f"{path.name} is larger than {MOST} bytes.")


def asking(page: Page) -> None:
    """A mention answered in its thread, and a command answered privately."""
    say(page, "@alliance civil nuclear energy")
    page.locator(".replies").click()
    page.locator("#thread-log blockquote").wait_for()
    say(page, "/alliance climate")
    page.locator("#log blockquote").wait_for()


def answer(page: Page) -> None:
    """A command's answer, with all that can be done with it."""
    say(page, "/alliance climate")
    newest(page).locator("blockquote").wait_for()


def home(page: Page) -> None:
    """The bot's Home, where one digest is set up."""
    say(page, "/alliance digest weekdays 9am Asia/Seoul")
    newest(page).get_by_text("Asia/Seoul").first.wait_for()
    page.locator("#letters").get_by_role("button").click()
    page.get_by_role("tab", name="Home").click()
    page.get_by_role("textbox", name="Find a passage").wait_for()


def digest(page: Page) -> None:
    """The settings of a digest."""
    say(page, "/alliance digest")
    page.get_by_role("dialog").wait_for()


def search(page: Page) -> None:
    """The search shortcut, which suggests as one types."""
    dialog = shortcut(page, "Search the joint statement")
    dialog.get_by_role("combobox", name="Theme or passage").fill("energy")
    page.locator(":popover-open").get_by_role("option").first.wait_for()


SCENES: tuple[tuple[Callable[[Page], None], tuple[int, int], tuple[str, ...]], ...] = (
    (asking, WIDE, ("playground-light", "playground-dark")),
    (answer, SMALL, ("slack-answer",)),
    (home, SMALL, ("slack-home",)),
    (digest, SMALL, ("slack-digest",)),
    (search, SMALL, ("slack-search",)),
)
