"""Ground tracks in bulk beside one bare call of the library below them."""

import statistics
import time

import numpy as np
from pyproj import Geod

from geo.ground_track import ground_tracks

FLIGHTS, POINTS, ROUNDS = 100_000, 64, 3


def track_rate_ratio() -> float:
    """Rate of `ground_tracks` over that of one vectorised `Geod.fwd` on the same arrays."""
    generator = np.random.default_rng(1)
    latitude = generator.uniform(38, 42, FLIGHTS)
    longitude = generator.uniform(124, 130, FLIGHTS)
    azimuth_deg = generator.uniform(0, 360, FLIGHTS)
    range_km = generator.uniform(50, 5000, FLIGHTS)
    shares = np.linspace(0, 1, POINTS)
    bare_arrays = [
        np.repeat(latitude, POINTS),
        np.repeat(longitude, POINTS),
        np.repeat(azimuth_deg, POINTS),
        np.outer(range_km * 1000, shares).ravel(),
    ]
    geod = Geod(ellps="WGS84")
    ratios = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        geod.fwd(bare_arrays[1], bare_arrays[0], bare_arrays[2], bare_arrays[3])
        bare = time.perf_counter() - begun
        begun = time.perf_counter()
        ground_tracks(latitude, longitude, azimuth_deg, range_km, points=POINTS)
        ratios.append(bare / (time.perf_counter() - begun))
    return statistics.median(ratios)
