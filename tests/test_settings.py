"""What the environment may say, and every fault it can have, all at once."""

from pathlib import Path

import pytest

from bot import settings
from bot.core.errors import BadSettings

BOT = {"SLACK_BOT_TOKEN": "xoxb-1"}
APP = {"SLACK_APP_TOKEN": "xapp-1"}
SECRET = {"SLACK_SIGNING_SECRET": "5ec2e7"}
KEY = "Zm9yIHRlc3RzIG9ubHksIG5vdCBhIHNlY3JldCBrZXk="
OTHER_KEY = "YW5vdGhlciBrZXkgZm9yIHRlc3RzLCAzMiBieXRlczA="
MANY = {
    **SECRET,
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "hush",
    "TOKEN_ENCRYPTION_KEYS": KEY,
    "PUBLIC_URL": "https://alliance.example",
}


def faults(environ: dict[str, str], wanted: settings.Mode | None = None) -> tuple[str, ...]:
    with pytest.raises(BadSettings) as caught:
        settings.load(environ, wanted)
    return caught.value.faults


def test_nothing_set_means_a_local_bot_with_the_defaults() -> None:
    loaded = settings.load({})
    assert loaded.mode == "local"
    assert (loaded.host, loaded.port, loaded.threads) == ("0.0.0.0", 3000, 4)
    assert loaded.api_url == "https://slack.com/api/"
    assert (loaded.log_format, loaded.log_level) == ("auto", "INFO")
    assert loaded.knowledge_dir is None
    assert loaded.secrets == ()


def test_blank_values_count_as_unset() -> None:
    blank = {setting.name: "  " for setting in settings.TABLE}
    assert settings.load(blank) == settings.load({})


@pytest.mark.parametrize(
    ("environ", "mode"),
    [
        ({**APP, **BOT}, "socket"),
        ({**SECRET, **BOT}, "http"),
        ({**APP, **SECRET, **BOT}, "socket"),
    ],
)
def test_the_credentials_choose_the_mode(environ: dict[str, str], mode: str) -> None:
    assert settings.load(environ).mode == mode


def test_a_wanted_mode_wins_over_the_chosen_one() -> None:
    assert settings.load({**APP, **SECRET, **BOT}, "http").mode == "http"
    assert settings.load(BOT, "local").mode == "local"


def test_an_app_token_alone_asks_for_the_bot_token() -> None:
    assert faults(APP) == (
        "SLACK_BOT_TOKEN is not set:"
        " copy the Bot User OAuth Token from OAuth & Permissions of your app.",
    )


def test_a_signing_secret_alone_asks_for_the_bot_token() -> None:
    assert faults(SECRET) == (
        "SLACK_BOT_TOKEN is not set:"
        " copy the Bot User OAuth Token from OAuth & Permissions of your app.",
    )


def test_a_bot_token_alone_asks_for_either_way_into_slack() -> None:
    assert faults(BOT) == (
        "SLACK_SIGNING_SECRET is not set: copy it from Basic Information of your app,"
        " or set SLACK_APP_TOKEN for Socket Mode.",
    )


def test_a_forced_mode_names_everything_it_lacks() -> None:
    assert [fault.split()[0] for fault in faults({}, "http")] == [
        "SLACK_BOT_TOKEN",
        "SLACK_SIGNING_SECRET",
    ]
    assert [fault.split()[0] for fault in faults({}, "socket")] == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
    ]


def test_swapped_tokens_are_told_without_being_shown() -> None:
    swapped = {"SLACK_BOT_TOKEN": "xapp-hidden", "SLACK_APP_TOKEN": "xoxb-hidden"}
    assert faults(swapped) == (
        "SLACK_BOT_TOKEN holds something else: set it to the Bot User OAuth Token"
        " of OAuth & Permissions, which begins with xoxb-.",
        "SLACK_APP_TOKEN holds something else: set it to an App-Level Token"
        " of Basic Information, which begins with xapp-.",
    )


