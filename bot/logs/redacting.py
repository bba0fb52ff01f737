"""Strikes tokens and secrets out of what is logged, as a last resort."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

JSON = json.JSONEncoder(ensure_ascii=False, default=str)
# Slack's token formats: https://docs.slack.dev/authentication/tokens
# Before one may stand a letter, that of an escape; some are written with per cents.
_TOKEN = re.compile(r"(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w%-]+")
_TOKEN_BEGINS = re.compile("xox|xapp|xwfp")
_STRUCK = "[secret]"
_SHORTEST_SECRET = 8


@dataclass(frozen=True, slots=True)
class Redacting:
    """Strikes tokens and secrets, in the forms they are given in, out of what is logged."""

    forms: tuple[str, ...] = field(repr=False)

    def struck(self, text: str) -> str:
        for form in self.forms:
            text = text.replace(form, _STRUCK)
        return _TOKEN.sub(_STRUCK, text)

    def suspects(self, line: str) -> bool:
        """Whether there may be something to strike out of a line of JSON: hardly ever is."""
        return bool(_TOKEN_BEGINS.search(line)) or any(form in line for form in self.forms)

    def struck_within(self, value: object) -> object:
        """The value with its texts struck; its numbers stay, and its keys but for tokens."""
        match value:
            case str():
                return self.struck(value)
            case None | int() | float():
                return value
            case dict():
                keys = (_TOKEN.sub(_STRUCK, str(key)) for key in value)
                return dict(zip(keys, map(self.struck_within, value.values()), strict=True))
            case list() | tuple():
                return [self.struck_within(held) for held in value]
            case _:
                return self.struck(str(value))


def redacting(secrets: Iterable[str]) -> Redacting:
    """What strikes out these secrets; a shorter one is made up, and may be part of any word."""
    return Redacting(_written(secret for secret in secrets if len(secret) >= _SHORTEST_SECRET))


def _written(secrets: Iterable[str]) -> tuple[str, ...]:
    """Every way in which a secret may stand in a line, which may be JSON itself."""
    forms = {
        form
        for secret in secrets
        for form in (secret, repr(secret)[1:-1], json.dumps(secret)[1:-1])
    }
    return tuple(sorted(forms | {JSON.encode(form)[1:-1] for form in forms}))
