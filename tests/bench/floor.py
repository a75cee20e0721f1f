"""The floor: what is served when the map has nothing to draw."""

from dataclasses import replace
from functools import cache

from dashboard.flights import Atlas, atlas
from dashboard.map import served
from dashboard.map.payload import Payload, build_payload


@cache
def empty_payload() -> Payload:
    """Every launch of the record, without a single site or flight to draw."""
    shown = atlas()
    bare = replace(
        shown.record,
        launches=tuple(replace(launch, site=None) for launch in shown.record.launches),
    )
    return build_payload(Atlas(bare, {}))


def serve_empty_payload() -> None:
    """Let the server hand out the empty payload."""
    served.payload = empty_payload
