"""The floor: what is served when the map has nothing to draw."""

from dataclasses import replace

from dashboard.flights.atlas import Atlas
from dashboard.flights.plan import WHOSE
from dashboard.map.payload import Payload, build_payload
from dashboard.selection.library import Library
from dashboard.served import FILES
from dashboard.words.say import Words


def empty_payload(words: Words, library: Library) -> Payload:
    """Every launch of the record, without a single site or flight to draw."""
    bare = tuple(replace(launch, site=None) for launch in library.record.launches)
    record = replace(library.record, launches=bare)
    return build_payload(words, {whose: Atlas(record, whose, {}, {}, {}) for whose in WHOSE})


def serve_empty_payload() -> None:
    """Let the server hand out the empty payload."""
    FILES["record"] = empty_payload
