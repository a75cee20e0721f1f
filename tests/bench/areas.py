"""Impact areas: those of the record, and how their time grows with their number."""

import statistics
import time

import numpy as np

from dashboard.flights.flight import AREA_POINTS, AREA_PROBABILITIES
from geo.impact_area import impact_areas

RECORD, FEW, MANY, ROUNDS = 200, 10_000, 100_000, 3


def record_areas_s() -> float:
    """Time of both areas of as many flights as the record has [s]."""
    return statistics.median(_areas_s(RECORD) for _ in range(ROUNDS))


def growth_ratio() -> float:
    """Time of an area among many over that of one among a tenth as many; 1 is linear."""
    few = statistics.median(_areas_s(FEW) for _ in range(ROUNDS))
    return _areas_s(MANY) / few / (MANY / FEW)


def _areas_s(flights: int) -> float:
    draw = np.random.default_rng(1)
    begun = time.perf_counter()
    impact_areas(
        draw.uniform(38, 42, flights),
        draw.uniform(124, 130, flights),
        draw.uniform(0, 360, flights),
        draw.uniform(50, 5000, flights),
        range_sd_km=draw.uniform(1, 50, flights),
        azimuth_sd_deg=draw.uniform(0.5, 13, flights),
        site_sd_km=draw.uniform(1, 20, flights),
        probability=AREA_PROBABILITIES,
        points=AREA_POINTS,
    )
    return time.perf_counter() - begun
