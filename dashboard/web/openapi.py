"""The HTTP interface in the words of OpenAPI 3.1, from the same vocabulary as the filters."""

import json
from typing import Any

import msgspec
from shapely.geometry.base import BaseGeometry

from dashboard.dataset.files import FILES
from dashboard.export.documents import FeatureCollection, Launches, Properties, Trace
from dashboard.export.events import EVENT_FORMATS, Events
from dashboard.export.formats import FORMATS
from dashboard.picture.order import CHOICES, DECK_CHOICES, FILM_CHOICES
from dashboard.picture.paper.sizes import DECK_FORMATS, FILM_FORMATS
from dashboard.picture.paper.sizes import FORMATS as PICTURE_FORMATS
from dashboard.picture.scene.extent import FIT
from dashboard.selection.comparison import SIDES
from dashboard.selection.filters import FILTERS, Filter
from dashboard.served import served
from dashboard.web.answer import Errors
from dashboard.web.compare_formats import ENDINGS as COMPARED
from dashboard.web.compare_formats import TABLE
from dashboard.web.picture import MEDIA_TYPES
from dashboard.words.say import Words

Part = dict[str, Any]

PERIOD = (
    "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-W(0[1-9]|[1-4][0-9]|5[0-3]))?$"
)
"""A year, month, day, quarter or ISO week, as `selection/period.py` reads them."""
LAUNCH_ID = "^[0-9]{4}(-[0-9]{2}){0,2}-[1-9][0-9]{0,2}$"
"""A Korean date, as far as it is known, and a running number."""

