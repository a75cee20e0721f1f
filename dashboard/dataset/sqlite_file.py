"""All tables as one SQLite file, with their types, keys and references."""

import sqlite3
from collections.abc import Iterator

from dashboard.dataset.tables import Tables, value, written
from data.column import Column, Schema
from data.schema import SCHEMAS

_TYPES = {"number": "REAL", "integer": "INTEGER"}


def sqlite_file(tables: Tables) -> bytes:
    """Tables of the record as a database; a list within a cell is text as in the table."""
    database = sqlite3.connect(":memory:")
    try:
        for schema in SCHEMAS:
            database.execute(_created(schema))
        for schema in SCHEMAS:
            places = ", ".join("?" * len(schema.columns))
            database.executemany(
                f'INSERT INTO "{schema.name}" VALUES ({places})',  # noqa: S608 - our own names
                _cells(schema, tables[schema.file]),
            )
        database.commit()
        return bytes(database.serialize())
    finally:
        database.close()


def _created(schema: Schema) -> str:
    columns = ", ".join(_column(schema, column) for column in schema.columns)
    return f'CREATE TABLE "{schema.name}" ({columns})'


def _column(schema: Schema, column: Column) -> str:
    parts = [f'"{column.name}"', _TYPES.get(column.type, "TEXT")]
    if column.name == schema.key:
        parts.append("PRIMARY KEY")
    if column.required:
        parts.append("NOT NULL")
    if len(column.refers_to) == 1:
        parts.append(f'REFERENCES "{column.refers_to[0]}" ("id")')
    return " ".join(parts)


def _cells(schema: Schema, content: bytes) -> Iterator[tuple[object, ...]]:
    """Numbers as such, all else as it is written; an empty cell is NULL."""
    for row in written(content):
        yield tuple(
            value(column, row[column.name]) if column.type in _TYPES else row[column.name] or None
            for column in schema.columns
        )
