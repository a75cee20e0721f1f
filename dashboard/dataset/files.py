"""Every file of the dataset by its name: tables, what describes them, all of them in one."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from dashboard.dataset.about import CROISSANT, DATABASE, PACKAGE, parquet_name
from dashboard.dataset.croissant import croissant
from dashboard.dataset.data_package import data_package
from dashboard.dataset.parquet_table import parquet_table
from dashboard.dataset.schema_org import dataset
from dashboard.dataset.sqlite_file import sqlite_file
from dashboard.dataset.tables import Tables
from dashboard.words.say import Words
from data.column import Schema
from data.model import Record
from data.schema import SCHEMAS


@dataclass(frozen=True, slots=True)
class Source:
    """What files are made of: the record, its tables, and where they will be, if that is known."""

    record: Record
    tables: Tables
    address: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file: how it is made, its media type, and whether packing makes it smaller."""

    make: Callable[[Source], bytes]
    media_type: str
    packs: bool = True


WORDS = Words()
"""What describes data to programs is English, as their columns are."""
DESCRIPTIONS: Mapping[str, Callable[[Source], object]] = {
    PACKAGE: lambda of: data_package(WORDS, of.record, of.tables),
    CROISSANT: lambda of: croissant(WORDS, of.record, of.tables, of.address),
    "dataset.jsonld": lambda of: dataset(WORDS, of.record, of.address),
}


def _described(describe: Callable[[Source], object], of: Source) -> bytes:
    return (json.dumps(describe(of), ensure_ascii=False, indent=1) + "\n").encode()


def _table(schema: Schema, of: Source) -> bytes:
    return of.tables[schema.file]


def _parquet(schema: Schema, of: Source) -> bytes:
    return parquet_table(WORDS, schema, of.tables[schema.file])


FILES: Mapping[str, File] = {
    **{
        name: File(
            partial(_described, describe),
            "application/ld+json" if name.endswith("ld") else "application/json",
        )
        for name, describe in DESCRIPTIONS.items()
    },
    DATABASE: File(lambda of: sqlite_file(of.tables), "application/vnd.sqlite3", packs=False),
    **{schema.file: File(partial(_table, schema), "text/csv; charset=utf-8") for schema in SCHEMAS},
    **{
        parquet_name(schema): File(
            partial(_parquet, schema), "application/vnd.apache.parquet", packs=False
        )
        for schema in SCHEMAS
    },
}
"""Files by the name that they have, wherever they lie beside each other."""


def all_files(of: Source) -> dict[str, bytes]:
    """Content of every file by its name."""
    return {name: file.make(of) for name, file in FILES.items()}
