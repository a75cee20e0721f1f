"""`python -m data check`: everything wrong with a record is said at once, and where."""

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from data.problem import Problem, RecordError
from data.record import TABLES, read_record
from data.schema import SCHEMAS

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the real tables, to be broken."""
    for table in TABLES.glob("*.csv"):
        shutil.copy(table, tmp_path)
    return tmp_path


def check(*arguments: str | Path, year: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the check as a maintainer does, with the clock of the machine in another year or not."""
    return subprocess.run(
        [sys.executable, *(("tests/off_clock.py", year) if year else ("-m",)), "data", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


Rows = list[list[str]]
Found = TypeVar("Found")


def change(table: Path, edit: Callable[[Rows], Found]) -> Found:
    """Rewrite a table after `edit` had its rows, the header among them."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    found = edit(rows)
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return found


def put(rows: Rows, line: int, column: str, value: str) -> None:
    rows[line - 1][rows[0].index(column)] = value


def break_launches(rows: Rows) -> list[Problem]:
    put(rows, 2, "site_id", "atlantis")
    rows.append(list(rows[3]))
    twice, line = rows[3][0], len(rows)
    rows.append(list(rows[4]))
    put(rows, line + 1, "id", "2022-01-13-9")
    put(rows, line + 1, "date", "2022-13-01")
    put(rows, line + 1, "time_utc", "")
    date = "a date YYYY-MM-DD (YYYY-MM or YYYY where no more is known) between 1984 and"
    claim = "at least one row in claims.csv that says who reported it"
    return [
        Problem("launches.csv", 2, "site_id", "atlantis", "an id in sites.csv"),
        Problem("launches.csv", line, "id", twice, "an id of its own: line 4 has this one"),
        Problem("launches.csv", line + 1, "date", "2022-13-01", date),
        Problem("launches.csv", line + 1, "id", "2022-01-13-9", claim),
    ]


def break_claims(rows: Rows) -> list[Problem]:
    quantity, value = rows[0].index("quantity"), rows[0].index("value")
    far, comma, lost, bare, *_ = [
        line for line, row in enumerate(rows, 1) if row[quantity] == "range_km"
    ]
    off = next(line for line, row in enumerate(rows, 1) if row[value].endswith(" of Wajima"))
    put(rows, far, "high", "3500000")
    put(rows, comma, "high", "3,500,000")
    put(rows, lost, "source_id", "")
    put(rows, bare, "unit", "")
    put(rows, off, "value", "20 km west of Atlantis")
    bound = "a number above 0 up to 15,000 (kilometres; no missile of the record could fly further)"
    number = "a number, with digits and a decimal point only, such as 4500 or 39.2"
    unit = "the unit that the source uses, one of: km, m, mi, nmi, ft"
    place = "<distance> km <direction> of <place>, a name of places.csv: Atlantis is not there"
    return [
        Problem("claims.csv", far, "high", "3500000", bound),
        Problem("claims.csv", comma, "high", "3,500,000", number),
        Problem("claims.csv", lost, "source_id", "", "an id in sources.csv, not an empty cell"),
        Problem("claims.csv", bare, "unit", "", unit),
        Problem("claims.csv", off, "value", "20 km west of Atlantis", place),
    ]


def break_sites(rows: Rows) -> list[Problem]:
    latitude, longitude = (rows[0].index(name) for name in ("latitude", "longitude"))
    row = rows[1]
    row[latitude], row[longitude] = row[longitude], row[latitude]
    expected = f"{row[longitude]}, which stands in longitude: the two look swapped"
    return [Problem("sites.csv", 2, "latitude", row[latitude], expected)]


def break_missiles(rows: Rows) -> list[Problem]:
    kind = rows[0].index("kind")
    for row in rows:
        del row[kind]
    return [Problem("missiles.csv", 1, "kind", "", "a column kind in the header, which has none")]


def break_places(rows: Rows) -> list[Problem]:
    rows.append(list(rows[1]))
    line, name = len(rows), rows[1][rows[0].index("name")]
    put(rows, line, "id", "atlantis")
    put(rows, line, "aliases", "")
    expected = f"names no other row has: {name} is in line 2 already"
    return [Problem("places.csv", line, "name", name, expected)]


def break_record(rows: Rows) -> list[Problem]:
    put(rows, 2, "version", "2020-01-01")
    expected = f"{rows[1][rows[0].index('covers_to')]} or later: covers_to says so"
    return [Problem("record.csv", 2, "version", "2020-01-01", expected)]


BREAKS = {
    "launches": break_launches,
    "claims": break_claims,
    "sites": break_sites,
    "missiles": break_missiles,
    "places": break_places,
    "record": break_record,
}


def break_by_hand(folder: Path) -> list[Problem]:
    """Break every table but one; the problems are what the check has to find."""
    problems = []
    for table, edit in BREAKS.items():
        problems += change(folder / f"{table}.csv", edit)
    sources = folder / "sources.csv"
    sources.write_bytes(sources.read_text(encoding="utf-8").encode("utf-16"))
    problems.append(Problem("sources.csv", 1, "(file)", "UTF-16", "UTF-8 text (save the file"))
    (folder / "excluded.csv").write_bytes(b"")
    header = "a header row: source_id,locator,date,what,reason"
    problems.append(Problem("excluded.csv", 1, "(header)", "", header))
    return problems


def test_a_copy_broken_in_many_ways_yields_those_problems_and_no_others(folder: Path) -> None:
    broken = break_by_hand(folder)
    with pytest.raises(RecordError) as raised:
        read_record(folder)
    found = {(p.file, p.row, p.column, p.value): p.expected for p in raised.value.problems}
    assert found.keys() == {(p.file, p.row, p.column, p.value) for p in broken}
    assert len(raised.value.problems) == len(broken)
    for problem in broken:
        place = (problem.file, problem.row, problem.column, problem.value)
        assert found[place].startswith(problem.expected)


def test_one_run_of_the_command_prints_every_problem_and_fails(folder: Path) -> None:
    broken = break_by_hand(folder)
    result = check("check", folder)
    assert result.returncode == 1
    assert result.stderr == ""
    *lines, summary = result.stdout.splitlines()
    assert len(lines) == len(broken)
    assert summary == f"{len(broken)} problems in {folder}"
    for problem in broken:
        start = f"{problem.file}:{problem.row}: {problem.column}: {problem.value!r} - expected "
        assert any(line.startswith(f"{start}{problem.expected}") for line in lines)


def test_problems_come_in_the_order_of_files_and_lines(folder: Path) -> None:
    break_by_hand(folder)
    with pytest.raises(RecordError) as raised:
        read_record(folder)
    files = ["record", "launches", "claims", "sources", "places", "sites", "missiles"]
    files += ["corrections", "excluded"]
    places = [(files.index(p.file.removesuffix(".csv")), p.row) for p in raised.value.problems]
    assert places == sorted(places)


def test_the_record_as_published_is_fine_and_its_tables_are_counted() -> None:
    tables = {}
    for path in TABLES.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    counts = [row["count"] for row in tables["launches"]]
    (days,) = tables["record"]
    totals = {
        "launches": len(counts),
        "missiles fired": sum(int(count) for count in counts if count),
        "launches without a count": counts.count(""),
        "claims": len(tables["claims"]),
        "corrections": len(tables["corrections"]),
        "entries not counted as launches": len(tables["excluded"]),
        "sources": len(tables["sources"]),
        "sites": len(tables["sites"]),
        "places of impacts": len(tables["places"]),
        "types of missile": len(tables["missiles"]),
        "events around the launches": len(tables["events"]),
    }
    # A board without a clock begins in 1970.
    result = check(year="1970")
    assert result.returncode == 0, result.stdout
    first, *lines = result.stdout.splitlines()
    fine = f"The record in {TABLES} is fine, version {days['version']}, up to {days['covers_to']}:"
    assert first == fine
    assert lines == [f"  {what}: {total:,}" for what, total in totals.items()]


def test_one_problem_is_counted_as_one(folder: Path) -> None:
    found = change(folder / "record.csv", break_record)
    said = check(folder, year="2077").stdout.splitlines()
    assert said == [str(*found), f"1 problem in {folder}"]


def test_the_word_check_may_be_left_out(folder: Path) -> None:
    assert check(folder).stdout == check("check", folder).stdout


def test_a_folder_that_is_not_there_is_named_and_ends_with_status_2(tmp_path: Path) -> None:
    result = check("check", tmp_path / "nowhere")
    assert result.returncode == 2
    assert "nowhere: no such folder" in result.stderr
    assert result.stdout == ""


def test_an_empty_folder_misses_every_table(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.returncode == 1
    missing = ":1: (file): 'no such file' - expected a file that begins with"
    assert result.stdout.count(missing) == len(SCHEMAS)
    assert (
        "renamed.csv:1: (file): 'no such file' - expected a file that begins with old_id,id\n"
        in (result.stdout)
    )


def test_a_console_that_cannot_show_a_character_does_not_end_the_check(folder: Path) -> None:
    def name_it_in_korean(rows: list[list[str]]) -> None:
        rows[1][rows[0].index("kind")] = "비행장"

    change(folder / "sites.csv", name_it_in_korean)
    result = subprocess.run(
        [sys.executable, "-m", "data", folder],
        cwd=ROOT,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert result.returncode == 1
    assert b"sites.csv:2: kind: '\\ube44\\ud589\\uc7a5' - expected one of: " in result.stdout
