"""Kinds of flights against well-known ones, and the bounds between kinds."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from free_flight import burnout_speed_km_s
from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM
from geo.profile import EARTH_GM_KM3_S2, EARTH_RADIUS_KM, MAX_APOGEE_KM
from geo.trajectory_kind import (
    TOLERANCE_DEG,
    TrajectoryKind,
    greatest_range_km,
    minimum_energy_angle_deg,
    minimum_energy_apogee_km,
    possible_kinds,
    trajectory,
)

DEPRESSED, MINIMUM_ENERGY, LOFTED = TrajectoryKind

# Launch, authority, range [km], apogee [km] and kind. The figures stand in data/claims.csv, with
# their sources in data/sources.csv. Of kinds with a link a report says so; the others are our own
# reading, kept so that a shifted bound shows.
WELL_KNOWN = [
    # https://blog.ucsusa.org/david-wright/nk-longest-missile-test-yet, both of them
    ("2017-07-28-1", "DPRK state media", 998, 3724.9, LOFTED),
    ("2017-11-29-1", "DPRK state media", 950, 4475, LOFTED),
    # http://www2.cnc3.co.tt/press-release/international-north-korea-tests-another-missile-hoping-eventually-achieve-range-us
    ("2017-05-14-1", "KCNA", 787, 2111.5, LOFTED),
    # https://www.nknews.org/2017/02/n-korea-successfully-test-fired-medium-long-range-missile-kcna/
    ("2017-02-12-1", "JCS", 500, 550, LOFTED),
    ("2019-10-02-1", "JCS", 450, 910, LOFTED),
    ("2017-09-15-1", "JCS", 3700, 770, MINIMUM_ENERGY),
    ("2017-09-15-1", "Japan MOD", 3700, 800, MINIMUM_ENERGY),
    ("2017-08-29-1", "JCS", 2700, 550, MINIMUM_ENERGY),
    ("2022-10-04-1", "JCS", 4500, 970, MINIMUM_ENERGY),
    ("2017-03-06-1", "JCS", 1000, 260, MINIMUM_ENERGY),
    ("2014-03-03-1", "CNS", 500, 150, MINIMUM_ENERGY),
    ("2017-05-29-1", "JCS", 450, 120, MINIMUM_ENERGY),
    ("2019-08-24-1", "JCS", 380, 97, MINIMUM_ENERGY),
    ("2019-07-25-1", "CNS", 600, 50, DEPRESSED),
    ("2022-09-25-1", "JCS", 600, 60, DEPRESSED),
    ("2019-08-06-1", "JCS", 450, 37, DEPRESSED),
    ("2020-03-21-1", "JCS", 410, 50, DEPRESSED),
]
CLAIMS = Path(__file__).parents[1] / "data" / "claims.csv"

ranges = st.floats(1e-3, MAX_RANGE_KM)
apogees = st.floats(1e-3, MAX_APOGEE_KM)


def minimum_angle_deg(range_km):
    """Launch angle of least speed, 45 degrees less a quarter of the range's angle (BMW 6.2)."""
    return 45 - math.degrees(range_km / EARTH_RADIUS_KM / 4)


def away_deg(range_km, apogee_km):
    """How far the launch angle is above or below that of the minimum-energy flight."""
    return trajectory(range_km, apogee_km).launch_angle_deg - minimum_angle_deg(range_km)


def apogee_of(range_km, angle_deg):
    """Apogee by the launch angle: tan(angle) tan(a quarter of the range) = h / (R + h)."""
    product = math.tan(math.radians(angle_deg)) * math.tan(range_km / EARTH_RADIUS_KM / 4)
    return EARTH_RADIUS_KM * product / (1 - product)


def apogees_between_kinds(range_km):
    """Apogees at which a flight ceases to count as depressed, and begins to count as lofted."""
    angle = minimum_angle_deg(range_km)
    return apogee_of(range_km, angle - 15), apogee_of(range_km, angle + 15)


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
    for function in (minimum_energy_angle_deg, minimum_energy_apogee_km):
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


@pytest.mark.parametrize(("launch", "authority", "range_km", "apogee_km", "kind"), WELL_KNOWN)
def test_well_known_flights_are_what_they_are_called(launch, authority, range_km, apogee_km, kind):
    assert trajectory(range_km, apogee_km).kind is kind


def test_figures_of_well_known_flights_are_those_of_the_record():
    with CLAIMS.open(encoding="utf-8", newline="") as file:
        stated = {
            (row["launch_id"], row["authority"], row["quantity"], float(row["low"]))
            for row in csv.DictReader(file)
            if row["quantity"] in {"range_km", "apogee_km"}
        }
    for launch, authority, range_km, apogee_km, _ in WELL_KNOWN:
        assert (launch, authority, "range_km", range_km) in stated
        assert (launch, authority, "apogee_km", apogee_km) in stated


def test_a_plain_scud_reads_six_degrees_high_for_its_powered_flight():
    assert away_deg(500, 150) == pytest.approx(6, abs=0.5)


def test_the_ratio_is_apogee_over_range():
    assert trajectory(998, 3724.9).apogee_to_range == pytest.approx(3.7324, abs=1e-4)


