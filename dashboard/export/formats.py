"""The formats a view is written in."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.export import csv_file, geojson_file, json_file, kml_file, parquet_file
from dashboard.selection.view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is written, its media type, and what it is good for."""

    write: Callable[[View], bytes]
    media_type: str
    about: str


FORMATS = {
    "json": Format(json_file.write, "application/json", "everything, nested, for programs"),
    "csv": Format(
        csv_file.write,
        "text/csv; charset=utf-8",
        "a row a claim or derived value, for spreadsheets and R",
    ),
    "geojson": Format(
        geojson_file.write, "application/geo+json", "shapes with their claims, for maps"
    ),
    "kml": Format(
        kml_file.write,
        "application/vnd.google-earth.kml+xml",
        "flights at their heights, for Google Earth",
    ),
    "parquet": Format(
        parquet_file.write,
        "application/vnd.apache.parquet",
        "GeoParquet, for geopandas, DuckDB and QGIS",
    ),
}
"""Formats by the ending of their files."""
