"""What differs between two copies of the tables, row by row, by launch."""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.column import Schema
from data.history import ADDED, REMOVED, REVISED
from data.schema import CHANGES, LAUNCHES, RECORD, RENAMED, SCHEMAS

Cells = dict[str, str]
COMPARED = tuple(each for each in SCHEMAS if each not in {RECORD, CHANGES, RENAMED})
"""Tables that say something of launches; the others say which version this is, and since when."""
LOOSER = ("locator", "missiles", "source_id", "quantity", "field")
"""Columns that may differ between what is one row before and after, the likeliest first."""
ALIKE = frozenset({"authority", "quantity", "field", "who", "source_id", "launch_id"})
"""Columns that say what a row without an id is about."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """
    A row that came, went or changed.

    `launch_id` is None for a row that is about no launch; `columns` holds, by column, what stood
    there before and after, "" where nothing did.
    """

    table: str
    change: str
    launch_id: str | None
    row: str
    columns: dict[str, tuple[str, str]]


def differences(old: Path, new: Path) -> list[RowChange]:
    """
    Rows that differ between the tables of two folders, in the order of tables and rows.

    A launch that has another id now counts as the same, by `renamed.csv` of the new folder; a
    column that only one of them has is empty in the other; a table that one lacks has no rows.
    """
    # One that was another of the old launches is not that one now: it was merged into it.
    there = {row["id"] for row in _rows(old, LAUNCHES)}
    now = {row["old_id"]: row["id"] for row in _rows(new, RENAMED) if row["id"] not in there}
    found: list[RowChange] = []
    for schema in COMPARED:
        before, after = list(_rows(old, schema, now)), list(_rows(new, schema))
        found += _by_id(schema, before, after) if schema.key else _by_launch(schema, before, after)
    return found


def _rows(folder: Path, schema: Schema, now: dict[str, str] | None = None) -> Iterator[Cells]:
    """Rows of a table, its launches by the ids they have now."""
    path = folder / schema.file
    if not path.exists():
        return
    named = [
        column.name
        for column in schema.columns
        if column.name == schema.key or "launches" in column.refers_to
    ]
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            cells = {name: cell or "" for name, cell in row.items() if name}
            renamed = {name: (now or {}).get(cells[name]) for name in named if name in cells}
            yield cells | {name: id_ for name, id_ in renamed.items() if id_}


def _by_id(schema: Schema, before: Iterable[Cells], after: Iterable[Cells]) -> Iterator[RowChange]:
    old, new = ({row["id"]: row for row in rows} for rows in (before, after))
    for id_ in dict.fromkeys((*new, *old)):
        yield from _changed(schema, old.get(id_), new.get(id_))


def _by_launch(
    schema: Schema, before: Sequence[Cells], after: Sequence[Cells]
) -> Iterator[RowChange]:
    """Pair rows without an id: first those that say what the same source says of the same."""
    left, came = _without_equals(before, after)
    # The more columns two rows share, the sooner they are taken for one.
    for dropped in range(len(LOOSER) + 1):
        key = _key(schema, set(LOOSER[:dropped]))
        waiting: defaultdict[tuple[str, ...], list[Cells]] = defaultdict(list)
        for row in left:
            waiting[key(row)].append(row)
        unpaired = []
        for row in came:
            if pair := waiting[key(row)]:
                first = pair.pop(0)
                left.remove(first)
                yield from _changed(schema, first, row)
            else:
                unpaired.append(row)
        came = unpaired
    for row in came:
        yield from _changed(schema, None, row)
    for row in left:
        yield from _changed(schema, row, None)


def _key(schema: Schema, dropped: set[str]) -> Callable[[Cells], tuple[str, ...]]:
    named = [
        name
        for name in schema.header
        if (name in ALIKE or name in LOOSER) and (name not in dropped or name == "launch_id")
    ]
    return lambda row: tuple(row.get(name, "") for name in named)


def _without_equals(
    before: Sequence[Cells], after: Sequence[Cells]
) -> tuple[list[Cells], list[Cells]]:
    """Rows that only one side has, each as often as it has it more."""

    def content(row: Cells) -> frozenset[tuple[str, str]]:
        return frozenset((name, cell) for name, cell in row.items() if cell)

    counts = Counter(map(content, before)), Counter(map(content, after))
    alone = []
    for rows, more in ((before, counts[0] - counts[1]), (after, counts[1] - counts[0])):
        kept = []
        for row in rows:
            if more[content(row)] > 0:
                more[content(row)] -= 1
                kept.append(row)
        alone.append(kept)
    return alone[0], alone[1]


def _changed(schema: Schema, old: Cells | None, new: Cells | None) -> Iterator[RowChange]:
    before, after = old or {}, new or {}
    columns = {
        name: (before.get(name, ""), after.get(name, ""))
        for name in dict.fromkeys((*schema.header, *before, *after))
        if before.get(name, "") != after.get(name, "")
    }
    if not columns:
        return
    change = ADDED if old is None else REMOVED if new is None else REVISED
    row = new or before
    id_ = row.get("id", "")
    launch_id = row.get("launch_id") or (id_ if schema.name == "launches" else None)
    about = [row.get(name, "") for name in schema.header if name in ALIKE - {"launch_id"}]
    yield RowChange(schema.name, change, launch_id, id_ or " ".join(filter(None, about)), columns)
