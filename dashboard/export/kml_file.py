"""KML 2.2: ballistic flights at their heights, everything else on the ground, each at its day."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pyarrow as pa
from markupsafe import Markup
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from dashboard.export import parquet_file
from dashboard.export.derived import sea_shown
from dashboard.export.features import cut_area, cut_line, features, site_point
from dashboard.export.json_file import plain
from dashboard.export.stated import sources_of
from dashboard.flights.flight import AREA_PROBABILITIES, Flight, Trace
from dashboard.flights.trajectories import flight_ascent
from dashboard.look import TYPE_COLOURS
from dashboard.selection.filters import facet
from dashboard.selection.view import View
from dashboard.words.claims import (
    attributed,
    danger_area_lines,
    flight_lines,
    site_words,
    time_words,
    trace_lines,
    with_unit,
)
from dashboard.words.dates import day_words
from dashboard.words.durations import time_interval
from dashboard.words.filters import words_of
from dashboard.words.names import missile_words
from dashboard.words.quantities import quantity_words
from dashboard.words.say import Words
from dashboard.words.tempo import novelty_lines
from data.model import Claim, Launch, Source
from data.translation import in_language

NAMESPACE = "http://www.opengis.net/kml/2.2"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped."""
_HALF, _FULL = "80", "ff"
"""Opacities."""
M_PER_KM = 1000.0
_COLUMNS = "columns"
_KML_TYPES = {pa.string(): "string", pa.int32(): "int", pa.float64(): "double", pa.bool_(): "bool"}
_KINDS = {
    each.name: _KML_TYPES[each.type]
    for each in parquet_file.SCHEMA
    # Claims and lists have no place in a row.
    if each.type in _KML_TYPES
}
"""Columns of the placemarks, those of the GeoParquet file, with their types in KML."""
_GEOMETRIES = frozenset(("Point", "LineString", "Polygon", "MultiGeometry"))


