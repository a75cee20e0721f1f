"""The payload of the record that this server serves, built once."""

from dashboard.flights import atlases
from dashboard.map.payload import Payload, build_payload
from dashboard.once import once


@once
def payload() -> Payload:
    """Payload of the served record."""
    return build_payload(atlases())
