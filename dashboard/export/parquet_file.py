"""GeoParquet 1.1: the features of the GeoJSON file as rows, claims nested in the launch's row."""

import io
import json
from collections.abc import Sequence
from dataclasses import is_dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.export.documents import Feature, Properties
from dashboard.export.features import features
from dashboard.export.head import head
from dashboard.export.json_file import plain
from dashboard.export.rows import names
from dashboard.export.stated import source_row, sources_of
from dashboard.selection.view import View
from geo.geodesic import FULL_TURN_DEG

_SCALARS = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
}


def _type(kind: Any) -> pa.DataType:  # noqa: ANN401 - an annotation
    """Type of the column that holds values of an annotation; every column may be empty."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    if isinstance(kind, type) and is_dataclass(kind):
        return pa.struct(_columns(kind))
    parts = [part for part in get_args(kind) if part is not NoneType]
    if get_origin(kind) is Literal:
        return _type(type(parts[0]))
    return pa.list_(_type(parts[0])) if get_origin(kind) is list else _type(parts[0])


def _columns(row: type[Any]) -> dict[str, pa.DataType]:
    """Columns of the fields of a row."""
    kinds = get_type_hints(row)
    return {name: _type(kinds[name]) for name in names(row)}


def _schema() -> pa.Schema:
    """Columns of all features together, those that hold rows of their own behind the others."""
    columns: dict[str, pa.DataType] = {}
    for each in Properties.__subclasses__():
        columns |= _columns(each)
    ordered = sorted(columns.items(), key=lambda column: _holds_rows(column[1]))
    return pa.schema([("id", pa.string()), *ordered, ("geometry", pa.binary())])


def _holds_rows(kind: pa.DataType) -> bool:
    return bool(pa.types.is_list(kind) and pa.types.is_struct(kind.value_type))


SCHEMA = _schema()


def write(view: View) -> bytes:
    """
    View as GeoParquet in longitude and latitude (OGC:CRS84, the default where none is named).

    What the file says of itself, and the sources, stand in its metadata under `view`.
    """
    drawn = list(features(view))
    sources = [plain(source_row(source)) for source in sources_of(view.launches)]
    own = head(view) | {"sources": sources}
    metadata = {"geo": json.dumps(_geo(drawn)), "view": json.dumps(own, ensure_ascii=False)}
    table = pa.Table.from_pylist(
        [
            plain(one.properties) | {"id": one.id, "geometry": shapely.to_wkb(one.geometry)}
            for one in drawn
        ],
        SCHEMA.with_metadata(metadata),
    )
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()


def bounding_box(shapes: Sequence[BaseGeometry]) -> list[float]:
    """
    Least west, south, east and north [degrees] around shapes; west > east across the antimeridian.

    The widest span of longitude without any shape is what the box leaves out (RFC 7946, 5.2).

    Examples
    --------
    >>> bounding_box([shapely.box(170, 30, 180, 40), shapely.box(-180, 30, -175, 40)])
    [170.0, 30.0, -175.0, 40.0]
    """
    bounds = shapely.bounds(shapely.get_parts(shapes))
    bounds = bounds[np.argsort(bounds[:, 0])]
    # How far east anything reaches that begins further west.
    reached = np.maximum.accumulate(bounds[:, 2])
    gaps = np.append(bounds[1:, 0] - reached[:-1], bounds[0, 0] + FULL_TURN_DEG - reached[-1])
    widest = int(np.argmax(gaps))
    west, east = bounds[(widest + 1) % len(bounds), 0], reached[widest]
    return [float(each) for each in (west, bounds[:, 1].min(), east, bounds[:, 3].max())]


def _geo(drawn: Sequence[Feature]) -> dict[str, object]:
    """Metadata of GeoParquet 1.1, https://geoparquet.org/releases/v1.1.0/."""
    shapes = [one.geometry for one in drawn if one.geometry is not None]
    column: dict[str, object] = {
        "encoding": "WKB",
        "geometry_types": sorted({shape.geom_type for shape in shapes}),
        "orientation": "counterclockwise",
    }
    if shapes:
        column["bbox"] = bounding_box(shapes)
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
