"""
What if flown flat, against published estimates; test_geo_two_body flies it step by step.
"""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.energy import HALF_CIRCUMFERENCE_KM, flown_flat
from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM
from geo.profile import EARTH_GM_KM3_S2, EARTH_RADIUS_KM, MAX_APOGEE_KM
from geo.trajectory_kind import minimum_energy_apogee_km

# Range [km], apogee [km], estimated range on a normal path [km], who. Ranges and apogees are those
# of CNS in data/claims.csv.
PUBLISHED = [
    # https://world.kbs.co.kr/service/news_vod_view.htm?Seq_Code=55932&lang=s
    pytest.param(787, 2111.5, 4500, id="Hwasong-12, experts, 2017-05-15"),
    # "more than 6,000", https://strategicstudyindia.com/2017_07_08_archive.html?m=0
    pytest.param(933, 2802, 6000, id="Hwasong-14, The Diplomat, 2017-07-04"),
    # 6,500 miles, https://www.washingtonexaminer.com/news/1857773/pentagon-north-korea-fires-ballistic-missile
    pytest.param(998, 3724.9, 10_400, id="Hwasong-14, D. Wright, 2017-07-28"),
    # "more than 13,000", https://blog.ucsusa.org/david-wright/nk-longest-missile-test-yet
    pytest.param(950, 4475, 13_000, id="Hwasong-15, D. Wright, 2017-11-29"),
    # 4,500 to 5,000, https://www.nationthailand.com/international/40011766
    pytest.param(800, 2000, 4500, id="Hwasong-12, JCS, 2022-01-30"),
]

ranges = st.floats(1e-3, MAX_RANGE_KM)
apogees = st.floats(1e-3, 20_000)


def speed_km_s(range_km, apogee_km):
    return flown_flat(range_km, apogee_km).burnout_speed_km_s


@pytest.mark.parametrize("wrong", [None, math.nan, math.inf, 0, -1, 924_001])
def test_what_is_no_range_or_apogee_is_refused(wrong):
    with pytest.raises(GeometryError, match="range_km must be above 0"):
        flown_flat(wrong, 80)
    with pytest.raises(GeometryError, match="apogee_km must be above 0"):
        flown_flat(350, wrong)


@pytest.mark.parametrize(("range_km", "apogee_km", "published_km"), PUBLISHED)
def test_published_estimates_are_higher_and_not_by_half(range_km, apogee_km, published_km):
    assert 1 < published_km / flown_flat(range_km, apogee_km).range_km < 1.5


def test_over_flat_ground_speed_and_flat_range_are_the_school_ones():
    # tan(angle) = 4 h / range, v^2 = 2 g h / sin^2(angle), greatest range v^2 / g.
    gravity = EARTH_GM_KM3_S2 / EARTH_RADIUS_KM**2
    angle = math.atan(4 * 0.1 / 0.2)
    speed = math.sqrt(2 * gravity * 0.1) / math.sin(angle)
    flat = flown_flat(0.2, 0.1)
    assert flat.burnout_speed_km_s == pytest.approx(speed, rel=1e-4)
    assert flat.range_km == pytest.approx(speed**2 / gravity, rel=1e-4)


def test_a_vertical_shot_has_the_speed_of_the_fall():
    # v^2 / 2 = GM (1 / R - 1 / (R + h)), from rest at the apogee.
    fall = EARTH_GM_KM3_S2 * (1 / EARTH_RADIUS_KM - 1 / (EARTH_RADIUS_KM + 2000))
    assert speed_km_s(1e-6, 2000) == pytest.approx(math.sqrt(2 * fall), rel=1e-12)


@pytest.mark.parametrize("range_km", [1e-8, 1, 500, 3700, 10_000, 19_000, MAX_RANGE_KM])
def test_a_flight_that_is_flat_already_reaches_its_own_range(range_km):
    flat = flown_flat(range_km, minimum_energy_apogee_km(range_km))
    assert flat.range_km == pytest.approx(range_km, rel=1e-6)
    assert not flat.reaches_everywhere


def test_the_speed_of_the_surface_orbit_reaches_everywhere():
    circular = math.sqrt(EARTH_GM_KM3_S2 / EARTH_RADIUS_KM)
    below, above = flown_flat(1001, 6300), flown_flat(1001, 7687)
    assert below.burnout_speed_km_s < circular < above.burnout_speed_km_s
    assert not below.reaches_everywhere
    assert below.range_km < HALF_CIRCUMFERENCE_KM
    assert above.reaches_everywhere
    assert above.range_km == HALF_CIRCUMFERENCE_KM == pytest.approx(20_015.1, abs=0.05)


def test_no_flight_leaves_faster_than_one_that_never_returns():
    escape = math.sqrt(2 * EARTH_GM_KM3_S2 / EARTH_RADIUS_KM)
    assert speed_km_s(1000, MAX_APOGEE_KM) == pytest.approx(escape, rel=0.01)
    assert speed_km_s(1000, MAX_APOGEE_KM) < escape


@given(st.floats(1e-9, MAX_RANGE_KM), st.floats(1e-9, MAX_APOGEE_KM))
def test_flat_ranges_are_between_the_own_range_and_half_way_round(range_km, apogee_km):
    flat = flown_flat(range_km, apogee_km)
    assert range_km <= flat.range_km <= HALF_CIRCUMFERENCE_KM
    assert flat.reaches_everywhere == (flat.range_km == HALF_CIRCUMFERENCE_KM)


@given(ranges, apogees, st.floats(1e-3, 5000))
def test_beyond_the_minimum_a_higher_flight_takes_more_energy(range_km, apogee_km, higher_km):
    assume(apogee_km >= minimum_energy_apogee_km(range_km))
    low, high = flown_flat(range_km, apogee_km), flown_flat(range_km, apogee_km + higher_km)
    assert high.burnout_speed_km_s > low.burnout_speed_km_s
    assert high.range_km >= low.range_km


@given(ranges, apogees)
def test_no_flight_of_a_range_is_slower_than_the_minimum_energy_one(range_km, apogee_km):
    slowest = speed_km_s(range_km, max(minimum_energy_apogee_km(range_km), 1e-9))
    assert speed_km_s(range_km, apogee_km) >= slowest * (1 - 1e-12)
