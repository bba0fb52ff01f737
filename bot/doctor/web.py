"""What is reached over HTTP: the bot's own public address, and the archived source."""

from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from bot.core.statement import Statement
from bot.doctor.finding import Finding, do, well

PATIENCE = 5
# Some archives turn away what does not name itself.
_HEADERS = {"User-Agent": "alliance-doctor", "Content-Type": "application/json"}


def request_url_finding(base: str) -> Finding:
    """Whether Slack's requests arrive: unsigned, one is turned away with 401."""
    address = f"{base.rstrip('/')}/slack/events"
    status = _status(address, b"{}")
    if status == 401:
        return well("request URL", f"{address} answers, and refuses what is not signed")
    found = f"answers {status}" if status else "cannot be reached"
    told = f"{address} {found}: is `alliance serve` running, and does the proxy pass the path on?"
    return do("request URL", told)


def archive_finding(statement: Statement) -> Finding:
    """Whether the page that every quotation links to is there."""
    status = _status(statement.archive_url)
    if status == 200:
        return well("archive", f"{statement.archive_url} is there")
    found = f"answers {status}" if status else "cannot be reached from here"
    told = f"{statement.archive_url} {found}: open it in a browser; if it moved, correct"
    return do("archive", f"{told} archive_url in statement.yaml")


def _status(address: str, body: bytes | None = None) -> int | None:
    """The status of the answer, None where there is none."""
    try:
        with urlopen(Request(address, body, _HEADERS), timeout=PATIENCE) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (OSError, HTTPException, ValueError):
        return None
