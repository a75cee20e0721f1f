"""The seas that launches are stated to have been fired into."""

import re

from shapely.geometry import Polygon

_OUTLINES = {
    "East Sea": (
        *((127.4, 39.3), (127.6, 39.8), (128.3, 40.1), (129.3, 40.7), (129.8, 41.4)),
        *((130.7, 42.3), (132.2, 43.2), (135.2, 43.9), (138.5, 46.8), (140.5, 49.5)),
        *((141.6, 51.5), (142.1, 47.0), (141.6, 44.8), (140.4, 43.2), (139.9, 41.6)),
        *((139.8, 39.8), (138.6, 38.2), (136.7, 37.2), (135.9, 35.8), (132.7, 35.5)),
        *((131.0, 34.5), (129.5, 35.3), (129.5, 36.8), (128.6, 38.3)),
    ),
    "Yellow Sea": (
        *((124.3, 39.8), (125.2, 39.4), (125.0, 38.7), (124.8, 38.1), (126.3, 37.5)),
        *((126.4, 36.4), (126.2, 34.6), (126.0, 33.4), (122.0, 31.8), (119.6, 34.8)),
        *((122.5, 37.2), (120.9, 37.9), (118.0, 38.2), (121.0, 40.7), (121.4, 38.9), (123.0, 39.6)),
    ),
}
"""Rough outlines, longitude before latitude, drawn for this map and good to about 30 km: they limit
the arcs of flights whose direction is not stated, and say whether a track reaches a stated sea."""
SEAS = {name: Polygon(outline) for name, outline in _OUTLINES.items()}

_EAST = re.compile(r"east sea|sea of japan|east(?:ern)? coast|eastern waters", re.IGNORECASE)
_WEST = re.compile(r"yellow sea|west sea|west(?:ern)? coast|western waters", re.IGNORECASE)


def sea_named(words: str) -> str | None:
    """
    Sea that a statement names, or None where it names none or both.

    Examples
    --------
    >>> sea_named("toward the East Sea"), sea_named("seas on both coasts")
    ('East Sea', None)
    """
    east, west = _EAST.search(words), _WEST.search(words)
    if bool(east) == bool(west):
        return None
    return "East Sea" if east else "Yellow Sea"
