"""Rows that are to join the record: the tables with them, the check of those, and a patch."""

import csv
import datetime as dt
import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from data.korean_day import day_span
from data.launch_time import best_known, stated_times, utc_cell
from data.model import DATABASES, Record
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

    What claims change about a launch joins its row: its time, and that a database is no longer all
    that reports it. The day of the record's last change becomes `today`; a launch after the last
    day that it covers moves that day.
    """
    tables = ((SOURCES, rows.sources), (LAUNCHES, rows.launches), (CLAIMS, rows.claims))
    before = {schema.file: (folder / schema.file).read_bytes() for schema, _ in tables}
    after = {schema.file: _appended(before[schema.file], new) for schema, new in tables}
    after[LAUNCHES.file] = _renewed(after[LAUNCHES.file], after[CLAIMS.file], rows)
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


@dataclass(frozen=True)
class Separation:
    """
    Rows that join the tables as they are, and the rest.

    `rest` are claims that change launches of the record; `lines` are those of `launches.csv` as
    they would be.
    """

    rows: Rows
    rest: Sequence[Mapping[str, str]] = ()
    lines: Sequence[str] = ()


def separate(folder: Path, rows: Rows) -> Separation:
    """Set aside the claims that cannot be appended alone: the row of their launch changes."""
    lines = _renewals(folder, rows)
    aside = [row for row in rows.claims if row["launch_id"] in lines]
    timed = [row for row in aside if row["quantity"] == "launch_time"]
    # Where all is well without the new times, the other claims stay.
    for rest in (timed, aside):
        claims = [row for row in rows.claims if row not in rest]
        cited = {row["source_id"] for row in claims}
        sources = [row for row in rows.sources if row["id"] in cited]
        kept = replace(rows, sources=sources, claims=claims)
        if not _renewals(folder, kept):
            break
    return Separation(kept, rest, list(lines.values()))


def _renewals(folder: Path, rows: Rows) -> dict[str, str]:
    """Lines of `launches.csv` that change with rows, by the id of the launch."""
    claims = _appended((folder / CLAIMS.file).read_bytes(), rows.claims)
    before = (folder / LAUNCHES.file).read_bytes()
    old, new = (_lines(side.decode("utf-8")) for side in (before, _renewed(before, claims, rows)))
    place = next(csv.reader([old[0].removeprefix("\ufeff")])).index("id")
    changed = (line for line, known in zip(new, old, strict=True) if line != known)
    return {next(csv.reader([line]))[place]: line.rstrip("\r\n") for line in changed}


def patch(addition: Addition) -> str:
    """Unified diff of the tables, to be applied at the root of the project."""
    return "".join(
        f"--- a/data/{name}\n+++ b/data/{name}\n{''.join(_hunks(addition, name))}"
        for name in sorted(addition.after)
    )


def _hunks(addition: Addition, name: str) -> Iterator[str]:
    """Change of one file, as `git apply` reads it."""
    old, new = (_lines(side[name].decode("utf-8")) for side in (addition.before, addition.after))
    # The first two lines name the files, which stand above.
    for line in islice(unified_diff(old, new, n=_CONTEXT), 2, None):
        yield line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}\n"


_NO_NEWLINE = r"\ No newline at end of file"


def _lines(text: str) -> list[str]:
    """Lines as git counts them: what else ends a line for Python is a letter of it."""
    return list(io.StringIO(text, newline="\n"))


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


def _renewed(launches: bytes, claims: bytes, rows: Rows) -> bytes:
    """Table of launches in which those of new claims are what all claims come to."""
    timed = {row["launch_id"] for row in rows.claims if row["quantity"] == "launch_time"}
    outside = {row["launch_id"] for row in rows.claims if row["source_id"] not in DATABASES}
    text = claims.decode("utf-8-sig") if timed else ""
    times = stated_times(csv.DictReader(io.StringIO(text)))
    lines = _lines(launches.decode("utf-8"))
    header = next(csv.reader([lines[0].removeprefix("\ufeff")]))
    for number, line in enumerate(lines):
        cells = next(csv.reader([line]), [])
        if len(cells) != len(header):
            continue
        row = dict(zip(header, cells, strict=True))
        new = {}
        if row["id"] in timed:
            new["time_utc"] = utc_cell(best_known(times.get(row["id"], ()), row["date"]))
        if row["id"] in outside and row.get("corroboration") == "single source":
            new["corroboration"] = "corroborated"
        if new:
            out = io.StringIO()
            csv.writer(out, lineterminator="").writerow((row | new).values())
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