def test_a_token_in_place_of_the_signing_secret_is_told() -> None:
    assert faults({**BOT, "SLACK_SIGNING_SECRET": "xoxb-hidden"}) == (
        "SLACK_SIGNING_SECRET looks like a token: copy the Signing Secret from Basic Information.",
    )


def test_every_fault_comes_at_once() -> None:
    environ = {
        **APP,
        "PORT": "eighty",
        "THREADS": "0",
        "SLACK_API_URL": "slack.com",
        "LOG_FORMAT": "xml",
        "LOG_LEVEL": "loud",
        "KNOWLEDGE_DIR": "/no/such/folder",
    }
    assert faults(environ) == (
        "SLACK_BOT_TOKEN is not set:"
        " copy the Bot User OAuth Token from OAuth & Permissions of your app.",
        "PORT is not a whole number from 1 to 65535: correct it, or leave it out for 3000.",
        "THREADS is not a whole number from 1 to 256: correct it, or leave it out for 4.",
        "SLACK_API_URL is no http:// or https:// address: correct it.",
        "LOG_FORMAT must be one of auto, json, text.",
        "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR.",
        "KNOWLEDGE_DIR is not a folder: correct it, or leave it out.",
    )


def test_a_folder_whose_name_no_file_system_takes_is_told() -> None:
    assert faults({"KNOWLEDGE_DIR": "/" + "k" * 300}) == (
        "KNOWLEDGE_DIR is not a folder: correct it, or leave it out.",
    )


@pytest.mark.parametrize("port", ["0", "65536", "-1", "3000.0", "٣٠٠٠", "9" * 5000])
def test_a_port_is_a_plain_number_in_range(port: str) -> None:
    assert [fault.split()[0] for fault in faults({"PORT": port})] == ["PORT"]


@pytest.mark.parametrize(
    "address",
    [
        *("https://", "ftp://slack.com/", "https:///api", "https://slack.com:99999/"),
        *("https://slack.com:port/", "https://slack.com:0/", "https://sla ck.com/", "https://[::1"),
        "https://slack.com/\tapi/",
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str) -> None:
    assert faults({"SLACK_API_URL": address}) == (
        "SLACK_API_URL is no http:// or https:// address: correct it.",
    )


def test_a_stand_ins_address_may_lack_its_closing_slash(tmp_path: Path) -> None:
    loaded = settings.load(
        {
            "SLACK_API_URL": "http://127.0.0.1:9/api",
            "LOG_LEVEL": "debug",
            "LOG_FORMAT": "JSON",
            "KNOWLEDGE_DIR": str(tmp_path),
        }
    )
    assert loaded.api_url == "http://127.0.0.1:9/api/"
    assert (loaded.log_level, loaded.log_format) == ("DEBUG", "json")
    assert loaded.knowledge_dir == tmp_path


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"CACHE_DIR": "here", "XDG_CACHE_HOME": "/c", "HOME": "/h"}, "here"),
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c/alliance"),
        ({"HOME": "/h"}, "/h/.cache/alliance"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/alliance"),
    ],
)
def test_the_cache_is_where_it_is_said_or_where_caches_are(
    environ: dict[str, str], folder: str
) -> None:
    assert settings.load(environ).cache_dir == Path(folder)


def test_where_there_is_no_home_nothing_is_cached() -> None:
    assert settings.load({}).cache_dir is None
    assert settings.load({"XDG_CACHE_HOME": "relative"}).cache_dir is None


def test_secrets_do_not_show_in_the_repr() -> None:
    loaded = settings.load({**APP, **SECRET, **BOT})
    assert loaded.secrets == ("xoxb-1", "xapp-1", "5ec2e7")
    assert not [secret for secret in loaded.secrets if secret in repr(loaded)]


def test_many_workspaces_are_answered_over_http() -> None:
    loaded = settings.load({**MANY, "TOKEN_ENCRYPTION_KEYS": f" {OTHER_KEY} ,{KEY},"})
    assert (loaded.mode, loaded.many, loaded.bot_token) == ("http", True, "")
    assert loaded.encryption_keys == (OTHER_KEY, KEY)
    assert loaded.public_url == "https://alliance.example"
    assert loaded.secrets == ("5ec2e7", "hush", OTHER_KEY, KEY)
    assert not [secret for secret in loaded.secrets if secret in repr(loaded)]
    assert settings.load({**SECRET, **BOT}).many is False


