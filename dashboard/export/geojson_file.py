"""GeoJSON by RFC 7946: a feature for each launch and for each shape that is drawn of it."""

from dashboard.export.documents import FeatureCollection
from dashboard.export.features import features
from dashboard.export.head import head
from dashboard.export.json_file import as_json
from dashboard.export.stated import source_row, sources_of
from dashboard.selection.view import View


def write(view: View) -> bytes:
    """
    View as a FeatureCollection; `role` says what a feature is, `derived` whether it was stated.

    What the file says of itself, and the sources, are members of the collection beside its
    features, as section 6.1 of the RFC allows.
    """
    return as_json(
        FeatureCollection(
            type="FeatureCollection",
            **head(view),
            sources=[source_row(source) for source in sources_of(view.launches)],
            features=list(features(view)),
        )
    )
