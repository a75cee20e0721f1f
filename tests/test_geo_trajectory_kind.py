"""Kinds of flights against well-known ones, and the bounds between kinds."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.energy import burnout_speed_km_s, flown_flat
from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM
from geo.profile import EARTH_RADIUS_KM, MAX_APOGEE_KM
from geo.trajectory_kind import (
    TOLERANCE_DEG,
    TrajectoryKind,
    above_minimum_limits_deg,
    apogee_bounds_km,
    minimum_energy_angle_deg,
    minimum_energy_apogee_km,
    possible_kinds,
    trajectory,
)

DEPRESSED, MINIMUM_ENERGY, LOFTED = TrajectoryKind

# Range [km], apogee [km] and kind as commonly described; figures of the authority named.
WELL_KNOWN = [
    pytest.param(998, 3724.9, LOFTED, id="Hwasong-14, KCNA, 2017-07-28"),
    pytest.param(950, 4475, LOFTED, id="Hwasong-15, KCNA, 2017-11-29"),
    pytest.param(787, 2111.5, LOFTED, id="Hwasong-12, KCNA, 2017-05-14"),
    pytest.param(500, 550, LOFTED, id="Pukguksong-2, JCS, 2017-02-12"),
    pytest.param(450, 910, LOFTED, id="Pukguksong-3, JCS, 2019-10-02"),
    pytest.param(3700, 770, MINIMUM_ENERGY, id="Hwasong-12, JCS, 2017-09-15"),
    pytest.param(3700, 800, MINIMUM_ENERGY, id="Hwasong-12, Japan MOD, 2017-09-15"),
    pytest.param(2700, 550, MINIMUM_ENERGY, id="Hwasong-12, JCS, 2017-08-29"),
    pytest.param(4500, 970, MINIMUM_ENERGY, id="IRBM, JCS, 2022-10-04"),
    pytest.param(1000, 260, MINIMUM_ENERGY, id="Scud-ER, JCS, 2017-03-06"),
    pytest.param(500, 150, MINIMUM_ENERGY, id="Scud-C, 2014-03-03"),
    pytest.param(450, 120, MINIMUM_ENERGY, id="Scud, JCS, 2017-05-29"),
    pytest.param(380, 97, MINIMUM_ENERGY, id="KN-25, JCS, 2019-08-24"),
    pytest.param(600, 50, DEPRESSED, id="KN-23, JCS, 2019-07-25"),
    pytest.param(600, 60, DEPRESSED, id="KN-23, JCS, 2022-09-25"),
    pytest.param(450, 37, DEPRESSED, id="KN-23, JCS, 2019-08-06"),
    pytest.param(410, 50, DEPRESSED, id="KN-24, JCS, 2020-03-21"),
]

ranges = st.floats(1e-3, MAX_RANGE_KM)
apogees = st.floats(1e-3, MAX_APOGEE_KM)


def ordered_pair(values):
    return st.tuples(values, values).map(sorted).map(tuple)


@pytest.mark.parametrize("wrong", [None, math.nan, math.inf, 0, -1, 924_001])
def test_what_is_no_range_or_apogee_is_refused(wrong):
    with pytest.raises(GeometryError, match="range_km must be above 0"):
        trajectory(wrong, 80)
    with pytest.raises(GeometryError, match="apogee_km must be above 0"):
        trajectory(350, wrong)


@pytest.mark.parametrize("wrong", [None, math.nan, math.inf, -1, 20_100])
def test_no_angle_or_apogee_is_given_for_what_is_no_range(wrong):
    for function in (minimum_energy_angle_deg, minimum_energy_apogee_km, apogee_bounds_km):
        with pytest.raises(GeometryError, match="range_km must be from 0"):
            function(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        *[(None, 80), (80, None), (math.nan, 80), (80, math.nan), (-1, 80), (90, 80), (0, 0)],
        *[(math.inf, math.inf), (1e6, 1e7)],
    ],
)
def test_limits_that_are_none_are_refused(wrong):
    with pytest.raises(GeometryError, match="range_km must be two limits in order"):
        possible_kinds(wrong, (40, 60))
    with pytest.raises(GeometryError, match="apogee_km must be two limits in order"):
        possible_kinds((300, 400), wrong)


@pytest.mark.parametrize(("range_km", "apogee_km", "kind"), WELL_KNOWN)
def test_well_known_flights_are_what_they_are_called(range_km, apogee_km, kind):
    assert trajectory(range_km, apogee_km).kind is kind


def test_a_plain_scud_reads_six_degrees_high_for_its_powered_flight():
    assert trajectory(500, 150).above_minimum_deg == pytest.approx(6, abs=0.5)


def test_the_ratio_is_apogee_over_range():
    assert trajectory(998, 3724.9).apogee_to_range == pytest.approx(3.7324, abs=1e-4)


def test_over_flat_ground_the_angles_and_ratios_are_the_school_ones():
    # tan(angle) = 4 h / range.
    assert minimum_energy_apogee_km(0.01) == pytest.approx(0.01 / 4, rel=1e-5)
    assert trajectory(0.01, 0.01).launch_angle_deg == pytest.approx(
        math.degrees(math.atan(4)), abs=1e-3
    )
    low, high = apogee_bounds_km(0.01)
    assert low == pytest.approx(0.01 * math.tan(math.radians(30)) / 4, rel=1e-4)
    assert high == pytest.approx(0.01 * math.tan(math.radians(60)) / 4, rel=1e-4)


@pytest.mark.parametrize("range_km", [100, 1000, 3700, 10_000, 19_000])
def test_the_minimum_energy_apogee_is_the_published_one(range_km):
    # TH = R / 2 (sin(a / 2) - versin(a / 2)): The Journal of Space Flight, page 4, formula 3,
    # https://diyhistory.lib.uiowa.edu/transcribe/5077/158800
    half = range_km / EARTH_RADIUS_KM / 2
    expected = EARTH_RADIUS_KM / 2 * (math.sin(half) - (1 - math.cos(half)))
    assert minimum_energy_apogee_km(range_km) == pytest.approx(expected, rel=1e-9)


def test_no_flight_to_the_far_side_counts_as_depressed():
    assert apogee_bounds_km(13_343)[0] == pytest.approx(0, abs=0.5)
    assert apogee_bounds_km(14_000)[0] == 0
    assert trajectory(14_000, 1e-6).kind is MINIMUM_ENERGY


def test_a_place_without_distance_has_no_height_to_climb():
    assert apogee_bounds_km(0) == (0, 0)
    assert minimum_energy_apogee_km(0) == 0
    assert minimum_energy_angle_deg(0) == 45


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "kinds"),
    [
        # Japan's 350 km and 50 km: 14.7 degrees below the minimum, and rounded to 50 km besides.
        ((325, 375), (25, 75), [DEPRESSED, MINIMUM_ENERGY]),
        ((350, 350), (50, 50), [MINIMUM_ENERGY]),
        # JCS and Japan on one Hwasong-12: both the same kind.
        ((3700, 3700), (770, 800), [MINIMUM_ENERGY]),
        # "at least" and "at most".
        ((998, 998), (2500, math.inf), [LOFTED]),
        ((500, math.inf), (150, 150), [DEPRESSED, MINIMUM_ENERGY]),
        ((0, 500), (150, 150), [MINIMUM_ENERGY, LOFTED]),
        ((600, 600), (0, 60), [DEPRESSED]),
        ((0, math.inf), (0, math.inf), [DEPRESSED, MINIMUM_ENERGY, LOFTED]),
        # Where a flight is so low that the minimum-energy angle falls faster with the range.
        ((500, 13_000), (1, 1), [DEPRESSED]),
        ((13_000, 19_000), (1, 1), [DEPRESSED, MINIMUM_ENERGY]),
    ],
)
def test_uncertain_figures_allow_these_kinds(range_km, apogee_km, kinds):
    assert list(possible_kinds(range_km, apogee_km)) == kinds


@given(ranges, apogees)
def test_the_margin_is_the_way_to_another_kind(range_km, apogee_km):
    found = trajectory(range_km, apogee_km)
    away = abs(found.above_minimum_deg)
    assert found.margin_deg == pytest.approx(abs(away - TOLERANCE_DEG))
    assert (found.kind is MINIMUM_ENERGY) == (away <= TOLERANCE_DEG)
    assert 0 < found.launch_angle_deg <= 90


@given(st.floats(1, MAX_RANGE_KM))
def test_the_bounds_in_apogee_are_the_bounds_in_angle(range_km):
    low, high = apogee_bounds_km(range_km)
    if low > 1e-3:
        assert trajectory(range_km, low * 0.999).kind is DEPRESSED
        assert trajectory(range_km, low * 1.001).kind is MINIMUM_ENERGY
    assert trajectory(range_km, high * 0.999).kind is MINIMUM_ENERGY
    assert trajectory(range_km, high * 1.001).kind is LOFTED


@given(st.floats(1, 13_000))
def test_both_bounds_cost_the_same_and_at_most_15_5_percent_more_energy(range_km):
    low, high = apogee_bounds_km(range_km)
    least = burnout_speed_km_s(range_km, minimum_energy_apogee_km(range_km))
    excess = (burnout_speed_km_s(range_km, high) / least) ** 2
    assert excess == pytest.approx((burnout_speed_km_s(range_km, low) / least) ** 2)
    assert 1.07 < excess < 2 / math.sqrt(3) + 1e-9


def test_over_a_short_range_the_bounds_give_up_13_4_percent_of_the_range():
    assert 1 / flown_flat(1, apogee_bounds_km(1)[1]).range_km == pytest.approx(0.866, abs=1e-3)


@given(ordered_pair(ranges), ordered_pair(apogees), st.floats(0, 1), st.floats(0, 1))
def test_no_flight_within_the_limits_lies_outside_the_answer(range_km, apogee_km, along, up):
    distance = range_km[0] + along * (range_km[1] - range_km[0])
    apogee = apogee_km[0] + up * (apogee_km[1] - apogee_km[0])
    found = trajectory(min(distance, range_km[1]), min(apogee, apogee_km[1]))
    least, greatest = above_minimum_limits_deg(range_km, apogee_km)
    assert least - 1e-9 <= found.above_minimum_deg <= greatest + 1e-9
    if found.margin_deg > 1e-9:
        assert found.kind in possible_kinds(range_km, apogee_km)


@given(ranges, apogees)
def test_exact_figures_allow_one_kind(range_km, apogee_km):
    found = trajectory(range_km, apogee_km)
    if found.margin_deg > 1e-9:
        assert possible_kinds((range_km, range_km), (apogee_km, apogee_km)) == (found.kind,)
