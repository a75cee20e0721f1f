"""Arcs and discs against pyproj's inverse geodesic: every point at its range and azimuth."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.compass import Sector
from geo.errors import GeometryError
from geo.outline import outline_polygon
from geo.range_circle import discs, range_arcs

WGS84 = Geod(ellps="WGS84")

# A millimetre, and an angle of as much at 100 m.
TOLERANCE_KM = 1e-6
TOLERANCE_DEG = 1e-6


def seen_from(latitude, longitude, outline):
    """Azimuths [deg] and distances [km] of an outline's points, seen from a site."""
    there = np.ones(len(outline))
    azimuth, _, metres = WGS84.inv(
        longitude * there, latitude * there, outline[:, 1], outline[:, 0]
    )
    return azimuth % 360, metres / 1000


def apart_deg(one, other):
    return np.abs((one - other + 180) % 360 - 180)


@pytest.mark.parametrize(
    ("latitude", "longitude", "range_km", "first", "last"),
    [
        pytest.param(40.6, 126.4, 4600, 60, 100, id="over the antimeridian"),
        pytest.param(0, 180, 500, 200, 340, id="from the antimeridian westward"),
        pytest.param(0, -180, 500, 20, 160, id="from the antimeridian eastward"),
        pytest.param(40.6, 126.4, 800, 350, 10, id="across north"),
        pytest.param(40.6, 126.4, 6000, 300, 60, id="beyond the pole"),
        pytest.param(40.6, 126.4, 400, 90, 89, id="all but a degree"),
        pytest.param(-85, 10, 3000, 0, 180, id="from near a pole"),
        pytest.param(40.6, 126.4, 0.1, 10, 20, id="a hundred metres"),
    ],
)
def test_every_point_of_an_arc_is_at_the_range_and_between_the_azimuths(
    latitude, longitude, range_km, first, last
):
    arc = range_arcs(latitude, longitude, range_km, first, last, points=50)[0]
    azimuth, distance = seen_from(latitude, longitude, arc)
    np.testing.assert_allclose(distance, range_km, rtol=0, atol=TOLERANCE_KM)
    expected = first + np.linspace(0, (last - first) % 360, 50)
    assert apart_deg(azimuth, expected).max() < TOLERANCE_DEG
    assert np.abs(np.diff(arc[:, 1])).max() < 180
    assert abs(arc[0, 1] - longitude) <= 180


def test_an_arc_that_crosses_the_antimeridian_runs_on():
    arc = range_arcs(40.6, 126.4, 5200, 60, 100)[0]
    assert arc[:, 1].min() > 170
    assert arc[:, 1].max() > 180


def test_from_an_azimuth_to_itself_is_the_whole_circle():
    arc = range_arcs(40.6, 126.4, 800, 30, 30, points=37)[0]
    np.testing.assert_allclose(arc[0], arc[-1], rtol=0, atol=1e-9)
    assert arc[:, 0].min() < 34
    assert arc[:, 0].max() > 47


def test_the_sector_of_a_compass_word_is_an_arc_from_its_first_to_its_last_azimuth():
    north, all_round = Sector(0, 45), Sector(180, 360)
    assert (north.first_azimuth_deg, north.last_azimuth_deg) == (337.5, 22.5)
    assert all_round.first_azimuth_deg == all_round.last_azimuth_deg


def test_a_circle_round_a_pole_ends_a_turn_from_where_it_began():
    arc = range_arcs(80, 126, 2000, 0, 0)[0]
    assert abs(arc[-1, 1] - arc[0, 1]) == pytest.approx(360)


def test_the_sites_pole_is_a_site_like_any_other():
    _, distance = seen_from(90, 0, range_arcs(90, 0, 500, 10, 300)[0])
    np.testing.assert_allclose(distance, 500, rtol=0, atol=TOLERANCE_KM)


@pytest.mark.parametrize("longitude", [126.4, 180, -180])
def test_an_arc_of_no_range_stays_at_its_site(longitude):
    arc = range_arcs(40.6, longitude, 0, 10, 300)[0]
    np.testing.assert_allclose(arc, np.full_like(arc, 1) * [40.6, longitude], rtol=0, atol=1e-9)


