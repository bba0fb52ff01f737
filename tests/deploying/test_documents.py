"""docs/ tells of what there is: commands, settings, numbers, events, tables and pictures."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer.main
import yaml

from bot import settings
from bot.cli.commands import commands as every_command
from bot.measuring.digest_numbers import DigestNumbers
from bot.measuring.measures import Measures
from bot.storage.database import opened
from bot.storage.installed_schema import METADATA
from bot.storage.migrating import migrate
from tests.support.deployed import ROOT

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", *DOCS]
PICTURES = sorted((ROOT / "docs").glob("*.png"))
LARGEST_PICTURE, MOST_PICTURES = 100_000, 6
TABLES = set(METADATA.tables)


def written(page: Path) -> str:
    return page.read_text("utf-8")


def anchors(page: Path) -> set[str]:
    """What GitHub makes of the headings."""
    headings = re.findall(r"^#+ (.+)$", written(page), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_tree_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", written(page))
    links += re.findall(r"(?:src|srcset)=\"([^\"]+)\"", written(page))
    for link in links:
        file, _, anchor = link.partition("#")
        if "://" in link:
            continue
        there = page.parent / file if file else page
        assert there.exists(), link
        assert not anchor or anchor in anchors(there), link


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_the_commands_and_settings_that_are_told_of_are_there(page: Path) -> None:
    group = typer.main.get_command(every_command)
    commands = set(group.commands)  # type: ignore[attr-defined]
    told = re.findall(r"(?:bin/alliance|`alliance|python -m bot) ([a-z][a-z-]*)", written(page))
    assert set(told) <= commands
    names = {row.name for row in settings.TABLE} | {"POSTGRES_PASSWORD"}
    assert set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`", written(page))) <= names


def test_the_numbers_that_are_watched_are_measured(tmp_path: Path) -> None:
    engine = opened(f"sqlite:///{tmp_path / 'alliance.db'}")
    migrate(engine)
    measures = Measures()
    measures.also(DigestNumbers(engine, lambda: datetime.now(UTC)))
    measured = set(re.findall(r"^# HELP (\S+)", measures.text().decode(), re.MULTILINE))
    told = set(re.findall(r"\balliance_\w+", written(ROOT / "docs/deploying.md")))
    assert told
    assert {re.sub(r"_(bucket|count|sum)$", "", name) for name in told} <= measured


def test_every_event_of_the_manifest_is_told_of() -> None:
    manifest = yaml.safe_load(written(ROOT / "manifest.yaml"))
    rows = re.findall(r"^\| (`[a-z_.`, ]+`) \|", written(ROOT / "docs/slack-setup.md"), re.M)
    told = [event for row in rows for event in re.findall(r"[a-z_.]+", row)]
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert sorted(set(told) & set(events)) == sorted(events)


@pytest.mark.parametrize("half", [0, 1], ids=["en", "ko"])
def test_every_table_is_told_of_on_the_privacy_page(half: int) -> None:
    """In each language, and none that is not there."""
    page = re.split(r"^# ", written(ROOT / "docs/privacy.md"), flags=re.MULTILINE)[1:][half]
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \|", page, re.MULTILINE)
    assert {table for row in rows for table in re.findall(r"[a-z_]+", row)} == TABLES


def test_the_pictures_are_few_small_and_shown() -> None:
    shown = "".join(map(written, PAGES))
    assert 1 <= len(PICTURES) <= MOST_PICTURES
    for picture in PICTURES:
        assert picture.stat().st_size <= LARGEST_PICTURE
        assert picture.name in shown