_REFERENCE = "#/components/schemas/{name}"
_GEOMETRY: Part = {
    "type": "object",
    "description": "Geometry by RFC 7946; longitude before latitude [deg].",
    "properties": {
        "type": {"enum": ["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]},
        "coordinates": {"type": "array"},
    },
    "required": ["type", "coordinates"],
}
_DOCUMENTS: dict[str, type] = {"json": Launches, "geojson": FeatureCollection}
"""Formats whose content is described, with what is in them."""
_DRAWN = {"picture": "a picture", "deck": "slides", "film": "a film"}
_PARAMETERS = {"picture": (*CHOICES, "extent"), "deck": (*DECK_CHOICES, "extent")}
_PARAMETERS["film"] = ("film_size", "extent")
"""Parameters of what is drawn, beside those that select what it is of."""
_OWN = {
    "size": "Size of the picture; one with mm is so wide on paper.",
    "film_size": "Size of the film: social is 1200 x 630 pixels, square 1080 x 1080.",
    "style": "Colours: for a bright page, a dark one, any ground, print without colours.",
}
"""Parameters of what is drawn that choose among values, with what they choose."""
_VALUES = {**CHOICES, **{f"film_{name}": values for name, values in FILM_CHOICES.items()}}
"""Values of each, its default first."""
_ONE_OF: tuple[type[object], ...] = (Trace, Properties)
"""Classes in whose place one of those derived from them stands."""


def openapi(address: str | None) -> bytes:
    """Interface to the served record at an address, as JSON."""
    record, words = served().library.record, Words()
    described = {
        "openapi": "3.1.0",
        "info": {
            "title": words.say("title"),
            "version": record.version,
            "description": f"{words.say('file.note')} Read up to {record.covers_to}. "
            f"{words.say('file.credit')}",
        },
        "servers": [{"url": address or "/"}],
        "paths": {
            **{f"/api/launches.{name}": {"get": _operation(name)} for name in FORMATS},
            **{f"/api/events.{name}": {"get": _events(name)} for name in EVENT_FORMATS},
            "/api/record/{name}": {"get": _record_file()},
            **{f"/picture.{name}": {"get": _drawn("picture", name)} for name in PICTURE_FORMATS},
            **{f"/deck.{name}": {"get": _drawn("deck", name)} for name in DECK_FORMATS},
            **{f"/film.{name}": {"get": _drawn("film", name)} for name in FILM_FORMATS},
            **{f"/compare.{name}": {"get": _compared(name)} for name in COMPARED},
        },
        "components": {
            "parameters": {
                **{name: _parameter(name) for name in FILTERS},
                **{name: _own_parameter(name) for name in (*_VALUES, "extent")},
                **{f"period_{side}": _side(side) for side in SIDES},
            },
            "schemas": schemas(),
        },
    }
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")).encode()


def schemas() -> dict[str, Part]:
    """JSON schema of everything in the answers, by name."""
    several = [each for base in _ONE_OF for each in base.__subclasses__()]
    kinds = (*_DOCUMENTS.values(), *several, Events, Errors)
    _, described = msgspec.json.schema_components(
        kinds, schema_hook=_schema_of, ref_template=_REFERENCE
    )
    return described


def _schema_of(kind: type[object]) -> Part:
    """Schema of what msgspec does not know by itself."""
    if kind is BaseGeometry:
        return _GEOMETRY
    return {"oneOf": [_reference(each) for each in kind.__subclasses__()]}


def _reference(kind: type) -> Part:
    return {"$ref": _REFERENCE.format(name=kind.__name__)}


def _operation(name: str) -> Part:
    kind = FORMATS[name]
    sent = {"ETag": {"schema": {"type": "string"}, "description": "Names these very bytes."}}
    schema = _reference(_DOCUMENTS[name]) if name in _DOCUMENTS else {}
    errors = {"application/json": {"schema": _reference(Errors)}}
    return {
        "operationId": f"launches_{name}",
        "summary": f"Launches selected as {name}: {Words().say(f'file.format.{name}')}.",
        "parameters": [{"$ref": f"#/components/parameters/{each}"} for each in FILTERS],
        "responses": {
            "200": {
                "description": "The launches, their claims, sources and what is derived.",
                "headers": sent,
                "content": {kind.media_type: {"schema": schema}},
            },
            "206": {"description": "The part that Range asks for."},
            "304": {"description": "Nothing has changed since the tag of If-None-Match."},
            "400": {"description": "What cannot be understood, each part.", "content": errors},
            "503": {"description": "The record has errors and is not served.", "content": errors},
        },
    }


def _events(name: str) -> Part:
    """Operation that lists the events around the launches."""
    schema = _reference(Events) if name == "json" else {}
    return {
        "operationId": f"events_{name}",
        "summary": f"Events around the launches as {name}.",
        "responses": {
            "200": {
                "description": Words().say("api.events.about"),
                "content": {EVENT_FORMATS[name].media_type: {"schema": schema}},
            },
            "304": {"description": "Nothing has changed since the tag of If-None-Match."},
        },
    }


def _record_file() -> Part:
    """Operation that gives a file of the whole record."""
    errors = {"application/json": {"schema": _reference(Errors)}}
    kinds = dict.fromkeys(file.media_type for file in FILES.values())
    return {
        "operationId": "record_file",
        "summary": "A file of the whole record: a table, all of them, or what describes them.",
        "parameters": [
            {
                "name": "name",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "enum": list(FILES)},
            }
        ],
        "responses": {
            "200": {"description": "The file.", "content": {kind: {} for kind in kinds}},
            "304": {"description": "Nothing has changed since the tag of If-None-Match."},
            "404": {"description": "There is no such file.", "content": errors},
            "503": {"description": "The record has errors and is not served.", "content": errors},
        },
    }


def _drawn(what: str, form: str) -> Part:
    """Operation that draws a picture, a deck or a film of what is selected."""
    own = _PARAMETERS[what]
    return {
        "operationId": f"{what}_{form}",
        "summary": f"The launches selected as {_DRAWN[what]}: {form}.",
        "parameters": [{"$ref": f"#/components/parameters/{each}"} for each in (*FILTERS, *own)],
        "responses": _given(MEDIA_TYPES[form]),
    }


def _given(media_type: str) -> Part:
    """Answers of what draws a file, or of what is drawn beside it."""
    errors = {"application/json": {"schema": _reference(Errors)}}
    return {
        "200": {
            "description": "The file; it says what of the query was not understood.",
            "content": {media_type: {"schema": {}}},
        },
        "206": {"description": "The part that Range asks for."},
        "304": {"description": "Nothing has changed since the tag of If-None-Match."},
        "500": {"description": "It could not be drawn.", "content": errors},
        "503": {"description": "Too many are being drawn.", "content": errors},
    }


def _compared(form: str) -> Part:
    """Operation that sets two periods side by side."""
    kept = (name for name in FILTERS if name != "period")
    own = (*(f"period_{side}" for side in SIDES), *(() if form == TABLE else DECK_CHOICES))
    return {
        "operationId": f"compare_{form}",
        "summary": f"Two periods side by side, under the same filters: {form}.",
        "parameters": [{"$ref": f"#/components/parameters/{each}"} for each in (*own, *kept)],
        "responses": _given("text/csv; charset=utf-8" if form == TABLE else MEDIA_TYPES[form]),
    }


def _side(side: str) -> Part:
    """Parameter of a period that is compared."""
    return {
        "name": side,
        "in": "query",
        "description": Words().say("command.compare.period"),
        "example": {"a": "2022", "b": "2017-07..2017-09"}[side],
        "schema": {"type": "string"},
    }


def _own_parameter(name: str) -> Part:
    """Parameter of what is drawn, beside those that select what it shows."""
    values = _VALUES.get(name)
    schema: Part = {"type": "string", "default": values[0] if values else FIT}
    about = "What is seen: fit, peninsula, or west,south,east,north in degrees, as 121,33,144,46."
    if values:
        schema["enum"] = list(values)
        about = _OWN[name]
    asked = name.removeprefix("film_")
    return {"name": asked, "in": "query", "description": about, "schema": schema}


def _parameter(name: str) -> Part:
    example = FILTERS[name].example
    shown: Part = {}
    if example:
        shown = {"example": example[0] if FILTERS[name].form == "one" else list(example)}
    return {
        "name": name,
        "in": "query",
        "description": Words().say(f"choose.about.{name}"),
        "style": "form",
        "explode": True,
        "schema": _schema(FILTERS[name]),
    } | shown


def _schema(row: Filter) -> Part:
    if row.form == "days":
        part = {"type": "string", "pattern": PERIOD}
        return {"type": "array", "items": part, "minItems": 1, "maxItems": 2}
    if row.table == "launches":
        return {"type": "string", "pattern": LAUNCH_ID}
    allowed: Part = {"type": "string", "enum": served().library.vocabulary.options(row.name)}
    if row.form == "many":
        return {"type": "array", "items": allowed}
    return allowed | ({"default": row.default} if row.default else {})
