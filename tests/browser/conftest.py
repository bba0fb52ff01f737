"""The playground as people start it, and a browser that notes every error and every address."""

import json
import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.browser import pieces
from tests.browser.forms import Forms, forms

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="package")
def playground() -> Iterator[str]:
    """The address of `alliance play`, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    started = subprocess.Popen(
        [sys.executable, "-u", "-m", "bot", "play", "--no-browser", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert started.stdout is not None
    said = []
    for line in started.stdout:
        said.append(line)
        if address in line:
            break
    else:
        pytest.fail(f"the playground did not start: {''.join(said)}")
    yield address
    started.terminate()
    started.stdout.close()
    started.wait(10)


@pytest.fixture(scope="package")
def browser() -> Iterator["Browser"]:
    """Debian's Chromium, gone with this folder's tests: its driver's event loop would run on."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: `apt-get install chromium` brings it")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: "Browser", playground: str) -> Iterator["Page"]:
    """A first visit to a fresh workspace, as its first person."""
    tell(playground, "/play/reset", {})
    with visit(browser, playground) as opened:
        yield opened


@pytest.fixture
def colleague(browser: "Browser", playground: str, page: "Page") -> Iterator["Page"]:
    """The same workspace at the same time, as its second person and in their own browser."""
    with visit(browser, playground) as opened:
        # What is typed before the other person's messages are there would be the first one's.
        with opened.expect_response(lambda told: "/play/messages?person=U0MINA" in told.url):
            opened.get_by_role("combobox", name="You are").select_option(index=1)
        yield opened


@pytest.fixture
def app() -> Iterator[Forms]:
    """The small app with forms, in a fresh workspace of its own."""
    with forms() as opened:
        yield opened


@pytest.fixture
def plain_page(browser: "Browser") -> Iterator["Page"]:
    """A first visit to a workspace whose app has neither shortcuts nor a Home."""
    with forms(pieces.bare()) as opened, visit(browser, opened.address) as page:
        yield page


@pytest.fixture
def guest(browser: "Browser", app: Forms) -> Iterator["Page"]:
    """A first visit to the workspace with that app."""
    with visit(browser, app.address) as opened:
        yield opened


@contextmanager
def visit(browser: "Browser", playground: str) -> Iterator["Page"]:
    """A first visit; afterwards, that nothing complained or looked outside."""
    context = browser.new_context(base_url=playground, locale="en-US", color_scheme="light")
    context.set_default_timeout(10_000)
    outside: list[str] = []
    complaints: list[str] = []
    # Where a link leads is answered here: no test needs the network.
    context.route(lambda url: not local(url), lambda route: route.fulfill(body="elsewhere"))
    opened = context.new_page()
    opened.on("request", lambda request: local(request.url) or outside.append(request.url))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda said: said.type in ("error", "warning") and complaints.append(said.text),
    )
    opened.goto("/")
    opened.get_by_role("button", name="policy", exact=True).click()
    yield opened
    context.close()
    assert (complaints, outside) == ([], [])


def local(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1"


def tell(playground: str, path: str, body: dict[str, Any]) -> None:
    headers = {"X-Playground": "1", "Content-Type": "application/json"}
    request = urllib.request.Request(playground + path, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answered:
        assert json.load(answered)["ok"]
