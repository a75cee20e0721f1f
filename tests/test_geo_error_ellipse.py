"""What a displaced site does across the track, against displaced sites on pyproj's sphere."""

from functools import cache

import numpy as np
import pytest
from pyproj import Geod

from geo.error_ellipse import FlightErrors, _site_errors_across

SPHERE = Geod(a=6_371_000, b=6_371_000)
SAMPLES = 50_000
SITE_SD_KM = 1.0  # small, so that what is of second order in it does not count


def errors(latitude, azimuth_deg, azimuth_sd_deg, range_sd_km):
    """One flight from a site that is good to a kilometre."""
    known = (np.radians(latitude), np.radians(azimuth_deg), np.radians(azimuth_sd_deg))
    columns = [np.array([[value]]) for value in (*known, 4500.0, range_sd_km, SITE_SD_KM)]
    return FlightErrors(*columns)


@cache
def displaced(latitude, azimuth_deg, azimuth_sd_deg, distance_km, forward_sd_km=SITE_SD_KM):
    """How far forward sites lie, and how far right flights from them end, of the one meant [km]."""
    draw = np.random.default_rng(20221004)
    there = np.ones(SAMPLES)
    azimuth = draw.normal(azimuth_deg, azimuth_sd_deg, SAMPLES)
    forward, right = draw.normal(0, [[forward_sd_km], [SITE_SD_KM]], (2, SAMPLES))
    towards = azimuth + np.degrees(np.arctan2(right, forward))
    site = (126.0 * there, latitude * there)
    off_site = SPHERE.fwd(*site, towards, np.hypot(forward, right) * 1000)[:2]
    *end, back = SPHERE.fwd(*site, azimuth, distance_km * 1000 * there)
    off_end = SPHERE.fwd(*off_site, azimuth, distance_km * 1000 * there)[:2]
    bearing, _, metres = SPHERE.inv(*end, *off_end)
    return forward, metres / 1000 * np.sin(np.radians(bearing - back - 180))


FLIGHTS = [
    (40, 60, 300),
    (40, 60, 4500),
    (40, 300, 4500),
    (40, 180, 9000),
    (-70, 20, 4500),
]


@pytest.mark.parametrize("azimuth_sd_deg", [0, 10, 40])
@pytest.mark.parametrize(("latitude", "azimuth_deg", "distance_km"), FLIGHTS)
def test_a_site_displaced_forward_drifts_its_impact_aside_as_drawn(
    latitude, azimuth_deg, azimuth_sd_deg, distance_km
):
    forward, right = displaced(latitude, azimuth_deg, azimuth_sd_deg, distance_km)
    flight = errors(latitude, azimuth_deg, azimuth_sd_deg, 1e6)
    drift, _ = _site_errors_across(flight, flight.range_sd, np.array([[distance_km]]))
    # Four standard errors of the mean of the products.
    product = forward * right
    tolerance = 4 * product.std() / np.sqrt(SAMPLES)
    assert float(drift[0, 0]) == pytest.approx(product.mean() / forward.var(), abs=tolerance)


@pytest.mark.parametrize("azimuth_sd_deg", [0, 10, 40])
@pytest.mark.parametrize(("latitude", "azimuth_deg", "distance_km"), FLIGHTS)
def test_where_the_range_tells_nothing_the_whole_spread_across_is_left(
    latitude, azimuth_deg, azimuth_sd_deg, distance_km
):
    _, right = displaced(latitude, azimuth_deg, azimuth_sd_deg, distance_km)
    flight = errors(latitude, azimuth_deg, azimuth_sd_deg, 1e6)
    _, spread = _site_errors_across(flight, flight.range_sd, np.array([[distance_km]]))
    assert float(spread[0, 0]) == pytest.approx(np.sqrt(np.mean(right**2)), rel=0.015)


@pytest.mark.parametrize("azimuth_sd_deg", [0, 10, 40])
@pytest.mark.parametrize(("latitude", "azimuth_deg", "distance_km"), FLIGHTS)
def test_where_the_range_is_known_only_what_lies_right_of_the_site_is_left(
    latitude, azimuth_deg, azimuth_sd_deg, distance_km
):
    _, right = displaced(latitude, azimuth_deg, azimuth_sd_deg, distance_km, forward_sd_km=0)
    flight = errors(latitude, azimuth_deg, azimuth_sd_deg, 0.0)
    _, spread = _site_errors_across(flight, flight.range_sd, np.array([[distance_km]]))
    assert float(spread[0, 0]) == pytest.approx(np.sqrt(np.mean(right**2)), rel=0.015)
