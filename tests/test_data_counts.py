"""The record recounted against the two databases it was read from, each difference named.

Outside figures are in `data/counts.csv`, by year: the entries of the CNS North Korea Missile
Test Database, one a missile (https://github.com/nagix/nk-missile-tests, `test.ja.json`, 339 entries
by Korean day, 1984-04 to 2026-04-19), and the rows of type "Missile Provocation" of the CSIS
database (https://github.com/stiles/north-korea-provocations, 246 of 493 rows, to 2026-08-20), both
read on 2026-11-22; `cns-nkmtd`, `nagix` and `csis` in data/sources.csv.

`count_differences.csv` lists the launches that have more or fewer missiles than CNS entries,
`csis_row_differences.csv` the CSIS rows of another type that the record uses or excludes.

Recounted is what was read from these copies: a launch after their last day, or one that was read
elsewhere, has no entry in them. So no figure here changes when a launch is added from a report.
"""

import csv
import re
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pytest

TESTS = Path(__file__).parent
DATA = TESTS.parent / "data"
CNS_READERS = {"cns-nkmtd", "nagix"}
DATABASES = CNS_READERS | {"csis"}
LAST_DAY_OF_CNS = "2026-04-19"
LAST_DAY_OF_CSIS = "2026-08-20"
KINDS_BY_REASON = {
    "not in CNS: cruise missile": "cruise",
    "not in CNS: rocket artillery": "rocket artillery",
    "not in CNS: air defence": "air defence",
    "not in CNS: air-to-ground missile": "unknown",
    "not in CNS: unidentified type": "unknown",
    "only in CSIS": "ballistic",
}


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as it is written."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


PUBLISHED = {(row["who"], row["first"]): row for row in rows(DATA / "counts.csv")}
OUTSIDE = {
    year: {
        "cns_missiles": row["missiles"],
        "csis_missile_rows": PUBLISHED["CSIS", year]["occasions"],
    }
    for (who, year), row in PUBLISHED.items()
    if who == "CNS"
}
LISTED = {row["launch_id"]: row for row in rows(TESTS / "count_differences.csv")}
OTHER_ROWS = {int(row["csis_row"]) for row in rows(TESTS / "csis_row_differences.csv")}
LAUNCHES = {row["id"]: row for row in rows(DATA / "launches.csv")}
KINDS = {row["id"]: row["kind"] for row in rows(DATA / "missiles.csv")}
CLAIMS = rows(DATA / "claims.csv")


def entries(locator: str) -> list[int]:
    """Entries of CNS that a locator names: `data[3];data[5-7]` names four."""
    spans = re.findall(r"data\[(\d+)(?:-(\d+))?\]", locator)
    return [entry for first, last in spans for entry in range(int(first), int(last or first) + 1)]


def date_of(row: dict[str, str]) -> str:
    """Date of the launch of a row, or of the entry that is excluded."""
    return LAUNCHES[row["launch_id"]]["date"] if row.get("launch_id") else row["date"]


def year_of(row: dict[str, str]) -> str:
    return date_of(row)[:4]


LOCATED = [
    row
    for row in (*CLAIMS, *rows(DATA / "corrections.csv"), *rows(DATA / "excluded.csv"))
    if date_of(row) <= (LAST_DAY_OF_CSIS if row["source_id"] == "csis" else LAST_DAY_OF_CNS)
]
READ_FROM_DATABASES = {claim["launch_id"] for claim in CLAIMS if claim["source_id"] in DATABASES}
RECOUNTED = {
    launch: row
    for launch, row in LAUNCHES.items()
    if launch in READ_FROM_DATABASES and row["date"] <= LAST_DAY_OF_CNS
}


def counted_entries() -> dict[str, list[int]]:
    """CNS entries of each launch: those that its number of missiles in CNS was counted from."""
    found: dict[str, list[int]] = {launch: [] for launch in RECOUNTED}
    for claim in CLAIMS:
        of_cns = (claim["authority"], claim["quantity"]) == ("CNS", "count")
        if of_cns and claim["launch_id"] in found:
            found[claim["launch_id"]] += entries(claim["locator"])
    # Two claims on the count from one entry, such as "one or two", are about the same missile.
    return {launch: sorted(set(named)) for launch, named in found.items()}


def csis_rows() -> dict[int, str]:
    """CSIS rows that the record uses or excludes, each with its year; without a date, ``""``."""
    return {
        int(number): year_of(row)
        for row in LOCATED
        if row["source_id"] == "csis"
        for number in re.findall(r"row (\d+)", row["locator"])
    }


def missiles(launch: str) -> int:
    """Missiles of a launch; where that is not settled, the least that anyone gives, or one."""
    stated = [
        float(claim["low"])
        for claim in CLAIMS
        if (claim["launch_id"], claim["quantity"], claim["missiles"]) == (launch, "count", "")
        and claim["qualifier"] != "at_most"
    ]
    return int(LAUNCHES[launch]["count"] or min(stated, default=1))


