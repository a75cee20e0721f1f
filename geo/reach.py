"""
How far a launch would have carried in each direction, flown flat.

A lofted flight spends on height what could have been range. The same burns, with the same speed
gained, are flown again in every direction from the same site, at the elevation that carries
farthest. While a missile climbs, gravity takes speed from it, less the flatter it flies; the
Earth's turning adds to a launch to the east and takes from one to the west. Both are in it. The
payload is that of the flight: a heavier one takes range, and nobody states either.

Close to the speed of an orbit a little goes far: above some 10,500 km a hundred metres a second are
worth thousands of kilometres, and a figure says no more than that any point is in reach.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from geo.aiming import Launches
from geo.boost import Boost, burn, launch_pad
from geo.earth_fixed import to_geodetic, turned
from geo.free_flight import coast, comes_down, swept
from geo.geodesic import MAX_RANGE_KM, WGS84, FloatArray

ELEVATIONS = np.radians(np.linspace(2.0, 74.0, 25))
"""Elevations of the last thrust that are tried first: beyond them no flight of a range is best."""
FINER = 3
"""Rounds in which the three best elevations are looked between."""


@dataclass(frozen=True, slots=True)
class Reach:
    """
    The farthest that launches carry.

    Attributes
    ----------
    azimuth_deg
        Azimuths of the geodesics to the farthest impacts, shape (n, directions) [deg].
    range_km
        Their lengths; `MAX_RANGE_KM` where every point in that direction is in reach [km].
    """

    azimuth_deg: FloatArray
    range_km: FloatArray


def reach(launches: Launches, directions_deg: ArrayLike, *, turning: bool = True) -> Reach:
    """
    Find how far launches would have carried in directions.

    Parameters
    ----------
    launches
        Launches that were found.
    directions_deg
        Directions of the thrust, shape (directions,) [deg].
    turning
        Whether the Earth turns; without, as many published estimates are made.

    Returns
    -------
        The farthest impacts, in the order of the directions.
    """
    directions = np.radians(np.atleast_1d(np.asarray(directions_deg, dtype=np.float64)))
    flights, several = len(launches.latitude), len(directions)
    each = _Each(launches, np.repeat(np.arange(flights), several), np.tile(directions, flights))
    tried = np.broadcast_to(ELEVATIONS, (flights * several, len(ELEVATIONS)))
    rows = np.arange(flights * several)
    far, azimuth = each.ranges(tried, turning=turning)
    for _ in range(FINER):
        best = np.clip(np.argmax(far, axis=1), 1, tried.shape[1] - 2)
        low, high = tried[rows, best - 1], tried[rows, best + 1]
        tried = low[:, np.newaxis] + (high - low)[:, np.newaxis] * np.linspace(0, 1, 7)
        far, azimuth = each.ranges(tried, turning=turning)
    best = np.argmax(far, axis=1)
    shape = (flights, several)
    return Reach(azimuth[rows, best].reshape(shape), far[rows, best].reshape(shape))


@dataclass(frozen=True, slots=True)
class _Each:
    """Launches by their numbers, one for each direction [rad] of each."""

    launches: Launches
    flight: FloatArray
    direction: FloatArray

    def ranges(self, elevation: FloatArray, *, turning: bool) -> tuple[FloatArray, FloatArray]:
        """Find ranges [km] and azimuths [deg] for elevations of shape (n, tried)."""
        tried = elevation.shape[1]
        flight = np.repeat(self.flight, tried)
        latitude, longitude = (
            values[flight] for values in (self.launches.latitude, self.launches.longitude)
        )
        launched = burn(
            launch_pad(latitude, longitude, turning=turning),
            Boost(self.launches.boost.stages_s[:, flight], self.launches.boost.liftoff_g[flight]),
            np.repeat(self.direction, tried),
            elevation.ravel(),
            self.launches.gain_km_s[flight],
        ).last
        impact = coast(launched).impact
        place = turned(impact.place_km, impact.time_s) if turning else impact.place_km
        end_latitude, end_longitude, _ = to_geodetic(place)
        azimuth, _, metres = WGS84.inv(longitude, latitude, end_longitude, end_latitude)
        everywhere = ~comes_down(launched) | (swept(launched, impact) > np.pi)
        far = np.where(everywhere, MAX_RANGE_KM, metres / 1000)
        return far.reshape(elevation.shape), (azimuth % 360).reshape(elevation.shape)
