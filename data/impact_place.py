"""Where a flight is said to have come down, as far as the words name a point on a map.

A statement names a place of the record ("Alsom island") or lies off one ("200 km west of
Oshima-Oshima"); a sea or a zone ("outside Japan's exclusive economic zone") is no point.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.model import Place

_MAIN_POINTS = (
    "north",
    "northeast",
    "east",
    "southeast",
    "south",
    "southwest",
    "west",
    "northwest",
)
_POINTS = {
    *_MAIN_POINTS,
    *(
        main + diagonal
        for main in _MAIN_POINTS[::2]
        for diagonal in _MAIN_POINTS[1::2]
        if main in diagonal
    ),
}
OFFSET = "<distance> km <direction> of <place>"
_OFFSET = re.compile(
    r"(?P<low>[0-9]{1,4}(?:\.[0-9]+)?)(?:-(?P<high>[0-9]{1,4}(?:\.[0-9]+)?))? km "
    r"(?P<direction>[a-z]+(?:-[a-z]+)*) of (?P<place>.+)"
)
_MEANT_AS_OFFSET = re.compile(
    r"\s*[0-9].*(?<![a-z])km\b.*\b(?:north|south|east|west)[a-z-]* of\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Offset:
    """What a statement in the form of `OFFSET` says: how far off which `base`, and on what side."""

    low_km: float
    high_km: float
    direction: str
    base: str


@dataclass(frozen=True, slots=True)
class ImpactPlace:
    """A place of the record, or a point `low_km` to `high_km` off it in a compass `direction`."""

    place: Place
    low_km: float = 0.0
    high_km: float = 0.0
    direction: str | None = None


def read_impact_place(words: str, places: Mapping[str, Place]) -> ImpactPlace | None:
    """
    Read a statement of an impact place.

    Parameters
    ----------
    words
        As in a claim: the name of a place, or `OFFSET`.
    places
        Places by their names, as of `places_by_name`.

    Returns
    -------
    place
        None where the words name no place of the record.
    """
    if (off := read_offset(words)) is None:
        place = places.get(words.casefold())
        return None if place is None else ImpactPlace(place)
    place = places.get(off.base.casefold())
    return None if place is None else ImpactPlace(place, off.low_km, off.high_km, off.direction)


def places_by_name(places: Iterable[Place]) -> dict[str, Place]:
    """Places by every name they have, in lower case."""
    return {name.casefold(): place for place in places for name in (place.name, *place.aliases)}


def is_meant_as_offset(words: str) -> bool:
    """Whether words give a distance from somewhere, in the right form or not."""
    return _MEANT_AS_OFFSET.fullmatch(words) is not None


def read_offset(words: str) -> Offset | None:
    """Distance, direction and place of a statement in that form; None of any other."""
    match = _OFFSET.fullmatch(words)
    if match is None or match["direction"].replace("-", "") not in _POINTS:
        return None
    low = float(match["low"])
    high = float(match["high"] or low)
    return Offset(low, high, match["direction"], match["place"]) if low <= high else None
