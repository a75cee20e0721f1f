"""The formats a view is written in; what each is good for is said by `file.format.<name>`."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.export import csv_file, geojson_file, ics_file, json_file, kml_file, parquet_file
from dashboard.selection.view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is written, its media type, and whether it is packed in itself."""

    write: Callable[[View], bytes]
    media_type: str
    is_packed: bool = False


FORMATS = {
    "json": Format(json_file.write, "application/json"),
    "csv": Format(csv_file.write, "text/csv; charset=utf-8"),
    "geojson": Format(geojson_file.write, "application/geo+json"),
    "kml": Format(kml_file.write, "application/vnd.google-earth.kml+xml"),
    "ics": Format(ics_file.write, "text/calendar; charset=utf-8"),
    "parquet": Format(parquet_file.write, "application/vnd.apache.parquet", is_packed=True),
}
"""Formats by the ending of their files."""