def test_over_flat_ground_the_angles_and_ratios_are_the_school_ones():
    # tan(angle) = 4 h / range.
    assert minimum_energy_apogee_km(0.01) == pytest.approx(0.01 / 4, rel=1e-5)
    assert trajectory(0.01, 0.01).launch_angle_deg == pytest.approx(
        math.degrees(math.atan(4)), abs=1e-3
    )
    low, high = (0.01 * math.tan(math.radians(angle)) / 4 for angle in (30, 60))
    assert trajectory(0.01, low * 0.999).kind is DEPRESSED
    assert trajectory(0.01, low * 1.001).kind is MINIMUM_ENERGY
    assert trajectory(0.01, high * 0.999).kind is MINIMUM_ENERGY
    assert trajectory(0.01, high * 1.001).kind is LOFTED


@pytest.mark.parametrize("range_km", [100, 1000, 3700, 10_000, 19_000])
def test_the_minimum_energy_apogee_is_the_published_one(range_km):
    # TH = R / 2 (sin(a / 2) - versin(a / 2)): The Journal of Space Flight, page 4, formula 3,
    # https://diyhistory.lib.uiowa.edu/transcribe/5077/158800
    half = range_km / EARTH_RADIUS_KM / 2
    expected = EARTH_RADIUS_KM / 2 * (math.sin(half) - (1 - math.cos(half)))
    assert minimum_energy_apogee_km(range_km) == pytest.approx(expected, rel=1e-9)


@given(st.floats(100, 9_000), st.floats(10, 6_000))
def test_the_greatest_range_is_the_flight_of_least_energy_of_that_speed(range_km, apogee_km):
    farthest = greatest_range_km(range_km, apogee_km)
    if farthest < MAX_RANGE_KM - 100:
        apogee = minimum_energy_apogee_km(farthest)
        speed = burnout_speed_km_s(range_km, apogee_km)
        assert burnout_speed_km_s(farthest, apogee) == pytest.approx(speed, rel=1e-6)
        assert farthest >= range_km * (1 - 1e-9)


def test_no_flight_to_the_far_side_counts_as_depressed():
    assert trajectory(13_343, 1e-6).kind is DEPRESSED
    assert trajectory(13_344, 1e-6).kind is MINIMUM_ENERGY


def test_a_place_without_distance_has_no_height_to_climb():
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
def test_the_kind_follows_from_the_angle(range_km, apogee_km):
    found, away = trajectory(range_km, apogee_km), away_deg(range_km, apogee_km)
    if abs(abs(away) - TOLERANCE_DEG) > 1e-9:
        kind = LOFTED if away > TOLERANCE_DEG else DEPRESSED
        assert found.kind is (MINIMUM_ENERGY if abs(away) < TOLERANCE_DEG else kind)
    assert 0 < found.launch_angle_deg <= 90


@given(st.floats(1, MAX_RANGE_KM))
def test_the_bounds_in_apogee_are_the_bounds_in_angle(range_km):
    low, high = apogees_between_kinds(range_km)
    if low > 1e-3:
        assert trajectory(range_km, low * 0.999).kind is DEPRESSED
        assert trajectory(range_km, low * 1.001).kind is MINIMUM_ENERGY
    assert trajectory(range_km, high * 0.999).kind is MINIMUM_ENERGY
    assert trajectory(range_km, high * 1.001).kind is LOFTED


@given(st.floats(1, 13_000))
def test_both_bounds_cost_the_same_and_at_most_15_5_percent_more_energy(range_km):
    apogees_km = (minimum_energy_apogee_km(range_km), *apogees_between_kinds(range_km))
    least, low, high = (burnout_speed_km_s(range_km, apogee) for apogee in apogees_km)
    excess = (high / least) ** 2
    assert excess == pytest.approx((low / least) ** 2)
    assert 1.07 < excess < 2 / math.sqrt(3) + 1e-9


def test_over_a_short_range_the_bounds_give_up_13_4_percent_of_the_range():
    # Over a flat Earth the farthest range is the square of the speed over its gravity.
    speed = burnout_speed_km_s(1, apogees_between_kinds(1)[1])
    farthest_km = speed**2 * EARTH_RADIUS_KM**2 / EARTH_GM_KM3_S2
    assert 1 / farthest_km == pytest.approx(0.866, abs=1e-3)


@given(ordered_pair(ranges), ordered_pair(apogees), st.floats(0, 1), st.floats(0, 1))
def test_no_flight_within_the_limits_lies_outside_the_answer(range_km, apogee_km, along, up):
    distance = range_km[0] + along * (range_km[1] - range_km[0])
    apogee = apogee_km[0] + up * (apogee_km[1] - apogee_km[0])
    flight = min(distance, range_km[1]), min(apogee, apogee_km[1])
    if abs(abs(away_deg(*flight)) - TOLERANCE_DEG) > 1e-9:
        assert trajectory(*flight).kind in possible_kinds(range_km, apogee_km)


@given(ranges, apogees)
def test_exact_figures_allow_one_kind(range_km, apogee_km):
    found = trajectory(range_km, apogee_km)
    if abs(abs(away_deg(range_km, apogee_km)) - TOLERANCE_DEG) > 1e-9:
        assert possible_kinds((range_km, range_km), (apogee_km, apogee_km)) == (found.kind,)
