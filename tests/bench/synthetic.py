"""A record of many made-up launches, to see how speed grows; shown to nobody as fact."""

import csv
import itertools
import random
import shutil
from pathlib import Path

from dashboard.flights.atlas import build_atlases
from dashboard.flights.plan import BEST
from data.record import TABLES, read_record

EMPTIED = ("changes", "corrections", "estimates", "platforms", "renamed")
"""Tables that name launches of the real record."""
FARTHER, TURNED_DEG = 0.1, 6
"""How far figures of a copy are from those of its model, so that no two flights are the same."""
ENDS = ("low", "high")
Row = dict[str, str]


def write_record(folder: Path, flights: int) -> Path:
    """Write a record of so many flights: those of the real one, a little changed, with new ids."""
    record = folder / f"synthetic-{flights}"
    shutil.copytree(TABLES, record, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    drawn = build_atlases(read_record(TABLES))[BEST].flights
    singles = [launch_id for launch_id, tracks in drawn.items() if len(tracks) == 1]
    launches = {row["id"]: row for row in _rows(record / "launches.csv")}
    claims: dict[str, list[Row]] = {}
    chance = random.Random(flights)  # noqa: S311 - the same record each time
    for row in _rows(record / "claims.csv"):
        claims.setdefault(row["launch_id"], []).append(row)
    numbers: dict[str, int] = {}
    new_launches, new_claims = [], []
    for original in itertools.islice(itertools.cycle(singles), flights):
        date = launches[original]["date"]
        numbers[date] = numbers.get(date, 0) + 1
        new_id = f"{date}-{numbers[date]}"
        new_launches.append({**launches[original], "id": new_id})
        factor = 1 + chance.uniform(-FARTHER, FARTHER)
        turn_deg = chance.uniform(-TURNED_DEG, TURNED_DEG)
        new_claims += [
            {**_changed(claim, factor, turn_deg), "launch_id": new_id} for claim in claims[original]
        ]
    _write(record / "launches.csv", new_launches)
    _write(record / "claims.csv", new_claims)
    for name in EMPTIED:
        table = record / f"{name}.csv"
        head = table.read_text(encoding="utf-8").partition("\n")[0]
        table.write_text(head + "\n", encoding="utf-8")
    return record


def _changed(claim: Row, factor: float, turn_deg: float) -> Row:
    """Claim with other figures; what bounds a place or a time stays."""
    if claim["quantity"] in {"range_km", "apogee_km"}:
        return claim | {end: f"{factor * float(claim[end]):.0f}" for end in ENDS if claim[end]}
    if claim["quantity"] == "azimuth_deg":
        # No figure is 90, which one source writes where it knows none.
        turned = {end: f"{(float(claim[end]) + turn_deg) % 360:.1f}5" for end in ENDS if claim[end]}
        return claim | turned
    return claim


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
