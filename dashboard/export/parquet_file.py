"""GeoParquet 1.1: the features of the GeoJSON file as rows, claims nested in the launch's row."""

import io
import json
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from dashboard.export.features import Feature, features
from dashboard.export.head import head
from dashboard.export.stated import source_values, sources_of
from dashboard.selection.view import View

_MISSILES = ("missiles", pa.list_(pa.int32()))


def _figure(quantity: str) -> tuple[tuple[str, pa.DataType], ...]:
    """Columns of a drawn figure, as `figure_values` names them."""
    name, _, unit = quantity.rpartition("_")
    words = ("basis", "authority", "qualifier", "source_id")
    return (
        (quantity, pa.float64()),
        (f"{name}_half_width_{unit}", pa.float64()),
        *((f"{name}_{word}", pa.string()) for word in words),
    )


_CLAIM = pa.struct(
    (
        _MISSILES,
        ("authority", pa.string()),
        ("quantity", pa.string()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        *((name, pa.string()) for name in ("unit", "value", "qualifier", "phrase")),
        ("source_id", pa.string()),
        ("locator", pa.string()),
    )
)
_PROFILE = pa.struct(
    (
        ("derived", pa.bool_()),
        _MISSILES,
        ("failed", pa.bool_()),
        *_figure("range_km"),
        *_figure("apogee_km"),
        ("flight_time_s", pa.float64()),
        ("trajectory", pa.string()),
    )
)
SCHEMA = pa.schema(
    (
        ("id", pa.string()),
        ("role", pa.string()),
        ("derived", pa.bool_()),
        ("launch_id", pa.string()),
        ("date", pa.string()),
        ("time_utc", pa.string()),
        ("count", pa.int32()),
        *((name, pa.string()) for name in ("missile_id", "missile", "type", "kind")),
        *((name, pa.string()) for name in ("outcome", "status", "site_id", "site")),
        *((f"site_{name}", pa.float64()) for name in ("latitude", "longitude", "precision_km")),
        *((name, pa.string()) for name in ("note", "placement", "launch_link")),
        _MISSILES,
        *((name, pa.bool_()) for name in ("failed", "differing", "approximate")),
        *_figure("range_km"),
        *_figure("azimuth_deg"),
        ("impact_latitude", pa.float64()),
        ("impact_longitude", pa.float64()),
        ("probability", pa.float64()),
        ("sea", pa.string()),
        ("claims", pa.list_(_CLAIM)),
        ("profiles", pa.list_(_PROFILE)),
        ("geometry", pa.binary()),
    )
)


def write(view: View) -> bytes:
    """
    View as GeoParquet in longitude and latitude (OGC:CRS84, the default where none is named).

    What the file says of itself, and the sources, stand in its metadata under `view`.
    """
    drawn = list(features(view))
    sources = [source_values(source) for source in sources_of(view.launches)]
    own = head(view) | {"sources": sources}
    metadata = {"geo": json.dumps(_geo(drawn)), "view": json.dumps(own, ensure_ascii=False)}
    table = pa.Table.from_pylist(
        [
            one.properties | {"id": one.id, "geometry": shapely.to_wkb(one.geometry)}
            for one in drawn
        ],
        SCHEMA.with_metadata(metadata),
    )
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()


def _geo(drawn: Sequence[Feature]) -> dict[str, object]:
    """Metadata of GeoParquet 1.1, https://geoparquet.org/releases/v1.1.0/."""
    shapes = [one.geometry for one in drawn if one.geometry is not None]
    column: dict[str, object] = {
        "encoding": "WKB",
        "geometry_types": sorted({shape.geom_type for shape in shapes}),
        "orientation": "counterclockwise",
    }
    if shapes:
        column["bbox"] = [float(bound) for bound in shapely.total_bounds(shapes)]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
