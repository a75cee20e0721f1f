"""Rays open from their site, within their half-width, and end in a notch."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.errors import GeometryError
from geo.outline import outline_polygon
from geo.ray import rays

WGS84 = Geod(ellps="WGS84")
PLAIN = {"azimuth_deg": 45, "half_width_deg": 22.5, "length_km": 150}


def seen_from(latitude, longitude, outline):
    """Azimuths within half a turn of north [deg] and distances [km] of an outline's points."""
    there = np.ones(len(outline))
    azimuth, _, metres = WGS84.inv(
        longitude * there, latitude * there, outline[:, 1], outline[:, 0]
    )
    return azimuth, metres / 1000


@pytest.mark.parametrize(
    ("latitude", "longitude", "azimuth_deg", "half_width_deg"),
    [
        pytest.param(40.6, 126.4, 45, 22.5, id="a compass word"),
        pytest.param(40.6, 126.4, 0, 8, id="across north"),
        pytest.param(40.6, 179.9, 90, 11.25, id="over the antimeridian"),
        pytest.param(40.6, -180, 270, 11.25, id="from the antimeridian"),
        pytest.param(40.6, 126.4, 80, 0.1, id="narrow"),
        pytest.param(40.6, 126.4, 80, 90, id="half the compass"),
        pytest.param(89.5, 10, 0, 20, id="over the pole"),
    ],
)
def test_a_ray_opens_from_its_site_by_its_half_width(
    latitude, longitude, azimuth_deg, half_width_deg
):
    outline = rays(latitude, longitude, azimuth_deg, half_width_deg, 150)[0]
    azimuth, distance = seen_from(latitude, longitude, outline)
    off = (azimuth - azimuth_deg + 180) % 360 - 180
    out = distance > 1e-6
    assert distance[0] == pytest.approx(0, abs=1e-6)
    assert out[1:].all()
    assert off[out].min() == pytest.approx(-half_width_deg, abs=1e-5)
    assert off[out].max() == pytest.approx(half_width_deg, abs=1e-5)
    # Both tips reach the whole length, the notch between them stays behind.
    assert np.sum(distance > 150 - 1e-6) == 2
    assert distance[np.abs(off) < 1e-5][-1] < 150
    assert abs(outline[0, 1] - longitude) < 1e-9


def test_a_wide_ray_keeps_three_quarters_of_its_length_and_a_narrow_one_most():
    for half_width_deg, notch_km in ((90, 112.5), (22.5, 112.5), (2, 144.77)):
        outline = rays(40.6, 126.4, 80, half_width_deg, 150, points=24)[0]
        assert seen_from(40.6, 126.4, outline)[1][12] == pytest.approx(notch_km, abs=0.01)


@pytest.mark.parametrize("points", [8, 9, 10, 11, 24])
def test_site_tips_and_notch_are_among_the_points_however_many_there_are(points):
    outline = rays(40.6, 126.4, **PLAIN, points=points)[0]
    _, distance = seen_from(40.6, 126.4, outline)
    assert outline.shape == (points, 2)
    assert np.sum(distance > 150 - 1e-6) == 2
    assert np.any(np.abs(distance - 112.5) < 1e-6)
    assert outline_polygon(outline).is_valid


def test_a_ray_over_the_antimeridian_runs_on():
    longitude = rays(40.6, 179.9, 90, 10, 150)[0, :, 1]
    assert longitude.max() > 181
    assert np.abs(np.diff(longitude)).max() < 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"azimuth_deg": None},
        {"azimuth_deg": math.nan},
        {"azimuth_deg": 360},
        {"half_width_deg": None},
        {"half_width_deg": math.nan},
        {"half_width_deg": 0},
        {"half_width_deg": 90.1},
        {"length_km": None},
        {"length_km": 0},
        {"length_km": math.inf},
        {"points": 7},
    ],
)
def test_rays_without_direction_or_extent_are_refused(wrong):
    with pytest.raises(GeometryError, match=next(iter(wrong))):
        rays(40.6, 126.4, **PLAIN | wrong)


@pytest.mark.parametrize(("latitude", "longitude"), [(None, 126), (126.4, 40.6), (40, math.nan)])
def test_what_is_no_place_has_no_ray(latitude, longitude):
    with pytest.raises(GeometryError, match="itude"):
        rays(latitude, longitude, **PLAIN)


def test_many_rays_are_each_the_one_and_none_are_an_empty_array():
    several = rays([40, 41], 126, [350, 80], [22.5, 4], 150, points=12)
    assert several.shape == (2, 12, 2)
    np.testing.assert_array_equal(several[1], rays(41, 126, 80, 4, 150, points=12)[0])
    assert rays([], [], [], [], [], points=12).shape == (0, 12, 2)


@given(
    st.floats(-85, 85),
    st.floats(-180, 180),
    st.floats(0, 360, exclude_max=True),
    st.floats(0.1, 90),
    st.floats(1, 300),
)
def test_every_ray_is_a_valid_polygon_that_holds_its_azimuth(
    latitude, longitude, azimuth_deg, half_width_deg, length_km
):
    outline = rays(latitude, longitude, azimuth_deg, half_width_deg, length_km)[0]
    polygon = outline_polygon(outline)
    assert polygon.is_valid
    assert polygon.area > 0
