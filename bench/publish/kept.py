"""Reads what programs kept in bench/results."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.reports import RESULTS, Figure, Machine, Plot, Report, Size, Table

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Kept:
    """What one program found, when and where."""

    when: date
    size: Size
    machine: Machine
    report: Report

    @property
    def measured(self) -> str:
        """The day and the machine, in words."""
        return f"{day(self.when)}, {place(self.machine)}"


def kept(folder: Path = RESULTS) -> dict[str, Kept]:
    """All results by the name of their program."""
    files = sorted(folder.glob("*.json"))
    return {file.stem: _kept(json.loads(file.read_text("utf-8"))) for file in files}


def day(when: date) -> str:
    """As README writes it: 3 March 2026."""
    return f"{when.day} {when:%B %Y}"


def place(machine: Machine) -> str:
    """The machine in a few words."""
    cores = f"{machine.cores} core{'s' if machine.cores != 1 else ''}"
    return f"{cores} of {machine.processor}, {machine.system}, Python {machine.python}"


def _kept(told: Mapping[str, Any]) -> Kept:
    report = Report(
        told["told"],
        tuple(_table(table) for table in told["tables"]),
        tuple(Figure(**figure) for figure in told["figures"]),
        tuple(Plot(**plot) for plot in told["plots"]),
    )
    return Kept(date.fromisoformat(told["when"]), told["size"], Machine(**told["machine"]), report)


def _table(told: Mapping[str, Any]) -> Table:
    return Table(told["title"], tuple(told["columns"]), tuple(map(tuple, told["rows"])))
