"""systemd's units and nginx's file, looked over by the programs themselves where they are."""

import shutil
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import pytest

from tests.support.deployed import ROOT

FOLDER = ROOT / "deploy"
UNITS = ("alliance", "alliance-worker")
# systemd's own measure, in tenths: 0 is shut, 100 is open.
MOST_EXPOSED = "20"
ANALYZE = shutil.which("systemd-analyze")
# The first that measures a unit which is not installed.
LEAST_VERSION = 250


def version() -> int:
    """systemd's, 0 where it is not there."""
    if ANALYZE is None:
        return 0
    told = subprocess.run([ANALYZE, "--version"], capture_output=True, text=True).stdout
    return int(told.split()[1].split(".")[0])


needs_systemd = pytest.mark.skipif(
    version() < LEAST_VERSION, reason=f"there is no systemd-analyze of {LEAST_VERSION} or newer"
)


def unit(name: str) -> RawConfigParser:
    """The unit's sections; what stands twice in one is read once."""
    read = RawConfigParser(strict=False)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(FOLDER / f"{name}.service", "utf-8")
    return read


def complaints(name: str, *arguments: str) -> list[str]:
    """What systemd says against the unit; what it says of others on this machine is passed over."""
    assert ANALYZE
    done = subprocess.run([ANALYZE, *arguments], capture_output=True, text=True)
    told = [line for line in done.stderr.splitlines() if f"{name}.service" in line]
    return told or ([] if done.returncode == 0 else [done.stderr + done.stdout])


@pytest.mark.parametrize(
    ("name", "command"), [("alliance", "serve"), ("alliance-worker", "worker")]
)
def test_a_unit_starts_its_command_and_starts_it_again(name: str, command: str) -> None:
    service = unit(name)["Service"]
    assert service["ExecStart"] == f"/opt/alliance/.venv/bin/alliance {command}"
    assert (service["Restart"], service["TimeoutStopSec"]) == ("always", "30")
    assert service["User"] == "alliance"
    # What it works in is what it may write to.
    assert service["WorkingDirectory"] == f"/var/lib/{service['StateDirectory']}"
    assert (service["NoNewPrivileges"], service["ProtectSystem"]) == ("yes", "strict")


def test_both_units_are_shut_in_alike() -> None:
    web, worker = (dict(unit(name)["Service"]) for name in UNITS)
    assert {*web.items()} ^ {*worker.items()} == {
        ("ExecStart", web["ExecStart"]),
        ("ExecStart", worker["ExecStart"]),
        ("KillMode", "mixed"),
    }


@needs_systemd
@pytest.mark.parametrize("name", UNITS)
def test_systemd_takes_the_unit(name: str, tmp_path: Path) -> None:
    """With a program that is there, for systemd looks for it."""
    written = (FOLDER / f"{name}.service").read_text("utf-8")
    there = tmp_path / f"{name}.service"
    there.write_text(written.replace("/opt/alliance/.venv/bin/alliance", "/bin/true"), "utf-8")
    assert complaints(name, "verify", str(there)) == []


@needs_systemd
@pytest.mark.parametrize("name", UNITS)
def test_systemd_thinks_the_unit_well_shut_in(name: str) -> None:
    file = str(FOLDER / f"{name}.service")
    measured = ("security", "--offline=true", f"--threshold={MOST_EXPOSED}", file)
    assert complaints(name, *measured) == []


def test_nginx_takes_its_file(tmp_path: Path) -> None:
    nginx, openssl = shutil.which("nginx"), shutil.which("openssl")
    if not (nginx and openssl):
        pytest.skip("there is no nginx, or no openssl for a certificate")
    named = "/etc/letsencrypt/live/alliance.example.org"
    key, chain = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    made = f"{openssl} req -x509 -newkey rsa:2048 -nodes -subj /CN=x -keyout {key} -out {chain}"
    subprocess.run(made.split(), check=True, capture_output=True)
    site = (FOLDER / "nginx.conf").read_text("utf-8").replace(named, str(tmp_path))
    whole = tmp_path / "nginx.conf"
    kept = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = " ".join(f"{each}_temp_path {tmp_path}/{each};" for each in kept)
    whole.write_text(
        f"pid {tmp_path}/pid; events {{}} http {{ access_log off; {paths} {site} }}", "utf-8"
    )
    tried = [nginx, "-t", "-e", "stderr", "-c", str(whole)]
    done = subprocess.run(tried, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
