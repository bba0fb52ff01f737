"""The language of a page: chosen on it, or else the browser's."""

import re

from slack_bolt import BoltRequest

from bot.core.statement import Language

_COOKIE = "alliance-language"
# Seconds: as long as an installation may take.
_KEPT = 600
_CHOSEN = re.compile(rf"(?:^|;\s*){_COOKIE}=(en|ko)(?:;|$)")
_RANGE = re.compile(
    r"\s*([a-z]{1,8})(?:-[a-z0-9-]*)?\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?", re.I
)


def language_of(request: BoltRequest) -> Language:
    """What `?lang=` or the cookie says, else the one that Accept-Language likes better."""
    cookies = "; ".join(request.headers.get("cookie", ()))
    kept = _CHOSEN.search(cookies)
    chosen = (request.query.get("lang") or [""])[0]
    for said in (chosen, kept and kept[1]):
        match said:
            case "en" | "ko":
                return said
    return _preferred(",".join(request.headers.get("accept-language", ())))


def language_cookie(language: Language) -> str:
    """Lets the page after the way through Slack speak the language of the one before it."""
    return f"{_COOKIE}={language}; Secure; HttpOnly; SameSite=Lax; Path=/slack; Max-Age={_KEPT}"


def _preferred(header: str) -> Language:
    """https://www.rfc-editor.org/rfc/rfc9110#field.accept-language ; English where neither is."""
    weights: dict[str, float] = {}
    for part in header[:500].split(","):
        if found := _RANGE.fullmatch(part):
            weights.setdefault(found[1].lower(), float(found[2] or 1))
    return "ko" if weights.get("ko", 0) > weights.get("en", 0) else "en"
