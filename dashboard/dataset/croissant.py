"""The tables described in Croissant, by which programs that learn from data load them.

https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html
"""

import hashlib
from typing import Any

from dashboard.dataset.codebook import column_words, table_words
from dashboard.dataset.schema_org import described
from dashboard.dataset.tables import Tables
from dashboard.words.say import Words
from data.column import Column, Schema
from data.model import Record
from data.schema import SCHEMAS

CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""Context of the standard, as its appendix 1 gives it."""
_TYPES = {"number": "sc:Float", "integer": "sc:Integer", "date": "sc:Date", "uri": "sc:URL"}


def croissant(words: Words, record: Record, tables: Tables, address: str | None) -> dict[str, Any]:
    """Description of the tables that lie beside it, with where they are if that is known."""
    year, month, day = map(int, record.version.split("-"))
    own = described(words, record) | {
        # The standard asks for three numbers: the day of the version without its zeros.
        "version": f"{year}.{month}.{day}",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "citeAs": words.say("dataset.cite", version=record.version),
        "distribution": [_file(schema, tables[schema.file]) for schema in SCHEMAS],
        "recordSet": [_record_set(words, schema) for schema in SCHEMAS],
    }
    return {"@context": CONTEXT, **own} | ({"url": f"{address}/"} if address else {})


def _file(schema: Schema, content: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": schema.file,
        "name": schema.file,
        "contentUrl": schema.file,
        "encodingFormat": "text/csv",
        "contentSize": f"{len(content)} B",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _record_set(words: Words, schema: Schema) -> dict[str, Any]:
    own: dict[str, Any] = {
        "@type": "cr:RecordSet",
        "@id": schema.name,
        "name": schema.name,
        "description": table_words(words, schema),
        "field": [_field(words, schema, column) for column in schema.columns],
    }
    if schema.key:
        own["key"] = {"@id": f"{schema.name}/{schema.key}"}
    return own


def _field(words: Words, schema: Schema, column: Column) -> dict[str, Any]:
    own: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{schema.name}/{column.name}",
        "name": column.name,
        "description": column_words(words, schema, column),
        "dataType": _TYPES.get(column.type, "sc:Text"),
        "source": {"fileObject": {"@id": schema.file}, "extract": {"column": column.name}},
    }
    if len(column.refers_to) == 1:
        own["references"] = {"field": {"@id": f"{column.refers_to[0]}/id"}}
    return own