def write(view: View) -> bytes:
    """
    View as a document of placemarks: each launch, then what is drawn of it.

    They are the features of the GeoJSON file, with the same columns. No folder is around them: a
    program that reads layers would have one for each, and most read the first alone.
    """
    words = words_of(view.selection)
    kml = ET.Element("kml", xmlns=NAMESPACE)
    document = ET.SubElement(kml, "Document")
    _say(document, "name", words.say("title"))
    _say(document, "description", _about(words, view))
    for name, colour in TYPE_COLOURS.items():
        document.append(_style(name, colour))
    document.append(_schema())
    for feature, placemark in zip(features(view), _placemarks(words, view), strict=True):
        _append_columns(placemark, plain(feature.properties) | {"id": feature.id})
        document.append(placemark)
    ET.indent(kml, " ")
    content: bytes = ET.tostring(kml, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _schema() -> ET.Element:
    """Columns of all placemarks with their types."""
    schema = ET.Element("Schema", id=_COLUMNS, name=_COLUMNS)
    for name, kind in _KINDS.items():
        ET.SubElement(schema, "SimpleField", name=name, type=kind)
    return schema


def _append_columns(placemark: ET.Element, values: Mapping[str, object]) -> None:
    """Add what is known of a placemark before its geometry, which stands last."""
    place = len(placemark) - (placemark[-1].tag in _GEOMETRIES)
    extended = ET.Element("ExtendedData")
    columns = ET.SubElement(extended, "SchemaData", schemaUrl=f"#{_COLUMNS}")
    for name in _KINDS:
        value = values.get(name)
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            _say(columns, "SimpleData", text)
            columns[-1].set("name", name)
    placemark.insert(place, extended)


def _about(words: Words, view: View) -> str:
    record = view.atlas.record
    version = words.say("file.record", version=record.version, covers_to=record.covers_to)
    lines = (version, view.link, words.say("file.note"), words.say("file.credit"))
    return _html(filter(None, lines))


def _style(name: str, colour: str) -> ET.Element:
    """Style of a type; KML writes a colour as opacity, blue, green, red."""
    style = ET.Element("Style", id=name)
    blue_green_red = colour[5:7] + colour[3:5] + colour[1:3]
    line = ET.SubElement(style, "LineStyle")
    _say(line, "color", _FULL + blue_green_red)
    _say(line, "width", "2")
    _say(ET.SubElement(style, "PolyStyle"), "color", _HALF + blue_green_red)
    return style


def _placemarks(words: Words, view: View) -> Iterator[ET.Element]:
    """Placemarks in the order of the features."""
    for launch in view.launches:
        yield _launch(words, launch, view)
        for flight in view.atlas.flights.get(launch.id, ()):
            yield from _flight(words, flight)
        for trace in view.atlas.traces.get(launch.id, ()):
            yield _trace(words, trace, view)
        for area in view.atlas.danger_areas.get(launch.id, ()):
            what, lines = words.say("file.announced_area"), danger_area_lines(words, area)
            yield _placemark(words, what, lines, launch, cut_area(area.line))


def _launch(words: Words, launch: Launch, view: View) -> ET.Element:
    """Launch at its site; one that is not placed has its words alone."""
    lines = _launch_lines(words, launch, view)
    mark = _placemark(words, launch.id, lines, launch, site_point(launch, view.atlas))
    mark.set("id", f"launch-{launch.id}")
    return mark


def _launch_lines(words: Words, launch: Launch, view: View) -> Iterator[str]:
    yield time_words(words, launch)
    if launch.site:
        yield words.say("file.site", site=site_words(words, launch.site))
    outcome = words.named("outcome", launch.outcome)
    yield words.say("file.outcome", outcome=outcome, status=words.named("status", launch.status))
    placement = words.named("placement", view.atlas.placement(launch))
    yield words.say("file.placement", placement=placement)
    if note := in_language(view.atlas.record.translations, launch.note, words.lang):
        yield note
    yield from novelty_lines(words, view.library.chronicle, launch)
    yield words.say("file.stated")
    yield from (_claim_line(words, claim, launch) for claim in launch.claims)
    yield words.say("file.sources")
    yield from (_source_line(words, source) for source in sources_of([launch]))
    if link := view.launch_link(launch.id):
        yield link


def _claim_line(words: Words, claim: Claim, launch: Launch) -> str:
    places = {
        "quantity": quantity_words(words, claim.quantity),
        "claim": attributed(words, claim, launch.count),
        "source": claim.source.id,
    }
    if claim.phrase:
        return words.say("file.claim_quoted", phrase=claim.phrase, **places)
    return words.say("file.claim", **places)


def _source_line(words: Words, source: Source) -> str:
    parts = (source.publisher, source.title, source.date, source.url)
    return words.say("file.source", id=source.id, source=words.joined(filter(None, parts)))


def _flight(words: Words, flight: Flight) -> Iterator[ET.Element]:
    """Track and impact areas; where the ellipse of a flight is known, the track has its heights."""
    ascent = flight_ascent(flight)
    lines = [words.say("file.derived"), *flight_lines(words, flight)]
    if ascent is None:
        lines.append(words.say("file.on_the_ground"))
        track = cut_line(flight.track)
        yield _placemark(words, words.say("file.track"), lines, flight.launch, track)
    else:
        heights_m = ascent.height_km * M_PER_KM
        flown = np.column_stack((ascent.latitude, ascent.longitude, heights_m))
        apogee = with_unit(words, "apogee_km", words.number(float(ascent.height_km.max()), 0))
        model = "heights" if ascent.modelled else "heights_ellipse"
        lines.append(words.say(f"file.{model}", apogee=apogee))
        time = time_interval(words, ascent)
        lines.append(words.say("file.flight_time", time=time))
        yield _placemark(words, words.say("file.flight"), lines, flight.launch, cut_line(flown))
    for probability, outline in zip(AREA_PROBABILITIES, (flight.area, flight.core), strict=True):
        name = words.say("file.area", probability=words.share(probability))
        yield _placemark(words, name, lines[:2], flight.launch, cut_area(outline))


def _trace(words: Words, trace: Trace, view: View) -> ET.Element:
    named = replace(trace, plan=replace(trace.plan, sea=sea_shown(trace, view)))
    lines = [words.say("file.derived"), *trace_lines(words, named)]
    if trace.kind == "ring":
        return _placemark(words, words.say("file.ring"), lines, trace.launch, cut_line(trace.line))
    return _placemark(words, words.say("file.ray"), lines, trace.launch, cut_area(trace.line))


def _placemark(
    words: Words, what: str, lines: Iterable[str], launch: Launch, geometry: BaseGeometry | None
) -> ET.Element:
    """Placemark that says by itself of which launch it is, and of which day."""
    placemark = ET.Element("Placemark")
    day, missile = day_words(words, launch.date), missile_words(words, launch.missile)
    _say(placemark, "name", words.say("file.placemark", day=day, missile=missile, what=what))
    if text := _html(lines):
        _say(placemark, "description", text)
    span = ET.SubElement(placemark, "TimeSpan")
    _say(span, "begin", launch.first_day.isoformat())
    _say(span, "end", launch.last_day.isoformat())
    _say(placemark, "styleUrl", f"#{facet(launch, 'type')}")
    if geometry is not None:
        placemark.append(_geometry(geometry))
    return placemark


def _geometry(geometry: BaseGeometry) -> ET.Element:
    if hasattr(geometry, "geoms"):
        several = ET.Element("MultiGeometry")
        several.extend(_geometry(part) for part in geometry.geoms)
        return several
    if isinstance(geometry, Polygon):
        polygon = ET.Element("Polygon")
        _say(polygon, "tessellate", "1")
        for tag, rings in (
            ("outerBoundaryIs", [geometry.exterior]),
            ("innerBoundaryIs", geometry.interiors),
        ):
            for ring in rings:
                boundary = ET.SubElement(ET.SubElement(polygon, tag), "LinearRing")
                _say(boundary, "coordinates", _coordinates(ring))
        return polygon
    element = ET.Element(geometry.geom_type)
    if geometry.has_z:
        _say(element, "altitudeMode", "absolute")
    elif geometry.geom_type == "LineString":
        _say(element, "tessellate", "1")
        _say(element, "altitudeMode", "clampToGround")
    _say(element, "coordinates", _coordinates(geometry))
    return element


def _coordinates(geometry: BaseGeometry) -> str:
    """Longitude, latitude and height [m] of each vertex."""
    return " ".join(",".join(f"{number:.10g}" for number in vertex) for vertex in geometry.coords)


def _html(lines: Iterable[str]) -> str:
    """Lines of a description, which Google Earth reads as HTML."""
    return str(Markup("<br>").join(lines))


def _say(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NO_XML.sub("\ufffd", text)
