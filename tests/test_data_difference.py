"""What differs between two copies of the tables, and how a release joins the history."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.difference import RowChange, differences
from data.history import VersionChange, since
from data.problem import RecordError
from data.record import TABLES, read_record
from data.release import changes_of, release, said

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "tables"


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a small record."""
    return shutil.copytree(TINY, tmp_path / "old"), shutil.copytree(TINY, tmp_path / "new")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def test_equal_copies_do_not_differ_whatever_the_order_of_rows_and_columns(
    copies: tuple[Path, Path],
) -> None:
    old, new = copies
    for name in ("claims", "launches"):
        path = new / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([row[::-1] for row in (rows[0], *rows[:0:-1])])
    assert differences(old, new) == []


def test_a_cell_that_changed_is_named_by_launch_column_old_and_new(
    copies: tuple[Path, Path],
) -> None:
    old, new = copies
    replace(new / "launches.csv", "confirmed", "disputed")
    (found,) = differences(old, new)
    assert (found.table, found.change, found.launch_id) == ("launches", "revised", found.row)
    assert found.columns == {"status": ("confirmed", "disputed")}


def test_a_claim_that_changed_is_one_change_and_not_two(copies: tuple[Path, Path]) -> None:
    old, new = copies
    line = next(line for line in lines(new / "claims.csv") if ",range_km,700,700," in line)
    replace(new / "claims.csv", line, line.replace("700,700", "710,710"))
    (found,) = differences(old, new)
    assert (found.table, found.change, found.launch_id) == ("claims", "revised", "2022-01-05-1")
    assert found.columns == {"low": ("700", "710"), "high": ("700", "710")}


def test_rows_that_came_and_went_are_whole(copies: tuple[Path, Path]) -> None:
    old, new = copies
    (new / "claims.csv").write_text("".join(lines(new / "claims.csv")[:-1]), encoding="utf-8")
    (gone,) = differences(old, new)
    (came,) = differences(new, old)
    assert (gone.change, came.change) == ("removed", "added")
    assert gone.columns["authority"] == came.columns["authority"][::-1]


def test_a_launch_with_another_id_is_the_same_launch(copies: tuple[Path, Path]) -> None:
    old, new = copies
    for table in ("launches", "claims"):
        path = old / f"{table}.csv"
        path.write_text(path.read_text("utf-8").replace("2022-01-25-1", "2022-01-24-1"), "utf-8")
    assert differences(old, new) == []


def test_a_table_that_one_copy_lacks_has_no_rows(copies: tuple[Path, Path]) -> None:
    old, new = copies
    (old / "estimates.csv").unlink()
    assert {(row.table, row.change) for row in differences(old, new)} == {("estimates", "added")}


def test_differences_are_told_by_launch() -> None:
    columns = {"status": ("claimed", "confirmed")}
    row = RowChange("launches", "revised", "2022-01-05-1", "2022-01-05-1", columns)
    assert list(said([row])) == [
        "2022-01-05-1",
        "  launches.csv: 2022-01-05-1: revised",
        "    status: 'claimed' -> 'confirmed'",
    ]


def test_the_command_prints_what_differs(copies: tuple[Path, Path]) -> None:
    old, new = copies
    replace(new / "launches.csv", "confirmed", "disputed")
    run = [sys.executable, "-m", "data", "diff", old, new]
    result = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "    status: 'confirmed' -> 'disputed'\n" in result.stdout


def test_a_release_appends_a_row_a_launch_and_leaves_a_record_that_is_fine(
    copies: tuple[Path, Path],
) -> None:
    old, new = copies
    replace(new / "launches.csv", "confirmed", "disputed")
    replace(new / "sources.csv", "CSIS", "CSIS Beyond Parallel")
    with pytest.raises(ValueError, match="expected a later day"):
        release(old, new, "Because.")
    replace(new / "record.csv", "2022-02-01", "2022-02-02")
    before = (new / "changes.csv").read_bytes()
    made = release(old, new, "Read again.")
    assert [(each.launch_id is None, each.change, each.what) for each in made] == [
        (True, "revised", ("sources",)),
        (False, "revised", ("status",)),
    ]
    assert (new / "changes.csv").read_bytes().startswith(before)
    assert read_record(new).changes[-2:] == tuple(made)
    with pytest.raises(ValueError, match="with no rows in changes"):
        release(old, new, "Again.")


def test_a_release_takes_an_old_copy_that_a_younger_rule_refuses(
    copies: tuple[Path, Path],
) -> None:
    old, new = copies
    replace(old / "launches.csv", "2022-01-04T23:10Z", "")
    replace(new / "record.csv", "2022-02-01", "2022-02-02")
    with pytest.raises(ValueError, match="launch_time"):
        read_record(old)
    (change,) = release(old, new, "By a new rule.")
    assert (change.launch_id, change.what) == ("2022-01-05-1", ("time_utc",))


def test_a_launch_that_came_is_added_and_not_revised() -> None:
    rows = [
        RowChange("launches", "added", "a", "a", {"id": ("", "a")}),
        RowChange("claims", "added", "a", "JCS", {"low": ("", "1")}),
        RowChange("claims", "revised", "b", "JCS", {"low": ("2", "1")}),
    ]
    assert [(each.launch_id, each.change, each.what) for each in changes_of(rows, "v", "r")] == [
        ("a", "added", ()),
        ("b", "revised", ("claims",)),
    ]


def test_since_when_a_launch_is_as_it_is() -> None:
    changes = [
        VersionChange("2022-01-01", None, "added", (), "First."),
        VersionChange("2022-02-01", "a", "revised", ("claims",), "."),
        VersionChange("2022-03-01", "b", "added", (), "."),
        VersionChange("2022-04-01", "b", "revised", ("status", "claims"), "."),
    ]
    assert since(changes, "a", "status") == "2022-01-01"
    assert since(changes, "b", "status") == "2022-04-01"
    assert since(changes, "b", "note") == "2022-03-01"
    assert since([], "a", "status") is None


def test_the_history_of_the_record_is_that_of_its_launches() -> None:
    record = read_record(TABLES)
    added = {each.launch_id for each in record.changes if each.change == "added"} - {None}
    removed = {each.launch_id for each in record.changes if each.change == "removed"}
    first = next(each for each in record.changes if each.launch_id is None)
    assert first.reason.split(": ")[1].startswith("291 launches")
    newest = max(each.version for each in record.changes)
    unreleased = len(record.launches) - 291 - len(added) + len(removed)
    assert unreleased == 0 or newest < record.version


BROKEN = {
    ("changes", "2022-01-25-1", "2022-01-26-1"): "changes.csv:3: launch_id: '2022-01-26-1'",
    ("changes", "2022-01-25-1,added", "2022-01-25-1,removed"): "expected a launch that is gone",
    ("changes", "2022-02-01,", "2022-02-02,"): "expected a day up to 2022-02-01, the version in",
    ("changes", "added,,It", "revised,,It"): "expected what was revised, not an empty cell",
    ("changes", "added,,It", "revised,colour,It"): "expected columns of launches.csv, or tables, n",
    ("changes", "added,,It", "added,note,It"): "expected an empty cell: all of it was added",
}


@pytest.mark.parametrize("case", BROKEN)
def test_history_that_cannot_be_is_refused(
    copies: tuple[Path, Path], case: tuple[str, ...]
) -> None:
    _, new = copies
    table, old, broken = case
    replace(new / f"{table}.csv", old, broken)
    with pytest.raises(RecordError) as raised:
        read_record(new)
    (problem,) = raised.value.problems
    assert BROKEN[case] in str(problem)
