"""Tracks on the ground, over antimeridian and pole too."""

import math

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box

from geo.errors import GeometryError
from geo.geodesic import direct
from geo.ground_track import ground_tracks, split_at_antimeridian
from geo.position import Position

MUPYONG_RI = Position(40.611, 126.426)

positions = st.builds(Position, st.floats(-89, 89), st.floats(-180, 180))
azimuths = st.floats(0, 360, exclude_max=True)


def drawn(site, azimuth_deg, range_km, points=64):
    """Longitudes and latitudes of one track, shape (points, 2)."""
    latitude, longitude = ground_tracks(
        site.latitude, site.longitude, azimuth_deg, range_km, points
    )
    return np.column_stack((longitude[0], latitude[0]))


def unrolled(site, azimuth_deg, range_km, points):
    """Draw the track with GeographicLib, which counts longitudes on past 180 by itself."""
    line = Geodesic.WGS84.Line(site.latitude, site.longitude, azimuth_deg)
    outmask = Geodesic.STANDARD | Geodesic.LONG_UNROLL
    ends = [line.Position(1000 * s, outmask) for s in np.linspace(0, range_km, points)]
    return np.array([(end["lon2"], end["lat2"]) for end in ends])


@pytest.mark.parametrize(
    ("site", "azimuth_deg", "range_km"),
    [
        (MUPYONG_RI, 80, 4800),
        (Position(0, 180), 90, 3000),
        (Position(0, -180), 270, 3000),
        (Position(40, 180), 300, 3000),
        (Position(40, -180), 60, 3000),
        (Position(-20, -175), 250, 15_000),
        (MUPYONG_RI, 1, 10_000),
        (MUPYONG_RI, 359, 10_000),
        (Position(40, 170), 5, 19_000),
    ],
)
def test_tracks_follow_geographiclib_past_the_antimeridian(site, azimuth_deg, range_km):
    track = drawn(site, azimuth_deg, range_km, points=33)
    # 1e-9 degrees are a tenth of a millimetre.
    expected = unrolled(site, azimuth_deg, range_km, 33)
    np.testing.assert_allclose(track, expected, rtol=0, atol=1e-9)


def test_the_4_october_2022_track_runs_on_past_180():
    longitude = drawn(MUPYONG_RI, 80, 4800)[:, 0]
    assert np.all(np.diff(longitude) > 0)
    assert 180 < longitude[-1] < 182


def test_a_track_over_the_pole_changes_its_longitude_by_half_a_turn_once():
    latitude, longitude = ground_tracks(MUPYONG_RI.latitude, MUPYONG_RI.longitude, 0, 8000)
    assert latitude.max() > 89
    steps = np.abs(np.diff(longitude[0]))
    assert np.sum(steps > 1e-6) == 1
    assert steps.max() == pytest.approx(180)


def test_a_track_of_no_range_stays_at_its_site():
    track = drawn(MUPYONG_RI, 80, 0)
    np.testing.assert_allclose(track, np.full_like(track, 1) * [126.426, 40.611], rtol=0, atol=1e-9)


@pytest.mark.parametrize("points", [1, 0, -3])
def test_a_track_needs_both_ends(points):
    with pytest.raises(GeometryError, match="points must be at least 2"):
        drawn(MUPYONG_RI, 80, 800, points)


@pytest.mark.parametrize("range_km", [None, math.nan, -1])
def test_tracks_without_a_range_are_refused(range_km):
    with pytest.raises(GeometryError, match="range_km"):
        ground_tracks([40, 40], [126, 126], [80, 80], [800, range_km])


def test_many_tracks_are_each_the_one_track():
    azimuth, distance = [10.0, 80.0, 350.0], [400.0, 4800.0, 9000.0]
    latitude, longitude = ground_tracks(40.611, 126.426, azimuth, distance, points=16)
    assert latitude.shape == longitude.shape == (3, 16)
    for row in range(3):
        alone = drawn(MUPYONG_RI, azimuth[row], distance[row], points=16)
        np.testing.assert_array_equal(alone, np.column_stack((longitude[row], latitude[row])))


def test_no_tracks_at_all_are_an_empty_array():
    assert ground_tracks([], [], [], [], points=5)[0].shape == (0, 5)


@given(positions, azimuths, st.floats(0, 19_000))
def test_tracks_start_at_the_site_end_at_the_impact_and_never_jump(site, azimuth_deg, range_km):
    coords = drawn(site, azimuth_deg, range_km)
    end = direct(site, azimuth_deg, range_km)
    assert coords[0] == pytest.approx((site.longitude, site.latitude), abs=1e-9)
    assert coords[-1, 1] == pytest.approx(end.latitude, abs=1e-9)
    assert math.remainder(coords[-1, 0] - end.longitude, 360) == pytest.approx(0, abs=1e-6)
    assert np.abs(coords[:, 0] - coords[0, 0]).max() <= 180 + 1e-9


def test_a_track_that_crosses_is_cut_in_two_and_keeps_its_direction():
    west, east = split_at_antimeridian(LineString(drawn(MUPYONG_RI, 80, 4800))).geoms
    assert west.coords[0] == pytest.approx((126.426, 40.611))
    assert west.coords[-1][0] == 180
    assert east.coords[0][0] == -180
    assert west.coords[-1][1] == pytest.approx(east.coords[0][1])
    assert -180 < east.coords[-1][0] < -178


def test_westward_longitudes_below_minus_180_come_back_too():
    parts = split_at_antimeridian(LineString([(-170, 0), (-190, 10)]))
    assert sorted(part.bounds for part in parts.geoms) == [(-180, 0, -170, 5), (170, 5, 180, 10)]


def test_what_does_not_cross_stays_whole():
    line = LineString([(120, 40), (140, 40)])
    assert split_at_antimeridian(line).equals(MultiLineString([line]))


def test_what_ends_on_the_antimeridian_is_not_cut():
    parts = split_at_antimeridian(LineString([(170, 40), (180, 40)])).geoms
    assert [part.bounds for part in parts] == [(170, 40, 180, 40)]


def test_what_lies_on_the_antimeridian_stays_one_line():
    parts = split_at_antimeridian(LineString([(180, 40), (180, 41)])).geoms
    assert len(parts) == 1


def test_an_area_that_crosses_is_cut_in_two():
    area = Polygon(
        [(170, -10), (200, -10), (200, 10), (170, 10)], [[(178, -1), (182, -1), (180, 1)]]
    )
    parts = split_at_antimeridian(area)
    assert isinstance(parts, MultiPolygon)
    assert parts.is_valid
    assert parts.bounds == (-180, -10, 180, 10)
    assert parts.area == pytest.approx(area.area)


def test_cutting_keeps_the_area_on_the_ellipsoid():
    wgs84 = Geod(ellps="WGS84")
    area = box(150, 30, 200, 50).segmentize(0.1)
    whole = abs(wgs84.geometry_area_perimeter(area)[0])
    parts = sum(abs(wgs84.geometry_area_perimeter(p)[0]) for p in split_at_antimeridian(area).geoms)
    assert parts == pytest.approx(whole, rel=1e-5)


@pytest.mark.parametrize("shape", [None, Point(180, 0), LineString(), Polygon()])
def test_only_lines_and_polygons_with_points_are_cut(shape):
    with pytest.raises(GeometryError, match="LineString or Polygon"):
        split_at_antimeridian(shape)
