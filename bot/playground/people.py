"""Who is in the workspace, which channels it has, and what the app is installed with: values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Team:
    """The workspace itself."""

    id: str
    name: str
    domain: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or the bot, with the language and the time zone that Slack knows of them.

    `team` is the workspace of a stranger, who is here only through a shared channel.
    """

    id: str
    name: str
    real_name: str
    locale: str = "en-US"
    tz: str = "America/New_York"
    color: str = "5b6b8c"
    is_bot: bool = False
    is_admin: bool = False
    is_owner: bool = False
    team: str = ""

    @property
    def initials(self) -> str:
        """What stands for a picture of them."""
        return "".join(word[0] for word in self.real_name.split()[:2]).upper()


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, or a direct message with the bot; `members` are ids of people and of the bot."""

    id: str
    name: str
    members: frozenset[str]
    kind: Literal["channel", "im"] = "channel"
    topic: str = ""
    is_archived: bool = False

    @property
    def told_name(self) -> str:
        """Its name in what is sent to the app, which is told no name of a direct message."""
        return "directmessage" if self.kind == "im" else self.name

    @property
    def told(self) -> dict[str, str]:
        """The channel in an interaction."""
        return {"id": self.id, "name": self.told_name}


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What the app offers in Slack's menus, from anywhere or on one message."""

    callback_id: str
    name: str
    type: Literal["global", "message"]
    description: str


@dataclass(frozen=True, slots=True)
class Installed:
    """The app as its manifest describes it, and what Slack gave it at its installation."""

    app: str
    bot: Person
    bot_id: str
    token: str = field(repr=False)
    secret: str = field(repr=False)
    scopes: frozenset[str]
    events: frozenset[str]
    command: Mapping[str, str]
    features: frozenset[str] = frozenset()
    shortcuts: tuple[Shortcut, ...] = ()
    domains: tuple[str, ...] = ()
    functions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    home: bool = False
    # What proves at an installation that it is this app; not asked for where it is empty.
    client_id: str = ""
    client_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Town:
    """Everything that a workspace begins with."""

    team: Team
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]
    examples: tuple[Mapping[str, str], ...] = ()


def installed(manifest: Mapping[str, Any], token: str, secret: str) -> Installed:
    """The app that a manifest describes, installed with that token and that signing secret."""
    features = manifest["features"]
    (command,) = features["slash_commands"]
    return Installed(
        app="A0ALLIANCE",
        bot=Person("U0ALLIANCE", features["bot_user"]["display_name"], "alliance", is_bot=True),
        bot_id="B0ALLIANCE",
        token=token,
        secret=secret,
        scopes=frozenset(manifest["oauth_config"]["scopes"]["bot"]),
        events=frozenset(manifest["settings"]["event_subscriptions"]["bot_events"]),
        command={
            "name": command["command"],
            "description": command["description"],
            "usage_hint": command["usage_hint"],
        },
        features=frozenset(features),
        shortcuts=tuple(Shortcut(**shortcut) for shortcut in features.get("shortcuts", ())),
        domains=tuple(features.get("unfurl_domains", ())),
        functions=manifest.get("functions", {}),
        home=features.get("app_home", {}).get("home_tab_enabled", False),
    )


MINA = Person("U0MINA", "mina", "김민아", "ko-KR", "Asia/Seoul", "2f6f4f")
JORDAN = Person(
    *("U0JORDAN", "jordan", "Jordan Lee", "en-US", "America/New_York", "8a4b2a"), is_admin=True
)
ROSA = Person("U0ROSA", "rosa", "Rosa Díaz", "es-ES", "Europe/Madrid", "6b3f7f")
# From another workspace, here through the one channel that both share.
AIKO = Person(
    *("U0AIKO", "aiko", "Aiko Tanaka", "ja-JP", "Asia/Tokyo", "3f6f8f"), team="T0ELSEWHERE"
)
_PEOPLE = (JORDAN, MINA, ROSA)
_EVERYBODY = frozenset(person.id for person in _PEOPLE)


def harbour_street(bot: str) -> Town:
    """A small workspace with that bot in some of its channels."""
    channels = (
        Channel("C0GENERAL", "general", _EVERYBODY | {bot}, topic="Everything and everybody"),
        Channel(
            *("C0POLICY", "policy", _EVERYBODY | {AIKO.id, bot}), topic="What was said, and where"
        ),
        Channel("C0DIGEST", "digest", _EVERYBODY, topic="The bot is not in here"),
        Channel("C0SUMMIT23", "summit-2023", _EVERYBODY | {bot}, is_archived=True),
        *(
            Channel(f"D{person.id[1:]}", "alliance", frozenset((person.id, bot)), "im")
            for person in _PEOPLE
        ),
    )
    return Town(Team("T0PLAY", "Playground", "playground"), (*_PEOPLE, AIKO), channels, _EXAMPLES)


_EXAMPLES = (
    {"label": "Ask by command", "channel": "C0GENERAL", "text": "/alliance climate"},
    {
        "label": "Ask where everybody reads",
        "channel": "C0POLICY",
        "text": "@alliance what does it say about nuclear consultation?",
    },
    {"label": "한국어로 묻기", "channel": "C0GENERAL", "text": "/alliance 기후 변화"},
)
