"""The tables described as a Data Package, which readers of tables check and load them by.

https://specs.frictionlessdata.io/tabular-data-package/
"""

import hashlib
from typing import Any

from dashboard.dataset.about import LICENCE, NAME, keywords, sources
from dashboard.dataset.codebook import column_words, table_words
from dashboard.dataset.tables import Tables
from dashboard.words.say import Words
from data.column import Column, Schema
from data.model import Record
from data.schema import SCHEMAS

_TYPES = {
    "number": "number",
    "integer": "integer",
    "date": "date",
    "datetime": "datetime",
    "uri": "string",
}
"""Types of Table Schema by ours; lists within a cell are text to it."""


def data_package(words: Words, record: Record, tables: Tables) -> dict[str, Any]:
    """Descriptor of the tables, to lie beside them."""
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": words.say("title"),
        "description": words.say("dataset.about"),
        "version": record.version,
        "created": f"{record.version}T00:00:00Z",
        "keywords": keywords(words),
        "licenses": [LICENCE],
        "sources": sources(words),
        "contributors": [{"title": words.say("dataset.authors"), "role": "author"}],
        "resources": [_resource(words, schema, tables[schema.file]) for schema in SCHEMAS],
    }


def _resource(words: Words, schema: Schema, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": schema.name.replace("_", "-"),
        "path": schema.file,
        "description": table_words(words, schema),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(words, schema),
    }


def _schema(words: Words, schema: Schema) -> dict[str, Any]:
    described: dict[str, Any] = {
        "fields": [_field(words, schema, column) for column in schema.columns],
        "missingValues": [""],
    }
    if schema.key:
        described["primaryKey"] = [schema.key]
    keys = [
        {
            "fields": [column.name],
            "reference": {"resource": column.refers_to[0].replace("_", "-"), "fields": ["id"]},
        }
        for column in schema.columns
        if len(column.refers_to) == 1
    ]
    return described | ({"foreignKeys": keys} if keys else {})


def _field(words: Words, schema: Schema, column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, "string"),
        "description": column_words(words, schema, column),
    }
    if column.type == "datetime":
        # Without seconds, which the default form of the standard wants.
        described["format"] = "any"
    elif column.type == "uri":
        described["format"] = "uri"
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        constraints["enum"] = list(column.words)
    return described | ({"constraints": constraints} if constraints else {})
