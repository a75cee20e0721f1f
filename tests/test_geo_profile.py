"""
What holds of every two-body profile; test_geo_two_body integrates some of them step by step.
"""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM
from geo.profile import EARTH_GM_KM3_S2, EARTH_RADIUS_KM, MAX_APOGEE_KM, ballistic_profile

flights = st.builds(ballistic_profile, st.floats(0.1, 15_000), st.floats(1, 10_000))
extreme_flights = st.builds(
    ballistic_profile, st.floats(1e-9, MAX_RANGE_KM), st.floats(1e-9, MAX_APOGEE_KM)
)


@pytest.mark.parametrize("wrong", [None, math.nan, math.inf, 0, -1])
def test_what_is_no_range_or_apogee_is_refused(wrong):
    with pytest.raises(GeometryError, match="range_km must be above 0"):
        ballistic_profile(wrong, 80)
    with pytest.raises(GeometryError, match="apogee_km must be above 0"):
        ballistic_profile(350, wrong)


@pytest.mark.parametrize("apogee_km", [924_001, 1e300])
def test_no_apogee_is_beyond_the_pull_of_the_earth(apogee_km):
    with pytest.raises(GeometryError, match="at most 924000 km, where the Sun takes over"):
        ballistic_profile(350, apogee_km)


@pytest.mark.parametrize("distance", [-0.001, 350.001, math.nan, None])
def test_no_height_or_time_is_given_off_the_track(distance):
    profile = ballistic_profile(350, 80)
    for function in (profile.altitude_km, profile.time_s):
        with pytest.raises(
            GeometryError, match=r"ground_distance_km\[1\] must be from 0 to the range, 350"
        ):
            function([0, distance])


def test_a_lofted_flight_time_is_within_one_percent_of_the_stated_one():
    # KCNA stated 4,052 s for 1,090 km and 6,248 km: afp-2022-03-25 in data/sources.csv.
    assert ballistic_profile(1090, 6248).flight_time_s == pytest.approx(4052, rel=0.01)


def test_a_low_hop_takes_as_long_as_over_flat_ground():
    gravity = EARTH_GM_KM3_S2 / EARTH_RADIUS_KM**2
    expected = 2 * math.sqrt(2 * 0.1 / gravity)
    assert ballistic_profile(0.4, 0.1).flight_time_s == pytest.approx(expected, rel=1e-4)


def test_an_almost_vertical_shot_keeps_its_digits():
    # The degenerate ellipse: fall from rest (Bate, Mueller and White 1971, section 4.2).
    semi_major_axis = (EARTH_RADIUS_KM + 2000) / 2
    anomaly = math.acos(EARTH_RADIUS_KM / semi_major_axis - 1)
    fall = math.sqrt(semi_major_axis**3 / EARTH_GM_KM3_S2) * (anomaly + math.sin(anomaly))
    assert ballistic_profile(1e-6, 2000).flight_time_s == pytest.approx(2 * fall, rel=1e-9)


def test_the_heights_sweep_equal_areas_in_equal_times():
    profile = ballistic_profile(998, 3724.9)
    half_range = np.linspace(499, 998, 200)
    radius = EARTH_RADIUS_KM + profile.altitude_km(half_range)
    angle = (half_range - 499) / EARTH_RADIUS_KM
    # Kepler's second law: the area rate is half of sqrt(GM p), p the semi-latus rectum.
    bulge = EARTH_RADIUS_KM * (1 - math.cos(499 / EARTH_RADIUS_KM))
    semi_latus_rectum = radius[0] * bulge / (3724.9 + bulge)
    swept = np.trapezoid(radius**2, angle)
    time = swept / math.sqrt(EARTH_GM_KM3_S2 * semi_latus_rectum)
    assert 2 * time == pytest.approx(profile.flight_time_s, rel=1e-4)


def test_answers_keep_the_shape_they_are_asked_in():
    profile = ballistic_profile(350, 80)
    for function in (profile.altitude_km, profile.time_s):
        assert function(175).shape == ()
        assert function(np.zeros((2, 3))).shape == (2, 3)
        assert function([]).shape == (0,)


def test_a_lofted_flight_is_slow_over_the_ground_at_its_apogee():
    # Kepler's second law: over the middle tenth of the track it stays longer than over the first.
    times = ballistic_profile(998, 3724.9).time_s(np.linspace(0, 998, 11))
    assert times[6] - times[5] > 2 * (times[1] - times[0])


@given(flights, st.floats(0, 1))
def test_heights_run_from_the_ground_to_the_apogee_and_mirror(profile, share):
    distance = share * profile.range_km
    height = profile.altitude_km([0, distance, profile.range_km - distance, profile.range_km])
    assert height[[0, 3]] == pytest.approx(0, abs=1e-6)
    assert 0 <= height[1] <= profile.apogee_km + 1e-6
    assert height[1] == pytest.approx(height[2], abs=1e-6)
    assert profile.altitude_km(profile.range_km / 2) == pytest.approx(profile.apogee_km)


@given(st.floats(1, 10_000), st.floats(1, 5000), st.floats(1, 1000))
def test_a_higher_flight_to_the_same_place_takes_longer(range_km, apogee_km, higher_km):
    # The lowest flights are fast and nearly level: only lofted ones are compared.
    assume(apogee_km > range_km / 4)
    low = ballistic_profile(range_km, apogee_km)
    assert ballistic_profile(range_km, apogee_km + higher_km).flight_time_s > low.flight_time_s


@given(extreme_flights, st.floats(0, 1))
def test_times_run_from_launch_to_impact_and_mirror(profile, share):
    distance = share * profile.range_km
    time = profile.time_s([0, distance, profile.range_km - distance, profile.range_km])
    tolerance = 1e-6 * profile.flight_time_s
    assert time[0] == pytest.approx(0, abs=tolerance)
    assert time[1] == pytest.approx(profile.flight_time_s - time[2], abs=tolerance)
    assert time[3] == pytest.approx(profile.flight_time_s)
