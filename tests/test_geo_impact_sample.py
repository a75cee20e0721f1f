"""Impacts spread by the stated model follow it, and are the same at every call."""

import math

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM
from geo.impact_area import impact_areas
from geo.impact_sample import impact_samples
from geo.outline import outline_polygon
from geo.position import Position

# Straight to the library, so that nothing of the code under test measures itself.
ELLIPSOID = Geod(ellps="WGS84")
MUPYONG_RI = Position(40.611, 126.426)
MANY = 20_000
PLAIN = {"range_sd_km": 25, "azimuth_sd_deg": 3, "site_sd_km": 2}
EXACT = {"range_sd_km": 0, "azimuth_sd_deg": 0, "site_sd_km": 0}
CASES = [
    pytest.param(MUPYONG_RI, 80, 4500, (29, 3, 2), id="4 October 2022, over 180"),
    pytest.param(MUPYONG_RI, 80, 4600, (100, 13, 10), id="a compass word, over 180"),
    pytest.param(Position(40, -179), 280, 600, (20, 5, 5), id="westward over 180"),
    pytest.param(MUPYONG_RI, 0, 5498, (50, 4, 2), id="round the pole"),
    pytest.param(MUPYONG_RI, 2, 6500, (50, 4, 2), id="beyond the pole"),
    pytest.param(Position(39.2, 125.7), 355, 200, (15, 8, 5), id="across north"),
    pytest.param(Position(39.2, 125.7), 60, 787, (5, 0.5, 0.5), id="well known"),
    pytest.param(Position(39.2, 125.7), 60, 400, (10, 1, 20), id="a vague site"),
    pytest.param(Position(39.2, 125.7), 90, 100, (10, 20, 5), id="short and wide"),
]


def drawn(site, azimuth_deg, range_km, samples=MANY, **spreads):
    """Impacts of one flight, shape (samples, 2)."""
    (impacts,) = impact_samples(
        site.latitude, site.longitude, azimuth_deg, range_km, **EXACT | spreads, samples=samples
    )
    return impacts


def from_site(site, impacts):
    """Azimuth [deg] and distance [km] from a site to each impact."""
    latitude, longitude = impacts.T
    azimuth, _, metres = ELLIPSOID.inv(
        np.full_like(longitude, site.longitude),
        np.full_like(latitude, site.latitude),
        longitude,
        latitude,
    )
    return azimuth, metres / 1000


def turn_from(azimuth, middle):
    """Angles from one azimuth, within -180 to 180 [deg]."""
    return (azimuth - middle + 180) % 360 - 180


def share_inside(flight, spreads, probability, samples=MANY):
    """Share of the impacts of a flight that its area of that probability holds."""
    site, azimuth_deg, range_km = flight
    named = dict(zip(PLAIN, spreads, strict=True))
    where = (site.latitude, site.longitude, azimuth_deg, range_km)
    (outline,) = impact_areas(*where, **named, probability=probability)
    area = outline_polygon(outline)
    latitude, longitude = drawn(site, azimuth_deg, range_km, samples, **named).T
    west = area.bounds[0]
    return shapely.contains_xy(area, west + (longitude - west) % 360, latitude).mean()


def test_one_row_a_flight_and_one_pair_a_sample():
    azimuth, distance = [80.0, 0.0, 300.0], [4500.0, 5498.0, 20.0]
    assert impact_samples(40.611, 126.426, azimuth, distance, **PLAIN).shape == (3, 800, 2)
    assert impact_samples(40.611, 126.426, 80, 4500, **PLAIN, samples=7).shape == (1, 7, 2)
    assert impact_samples([40, 41], 126, 80, 900, **PLAIN, samples=1).shape == (2, 1, 2)
    spreads = PLAIN | {"site_sd_km": [0.0, 1.0, 2.0, 3.0]}
    assert impact_samples(40, 126, 80, 900, **spreads, samples=9).shape == (4, 9, 2)


def test_no_flights_have_no_impacts():
    assert impact_samples([], [], [], [], **PLAIN).shape == (0, 800, 2)


