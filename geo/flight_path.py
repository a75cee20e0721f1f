"""
Flights as they flew: from a turning, oblate Earth, with a boost phase, to a stated impact.

In it are the WGS 84 ellipsoid and its turning, gravity with J2 and a boost phase by class. Not in
it are air, and so nothing of gliding, manoeuvring and depressed flights; wind; and a missile's own
staging, steering and cut-off, which nobody states. Of the flights whose range, apogee and time one
party stated, times come within 2 percent of the stated ones (RMS), where the ellipse of
`geo.profile` is 6 percent short (tests/test_flight_times.py).
"""

from dataclasses import dataclass

import numpy as np

from geo.aiming import Launches
from geo.boost import burn, joined, launch_pad
from geo.earth_fixed import to_geodetic, turned
from geo.free_flight import integrated
from geo.geodesic import FULL_TURN_DEG, FloatArray

PATH_STEPS = 24
"""Steps to the apogee, and as many down: the lines between them bow by less than they are wide."""


@dataclass(frozen=True, slots=True)
class Paths:
    """
    Where flights were and when, from lift-off to impact, over the turning Earth.

    Attributes
    ----------
    latitude, longitude
        What lies below, shape (n, points), longitudes without jumps [deg].
    height_km
        Heights above the ellipsoid, same shape [km].
    time_s
        Times since lift-off, same shape [s].
    burnout
        Index of the point of burnout.
    """

    latitude: FloatArray
    longitude: FloatArray
    height_km: FloatArray
    time_s: FloatArray
    burnout: int


def fly(launches: Launches) -> Paths:
    """Fly launches from lift-off to impact; of those that were not found all is NaN."""
    pad = launch_pad(launches.latitude, launches.longitude)
    burning = burn(pad, launches.boost, launches.azimuth, launches.elevation, launches.gain_km_s)
    coasting, _ = integrated(burning.last, PATH_STEPS)
    states = joined([burning, coasting])
    turning = turned(states.place_km, states.time_s)
    latitude, longitude, height = (values.T.copy() for values in to_geodetic(turning))
    # A missile on its pad is on the ground, whatever the last digits of its height say.
    height[:, 0] = height[:, -1] = 0.0
    longitude = np.unwrap(longitude, period=FULL_TURN_DEG, axis=-1)
    time = states.time_s.T.copy()
    for values in (latitude, longitude, height, time):
        values[~launches.solved] = np.nan
    return Paths(latitude, longitude, height, time, burning.time_s.shape[0] - 1)
