"""What is published of measurements is what was kept of them, and no program is left out."""

import re
from datetime import date
from pathlib import Path

import pytest

from bench import programs
from bench.publish.kept import ROOT, Kept, kept
from bench.publish.labels import spaced
from bench.publish.lines import DOCUMENTS, LINES, filled, line, marks
from bench.publish.page import PAGE, page, pictures
from bench.reports import Figure, Machine, Plot, Report, Table

MACHINE = Machine(processor="Abacus 9", cores=2, python="3.11.7", system="Linux")
REPORT = Report(
    "Each ferry crosses once.",
    (Table("crossings", ("harbour", "minutes"), (("North|South", 12.345), ("*East*", 1_000))),),
    (
        Figure("crossing, median", 12.345, "min", most=20),
        Figure("passengers", 7, "", least=8, better="higher"),
        Figure("gulls", 1_200, ""),
    ),
    (Plot("Crossings", "minutes", "ferries", {"ours": [(1, 2), (2, 3)]}),),
)
FERRIES = Kept(date(2026, 3, 2), "full", MACHINE, REPORT)
PART = """\
### ferries

Each ferry crosses once.

`python -m bench.ferries` · 2 March 2026, 2 cores of Abacus 9, Linux, Python 3.11.7.

Crossings:

| harbour | minutes |
| --- | ---: |
| North\\|South | 12.3 |
| \\*East\\* | 1,000 |

| figure | measured | asked | reached |
| --- | ---: | --- | --- |
| crossing, median | 12.3 min | at most 20 min | yes |
| passengers | 7 | at least 8 | **no** |
| gulls | 1,200 |  |  |

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="plots/ferries-1-dark.svg">
  <img alt="Crossings: ferries by minutes, for ours"
    src="plots/ferries-1-light.svg" width="760">
</picture>
"""


def test_the_page_is_exactly_what_was_kept() -> None:
    assert PAGE.read_text("utf-8") == page(kept())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_measured_lines_are_exactly_what_was_kept(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert text == filled(text, kept())
    # A figure that is named and was not kept: misspelt, or measured without PostgreSQL.
    assert "(not measured)" not in text


def test_every_measured_line_has_its_place() -> None:
    named = [mark for name in DOCUMENTS for mark in marks((ROOT / name).read_text("utf-8"))]
    assert sorted(named) == sorted(LINES)


def test_every_plot_has_its_pictures_and_there_are_no_others() -> None:
    names = {f"{name}-{scheme}.svg" for name in pictures(kept()) for scheme in ("light", "dark")}
    assert {file.name for file in (ROOT / "docs" / "plots").glob("*")} == names


def test_every_program_has_a_section_and_stands_on_the_page() -> None:
    placed = {name for names in programs.SECTIONS.values() for name in names}
    assert set(programs.programs()) <= placed
    told = PAGE.read_text("utf-8")
    assert [one for one in programs.programs() if f"python -m bench.{one}" not in told] == []


def test_every_module_is_a_program_or_a_part_of_one() -> None:
    files = list(programs.FOLDER.rglob("*.py"))
    text = "\n".join(file.read_text("utf-8") for file in files)
    imported = set(re.findall(r"^from bench\.(\w+) import|^from bench import (\w+)", text, re.M))
    parts = {name for names in imported for name in names}
    modules = {file.stem for file in programs.FOLDER.glob("[a-z]*.py")}
    assert modules - parts - set(programs.programs()) == set()


@pytest.mark.parametrize("name", programs.programs())
def test_every_program_can_be_run_by_its_name(name: str) -> None:
    text = (programs.FOLDER / f"{name}.py").read_text("utf-8")
    assert text.endswith(
        (
            'if __name__ == "__main__":\n    run(measure)\n',
            'if __name__ == "__main__":\n    main()\n',
        )
    )


def test_a_program_that_nobody_has_placed_is_run_and_published(tmp_path: Path) -> None:
    for name in ("soak", "lookup", "zebras"):
        (tmp_path / f"{name}.py").write_text(f'"""It."""\n{programs.MEASURES}    ...', "utf-8")
    (tmp_path / "reports.py").touch()
    found = programs.programs(tmp_path)
    assert found == ("lookup", "soak", "zebras")
    assert programs.sections(found)["Others"] == ("zebras",)


def test_a_result_is_told_with_its_targets_machine_and_day() -> None:
    told = page({"ferries": FERRIES})
    assert PART in told
    assert "**1 of 2 targets are reached.** Not reached:\n\n" in told
    assert "- [ferries](#ferries): passengers, 7 (at least 8)\n" in told
    assert "Not measured yet: `python -m bench.lookup --keep`." in told


def test_a_trial_is_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = {"ferries": Kept(date(2026, 3, 2), "small", MACHINE, REPORT)}
    told = page(trial)
    assert "Python 3.11.7. At its **smallest size**, as a trial only." in told
    assert "targets are reached" not in told
    monkeypatch.setitem(LINES, "ferries", "{ferries: gulls} gulls.")
    assert line("ferries", trial) == "(Not measured yet: `python -m bench.ferries`.)"


def test_a_line_has_the_numbers_that_were_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "It takes {ferries: crossing, median}, {ferries: whales}. ({ferries: measured}.)"
    monkeypatch.setitem(LINES, "ferries", told + "\n\n{ferries: table 1}")
    assert line("ferries", {"ferries": FERRIES}) == (
        "It takes 12.3 min, (not measured). (2 March 2026, 2 cores of Abacus 9, Linux, "
        "Python 3.11.7.)\n\n| harbour | minutes |\n| --- | ---: |\n"
        "| North\\|South | 12.3 |\n| \\*East\\* | 1,000 |"
    )
    assert line("ferries", {}) == "(Not measured yet: `python -m bench.ferries`.)"


def test_only_what_stands_between_marks_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LINES, "ferries", "{ferries: gulls} gulls.")
    text = "1\n<!-- bench:ferries -->\n5 gulls.\n<!-- /bench -->\n9 gulls.\n"
    after = "1\n<!-- bench:ferries -->\n1,200 gulls.\n<!-- /bench -->\n9 gulls.\n"
    assert filled(text, {"ferries": FERRIES}) == after


def test_a_plot_without_points_is_no_picture() -> None:
    nothing = Plot("Whales", "minutes", "whales", {"ours": []})
    whales = Kept(FERRIES.when, "full", MACHINE, Report("", plots=(nothing, *REPORT.plots)))
    assert pictures({"whale_watch": whales}) == {"whale-watch-2": REPORT.plots[0]}


def test_names_of_lines_do_not_meet() -> None:
    assert spaced([10, 50, 90], 13, 100) == [10, 50, 90]
    assert spaced([50, 48, 10], 10, 100) == [58, 48, 10]
    assert spaced([95, 99], 10, 100) == [90, 100]


def test_no_document_has_a_measured_line_outside_of_its_marks() -> None:
    """A number of milliseconds in README is measured, and so stands between marks."""
    text = (ROOT / "README.md").read_text("utf-8")
    outside = re.sub(r"<!-- bench:.*?<!-- /bench -->", "", text, flags=re.DOTALL)
    assert re.findall(r"[\d.]+ (?:ms|µs|MB)\b", outside) == []
