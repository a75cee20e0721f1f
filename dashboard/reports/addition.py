"""Rows that are to join the record: the tables with them, the check of those, and a patch."""

import csv
import datetime as dt
import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.korean_day import day_span
from data.launch_time import best_known, stated_times, utc_cell
from data.model import Record
from data.reading.rows import Rows
from data.record import read_record
from data.schema import CLAIMS, LAUNCHES, RECORD, SCHEMAS, SOURCES

_CONTEXT = 3
"""Lines that a patch shows before what it changes."""


@dataclass(frozen=True)
class Addition:
    """Rows for the record, and each table that they change, before and after, by its file."""

    rows: Rows
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]

    @property
    def launch_ids(self) -> list[str]:
        """Launches that get a row or a claim."""
        ids = [row["id"] for row in self.rows.launches]
        return list(dict.fromkeys((*ids, *(row["launch_id"] for row in self.rows.claims))))


def make_addition(folder: Path, rows: Rows, today: dt.date) -> Addition:
    """
    Append rows to the tables of a folder, in memory.

    A time that a claim gives a launch joins its row. The day of the record's last change becomes
    `today`; a launch after the last day that it covers moves that day.
    """
    tables = ((SOURCES, rows.sources), (LAUNCHES, rows.launches), (CLAIMS, rows.claims))
    before = {schema.file: (folder / schema.file).read_bytes() for schema, _ in tables}
    after = {schema.file: _appended(before[schema.file], new) for schema, new in tables}
    after[LAUNCHES.file] = _timed(after[LAUNCHES.file], after[CLAIMS.file], rows)
    if rows.claims:
        before[RECORD.file] = (folder / RECORD.file).read_bytes()
        after[RECORD.file] = _dated(before[RECORD.file], rows, today)
    changed = [name for name in after if after[name] != before[name]]
    return Addition(
        rows, {name: before[name] for name in changed}, {name: after[name] for name in changed}
    )


def checked(folder: Path, addition: Addition) -> Record:
    """
    Read the record as it would be.

    Raises
    ------
    RecordError
        With everything that would be wrong with it.
    """
    with tempfile.TemporaryDirectory() as copy:
        for schema in SCHEMAS:
            if schema.file in addition.after:
                (Path(copy) / schema.file).write_bytes(addition.after[schema.file])
            elif (folder / schema.file).exists():
                shutil.copy(folder / schema.file, copy)
        return read_record(Path(copy))


def patch(addition: Addition) -> str:
    """Unified diff of the tables, to be applied at the root of the project."""
    return "".join(
        f"--- a/data/{name}\n+++ b/data/{name}\n{''.join(_hunk(addition, name))}"
        for name in sorted(addition.after)
    )


def _hunk(addition: Addition, name: str) -> Iterator[str]:
    """Change of one file: what is equal at its start is left out, but for the last lines of it."""
    old = addition.before[name].decode("utf-8").splitlines(keepends=True)
    new = addition.after[name].decode("utf-8").splitlines(keepends=True)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    first = max(0, same - _CONTEXT)
    yield f"@@ -{first + 1},{len(old) - first} +{first + 1},{len(new) - first} @@\n"
    for sign, lines in ((" ", old[first:same]), ("-", old[same:]), ("+", new[same:])):
        for line in lines:
            yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{_NO_NEWLINE}\n"


_NO_NEWLINE = r"\ No newline at end of file"


def _appended(content: bytes, new: Sequence[Mapping[str, str]]) -> bytes:
    """Table with rows after its last one, in the order of its own columns."""
    if not new:
        return content
    ending = "\r\n" if b"\r\n" in content else "\n"
    header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, header, restval="", extrasaction="ignore", lineterminator=ending)
    writer.writerows(new)
    gap = b"" if content.endswith(b"\n") else ending.encode()
    return content + gap + out.getvalue().encode()


def _timed(launches: bytes, claims: bytes, rows: Rows) -> bytes:
    """Table of launches in which those of new times have the time that all claims come to."""
    timed = {row["launch_id"] for row in rows.claims if row["quantity"] == "launch_time"}
    if not timed:
        return launches
    times = stated_times(csv.DictReader(io.StringIO(claims.decode("utf-8-sig"))))
    lines = launches.decode("utf-8").splitlines(keepends=True)
    header = next(csv.reader([lines[0].removeprefix("\ufeff")]))
    id_, date, time = (header.index(name) for name in ("id", "date", "time_utc"))
    for number, line in enumerate(lines):
        cells = next(csv.reader([line]), [])
        if len(cells) == len(header) and cells[id_] in timed:
            cells[time] = utc_cell(best_known(times.get(cells[id_], ()), cells[date]))
            out = io.StringIO()
            csv.writer(out, lineterminator="").writerow(cells)
            lines[number] = out.getvalue() + line[len(line.rstrip("\r\n")) :]
    return "".join(lines).encode()


def _dated(content: bytes, rows: Rows, today: dt.date) -> bytes:
    """Table that says when the record was changed and up to which day it was read."""
    text = content.decode("utf-8-sig")
    ending = "\r\n" if "\r\n" in text else "\n"
    (known, *_) = csv.DictReader(io.StringIO(text))
    spans = [span for row in rows.launches if (span := day_span(row["date"]))]
    covers_to = max([known["covers_to"], *(span[0].isoformat() for span in spans)])
    version = max(known["version"], today.isoformat(), covers_to)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(known), lineterminator=ending)
    writer.writeheader()
    writer.writerow(known | {"version": version, "covers_to": covers_to})
    return out.getvalue().encode()
