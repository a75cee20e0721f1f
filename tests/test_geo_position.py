"""What is a place and what is not."""

import math

import numpy as np
import pytest

from geo.errors import GeometryError
from geo.position import Position


@pytest.mark.parametrize("latitude", [-90, 90])
@pytest.mark.parametrize("longitude", [-180, 0, 180])
def test_poles_and_antimeridian_are_places(latitude, longitude):
    assert Position(latitude, longitude).latitude == latitude


@pytest.mark.parametrize("nothing", [None, math.nan, math.inf, -math.inf, "40.6", "", []])
def test_a_missing_or_unreadable_coordinate_is_refused_by_name(nothing):
    with pytest.raises(GeometryError, match="latitude must be a finite number"):
        Position(nothing, 126.426)
    with pytest.raises(GeometryError, match="longitude must be a finite number"):
        Position(40.611, nothing)


def test_nothing_at_all_does_not_become_zero_zero():
    with pytest.raises(GeometryError):
        Position(None, None)


def test_swapped_latitude_and_longitude_are_recognised():
    with pytest.raises(GeometryError, match=r"got 126\.426 \(swapped\?.*40\.611"):
        Position(126.426, 40.611)


@pytest.mark.parametrize(("latitude", "longitude"), [(126.4, 100), (190, 40), (90.001, 120)])
def test_no_swap_is_suggested_where_it_would_not_help(latitude, longitude):
    with pytest.raises(GeometryError) as caught:
        Position(latitude, longitude)
    assert "swapped" not in str(caught.value)


@pytest.mark.parametrize("longitude", [180.001, -180.001, 306.4])
def test_longitudes_run_from_minus_180_to_180(longitude):
    with pytest.raises(GeometryError, match="longitude must be within -180 to 180"):
        Position(40.611, longitude)


def test_numpy_numbers_are_numbers():
    assert Position(np.float64(40.611), np.float32(126.5)) == Position(40.611, 126.5)


def test_a_position_cannot_be_changed():
    with pytest.raises(AttributeError):
        Position(40.611, 126.426).latitude = 41
