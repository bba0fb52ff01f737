"""The two addresses of an installation: each answers with a page of its own, whatever happens."""

import logging
from collections.abc import Callable, Mapping, Sequence
from threading import BoundedSemaphore
from traceback import format_tb
from uuid import uuid4

from slack_bolt import BoltRequest, BoltResponse

from bot.core.statement import Language
from bot.installing.browsers import language_of
from bot.installing.calling import Unwilling
from bot.installing.flow import INSTALL, REDIRECT, InstallFlow
from bot.rendering.install_pages import Pages
from bot.rendering.page import policy

# Each may wait for Slack, on a thread that Slack's own requests need as well.
AT_A_TIME = 4
_LOG = logging.getLogger("bot.installing")


class InstallDoor:
    """Answers what a browser asks for on the way through an installation."""

    paths = frozenset((INSTALL, REDIRECT))

    def __init__(self, flow: InstallFlow, pages: Callable[[Language], Pages]) -> None:
        self._flow = flow
        self._pages = pages
        self._room = BoundedSemaphore(AT_A_TIME)

    def answer(
        self, path: str, query: str, headers: Mapping[str, str | Sequence[str]]
    ) -> BoltResponse:
        """The page at one of the paths; what fails is logged, and the page tells under which id."""
        request = BoltRequest(body="", query=query, headers=dict(headers))
        if not self._room.acquire(blocking=False):
            page = self._pages(language_of(request)).failed(failed("busy"))
            return _whole(BoltResponse(status=503, body=page))
        try:
            return _whole(self._answered(path, request))
        finally:
            self._room.release()

    def _answered(self, path: str, request: BoltRequest) -> BoltResponse:
        answering = {INSTALL: self._flow.handle_installation, REDIRECT: self._flow.handle_callback}
        try:
            return answering[path](request)
        except Exception as error:
            page = self._pages(language_of(request)).failed(_logged(error))
            return BoltResponse(status=500, body=page)


def failed(reason: str) -> str:
    """The id under which it is now logged why the flow gave up; what Slack sent is anybody's."""
    id = uuid4().hex[:8]
    known = reason if reason.isascii() and reason.replace("_", "").isalpha() else "unknown"
    _LOG.warning("not installed", extra={"failure": id, "reason": known[:60]})
    return id


def _logged(error: Exception) -> str:
    id = uuid4().hex[:8]
    word = error.word if isinstance(error, Unwilling) else ""
    stack = "".join(format_tb(error.__traceback__))
    extra = {"failure": id, "error": type(error).__name__, "slack": word, "stack": stack}
    _LOG.error("not installed", extra=extra)
    return id


def _whole(response: BoltResponse) -> BoltResponse:
    """The page with the headers that all have."""
    response.headers.update({name: [value] for name, value in _headers().items()})
    return response


def _headers() -> dict[str, str]:
    """A page is fresh, is itself only, and tells nobody its address: a code stands in it."""
    return {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": policy(),
        "referrer-policy": "no-referrer",
        "vary": "accept-language, cookie",
        "x-content-type-options": "nosniff",
    }
