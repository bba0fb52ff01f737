"""Addresses, migrations, and who may work on a database."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import OperationalError

from bot.core.errors import BadSettings
from bot.storage import migrating
from bot.storage.database import driven, missing_file, opened, writing
from bot.storage.installed_schema import BOT
from bot.storage.locking import alone
from bot.storage.migrating import migrate
from bot.storage.revision import check
from bot.storage.schema import METADATA, SUBSCRIPTION, WORKER
from tests.support.databases import fresh

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("postgres://u:p@host/db", "postgresql+psycopg"),
        ("postgresql://u:p@host/db", "postgresql+psycopg"),
        ("sqlite:///alliance.db", "sqlite"),
    ],
)
def test_addresses_get_the_driver_that_the_bot_brings(address: str, driver: str) -> None:
    assert driven(address).drivername == driver


def test_a_file_is_missing_where_there_is_none(tmp_path: Path) -> None:
    file = tmp_path / "alliance.db"
    assert missing_file(f"sqlite:///{file}") == file
    file.touch()
    assert missing_file(f"sqlite:///{file}") is None
    for address in ("sqlite:///file:/nowhere/x.db?uri=true", "postgresql://u@host/db"):
        assert missing_file(address) is None


def test_the_migrations_make_what_the_schema_says(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert BOT.metadata is METADATA
        assert compare_metadata(context, METADATA) == []


def test_a_database_is_migrated_once_and_data_stays(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO worker VALUES ('w1', '2026-03-02 00:00:00')"))
    migrate(engine)
    check(engine)
    with engine.connect() as connection:
        assert connection.execute(sa.select(WORKER.c.name)).scalars().all() == ["w1"]


def test_a_database_that_was_never_migrated_is_told(tmp_path: Path) -> None:
    empty = opened(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(BadSettings, match="alliance migrate"):
        check(empty)
    empty.dispose()


def test_a_database_of_a_newer_release_is_told(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    for work in (check, migrate):
        with pytest.raises(BadSettings, match="newer release"):
            work(engine)


def test_a_table_that_somebody_holds_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "PATIENCE", "50ms")
    with fresh("postgresql", tmp_path) as address:
        engine = opened(address)
        with engine.begin() as connection:
            migrating.to(connection, "0004")
        with engine.connect() as backing_up:
            backing_up.execute(sa.text("LOCK TABLE delivery IN ACCESS SHARE MODE"))
            with pytest.raises(BadSettings, match="in use"):
                migrate(engine)
        migrate(engine)
        check(engine)
        engine.dispose()


def test_what_fails_is_rolled_back(engine: sa.Engine) -> None:
    with pytest.raises(ZeroDivisionError), writing(engine) as connection:
        connection.execute(WORKER.insert().values(name="w1", seen_at=NOW))
        raise ZeroDivisionError
    with engine.connect() as connection:
        assert connection.execute(sa.select(WORKER)).all() == []


def test_one_worker_works_at_a_time_under_a_name(engine: sa.Engine) -> None:
    with alone(engine, "w1"):
        code = (
            "import sys; from bot.storage import locking; from bot.storage.database import opened;"
            "locking._PATIENCE = 0.1\n"
            "with locking.alone(opened(sys.argv[1]), 'w1'): pass"
        )
        address = engine.url.render_as_string(hide_password=False)
        refused = subprocess.run(
            [sys.executable, "-c", code, address], cwd=ROOT, capture_output=True, text=True
        )
        assert "BadSettings" in refused.stderr
        assert (
            "PostgreSQL" if engine.dialect.name == "sqlite" else "WORKER_NAME"
        ) in refused.stderr
    with alone(engine, "w1"):
        pass


@pytest.mark.parametrize("place", ["nowhere/alliance.db", "taken/alliance.db"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "taken" / "alliance.db-worker").mkdir(parents=True)
    engine = opened(f"sqlite:///{tmp_path / place}")
    with pytest.raises(BadSettings, match="cannot be written"), alone(engine, "w1"):
        pass


def test_reading_goes_on_while_the_worker_writes(engine: sa.Engine) -> None:
    with writing(engine) as busy, engine.connect() as reader:
        busy.execute(WORKER.insert().values(name="w1", seen_at=NOW))
        assert reader.execute(sa.select(SUBSCRIPTION)).all() == []


def test_an_error_does_not_quote_what_is_stored(engine: sa.Engine) -> None:
    with pytest.raises(sa.exc.IntegrityError) as error, writing(engine) as connection:
        for _ in range(2):
            connection.execute(WORKER.insert().values(name="hush hush", seen_at=NOW))
    assert "[SQL parameters hidden" in str(error.value)


def test_a_server_that_vanishes_is_noticed(tmp_path: Path) -> None:
    with fresh("postgresql", tmp_path) as address:
        engine = opened(address)
        with engine.connect() as connection:
            driven_by: Any = connection.connection.dbapi_connection
            told = driven_by.info.get_parameters()
        engine.dispose()
    assert (told["keepalives_idle"], told["keepalives_interval"]) == ("10", "5")
    assert (told["keepalives_count"], told["tcp_user_timeout"]) == ("3", "10000")


def test_an_answer_does_not_wait_for_ever_for_what_is_locked(tmp_path: Path) -> None:
    with fresh("postgresql", tmp_path) as address:
        patient, answering = opened(address), opened(address, lock_wait=50)
        migrate(patient)
        with patient.begin() as changing:
            changing.execute(sa.text("LOCK TABLE subscription IN ACCESS EXCLUSIVE MODE"))
            for _ in range(2):
                with pytest.raises(OperationalError), answering.connect() as connection:
                    connection.execute(sa.select(SUBSCRIPTION.c.id))
        with answering.connect() as connection:
            assert connection.execute(sa.select(SUBSCRIPTION.c.id)).all() == []
        patient.dispose()
        answering.dispose()