def test_many_workspaces_lack_everything_at_once() -> None:
    assert faults({"SLACK_CLIENT_ID": "1.2"}) == (
        "SLACK_CLIENT_SECRET is not set: copy the Client Secret from Basic Information of"
        " your app.",
        "TOKEN_ENCRYPTION_KEYS is not set: make a key with `alliance new-key`, and keep it.",
        "PUBLIC_URL is not set: set it to the https:// address that people install the bot at.",
        "SLACK_SIGNING_SECRET is not set: copy it from Basic Information of your app,"
        " or set SLACK_APP_TOKEN for Socket Mode.",
    )
    assert [fault.split()[0] for fault in faults({"SLACK_CLIENT_SECRET": "hush"})] == [
        "SLACK_CLIENT_ID",
        "TOKEN_ENCRYPTION_KEYS",
        "PUBLIC_URL",
        "SLACK_SIGNING_SECRET",
    ]


def test_a_token_shuts_out_many_workspaces() -> None:
    assert faults({**MANY, **BOT}) == (
        "SLACK_BOT_TOKEN is set together with SLACK_CLIENT_ID: each workspace brings a token of"
        " its own, so leave this one out.",
    )
    assert faults({**MANY, **APP}) == (
        "SLACK_APP_TOKEN is set together with SLACK_CLIENT_ID: many workspaces are answered over"
        " HTTP, so leave this one out.",
    )


def test_a_worker_of_many_workspaces_needs_no_address() -> None:
    needed = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "TOKEN_ENCRYPTION_KEYS")
    assert settings.load({name: MANY[name] for name in needed}, "worker").many


@pytest.mark.parametrize("keys", ["x", ",", " , ", f"{KEY},x", KEY[:-2], "가나다", KEY * 2])
def test_a_wrong_key_is_told_and_not_shown(keys: str) -> None:
    (fault,) = faults({**MANY, "TOKEN_ENCRYPTION_KEYS": keys})
    assert fault == (
        "TOKEN_ENCRYPTION_KEYS holds something else than keys between commas:"
        " make one with `alliance new-key`."
    )


@pytest.mark.parametrize(
    "address",
    [
        *("http://alliance.example", "alliance.example", "https://", "https://a.example/bot"),
        *("https://a.example?x=1", "https://me:pass@a.example", "ftp://a.example"),
    ],
)
def test_people_install_at_a_safe_address(address: str) -> None:
    assert faults({**MANY, "PUBLIC_URL": address}) == (
        "PUBLIC_URL is no https:// address without a path: correct it.",
    )


@pytest.mark.parametrize("address", ["http://localhost:3000", "https://a.example/"])
def test_on_this_machine_an_address_may_be_http(address: str) -> None:
    assert settings.load({**MANY, "PUBLIC_URL": address}).public_url == address.rstrip("/")


def test_misses_are_kept_unless_somebody_says_no() -> None:
    assert settings.load({}).keep_misses
    assert not settings.load({"KEEP_MISSES": "No"}).keep_misses
    assert faults({"KEEP_MISSES": "never"}) == ("KEEP_MISSES must be one of yes, no.",)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://alliance:hush@host:${PORT}/alliance",
        "postgresql://alliance:hu[sh@host/alliance",
        "postgres://alliance:hush@host:99999/alliance",
    ],
)
def test_an_address_of_a_database_that_cannot_be_told_apart_is_a_fault(address: str) -> None:
    (fault,) = faults({"DATABASE_URL": address})
    assert fault.startswith("DATABASE_URL cannot be told apart: ")
    assert "hu" not in fault


@pytest.mark.parametrize("address", ["sqlite:///", "sqlite:///:memory:"])
def test_a_database_that_is_no_file_is_told(address: str) -> None:
    (fault,) = faults({"DATABASE_URL": address})
    assert fault.startswith("DATABASE_URL names no file")
