"""The history of the record: what a release did to each launch joins `changes.csv`."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from data.change import make
from data.difference import Cells, RowChange, differences
from data.history import ADDED, REMOVED, REVISED, VersionChange
from data.record import read_record
from data.schema import CHANGES, LAUNCHES, RECORD
from data.tables import read_tables


def changes_of(found: Iterable[RowChange], version: str, reason: str) -> list[VersionChange]:
    """What a version did, a row a launch; rows that are about no launch are one for the record."""
    by_launch: dict[str | None, list[RowChange]] = {}
    for row in found:
        by_launch.setdefault(row.launch_id, []).append(row)
    changes = []
    for launch_id, rows in by_launch.items():
        own = next((row for row in rows if row.table == LAUNCHES.name), None)
        change = own.change if own and launch_id else REVISED
        what: dict[str, None] = {}
        for row in rows if change == REVISED else ():
            what |= dict.fromkeys(row.columns if row is own else (row.table,))
        changes.append(VersionChange(version, launch_id, change, tuple(what), reason))
    return sorted(changes, key=lambda each: each.launch_id or "")


def release(old: Path, new: Path, reason: str) -> list[VersionChange]:
    """
    Append to `changes.csv` of a folder what its record did to that of another.

    Raises
    ------
    RecordError
        If the new record has errors; a rule may be younger than the old one.
    ValueError
        If the version is not a later one, or has its rows already.
    """
    before, record = _version_of(old), read_record(new)
    version = record.version
    if version <= before or any(each.version == version for each in record.changes):
        message = (
            f"record.csv: version: {version} - expected a later day than that of {old} "
            f"({before}), with no rows in changes.csv yet"
        )
        raise ValueError(message)
    changes = changes_of(differences(old, new), version, reason)
    content = (new / CHANGES.file).read_bytes()
    start = content if content.endswith(b"\n") else content + b"\n"
    after = start + written(changes).encode()
    make(new, {CHANGES.file: content}, {CHANGES.file: after})
    return changes


def _version_of(folder: Path) -> str:
    """Version of a record, whatever else is wrong with it; empty where it has none."""
    rows = read_tables(folder)[RECORD.name].rows
    return next((row.values["version"] or "" for row in rows), "")


def written(changes: Iterable[VersionChange]) -> str:
    """Rows of `changes.csv`."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, CHANGES.header, lineterminator="\n")
    writer.writerows(_cells(each) for each in changes)
    return text.getvalue()


def _cells(change: VersionChange) -> Cells:
    return {
        "version": change.version,
        "launch_id": change.launch_id or "",
        "change": change.change,
        "what": ";".join(change.what),
        "reason": change.reason,
    }


def said(found: Iterable[RowChange]) -> Iterable[str]:
    """Differences as lines, those of a launch under its id, the others under their table."""
    by_launch: dict[str, list[RowChange]] = {}
    for row in found:
        by_launch.setdefault(row.launch_id or "", []).append(row)
    for launch_id in sorted(by_launch):
        yield launch_id or "(no launch)"
        for row in by_launch[launch_id]:
            yield f"  {row.table}.csv: {row.row}: {row.change}"
            for column, (old, new) in row.columns.items():
                if row.change == ADDED:
                    yield f"    {column}: {new!r}"
                elif row.change == REMOVED:
                    yield f"    {column}: {old!r}"
                else:
                    yield f"    {column}: {old!r} -> {new!r}"
