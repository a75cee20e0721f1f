"""
Impacts spread as the model of `geo.impact_area` has it, to find what share falls where.

Range, azimuth and site are independent normal errors, as there. Impacts are not drawn at random but
spread evenly over the two directions in which they add up, along the track and across it: a spiral
whose turn is the golden angle leaves no gaps and no clusters (H. Vogel, "A better way to construct
the sunflower head", Mathematical Biosciences 44 (1979)). So shares come within a point of those of
a hundred thousand random impacts, where as many random ones as these would be up to five off; and
two readers see the same ones. Close to a pole, where a displaced site turns its north, they are not
as good: 5 degrees from one and with a site good to 40 km areas hold up to 7 points more.
"""

import numpy as np
from numpy.typing import ArrayLike

from geo.geodesic import (
    MAX_RANGE_KM,
    FloatArray,
    checked_azimuth,
    checked_places,
    checked_range,
    column,
    direct_many,
    wrapped_azimuth,
)
from geo.profile import EARTH_RADIUS_KM
from geo.spread import checked_spreads

GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))
SHORTEST_KM = 1e-6
"""So that nothing is divided by 0 where a spread is none."""


def impact_samples(  # noqa: PLR0913
    latitude: ArrayLike,
    longitude: ArrayLike,
    azimuth_deg: ArrayLike,
    range_km: ArrayLike,
    *,
    range_sd_km: ArrayLike,
    azimuth_sd_deg: ArrayLike,
    site_sd_km: ArrayLike,
    samples: int = 800,
) -> FloatArray:
    """
    Spread the impacts of many flights.

    Parameters
    ----------
    latitude, longitude, azimuth_deg, range_km, range_sd_km, azimuth_sd_deg, site_sd_km
        As for `geo.impact_area.impact_areas`, each of shape (n,) or one for all.
    samples
        Impacts a flight.

    Returns
    -------
        Impacts of shape (n, samples, 2), latitude before longitude in -180 to 180 [deg].

    Raises
    ------
    GeometryError
        If a number is missing, NaN or out of range.

    Examples
    --------
    >>> exact = {"range_sd_km": 0, "azimuth_sd_deg": 0, "site_sd_km": 0, "samples": 3}
    >>> impact_samples(40.611, 126.426, 80, 4500, **exact)[0, 0].round(2).tolist()
    [35.52, 178.05]
    """
    # Points of a two-dimensional normal error of one, each standing for as much probability.
    number = np.arange(samples)
    far = np.sqrt(-2 * np.log1p(-(number + 0.5) / samples))
    along, across = far * np.cos(number * GOLDEN_ANGLE), far * np.sin(number * GOLDEN_ANGLE)
    site_sd = column(checked_spreads("site_sd_km", site_sd_km))
    range_sd = column(checked_spreads("range_sd_km", range_sd_km))
    azimuth_sd = column(checked_spreads("azimuth_sd_deg", azimuth_sd_deg))
    distance, azimuth = column(checked_range(range_km)), column(checked_azimuth(azimuth_deg))
    # Each direction's error is shared out between the site and the flight, by their variances.
    width = EARTH_RADIUS_KM * np.abs(np.sin(distance / EARTH_RADIUS_KM)) * np.radians(azimuth_sd)
    joint_along = np.maximum(np.hypot(range_sd, site_sd), SHORTEST_KM)
    joint_across = np.maximum(np.hypot(width, site_sd), SHORTEST_KM)
    ahead, aside = along * site_sd**2 / joint_along, across * site_sd**2 / joint_across
    site_latitude, site_longitude = (
        column(values) for values in checked_places(latitude, longitude)
    )
    places = _displaced(
        site_latitude,
        site_longitude,
        np.radians(azimuth) + np.arctan2(aside, ahead),
        np.hypot(ahead, aside) / EARTH_RADIUS_KM,
    )
    # From where the site may be, the flight keeps its azimuth, as an angle from that place's north.
    flown = distance + along * range_sd**2 / joint_along
    turned = azimuth + across * azimuth_sd * np.where(site_sd > 0, width / joint_across, 1.0)
    # No flight has a range below 0, and none is longer than half round the Earth.
    impacts = direct_many(*places, wrapped_azimuth(turned), np.clip(flown, 0.0, MAX_RANGE_KM))
    return np.stack(np.broadcast_arrays(*impacts), axis=-1)


def _displaced(
    latitude: FloatArray, longitude: FloatArray, azimuth: FloatArray, angle: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Move sites by some kilometres [rad] on the sphere: no worse than a geodesic for a doubt."""
    start = np.radians(latitude)
    sine = np.sin(start) * np.cos(angle) + np.cos(start) * np.sin(angle) * np.cos(azimuth)
    east = np.arctan2(
        np.sin(azimuth) * np.sin(angle) * np.cos(start), np.cos(angle) - np.sin(start) * sine
    )
    moved = longitude + np.degrees(east)
    return np.degrees(np.arcsin(np.clip(sine, -1, 1))), (moved + 180) % 360 - 180
