"""Impact areas hold the share of impacts that they state."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM, direct_many, wrapped_azimuth
from geo.ground_track import split_at_antimeridian
from geo.impact_area import CHUNK, impact_areas
from geo.outline import outline_polygon
from geo.position import Position

MUPYONG_RI = Position(40.611, 126.426)
SAMPLES = 100_000
PLAIN = {"range_sd_km": 25, "azimuth_sd_deg": 3, "site_sd_km": 2}


def area_of(site, azimuth_deg, range_km, **form):
    """Polygon of the impact area of one flight."""
    (outline,) = impact_areas(site.latitude, site.longitude, azimuth_deg, range_km, **form)
    return outline_polygon(outline)


def shares_inside(  # noqa: PLR0913, PLR0917
    site, azimuth_deg, range_km, spreads, probabilities, points=72
):
    """Draw impacts at random by the stated model and count those inside each of its areas."""
    range_sd_km, azimuth_sd_deg, site_sd_km = spreads
    draw = np.random.default_rng(20221004)
    distance = draw.normal(range_km, range_sd_km, SAMPLES)
    while np.any(distance < 0):  # no flight has a range below 0
        distance = np.where(distance < 0, draw.normal(range_km, range_sd_km, SAMPLES), distance)
    # Few are beyond half round the Earth, and no area reaches there.
    distance = np.minimum(distance, MAX_RANGE_KM)
    azimuth = wrapped_azimuth(draw.normal(azimuth_deg, azimuth_sd_deg, SAMPLES))
    north, east = draw.normal(0, site_sd_km, (2, SAMPLES))
    towards = wrapped_azimuth(np.degrees(np.arctan2(east, north)))
    sites = direct_many(site.latitude, site.longitude, towards, np.hypot(north, east))
    latitude, longitude = direct_many(*sites, azimuth, distance)
    outlines = impact_areas(
        site.latitude,
        site.longitude,
        azimuth_deg,
        range_km,
        range_sd_km=range_sd_km,
        azimuth_sd_deg=azimuth_sd_deg,
        site_sd_km=site_sd_km,
        probability=probabilities,
        points=points,
    )
    shares = []
    for (outline,) in outlines:
        area = outline_polygon(outline)
        shapely.prepare(area)
        west = area.bounds[0]
        inside = shapely.contains_xy(area, west + (longitude - west) % 360, latitude)
        shares.append(float(inside.mean()))
    return shares


def within(probabilities, tolerance=0.01):
    return pytest.approx(list(probabilities), abs=tolerance)


@pytest.mark.parametrize(
    ("site", "azimuth_deg", "range_km", "spreads"),
    [
        pytest.param(MUPYONG_RI, 80, 4500, (29, 3, 2), id="4 October 2022, over 180"),
        pytest.param(MUPYONG_RI, 80, 4600, (100, 13, 10), id="a compass word, over 180"),
        pytest.param(Position(40, -179), 280, 600, (20, 5, 5), id="westward over 180"),
        pytest.param(MUPYONG_RI, 0, 5498, (50, 4, 2), id="round the pole"),
        pytest.param(MUPYONG_RI, 2, 6500, (50, 4, 2), id="beyond the pole"),
        pytest.param(Position(90, 0), 30, 2000, (50, 4, 0), id="from the pole"),
        pytest.param(Position(-85, 0), 30, 2000, (50, 4, 40), id="a vague site near a pole"),
        pytest.param(Position(39.2, 125.7), 45, 350, (14, 13, 1), id="a compass word"),
        pytest.param(Position(39.2, 125.7), 60, 787, (5, 0.5, 0.5), id="well known"),
        pytest.param(Position(39.2, 125.7), 60, 400, (10, 1, 20), id="a vague site"),
        pytest.param(Position(39.2, 125.7), 355, 200, (15, 8, 5), id="across north"),
        pytest.param(Position(39.2, 125.7), 90, 100, (10, 20, 5), id="short and wide"),
        pytest.param(MUPYONG_RI, 0, 6000, (30, 0.1, 50), id="a vague site, over the pole"),
        pytest.param(MUPYONG_RI, 200, 15_000, (300, 0.1, 50), id="a vague site, far away"),
        pytest.param(MUPYONG_RI, 200, 3000, (150, 0.1, 50), id="a vague site, southward"),
        pytest.param(MUPYONG_RI, 80, 4500, (1, 13, 0.5), id="thin, a compass word"),
        pytest.param(MUPYONG_RI, 80, 4500, (1, 20, 0.5), id="thin and wide"),
        pytest.param(MUPYONG_RI, 135, 4500, (1, 30, 0.5), id="thin and very wide"),
        pytest.param(MUPYONG_RI, 10, 4500, (1, 13, 0.5), id="thin, towards the pole"),
        pytest.param(MUPYONG_RI, 20, 5000, (1000, 0.1, 0.5), id="a needle past the pole"),
        pytest.param(Position(85, 0), 90, 1000, (200, 0.02, 0.02), id="a needle near the pole"),
    ],
)
def test_the_stated_share_of_impacts_lies_inside(site, azimuth_deg, range_km, spreads):
    probabilities = (0.5, 0.9, 0.99)
    shares = shares_inside(site, azimuth_deg, range_km, spreads, probabilities)
    assert shares == within(probabilities)


@pytest.mark.parametrize("site_sd_km", [0.5, 50])
@pytest.mark.parametrize("azimuth_sd_deg", [0.1, 5, 30])
@pytest.mark.parametrize("range_share", [0.005, 0.2])
@pytest.mark.parametrize(
    ("range_km", "azimuth_deg"), [(20, 80), (100, 315), (1000, 45), (4500, 135), (10_000, 200)]
)
def test_the_stated_share_lies_inside_from_short_to_long_and_from_exact_to_vague(
    range_km, azimuth_deg, range_share, azimuth_sd_deg, site_sd_km
):
    spreads = (range_share * range_km, azimuth_sd_deg, site_sd_km)
    shares = shares_inside(MUPYONG_RI, azimuth_deg, range_km, spreads, (0.5, 0.9))
    assert shares == within((0.5, 0.9))


@pytest.mark.parametrize("azimuth_sd_deg", [0.1, 5, 30])
@pytest.mark.parametrize("site_sd_km", [0.5, 50])
def test_the_stated_share_lies_inside_at_the_longest_ranges(azimuth_sd_deg, site_sd_km):
    spreads = (0.05 * 15_000, azimuth_sd_deg, site_sd_km)
    shares = shares_inside(MUPYONG_RI, 60, 15_000, spreads, (0.5, 0.9))
    assert shares == within((0.5, 0.9))


def test_what_remains_a_needle_over_the_pole_holds_some_more_than_it_states():
    half, most = shares_inside(MUPYONG_RI, 0, 6000, (1200, 0.1, 0.5), (0.5, 0.9))
    assert 0.5 < half < 0.55
    assert 0.9 < most < 0.92


def test_what_remains_the_thinnest_and_widest_arcs_are_better_with_more_points():
    spreads = (1, 30, 0.5)
    assert shares_inside(MUPYONG_RI, 10, 4500, spreads, (0.5, 0.9)) == within((0.5, 0.9), 0.05)
    finer = shares_inside(MUPYONG_RI, 10, 4500, spreads, (0.5, 0.9), points=288)
    assert finer == within((0.5, 0.9))


@pytest.mark.parametrize("site_sd_km", [0, 1, 20])
@pytest.mark.parametrize("azimuth_sd_deg", [1, 13, 60, 120, 1000])
@pytest.mark.parametrize(("range_km", "range_sd_km"), [(0, 10), (10, 10), (30, 50), (110, 60)])
def test_areas_that_reach_back_to_the_site_hold_at_least_their_share(
    range_km, range_sd_km, azimuth_sd_deg, site_sd_km
):
    spreads = (range_sd_km, azimuth_sd_deg, site_sd_km)
    (share,) = shares_inside(MUPYONG_RI, 80, range_km, spreads, (0.9,))
    assert share >= 0.9 - 0.01


def test_an_azimuth_that_may_be_anything_gives_a_disc_round_the_site():
    area = area_of(
        MUPYONG_RI, 80, 400, range_sd_km=20, azimuth_sd_deg=500, site_sd_km=1, probability=0.9
    )
    longitude, latitude = shapely.get_coordinates(area).T
    metres = Geod(ellps="WGS84").inv(
        np.full_like(longitude, 126.426), np.full_like(latitude, 40.611), longitude, latitude
    )[2]
    # Its corners stand out by what the sides cut off on the map: a hundred metres at most.
    assert np.ptp(metres) < 100
    assert metres.min() > 400_000


def test_a_flight_that_went_nowhere_leaves_the_doubt_about_its_site():
    area = area_of(MUPYONG_RI, 80, 0, range_sd_km=0, azimuth_sd_deg=3, site_sd_km=5)
    metres = Geod(ellps="WGS84").geometry_area_perimeter(area)[0]
    radius_km = 5 * math.sqrt(-2 * math.log(0.1))
    assert abs(metres) / 1e6 == pytest.approx(math.pi * radius_km**2, rel=0.01)


def test_a_precise_site_is_the_corner_of_an_area_that_reaches_back_to_it():
    site = Position(33.13, 41.35)
    area = area_of(site, 285.6, 0.1, range_sd_km=0.91, azimuth_sd_deg=5.83, site_sd_km=0)
    assert area.is_valid
    assert area.area > 0
    corner = shapely.get_coordinates(area) - (41.35, 33.13)
    assert np.abs(corner).max(axis=1).min() < 1e-9


def test_the_4_october_2022_area_crosses_180_and_is_cut_there():
    area = area_of(MUPYONG_RI, 80, 4500, **PLAIN | {"azimuth_sd_deg": 13})
    west, _, east, _ = area.bounds
    assert west < 178
    assert east > 180
    parts = split_at_antimeridian(area)
    assert len(parts.geoms) == 2
    assert parts.is_valid
    assert parts.area == pytest.approx(area.area)


@pytest.mark.parametrize(("latitude", "azimuth_deg", "pole"), [(40, 0, 90), (-40, 180, -90)])
def test_an_area_round_a_pole_holds_that_pole_and_is_one_cap(latitude, azimuth_deg, pole):
    area = area_of(Position(latitude, 126), azimuth_deg, 5600, **PLAIN | {"range_sd_km": 100})
    cap = split_at_antimeridian(area)
    assert cap.is_valid
    assert len(cap.geoms) == 1
    assert cap.bounds[0::2] == (-180, 180)
    assert cap.covers(shapely.LineString([(-180, pole), (180, pole)]))
    assert cap.disjoint(shapely.Point(126, latitude))


def test_a_disc_from_near_the_equator_holds_the_near_pole_only():
    form = {"range_sd_km": 10, "azimuth_sd_deg": 200, "site_sd_km": 0}
    disc = area_of(Position(-6.73, 15.56), 283, 10_000, **form)
    assert disc.covers(shapely.Point(15.56, -90))
    assert disc.disjoint(shapely.Point(15.56, 89))


def test_the_area_lies_where_the_track_ends_even_when_that_is_past_180():
    area = area_of(MUPYONG_RI, 80, 5200, **PLAIN)
    longitude, latitude, _ = Geod(ellps="WGS84").fwd(126.426, 40.611, 80, 5_200_000)
    assert longitude < 0
    assert area.contains(shapely.Point(longitude + 360, latitude))


def test_the_area_is_that_of_the_error_ellipse():
    area = area_of(MUPYONG_RI, 80, 800, range_sd_km=20, azimuth_sd_deg=2, site_sd_km=5)
    square_km = abs(Geod(ellps="WGS84").geometry_area_perimeter(area)[0]) / 1e6
    along, across = math.hypot(20, 5), math.hypot(800 * math.radians(2), 5)
    assert square_km == pytest.approx(math.pi * -2 * math.log(0.1) * along * across, rel=0.01)


def test_areas_with_more_probability_hold_those_with_less():
    small, large = (area_of(MUPYONG_RI, 80, 800, **PLAIN, probability=p) for p in (0.5, 0.9))
    assert large.contains(small)


@pytest.mark.parametrize(
    "wrong",
    [
        {"range_sd_km": 0, "site_sd_km": 0},
        {"azimuth_sd_deg": 0, "site_sd_km": 0},
        {"range_sd_km": -1},
        {"range_sd_km": math.nan},
        {"azimuth_sd_deg": None},
        {"site_sd_km": math.inf},
        {"probability": 0},
        {"probability": 1},
        {"points": 3},
        {"range_sd_km": 9000},
    ],
)
def test_areas_without_extent_or_sense_are_refused(wrong):
    with pytest.raises(GeometryError):
        area_of(MUPYONG_RI, 80, 800, **PLAIN | wrong)


@pytest.mark.parametrize(("azimuth_deg", "range_km"), [(None, 800), (80, None), (80, -1)])
def test_unknown_azimuths_and_ranges_are_refused(azimuth_deg, range_km):
    with pytest.raises(GeometryError):
        area_of(MUPYONG_RI, azimuth_deg, range_km, **PLAIN)


def test_many_areas_are_each_the_one_area():
    azimuth, distance = [80.0, 0.0, 300.0], [4500.0, 5498.0, 20.0]
    outlines = impact_areas(40.611, 126.426, azimuth, distance, **PLAIN, points=24)
    assert outlines.shape == (3, 24, 2)
    for row in range(3):
        alone = impact_areas(40.611, 126.426, azimuth[row], distance[row], **PLAIN, points=24)
        np.testing.assert_array_equal(outlines[row], alone[0])


def test_several_probabilities_in_one_call_are_each_the_one_call():
    flights = ([40.611, 39], [126.426, 179], [80, 270], [4500, 300])
    both = impact_areas(*flights, **PLAIN, probability=(0.5, 0.9))
    assert both.shape == (2, 2, 72, 2)
    for outlines, probability in zip(both, (0.5, 0.9), strict=True):
        alone = impact_areas(*flights, **PLAIN, probability=probability)
        np.testing.assert_array_equal(outlines, alone)
    assert impact_areas(*flights, **PLAIN, probability=[0.5]).shape == (1, 2, 72, 2)


def test_more_flights_than_are_drawn_at_once_are_each_the_one_flight():
    many = CHUNK + 2
    azimuth = np.linspace(0, 359, many)
    outlines = impact_areas(40.6, 126.4, azimuth, 800, **PLAIN, points=8)
    for row in (0, CHUNK - 1, CHUNK, many - 1):
        alone = impact_areas(40.6, 126.4, azimuth[row], 800, **PLAIN, points=8)
        np.testing.assert_array_equal(outlines[row], alone[0])


def test_a_wrong_number_is_named_by_its_place_however_many_there_are():
    longitude = np.full(CHUNK + 3, 126.4)
    longitude[CHUNK + 1] = np.nan
    with pytest.raises(GeometryError, match=rf"longitude\[{CHUNK + 1}\] must be"):
        impact_areas(40.6, longitude, 80, 800, **PLAIN)


@pytest.mark.parametrize("probability", [(0.5, 1), (0, 0.9), (0.5, math.nan), None])
def test_each_of_several_probabilities_lies_between_0_and_1(probability):
    with pytest.raises(GeometryError, match="probability must be above 0 and below 1"):
        impact_areas(40.6, 126.4, 80, 800, **PLAIN, probability=probability)


def test_an_area_beyond_half_round_the_earth_is_refused_with_its_reach():
    with pytest.raises(GeometryError, match=r"within 20004 km of its site.*would reach 2"):
        area_of(MUPYONG_RI, 80, 15_000, **PLAIN | {"range_sd_km": 3000})


def test_no_flights_have_no_areas():
    assert impact_areas([], [], [], [], **PLAIN).shape == (0, 72, 2)
    assert impact_areas([], [], [], [], **PLAIN, probability=(0.5, 0.9)).shape == (2, 0, 72, 2)


@given(
    st.floats(-80, 80),
    st.floats(-180, 180),
    st.floats(0, 360, exclude_max=True),
    st.floats(0, 10_000),
    st.floats(1, 300),
    st.floats(0.1, 200),
    st.floats(0, 50),
)
def test_every_area_is_a_valid_polygon_on_the_map(  # noqa: PLR0913, PLR0917
    latitude, longitude, azimuth, distance, range_sd, azimuth_sd, site_sd
):
    area = area_of(
        Position(latitude, longitude),
        azimuth,
        distance,
        range_sd_km=range_sd,
        azimuth_sd_deg=azimuth_sd,
        site_sd_km=site_sd,
    )
    assert area.is_valid
    assert area.area > 0
    parts = split_at_antimeridian(area)
    assert parts.is_valid
    west, south, east, north = parts.bounds
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90