def test_the_same_impacts_are_drawn_at_every_call():
    first, second = (impact_samples(40.611, 126.426, [80, 12], 4500, **PLAIN) for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_a_draw_neither_hangs_on_nor_moves_the_random_numbers_of_others():
    np.random.seed(1)  # noqa: NPY002
    first, after = impact_samples(40, 126, 80, 900, **PLAIN), np.random.random()  # noqa: NPY002
    np.random.seed(1)  # noqa: NPY002
    assert np.random.random() == after  # noqa: NPY002
    np.testing.assert_array_equal(first, impact_samples(40, 126, 80, 900, **PLAIN))


def test_what_else_is_drawn_at_once_changes_no_flight():
    together = impact_samples([40.6, 39, -85], [126, 179, 0], [80, 270, 30], 600, **PLAIN)
    for row, flight in enumerate([(40.6, 126, 80), (39, 179, 270), (-85, 0, 30)]):
        np.testing.assert_array_equal(together[row], impact_samples(*flight, 600, **PLAIN)[0])


@pytest.mark.parametrize(("site", "azimuth_deg", "range_km", "spreads"), CASES)
def test_every_impact_is_a_place_on_the_globe(site, azimuth_deg, range_km, spreads):
    named = dict(zip(PLAIN, spreads, strict=True))
    latitude, longitude = drawn(site, azimuth_deg, range_km, **named).T
    assert np.isfinite(latitude).all()
    assert np.abs(latitude).max() <= 90
    assert np.abs(longitude).max() <= 180


def test_impacts_over_the_antimeridian_lie_on_both_of_its_sides():
    longitude = drawn(MUPYONG_RI, 80, 4600, **PLAIN)[:, 1]
    assert longitude.max() > 179
    assert longitude.min() < -179
    assert not ((longitude > -170) & (longitude < 170)).any()


def test_impacts_round_the_pole_have_every_longitude():
    latitude, longitude = drawn(MUPYONG_RI, 0, 5498, **PLAIN | {"range_sd_km": 100}).T
    assert np.histogram(longitude, bins=12, range=(-180, 180))[0].min() > 0
    assert latitude.min() > 80


def test_without_any_doubt_every_impact_is_where_pyproj_ends_the_geodesic():
    flights = [(40.611, 126.426, 80, 4500), (90, 0, 30, 2000), (40, -179, 280, 600), (0, 0, 0, 0)]
    impacts = impact_samples(*zip(*flights, strict=True), **EXACT, samples=3)
    for (latitude, longitude, azimuth, distance), found in zip(flights, impacts, strict=True):
        east, north, _ = ELLIPSOID.fwd(longitude, latitude, azimuth, distance * 1000)
        apart = ELLIPSOID.inv([east] * 3, [north] * 3, found[:, 1], found[:, 0])[2]
        assert max(apart) < 0.001


@pytest.mark.parametrize(
    ("site", "azimuth_deg", "range_km"),
    [
        (MUPYONG_RI, 80, 4500),
        (MUPYONG_RI, 0, 900),
        (MUPYONG_RI, 359.9, 900),
        (Position(40, -179), 280, 600),
        (Position(-60, 179.9), 90, 3000),
    ],
)
def test_mean_and_spread_of_range_and_azimuth_are_those_given(site, azimuth_deg, range_km):
    impacts = drawn(site, azimuth_deg, range_km, range_sd_km=25, azimuth_sd_deg=3)
    azimuth, distance = from_site(site, impacts)
    turned = turn_from(azimuth, azimuth_deg)
    # Four standard errors of 20,000 draws: 4 / sqrt(n) of the spread, 4 / sqrt(2 n) of it.
    assert distance.mean() == pytest.approx(range_km, abs=25 * 4 / math.sqrt(MANY))
    assert distance.std() == pytest.approx(25, rel=4 / math.sqrt(2 * MANY))
    assert turned.mean() == pytest.approx(0, abs=3 * 4 / math.sqrt(MANY))
    assert turned.std() == pytest.approx(3, rel=4 / math.sqrt(2 * MANY))
    assert abs(np.corrcoef(distance, turned)[0, 1]) < 4 / math.sqrt(MANY)


@pytest.mark.parametrize("site", [MUPYONG_RI, Position(0, 180), Position(-70, -179.9)])
def test_a_site_is_displaced_alike_in_all_directions(site):
    azimuth, distance = from_site(site, drawn(site, 80, 0, site_sd_km=5))
    for along in (np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))):
        displaced = distance * along
        assert displaced.mean() == pytest.approx(0, abs=5 * 4 / math.sqrt(MANY))
        assert displaced.std() == pytest.approx(5, rel=4 / math.sqrt(2 * MANY))


def test_spreads_of_range_azimuth_and_site_are_independent():
    azimuth, distance = from_site(MUPYONG_RI, drawn(MUPYONG_RI, 80, 300, **PLAIN))
    turned = turn_from(azimuth, 80)
    assert distance.std() == pytest.approx(math.hypot(25, 2), rel=0.03)
    # On a sphere of mean radius, 6371 km, an arc of 300 km is 2.698 degrees.
    across_deg = math.hypot(3, math.degrees(2 / (6371 * math.sin(300 / 6371))))
    assert turned.std() == pytest.approx(across_deg, rel=0.03)
    assert abs(np.corrcoef(distance, turned)[0, 1]) < 4 / math.sqrt(MANY)


