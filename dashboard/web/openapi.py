"""The HTTP interface in the words of OpenAPI 3.1, from the same vocabulary as the filters."""

import json

from dashboard.export.formats import FORMATS
from dashboard.flights.plan import WHOSE
from dashboard.selection.selection import LISTS, PARAMETERS, SEAS, WHOSE_SPELLINGS
from dashboard.selection.view import public_address
from dashboard.served import served
from dashboard.words.say import Words
from data.model import AUTHORITIES, QUALIFIERS
from data.quantities import QUANTITIES

Part = dict[str, object]

LAUNCH_ID = "^[0-9]{4}(-[0-9]{2}){0,2}-[1-9][0-9]{0,2}$"
"""A Korean date, as far as it is known, and a running number."""

ABOUT = {
    "type": "Range class of the missile; any of those given.",
    "kind": "Kind of missile; any of those given.",
    "site": "Launch site; any of those given. Ids, aliases, Korean and Japanese names of sites "
    "(data/sites.csv) are understood too.",
    "outcome": "Outcome of the launch; any of those given.",
    "reach": "What the flight did; any of those given.",
    "period": "First and last Korean day (UTC+9), both included, in any order; one alone is a day. "
    "A period without any day of the record is refused.",
    "figures": "Whose figures the flights are drawn from; also understood: "
    f"{', '.join(WHOSE_SPELLINGS)}.",
    "sea": "What the sea east of Korea is called.",
    "launch": "Id of one launch, which is selected alone: the other filters are then not applied.",
}
EXAMPLES = {
    "type": ["SRBM"],
    "period": ["2022-01-01", "2022-01-31"],
    "launch": "2022-01-05-1",
}
_TEXT: Part = {"type": ["string", "null"]}
_NUMBER: Part = {"type": ["number", "null"]}
_MISSILES: Part = {
    "type": "array",
    "items": {"type": "integer", "minimum": 1},
    "description": "Numbers within the salvo; none means all of it.",
}
_CLAIM: Part = {
    "type": "object",
    "description": "What one authority stated.",
    "properties": {
        "missiles": _MISSILES,
        "authority": {"type": "string", "enum": list(AUTHORITIES)},
        "quantity": {"type": "string", "enum": list(QUANTITIES)},
        "low": _NUMBER | {"description": "Lower figure, in the unit of the quantity's name."},
        "high": _NUMBER | {"description": "Upper figure; equal to low for a single one."},
        "unit": _TEXT | {"description": "Unit the source states it in."},
        "value": _TEXT | {"description": "Statement in words."},
        "qualifier": {"type": "string", "enum": list(QUALIFIERS)},
        "phrase": _TEXT | {"description": "Exact wording of the source."},
        "source_id": {"type": "string"},
        "locator": _TEXT,
    },
    "required": ["authority", "quantity", "qualifier", "source_id"],
}
_LAUNCH: Part = {
    "type": "object",
    "description": "A launch; what is derived of it stands in flights, traces and profiles.",
    "properties": {
        "launch_id": {"type": "string"},
        "date": {"type": "string", "description": "Korean day, month or year."},
        "time_utc": _TEXT,
        "count": {"type": ["integer", "null"]},
        "missile": {"type": "string"},
        "placement": {"type": "string", "enum": ["arc", "part", "site", "none"]},
        "claims": {"type": "array", "items": {"$ref": "#/components/schemas/Claim"}},
        "flights": {"type": "array", "items": {"type": "object"}},
        "traces": {"type": "array", "items": {"type": "object"}},
        "profiles": {"type": "array", "items": {"type": "object"}},
    },
    "required": ["launch_id", "date", "placement", "claims", "flights", "traces", "profiles"],
}
_HEAD: Part = {
    "title": {"type": "string"},
    "link": {"type": "string", "format": "uri", "description": "Reopens the view."},
    "record": {
        "type": "object",
        "properties": {
            "version": {"type": "string", "format": "date"},
            "covers_to": {"type": "string", "format": "date"},
        },
        "required": ["version", "covers_to"],
    },
    "credit": {"type": "string"},
    "note": {"type": "string"},
    "sources": {"type": "array", "items": {"type": "object"}},
}
_COLLECTION: Part = {
    "type": {"const": "FeatureCollection"},
    "features": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"type": {"const": "Feature"}, "id": {"type": "string"}},
            "required": ["type", "id", "geometry", "properties"],
        },
    },
}
_ERRORS: Part = {
    "type": "object",
    "properties": {
        "errors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"parameter": {"type": "string"}, "message": {"type": "string"}},
                "required": ["parameter", "message"],
            },
        }
    },
    "required": ["errors"],
}
_OBJECTS = {
    "json": _HEAD
    | {"launches": {"type": "array", "items": {"$ref": "#/components/schemas/Launch"}}},
    "geojson": _HEAD | _COLLECTION,
}


def openapi() -> bytes:
    """Interface to the served record, as JSON."""
    record, words = served().library.record, Words()
    described = {
        "openapi": "3.1.0",
        "info": {
            "title": words.say("title"),
            "version": record.version,
            "description": f"{words.say('file.note')} Read up to {record.covers_to}. "
            f"{words.say('file.credit')}",
        },
        "servers": [{"url": public_address()}],
        "paths": {f"/api/launches.{name}": {"get": _operation(name)} for name in FORMATS},
        "components": {
            "parameters": {name: _parameter(name) for name in PARAMETERS},
            "schemas": {"Launch": _LAUNCH, "Claim": _CLAIM, "Errors": _ERRORS},
        },
    }
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")).encode()


def _operation(name: str) -> Part:
    kind = FORMATS[name]
    sent = {"ETag": {"schema": {"type": "string"}, "description": "Names these very bytes."}}
    schema: Part = {}
    if name in _OBJECTS:
        schema = {"type": "object", "properties": _OBJECTS[name], "required": [*_OBJECTS[name]]}
    errors = {"application/json": {"schema": {"$ref": "#/components/schemas/Errors"}}}
    return {
        "operationId": f"launches_{name}",
        "summary": f"Launches selected as {name}: {kind.about}.",
        "parameters": [{"$ref": f"#/components/parameters/{each}"} for each in PARAMETERS],
        "responses": {
            "200": {
                "description": "The launches, their claims, sources and what is derived.",
                "headers": sent,
                "content": {kind.media_type: {"schema": schema}},
            },
            "304": {"description": "Nothing has changed since the tag of If-None-Match."},
            "400": {"description": "What cannot be understood, each part.", "content": errors},
            "503": {"description": "The record has errors and is not served.", "content": errors},
        },
    }


def _parameter(name: str) -> Part:
    shown = {"example": EXAMPLES[name]} if name in EXAMPLES else {}
    return {
        "name": name,
        "in": "query",
        "description": ABOUT[name],
        "style": "form",
        "explode": True,
        "schema": _schema(name),
    } | shown


def _schema(name: str) -> Part:
    if name in LISTS:
        allowed = {"type": "string", "enum": served().library.vocabulary.options(name)}
        return {"type": "array", "items": allowed}
    if name == "period":
        day = {"type": "string", "format": "date"}
        return {"type": "array", "items": day, "minItems": 1, "maxItems": 2}
    if name == "launch":
        return {"type": "string", "pattern": LAUNCH_ID}
    allowed_words = {"figures": WHOSE, "sea": SEAS}[name]
    return {"type": "string", "enum": list(allowed_words), "default": allowed_words[0]}
