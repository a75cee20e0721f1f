"""Whoever follows "Add a launch" of data/README.md to the letter leaves a record that is fine.

The rows are those of its code block, as they stand there; the other launches are that one with
another day, type or statement, as a maintainer would write it.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.record import TABLES, read_record
from unchanged import contents

ROOT = Path(__file__).parents[1]
README = TABLES / "README.md"
RECORD_TESTS = (
    *(f"tests/test_data_{name}.py" for name in ("counts", "impact_place", "rows")),
    *(
        f"tests/test_dashboard_{name}.py"
        for name in ("caption", "citation", "disagreement", "export_csv", "figures")
    ),
    *(f"tests/test_dashboard_{name}.py" for name in ("payload", "plans", "reality")),
    *("tests/test_project_files.py", "tests/test_readme.py"),
    *("--deselect", "tests/test_readme.py::test_every_address_that_the_readme_names_answers"),
    # Commands write files of what is selected: what a launch more could change is in these already.
    *("--deselect", "tests/test_readme.py::test_a_command_of_the_dashboard_writes_what_it_says"),
    "tests/test_dashboard_export.py::test_file_says_its_version_its_link_and_whom_to_credit",
    "tests/test_dashboard_page.py::test_whole_record_has_a_link_of_its_own_on_the_page",
    "tests/test_picture_looks.py::test_picture_looks_as_the_approved_one[to-2021-slide-en]",
)
"""Those that look at the whole record and need no server. With every test that needs none, run once
with these launches, no other test failed that does not fail without them."""

Recipe = dict[str, str]


def recipe() -> Recipe:
    """Rows of the example by table, in the order in which the steps name the tables."""
    section = README.read_text("utf-8").split("\n## 8. Add a launch\n")[1].split("\n## ")[0]
    (block,) = re.findall(r"^```\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    tables = re.findall(r"`data/(\w+)\.csv`", section)
    return dict(zip(tables, block.strip().split("\n\n"), strict=True))


def another(
    id_: str,
    utc_day: str,
    *claims: str,
    missile: str = "srbm-unidentified",
    site: str = "wonsan-area",
) -> Recipe:
    """Make another launch of the example: its id, the day in UTC, what else is stated of it."""
    day = id_.rpartition("-")[0]
    written = {
        table: rows.replace("2026-12-01-1", id_)
        .replace("2026-12-01", day)
        .replace("2026-11-30T", f"{utc_day}T")
        .replace("srbm-unidentified", missile)
        .replace("wonsan-area", site)
        for table, rows in recipe().items()
    }
    # Whatever the day of the launch, its report is opened when the launch is added.
    opened = max(day, "2026-12-01")
    written["sources"] = written["sources"].replace(f",{day},{day},", f",{day},{opened},")
    written["claims"] += "".join(f"\n{id_},,{claim},exact,,example-{day}," for claim in claims)
    return written


VARIANTS = {
    "as it stands": recipe(),
    "over Japan": another(
        *("2026-12-02-1", "2026-12-01", "Japan MOD,azimuth_deg,80,80,deg,"),
        *("Japan MOD,apogee_km,900,900,km,", "Japan MOD,range_km,4600,4600,km,"),
        missile="hwasong-12",
    ),
    "with a stated impact place": another(
        *("2026-12-03-1", "2026-12-02", "Japan MOD,impact_place,,,,200 km west of Oshima-Oshima"),
        missile="hwasong-17",
    ),
    "in a new year": another("2027-01-05-1", "2027-01-04"),
    "of a new type from a new site": another(
        *("2026-12-05-1", "2026-12-04", "JCS,apogee_km,60,60,km,"),
        missile="example-26",
        site="example-field",
    )
    | {
        "missiles": "example-26,Example-26,,SRBM,ballistic,road",
        "sites": "example-field,Example Field,,,Example,39.9,127.1,10,field,",
    },
    "of a day long covered": another("2015-12-01-1", "2015-11-30"),
}


def add(folder: Path, rows: Recipe, left_out: str | None = None) -> None:
    """Append the rows of a launch to the tables in a folder, and set the days of the record."""
    id_ = rows["launches"].split(",")[0]
    day = id_.rpartition("-")[0]
    launches = (folder / "launches.csv").read_text("utf-8")
    numbers = [int(number) for number in re.findall(rf"^{day}-(\d+),", launches, re.MULTILINE)]
    next_free = f"{day}-{max(numbers, default=0) + 1}"
    for table, text in rows.items():
        path = folder / f"{table}.csv"
        content = path.read_text("utf-8")
        if table == left_out:
            continue
        if table == "record":
            header, days = content.splitlines()
            # A launch of long ago makes the record cover no less.
            latest = (max(pair) for pair in zip(days.split(","), text.split(","), strict=True))
            path.write_text(f"{header}\n{','.join(latest)}\n", "utf-8")
        else:
            path.write_text(f"{content}{text.replace(id_, next_free)}\n", "utf-8")


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the check as a maintainer does."""
    command = [sys.executable, "-m", "data", "check", folder]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the real tables, to be added to."""
    for table in TABLES.glob("*.csv"):
        shutil.copy(table, tmp_path)
    return tmp_path


def test_the_steps_name_the_tables_of_the_example_in_its_order() -> None:
    assert list(recipe()) == ["sources", "launches", "claims", "record"]


@pytest.mark.parametrize("name", VARIANTS)
def test_the_record_is_fine_with_the_launch_and_has_it_whole(folder: Path, name: str) -> None:
    rows, before = VARIANTS[name], read_record()
    add(folder, rows)
    result = check(folder)
    assert result.returncode == 0, result.stdout
    after = read_record(folder)
    (launch,) = set(after.launches) - set(before.launches)
    assert launch.date == rows["launches"].split(",")[1]
    assert len(launch.claims) == len(rows["claims"].splitlines())
    assert len(after.sources) == len(before.sources) + 1
    assert f"  launches: {len(before.launches) + 1}\n" in result.stdout


LAST_DAY = "2099-12-31"
"""No record covers it yet, and the check takes it for a date, whatever the day today."""


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("sources", f"source_id: 'example-{LAST_DAY}' - expected an id in sources.csv"),
        ("launches", f"launch_id: '{LAST_DAY}-1' - expected an id in launches.csv"),
        ("claims", f"id: '{LAST_DAY}-1' - expected at least one row in claims.csv"),
        ("record", f"date: '{LAST_DAY}' - expected a day up to "),
    ],
)
def test_a_step_that_is_left_out_is_told_of(folder: Path, table: str, problem: str) -> None:
    add(folder, another(f"{LAST_DAY}-1", "2099-12-30"), left_out=table)
    result = check(folder)
    assert result.returncode == 1
    assert problem in result.stdout


def test_the_tests_of_the_record_pass_with_all_of_these_launches(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for path in contents():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tree / path)
    for rows in VARIANTS.values():
        add(tree / "data", rows)
    for command in ("data", "dashboard"):
        checked = subprocess.run(
            [sys.executable, "-m", command, "check"],
            cwd=tree,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert checked.returncode == 0, checked.stdout
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *RECORD_TESTS],
        cwd=tree,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout[-3000:]
