"""A place on the Earth."""

import math
from dataclasses import dataclass
from numbers import Real

from geo.errors import GeometryError

MAX_LATITUDE = 90.0
MAX_LONGITUDE = 180.0


@dataclass(frozen=True, slots=True)
class Position:
    """
    A place on the WGS 84 ellipsoid, latitude first.

    Parameters
    ----------
    latitude
        Geodetic latitude, -90 to 90, north positive [deg].
    longitude
        Longitude, -180 to 180, east positive [deg].

    Raises
    ------
    GeometryError
        If a coordinate is missing, not finite or out of range. An unknown place has no Position:
        it stays None.

    Examples
    --------
    >>> Position(40.611, 126.426)
    Position(latitude=40.611, longitude=126.426)
    """

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        """Refuse what is not a place."""
        for name in ("latitude", "longitude"):
            value = getattr(self, name)
            if not isinstance(value, Real) or not math.isfinite(value):
                message = f"{name} must be a finite number of degrees, got {value!r}"
                raise GeometryError(message)
        if abs(self.latitude) > MAX_LATITUDE:
            message = f"latitude must be within -90 to 90, got {self.latitude}{self._swap_hint()}"
            raise GeometryError(message)
        if abs(self.longitude) > MAX_LONGITUDE:
            message = f"longitude must be within -180 to 180, got {self.longitude}"
            raise GeometryError(message)

    def _swap_hint(self) -> str:
        """Ask whether the pair was swapped, where the swapped pair would be a place."""
        fits = abs(self.longitude) <= MAX_LATITUDE and abs(self.latitude) <= MAX_LONGITUDE
        return f" (swapped? latitude comes before longitude {self.longitude})" if fits else ""
