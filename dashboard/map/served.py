"""The payload of the record that this server serves, built once."""

from functools import cache

from dashboard.flights import atlas
from dashboard.map.payload import Payload, build_payload


@cache
def payload() -> Payload:
    """Payload of the served record."""
    return build_payload(atlas())
