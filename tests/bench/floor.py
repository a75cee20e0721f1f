"""The floor: what is served when the map has nothing to draw."""

from dataclasses import replace
from functools import cache

from dashboard.flights.atlas import build_atlases
from dashboard.map.payload import Payload, build_payload
from dashboard.served import Served, served
from dashboard.words.say import Words


@cache
def empty_payload() -> Payload:
    """Every launch of the record, without a single site or flight to draw."""
    record = served().library.record
    bare = tuple(replace(launch, site=None) for launch in record.launches)
    return build_payload(Words(), build_atlases(replace(record, launches=bare)))


def serve_empty_payload() -> None:
    """Let the server hand out the empty payload."""
    Served.payload = lambda _, _lang: empty_payload()