class Year(NamedTuple):
    """A year recounted: what the record has, what the databases have, and why they differ."""

    missiles: int
    cns_missiles: int
    differences: Counter[str]
    csis_rows: int
    csis_missile_rows: int
    csis_other_rows: int


def recount() -> dict[str, Year]:
    """Table of the years, the differences from CNS as missiles by their reason."""
    by_year: dict[str, Year] = {}
    used = csis_rows()
    for year, outside in OUTSIDE.items():
        fired = sum(missiles(id_) for id_, row in RECOUNTED.items() if row["date"][:4] == year)
        differences: Counter[str] = Counter()
        for row in LISTED.values():
            if year_of(row) == year:
                differences[row["reason"]] += int(row["ours"]) - int(row["cns"])
        ours = {row for row, used_in in used.items() if used_in == year}
        by_year[year] = Year(
            fired,
            int(outside["cns_missiles"]),
            differences,
            len(ours),
            int(outside["csis_missile_rows"]),
            len(ours & OTHER_ROWS),
        )
    return by_year


RECOUNT = recount()
LAST_ENTRIES = dict(
    zip(RECOUNT, accumulate(year.cns_missiles for year in RECOUNT.values()), strict=True)
)


def test_january_2022_has_the_launches_of_the_seven_days_that_csis_has() -> None:
    # Rows 186 to 192 of `csis` in data/sources.csv: its seven entries of that month.
    assert csis_rows().keys() >= set(range(186, 193))
    read = [row["date"] for row in RECOUNTED.values() if row["date"].startswith("2022-01-")]
    assert sorted(read) == [f"2022-01-{day}" for day in ("05", "11", "14", "17", "25", "27", "30")]


def test_every_launch_read_from_a_database_is_of_a_year_that_is_recounted() -> None:
    assert {row["date"][:4] for row in RECOUNTED.values()} <= OUTSIDE.keys()


def test_outside_figures_are_whole() -> None:
    assert sum(year.cns_missiles for year in RECOUNT.values()) == 339
    assert sum(year.csis_missile_rows for year in RECOUNT.values()) == 246


@pytest.mark.parametrize("year", RECOUNT)
def test_year_accounts_for_the_entries_that_cns_has_in_it(year: str) -> None:
    """CNS is in the order of days: a launch put into another year than its entries fails here."""
    named = {
        entry
        for row in LOCATED
        if row["source_id"] in CNS_READERS and year_of(row) == year
        for entry in entries(row["locator"])
    }
    last = LAST_ENTRIES[year]
    assert named == set(range(last - RECOUNT[year].cns_missiles, last))


def test_every_entry_of_cns_is_a_missile_of_one_launch_and_no_more() -> None:
    counted = [entry for named in counted_entries().values() for entry in named]
    assert sorted(counted) == list(range(339))


def test_launches_that_differ_from_cns_are_listed_and_no_others() -> None:
    ours = {launch: missiles(launch) for launch in RECOUNTED}
    cns = {launch: len(named) for launch, named in counted_entries().items()}
    differing = {
        launch: (ours[launch], cns[launch]) for launch in ours if ours[launch] != cns[launch]
    }
    assert differing == {
        launch: (int(row["ours"]), int(row["cns"])) for launch, row in LISTED.items()
    }


@pytest.mark.parametrize("year", RECOUNT)
def test_year_differs_from_cns_by_what_is_listed(year: str) -> None:
    recounted = RECOUNT[year]
    assert recounted.missiles - recounted.cns_missiles == recounted.differences.total()


@pytest.mark.parametrize("launch_id", LISTED)
def test_reason_of_a_difference_is_true_of_the_launch(launch_id: str) -> None:
    reason, launch = LISTED[launch_id]["reason"], LAUNCHES[launch_id]
    own = [claim for claim in CLAIMS if claim["launch_id"] == launch_id]
    in_cns = any(claim["source_id"] in CNS_READERS for claim in own)
    if reason.startswith("count differs: "):
        assert 0 < len(counted_entries()[launch_id]) < missiles(launch_id)
    elif reason == "in CNS as text without an entry":
        assert in_cns
    else:
        assert not in_cns
        assert KINDS_BY_REASON[reason] == KINDS[launch["missile_id"]]


@pytest.mark.parametrize("year", RECOUNT)
def test_year_has_every_missile_row_of_csis_and_those_listed(year: str) -> None:
    recounted = RECOUNT[year]
    assert recounted.csis_rows == recounted.csis_missile_rows + recounted.csis_other_rows


def test_csis_rows_listed_as_of_another_type_are_used_or_excluded() -> None:
    assert csis_rows().keys() >= OTHER_ROWS
