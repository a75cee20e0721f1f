"""The tables as they were read, and what their cells hold."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from data.column import Column, Schema
from data.schema import SCHEMAS

Tables = Mapping[str, bytes]
"""Content of each table by the name of its file."""


def tables_of(folder: Path) -> dict[str, bytes]:
    """Tables of the record in a folder, as they stand there."""
    return {schema.file: (folder / schema.file).read_bytes() for schema in SCHEMAS}


def written(content: bytes) -> Iterator[dict[str, str]]:
    """Rows of a table as they are written."""
    yield from csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))


def rows(schema: Schema, content: bytes) -> list[dict[str, object]]:
    """Rows of a table that the check has passed: what their cells hold, None where unknown."""
    return [
        {column.name: value(column, row[column.name]) for column in schema.columns}
        for row in written(content)
    ]


def value(column: Column, cell: str) -> object:
    """What a cell holds, None where it is empty."""
    if not cell:
        return None
    return dt.date.fromisoformat(cell) if column.type == "date" else column.parse(cell)
