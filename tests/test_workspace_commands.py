"""`alliance export`, `purge`, `rotate-keys` and `new-key`, as processes of their own."""

import json
import subprocess
from pathlib import Path

import pytest
import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Installation

from bot.installing.installations import SealedInstallations
from bot.installing.sealing import Sealing
from tests.support.commands import BARE, SMALL, command
from tests.support.installing import KEY, OTHER_KEY
from tests.support.stored import fill, kept

# What is told before the database is looked at is told alike whichever it is.
on_one = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def installed(engine: sa.Engine) -> sa.Engine:
    """T1 and T2 with something in every table."""
    store = SealedInstallations("1.2", engine, Sealing((KEY,)))
    for team in ("T1", "T2"):
        told = {"app_id": "A1", "user_id": "U1", "bot_id": "B1", "bot_user_id": "U2"}
        store.save(Installation(team_id=team, bot_token=f"xoxb-{team}-secret", **told))
        fill(engine, team)
    return engine


def alliance(
    engine: sa.Engine, folder: Path, *arguments: str, keys: str = "", said: str = ""
) -> "subprocess.CompletedProcess[str]":
    address = engine.url.render_as_string(hide_password=False).replace("+psycopg", "")
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        env={
            **BARE,
            **SMALL,
            "DATABASE_URL": address,
            "TOKEN_ENCRYPTION_KEYS": keys,
        },
        input=said,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_a_workspace_is_exported_without_its_token(installed: sa.Engine, tmp_path: Path) -> None:
    done = alliance(installed, tmp_path, "export", "T1")
    held = json.loads(done.stdout)
    assert held["subscription"][0]["owner_name"] == "one"
    assert held["slack_installations"][0]["user_id"] == "U1"
    assert "bot_token" not in held["slack_bots"][0]
    assert '"T2"' not in done.stdout


def test_a_workspace_is_purged_after_asking(installed: sa.Engine, tmp_path: Path) -> None:
    before = kept(installed)
    refused = alliance(installed, tmp_path, "purge", "T1", said="n\n")
    assert refused.returncode == 1
    assert kept(installed) == before
    done = alliance(installed, tmp_path, "purge", "T1", "--yes")
    assert done.stdout.endswith("Nothing is stored of T1 any more.\n")
    assert "subscription: 1\n" in done.stdout
    assert "forgets within a day" in done.stdout
    assert set(kept(installed).values()) == {1}
    again = alliance(installed, tmp_path, "purge", "T1", said="y\n")
    assert again.stdout.endswith("Nothing is stored of T1.\n")


@on_one
@pytest.mark.parametrize("id", ["t1", "T1; DROP TABLE", "", "C0POLICY"])
def test_what_is_no_workspace_is_told(engine: sa.Engine, tmp_path: Path, id: str) -> None:
    for name in ("purge", "export"):
        done = alliance(engine, tmp_path, name, id)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("That is no id of a workspace")


def test_keys_are_rotated(installed: sa.Engine, tmp_path: Path) -> None:
    alone = alliance(installed, tmp_path, "rotate-keys", keys=OTHER_KEY)
    assert alone.returncode == 2
    assert "do not open 4 of the tokens" in alone.stderr
    done = alliance(installed, tmp_path, "rotate-keys", keys=f"{OTHER_KEY},{KEY}")
    assert done.stdout == "4 rows encrypted with the newest key.\n"
    assert alliance(installed, tmp_path, "rotate-keys", keys=OTHER_KEY).returncode == 0


@on_one
def test_without_keys_nothing_is_rotated(engine: sa.Engine, tmp_path: Path) -> None:
    done = alliance(engine, tmp_path, "rotate-keys")
    assert done.returncode == 2
    assert done.stderr.startswith("TOKEN_ENCRYPTION_KEYS is not set")


def test_a_new_key_is_taken(engine: sa.Engine, tmp_path: Path) -> None:
    key = alliance(engine, tmp_path, "new-key").stdout.strip()
    assert len(key) == 44
    done = alliance(engine, tmp_path, "rotate-keys", keys=key)
    assert done.stdout == "0 rows encrypted with the newest key.\n"


@pytest.mark.parametrize("said", [("export", "T1"), ("purge", "T1", "--yes"), ("rotate-keys",)])
def test_a_database_that_is_not_there_is_not_made_to_be_empty(
    said: tuple[str, ...], tmp_path: Path
) -> None:
    nowhere = sa.create_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    done = alliance(nowhere, tmp_path, *said, keys=KEY)
    assert (done.returncode, done.stdout) == (2, "")
    assert "elsewhere.db, which is not there" in done.stderr
    assert not (tmp_path / "elsewhere.db").exists()
