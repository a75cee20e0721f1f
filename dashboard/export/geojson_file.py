"""GeoJSON by RFC 7946: a feature for each launch and for each shape that is drawn of it."""

from shapely.geometry import mapping

from dashboard.export.features import Feature, features
from dashboard.export.head import head
from dashboard.export.json_file import compact
from dashboard.export.stated import source_values, sources_of
from dashboard.selection.view import View


def write(view: View) -> bytes:
    """
    View as a FeatureCollection; `role` says what a feature is, `derived` whether it was stated.

    What the file says of itself, and the sources, are members of the collection beside its
    features, as section 6.1 of the RFC allows.
    """
    sources = [source_values(source) for source in sources_of(view.launches)]
    drawn = [_feature(one) for one in features(view)]
    kind = {"type": "FeatureCollection"}
    return compact(kind | head(view) | {"sources": sources, "features": drawn})


def _feature(one: Feature) -> dict[str, object]:
    geometry = None if one.geometry is None else mapping(one.geometry)
    return {"type": "Feature", "id": one.id, "geometry": geometry, "properties": one.properties}
