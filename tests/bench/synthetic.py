"""A record of many made-up launches, to see how speed grows; shown to nobody as fact."""

import csv
import itertools
import shutil
from pathlib import Path

from dashboard.flights.atlas import build_atlases
from dashboard.flights.plan import BEST
from data.record import TABLES, read_record


def write_record(folder: Path, flights: int) -> Path:
    """Write a record of that many flights: those of the real one repeated under new ids."""
    record = folder / f"synthetic-{flights}"
    shutil.copytree(TABLES, record, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    drawn = build_atlases(read_record(TABLES))[BEST].flights
    singles = [launch_id for launch_id, tracks in drawn.items() if len(tracks) == 1]
    launches = {row["id"]: row for row in _rows(record / "launches.csv")}
    claims: dict[str, list[dict[str, str]]] = {}
    for row in _rows(record / "claims.csv"):
        claims.setdefault(row["launch_id"], []).append(row)
    numbers: dict[str, int] = {}
    new_launches, new_claims = [], []
    for original in itertools.islice(itertools.cycle(singles), flights):
        date = launches[original]["date"]
        numbers[date] = numbers.get(date, 0) + 1
        new_id = f"{date}-{numbers[date]}"
        new_launches.append({**launches[original], "id": new_id})
        new_claims += [{**claim, "launch_id": new_id} for claim in claims[original]]
    _write(record / "launches.csv", new_launches)
    _write(record / "claims.csv", new_claims)
    (record / "corrections.csv").write_text(
        (record / "corrections.csv").read_text(encoding="utf-8").splitlines()[0] + "\n",
        encoding="utf-8",
    )
    return record


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
