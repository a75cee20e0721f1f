"""The projection of the pictures: areas kept, places found again, published values."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.equal_area import EqualArea

EAST_SEA = EqualArea(40.0, 132.0)
KM2 = 1e6


def test_published_example_of_snyder_is_met():
    # Snyder (1987), page 333: Clarke 1866, centre 40 N 100 W, point 30 N 110 W gives
    # x -965,932.1 m and y -1,056,814.9 m; WGS 84 differs from Clarke 1866 by some 100 m here.
    ((x, y),) = EqualArea(40.0, -100.0).project(30.0, -110.0)
    assert x == pytest.approx(-965.9321, abs=0.2)
    assert y == pytest.approx(-1056.8149, abs=0.2)


@given(st.floats(20, 60), st.floats(110, 200))
def test_place_is_found_again(latitude, longitude):
    ((north, east),) = EAST_SEA.locate(EAST_SEA.project(latitude, longitude))
    assert north == pytest.approx(latitude, abs=1e-7)
    assert east == pytest.approx(longitude, abs=1e-7)


@pytest.mark.parametrize("longitude", [128.0, 140.0, 178.0])
def test_area_of_one_degree_is_kept(longitude):
    edge = np.linspace(0, 1, 50)
    north = np.concatenate([np.full(50, 40.0), 40 + edge, np.full(50, 41.0), 41 - edge])
    east = longitude + np.concatenate([edge, np.ones(50), 1 - edge, np.zeros(50)])
    x, y = EAST_SEA.project(north, east).T
    flat = abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2
    curved = abs(Geod(ellps="WGS84").polygon_area_perimeter(east, north)[0]) / KM2
    assert flat == pytest.approx(curved, rel=1e-4)


def test_longitudes_beyond_180_stay_beside_the_centre():
    ((_, east),) = EAST_SEA.locate(EAST_SEA.project(41.0, 185.0))
    assert east == pytest.approx(185.0)


def test_point_beyond_the_edge_of_the_world_is_infinite():
    assert not np.isfinite(EAST_SEA.locate([[20_000.0, 0.0]])).all()
