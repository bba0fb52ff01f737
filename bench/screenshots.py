"""Draws docs/playground-light.png and docs/playground-dark.png: the playground, nothing retouched.

.venv/bin/python -m bench.screenshots
"""

import socket
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUM = Path("/usr/bin/chromium")
SIZE = {"width": 1280, "height": 860}
MOST = 300_000


def main() -> None:
    if not CHROMIUM.exists():
        print(f"There is no {CHROMIUM}: no picture is drawn.")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = subprocess.Popen(
        [sys.executable, "-u", "-m", "bot", "play", "--no-browser", "--port", str(port)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert started.stdout is not None
        if not any(str(port) in line for line in started.stdout):
            sys.exit("The playground did not start.")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
            draw(browser, f"http://127.0.0.1:{port}")
    finally:
        started.terminate()
        started.wait()


def draw(browser: Browser, address: str) -> None:
    """Asks by command and by mention, and takes the same page by day and by night."""
    page = browser.new_context(viewport=SIZE, color_scheme="light").new_page()
    page.goto(address)
    page.locator("#channels .room", has_text="policy").click()
    box = page.locator("#composer textarea")
    box.fill("@alliance civil nuclear energy")
    box.press("Enter")
    page.locator(".replies").click()
    page.locator("#thread-log blockquote").wait_for()
    box.fill("/alliance climate")
    box.press("Enter")
    page.locator("#log blockquote").wait_for()
    page.mouse.move(640, 10)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        path = ROOT / "docs" / f"playground-{scheme}.png"
        page.screenshot(path=path, animations="disabled", caret="hide")
        if path.stat().st_size > MOST:
            sys.exit(f"{path.name} is larger than {MOST} bytes.")


if __name__ == "__main__":
    main()
