"""
Impacts drawn at random from the model of `geo.impact_area`, to find what share falls where.

Range, azimuth and site are independent normal errors, as there. The draw is the same at every
call: shares do not flicker, and two readers see the same ones.
"""

import numpy as np
from numpy.typing import ArrayLike

from geo.geodesic import (
    MAX_RANGE_KM,
    FloatArray,
    checked_azimuth,
    checked_range,
    column,
    direct_many,
    wrapped_azimuth,
)
from geo.spread import checked_spreads

SEED = 20_221_004
"""Any number would do; the day of the longest flight of the record."""


def impact_samples(  # noqa: PLR0913
    latitude: ArrayLike,
    longitude: ArrayLike,
    azimuth_deg: ArrayLike,
    range_km: ArrayLike,
    *,
    range_sd_km: ArrayLike,
    azimuth_sd_deg: ArrayLike,
    site_sd_km: ArrayLike,
    samples: int = 500,
) -> FloatArray:
    """
    Draw impacts of many flights.

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
    draw = np.random.default_rng(SEED).standard_normal((4, samples))
    site_sd = column(checked_spreads("site_sd_km", site_sd_km))
    north, east = draw[0] * site_sd, draw[1] * site_sd
    places = direct_many(
        column(latitude),
        column(longitude),
        wrapped_azimuth(np.degrees(np.arctan2(east, north))),
        np.hypot(north, east),
    )
    # From where the site may be, the flight keeps its azimuth, as an angle from that place's north.
    flown = column(checked_range(range_km)) + draw[2] * column(
        checked_spreads("range_sd_km", range_sd_km)
    )
    turned = column(checked_azimuth(azimuth_deg)) + draw[3] * column(
        checked_spreads("azimuth_sd_deg", azimuth_sd_deg)
    )
    # No flight has a range below 0, and none is longer than half round the Earth.
    impacts = direct_many(*places, wrapped_azimuth(turned), np.clip(flown, 0.0, MAX_RANGE_KM))
    return np.stack(np.broadcast_arrays(*impacts), axis=-1)