@pytest.mark.parametrize("wrong", [None, math.nan, -1, 25_000, math.inf])
def test_impossible_ranges_and_radii_are_refused(wrong):
    with pytest.raises(GeometryError, match=r"range_km\[1\]"):
        range_arcs(40.6, 126.4, [800, wrong], 10, 20)
    with pytest.raises(GeometryError, match=r"radius_km\[1\]"):
        discs(40.6, 126.4, [20, wrong])


@pytest.mark.parametrize("wrong", [None, math.nan, -1, 360])
def test_impossible_azimuths_are_refused(wrong):
    with pytest.raises(GeometryError, match="azimuth_deg"):
        range_arcs(40.6, 126.4, 800, wrong, 20)
    with pytest.raises(GeometryError, match="azimuth_deg"):
        range_arcs(40.6, 126.4, 800, 20, wrong)


@pytest.mark.parametrize(("latitude", "longitude"), [(None, 126), (126.4, 40.6), (math.nan, 0)])
def test_what_is_no_place_has_neither_arc_nor_disc(latitude, longitude):
    with pytest.raises(GeometryError, match="latitude"):
        range_arcs(latitude, longitude, 800, 10, 20)
    with pytest.raises(GeometryError, match="latitude"):
        discs(latitude, longitude, 20)


def test_too_few_points_and_a_disc_of_no_radius_are_refused():
    with pytest.raises(GeometryError, match="at least 2"):
        range_arcs(40.6, 126.4, 800, 10, 20, points=1)
    with pytest.raises(GeometryError, match="at least 3"):
        discs(40.6, 126.4, 20, points=2)
    with pytest.raises(GeometryError, match="radius_km must be above 0"):
        discs(40.6, 126.4, 0)


def test_nothing_at_all_is_an_empty_array():
    assert range_arcs([], [], [], [], [], points=5).shape == (0, 5, 2)
    assert discs([], [], [], points=5).shape == (0, 5, 2)


def test_many_arcs_and_discs_are_each_the_one():
    arcs = range_arcs([40, 41], [126, 179], [500, 4000], [350, 20], [10, 90], points=9)
    assert arcs.shape == (2, 9, 2)
    np.testing.assert_array_equal(arcs[1], range_arcs(41, 179, 4000, 20, 90, points=9)[0])
    regions = discs([40, 41], [126, 179], [50, 200], points=9)
    np.testing.assert_array_equal(regions[1], discs(41, 179, 200, points=9)[0])


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(40.6, 126.4), (39, 179.9), (39, -179.9), (89.9, 0), (-90, 7)]
)
def test_every_point_of_a_disc_is_at_its_radius_and_its_polygon_has_its_area(latitude, longitude):
    outline = discs(latitude, longitude, 50)[0]
    _, distance = seen_from(latitude, longitude, outline)
    np.testing.assert_allclose(distance, 50, rtol=0, atol=TOLERANCE_KM)
    polygon = outline_polygon(outline)
    assert polygon.is_valid
    if abs(latitude) < 80:
        # 72 sides leave out 0.13 percent of a circle.
        square_km = abs(WGS84.geometry_area_perimeter(polygon)[0]) / 1e6
        assert square_km == pytest.approx(math.pi * 50**2, rel=2e-3)


def test_a_disc_begins_due_north_and_goes_round_clockwise():
    azimuth, _ = seen_from(40.6, 126.4, discs(40.6, 126.4, 50, points=8)[0])
    assert apart_deg(azimuth, np.arange(0, 360, 45)).max() < TOLERANCE_DEG


@given(
    st.floats(-89, 89),
    st.floats(-180, 180),
    st.floats(0.1, 15_000),
    st.floats(0, 360, exclude_max=True),
    st.floats(0, 360, exclude_max=True),
)
def test_arcs_are_at_their_range_anywhere(latitude, longitude, range_km, first, last):
    arc = range_arcs(latitude, longitude, range_km, first, last, points=20)[0]
    _, distance = seen_from(latitude, longitude, arc)
    np.testing.assert_allclose(distance, range_km, rtol=0, atol=TOLERANCE_KM)