def test_no_impact_lies_behind_its_site():
    azimuth, distance = from_site(MUPYONG_RI, drawn(MUPYONG_RI, 80, 10, range_sd_km=10))
    flown = distance > 1e-6
    assert np.abs(turn_from(azimuth[flown], 80)).max() < 0.01
    # A normal error is below minus one standard deviation in 15.87 percent.
    assert (~flown).mean() == pytest.approx(0.1587, abs=0.01)


def test_no_impact_lies_further_than_half_round_the_earth():
    latitude, longitude = drawn(Position(90, 0), 30, 19_900, range_sd_km=500).T
    assert latitude.min() == pytest.approx(-90, abs=1e-6)
    assert np.isfinite(longitude).all()
    assert (latitude < -89.999).mean() > 0.3


@pytest.mark.parametrize("probability", [0.5, 0.9])
@pytest.mark.parametrize(("site", "azimuth_deg", "range_km", "spreads"), CASES)
def test_the_impact_area_of_the_same_spreads_holds_its_share(
    site, azimuth_deg, range_km, spreads, probability
):
    share = share_inside((site, azimuth_deg, range_km), spreads, probability)
    assert share == pytest.approx(probability, abs=0.02)


@pytest.mark.parametrize(("site", "azimuth_deg", "range_km", "spreads"), CASES)
def test_the_few_impacts_that_are_drawn_by_default_hold_the_share_about_as_well(
    site, azimuth_deg, range_km, spreads
):
    share = share_inside((site, azimuth_deg, range_km), spreads, 0.9, samples=500)
    # Two standard errors of 500 draws, sqrt(0.9 * 0.1 / 500) = 0.013.
    assert share == pytest.approx(0.9, abs=0.03)


@pytest.mark.parametrize("unknown", [None, math.nan, math.inf])
@pytest.mark.parametrize("place", range(4))
def test_unknown_numbers_of_a_flight_are_refused(place, unknown):
    flight = [40.611, 126.426, 80.0, 4500.0]
    flight[place] = unknown
    with pytest.raises(GeometryError):
        impact_samples(*flight, **PLAIN)


@pytest.mark.parametrize("unknown", [None, math.nan, math.inf, -1])
@pytest.mark.parametrize("spread", PLAIN)
def test_unknown_and_negative_spreads_are_refused(spread, unknown):
    with pytest.raises(GeometryError, match=spread):
        impact_samples(40.611, 126.426, 80, 4500, **PLAIN | {spread: unknown})


@pytest.mark.parametrize(
    "wrong",
    [
        (126.426, 40.611, 80, 4500),
        (40.611, 181, 80, 4500),
        (40.611, 126.426, 360, 4500),
        (40.611, 126.426, -1, 4500),
        (40.611, 126.426, 80, -1),
        (40.611, 126.426, 80, MAX_RANGE_KM + 1),
    ],
)
def test_numbers_out_of_range_and_swapped_coordinates_are_refused(wrong):
    with pytest.raises(GeometryError):
        impact_samples(*wrong, **PLAIN)


def test_one_unknown_number_among_many_flights_is_refused():
    with pytest.raises(GeometryError):
        impact_samples(40.611, 126.426, [80, None, 80], 4500, **PLAIN)


@pytest.mark.parametrize("deviations", [-2.0, -1.3, -0.4, 0.0, 0.7, 1.5])
@pytest.mark.parametrize("site_sd_km", [0, 10])
def test_shares_of_the_few_impacts_are_exact_to_one_point(deviations, site_sd_km):
    spreads = {"range_sd_km": 29, "azimuth_sd_deg": 4.6, "site_sd_km": site_sd_km}
    azimuth, distance = from_site(
        MUPYONG_RI, impact_samples(40.611, 126.426, 75, 1000, **spreads)[0]
    )
    beyond = 0.5 * math.erfc(deviations / math.sqrt(2))
    # Along the track and across it, where the sphere's own bend is small.
    along = distance > 1000 + deviations * math.hypot(29, site_sd_km)
    across = turn_from(azimuth, 75) > deviations * math.hypot(4.6, math.degrees(site_sd_km / 1000))
    assert along.mean() == pytest.approx(beyond, abs=0.012)
    assert across.mean() == pytest.approx(beyond, abs=0.012)
