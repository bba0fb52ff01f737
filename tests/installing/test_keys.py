"""Tokens at rest: sealed, sealed anew, and not opened by a wrong key."""

import logging
from dataclasses import replace

import pytest
import sqlalchemy as sa
from cryptography.fernet import InvalidToken
from slack_sdk.oauth.installation_store import Installation

from bot import assembly
from bot.core.errors import BadSettings
from bot.installing.installations import SealedInstallations
from bot.installing.sealing import Sealing, new_key, prove, prove_all, rotate
from bot.storage.installed_schema import BOT, INSTALLATION, SECRET
from tests.support.installing import KEY, NORTH_TOKEN, OTHER_KEY, Office

WHOLE = {
    "bot_token": "xoxb-secret-1",
    "bot_refresh_token": "xoxe-secret-2",
    "user_token": "xoxp-secret-3",
    "user_refresh_token": "xoxe-secret-4",
    "incoming_webhook_url": "https://hooks.slack.com/services/secret-5",
}


def store(engine: sa.Engine, *keys: str) -> SealedInstallations:
    return SealedInstallations("1.2", engine, Sealing(keys))


def installation(**more: object) -> Installation:
    told = {"app_id": "A1", "team_id": "T1", "user_id": "U1", "bot_id": "B1", "bot_user_id": "U2"}
    return Installation(**{**told, **WHOLE, **more})  # type: ignore[arg-type]


def sealed(engine: sa.Engine) -> list[str]:
    with engine.connect() as connection:
        return [
            value
            for table in (BOT, INSTALLATION)
            for row in connection.execute(sa.select(table)).mappings()
            for name, value in row.items()
            if name in SECRET and value is not None
        ]


def test_whatever_opens_a_workspace_is_sealed_and_comes_back(office: Office) -> None:
    engine = office.engine
    given = installation()
    store(engine, KEY).save(given)
    assert given.bot_token == "xoxb-secret-1"
    found = store(engine, KEY).find_installation(enterprise_id=None, team_id="T1")
    assert found and {name: getattr(found, name) for name in SECRET} == WHOLE
    assert len(sealed(engine)) == 7
    assert not [one for one in sealed(engine) if "secret" in one]


def test_only_the_newest_is_kept(office: Office) -> None:
    kept = store(office.engine, KEY)
    for moment, token in ((1.0, "xoxb-old"), (2.0, "xoxb-new")):
        kept.save(installation(bot_token=token, installed_at=moment))
    kept.save(installation(user_id="U9", installed_at=3.0))
    kept.save(installation(team_id="T2", installed_at=4.0))
    with office.engine.connect() as connection:
        people = connection.execute(
            sa.select(INSTALLATION.c.team_id, INSTALLATION.c.user_id).order_by(INSTALLATION.c.id)
        ).all()
        bots = connection.execute(sa.select(BOT.c.team_id)).scalars().all()
    assert [tuple(one) for one in people] == [("T1", "U1"), ("T1", "U9"), ("T2", "U1")]
    assert sorted(map(str, bots)) == ["T1", "T2"]


def test_keys_are_rotated(office: Office) -> None:
    engine = office.engine
    store(engine, KEY).save(installation())
    before = sealed(engine)
    assert rotate(engine, Sealing((OTHER_KEY, KEY))) == 2
    assert not set(before) & set(sealed(engine))
    with pytest.raises(InvalidToken):
        store(engine, KEY).find_bot(enterprise_id=None, team_id="T1")
    found = store(engine, OTHER_KEY).find_bot(enterprise_id=None, team_id="T1")
    assert found and found.bot_token == "xoxb-secret-1"


def test_a_wrong_key_changes_nothing(office: Office) -> None:
    store(office.engine, KEY).save(installation())
    before = sealed(office.engine)
    with pytest.raises(BadSettings, match="do not open 7 of the tokens"):
        rotate(office.engine, Sealing((OTHER_KEY,)))
    assert sealed(office.engine) == before


def test_with_a_wrong_key_the_bot_does_not_start(office: Office) -> None:
    assembly.proved(office.settings, office.engine)
    office.install(office.north)
    assembly.proved(office.settings, office.engine)
    wrong = replace(office.settings, encryption_keys=(OTHER_KEY,))
    with pytest.raises(BadSettings) as error:
        assembly.proved(wrong, office.engine)
    assert "TOKEN_ENCRYPTION_KEYS do not open 1 of the tokens" in error.value.faults[0]
    both = replace(office.settings, encryption_keys=(OTHER_KEY, KEY))
    assembly.proved(both, office.engine)
    prove(office.engine, Sealing((KEY,)))


def test_a_token_that_cannot_be_opened_is_no_installation(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    store(office.engine, OTHER_KEY).save(installation(team_id="T0PLAY"))
    assert "has not installed the bot" in office.command("borders", "T0PLAY").body
    (record,) = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert record.message == "token not readable: its key is missing"
    assert office.install(office.north).title == "Installed in Playground"
    assert "has not installed the bot" not in office.command("borders", "T0PLAY").body


def test_a_new_key_is_one() -> None:
    key, other = new_key(), new_key()
    assert key != other
    assert Sealing((key,)).opened(Sealing((key,)).sealed(NORTH_TOKEN)) == NORTH_TOKEN
    assert Sealing((key,)).sealed(None) is None


def test_what_an_earlier_installer_left_shut_stops_the_rotation_and_no_request(
    office: Office,
) -> None:
    engine, both = office.engine, Sealing((OTHER_KEY, KEY))
    store(engine, KEY).save(installation(user_id="U9", installed_at=1.0))
    store(engine, OTHER_KEY).save(installation(installed_at=2.0))
    prove(engine, Sealing((OTHER_KEY,)))
    for work in (prove_all, rotate):
        with pytest.raises(BadSettings, match="do not open 5 of the tokens"):
            work(engine, Sealing((OTHER_KEY,)))
        prove_all(engine, both)
