"""The Procfile as Heroku and its like read it: each line is a command that is really started."""

import json
import re
import shlex
from pathlib import Path

import pytest

from bot.playground.standing import standing
from tests.support.commands import SMALL
from tests.support.databases import fresh
from tests.support.deployed import ROOT, asked, ended, environ, free_port, started, until_ok
from tests.support.web_api import INSTALLED, TOWN

PROCFILE = {
    name: shlex.split(command)
    for name, command in re.findall(
        r"^([A-Za-z0-9_-]+):\s*(.+)$", (ROOT / "Procfile").read_text("utf-8"), re.MULTILINE
    )
}


def test_there_is_a_web_process_a_worker_and_what_is_run_before_a_release() -> None:
    assert list(PROCFILE) == ["web", "worker", "release"]


@pytest.mark.parametrize("name", PROCFILE)
def test_each_is_a_command_that_there_is(name: str, tmp_path: Path) -> None:
    code, said = ended([*PROCFILE[name], "--help"], environ("http://127.0.0.1:9/"), tmp_path)
    assert (code, "Usage: " in said) == (0, True)


def test_a_dyno_alone_answers_and_posts_digests_from_an_sqlite_file(tmp_path: Path) -> None:
    with standing(TOWN, INSTALLED) as slack:
        given = environ(slack.api_url, PORT=str(free_port()), **SMALL)
        assert ended(PROCFILE["release"], given, tmp_path) == (0, "The database is up to date.\n")
        with started(PROCFILE["web"], given, tmp_path):
            address = f"http://127.0.0.1:{given['PORT']}"
            assert until_ok(f"{address}/healthz") == "up\n"
            assert "Churchill" in asked(address, "churchill")
            # The worker inside it is alive.
            assert json.loads(until_ok(f"{address}/readyz"))["worker"] is True


def test_a_web_dyno_and_a_worker_dyno_share_a_database(tmp_path: Path) -> None:
    with standing(TOWN, INSTALLED) as slack, fresh("postgresql", tmp_path) as database:
        # Heroku's own spelling of the scheme.
        url = database.replace("postgresql", "postgres", 1)
        given = environ(slack.api_url, DATABASE_URL=url, PORT=str(free_port()), **SMALL)
        assert ended(PROCFILE["release"], given, tmp_path) == (0, "The database is up to date.\n")
        worker = started(PROCFILE["worker"], {**given, "DYNO": "worker.1"}, tmp_path)
        with started(PROCFILE["web"], {**given, "DYNO": "web.1"}, tmp_path), worker:
            address = f"http://127.0.0.1:{given['PORT']}"
            assert json.loads(until_ok(f"{address}/readyz")) == {
                **{"digest": True, "slack": True},
                **{"database": True, "worker": True},
            }
            assert "Churchill" in asked(address, "churchill")
        assert not (tmp_path / "alliance.db").exists()
