"""Launches found for stated ranges and apogees, and flown, with boost phase and rotation."""

import time

import numpy as np

from geo.aiming import solve_launches
from geo.boost import Boost

FLIGHTS = 100_000


def trajectories_s() -> float:
    """Time to find the launches of 100,000 lofted and flat flights, with their flight times [s]."""
    draw = np.random.default_rng(1)
    range_km = draw.uniform(300, 5000, FLIGHTS)
    apogee_km = range_km * draw.uniform(0.2, 2.0, FLIGHTS)
    burn_s = draw.uniform(60, 140, FLIGHTS)
    boost = Boost(np.stack((burn_s, burn_s * (draw.random(FLIGHTS) < 0.5))), np.full(FLIGHTS, 1.5))
    latitude, longitude = draw.uniform(38, 42, FLIGHTS), draw.uniform(124, 130, FLIGHTS)
    begun = time.perf_counter()
    solve_launches(latitude, longitude, draw.uniform(0, 360, FLIGHTS), range_km, apogee_km, boost)
    return time.perf_counter() - begun
