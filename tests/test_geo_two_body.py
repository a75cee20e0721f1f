"""
Profiles, energies and kinds against flights integrated step by step.

The equations of motion of two bodies in the plane are integrated with the classical fourth-order
Runge-Kutta method, which knows nothing of ellipses: only the speed and angle at launch go in.
"""

import math

import numpy as np
import pytest

from free_flight import burnout_speed_km_s
from geo.profile import EARTH_GM_KM3_S2, EARTH_RADIUS_KM, ballistic_profile
from geo.trajectory_kind import trajectory

# Range [km] and apogee [km]: KN-23, KN-25, Scud-C, Hwasong-12 flat and steep, Hwasong-14, twice
# Hwasong-15, an intercontinental flight on the minimum-energy path, and one far below it.
FLIGHTS = [
    (350, 80),
    (600, 60),
    (380, 97),
    (500, 150),
    (3700, 770),
    (787, 2111.5),
    (998, 3724.9),
    (950, 4475),
    (1090, 6248),
    (10_000, 1319),
    (10_000, 300),
]
STEP_S = 1.0


def acceleration(state):
    x, y, speed_x, speed_y = state
    pull = -EARTH_GM_KM3_S2 / math.hypot(x, y) ** 3
    return np.array([speed_x, speed_y, pull * x, pull * y])


def stepped(state, step):
    first = acceleration(state)
    second = acceleration(state + step / 2 * first)
    third = acceleration(state + step / 2 * second)
    fourth = acceleration(state + step * third)
    return state + step / 6 * (first + 2 * second + 2 * third + fourth)


def integrated(speed_km_s, angle_deg):
    """Times [s], distances along the ground [km] and heights [km] from launch to impact."""
    angle = math.radians(angle_deg)
    # The launch site lies on the y axis and the flight goes towards x.
    start = [0, EARTH_RADIUS_KM, speed_km_s * math.cos(angle), speed_km_s * math.sin(angle)]
    rows = [np.array([0.0, *start])]
    while len(rows) < 3 or height(rows[-1]) > 0:
        rows.append(np.array([rows[-1][0] + STEP_S, *stepped(rows[-1][1:], STEP_S)]))
    # The step that went below the ground is halved until it ends on it.
    early, late = 0.0, STEP_S
    for _ in range(40):
        half = (early + late) / 2
        above = height(np.array([0, *stepped(rows[-2][1:], half)])) > 0
        early, late = (half, late) if above else (early, half)
    rows[-1] = np.array([rows[-2][0] + early, *stepped(rows[-2][1:], early)])
    table = np.array(rows)
    along = EARTH_RADIUS_KM * np.arctan2(table[:, 1], table[:, 2])
    return table[:, 0], along, np.hypot(table[:, 1], table[:, 2]) - EARTH_RADIUS_KM


def height(row):
    return math.hypot(row[1], row[2]) - EARTH_RADIUS_KM


@pytest.fixture(scope="module", params=FLIGHTS, ids=lambda flight: f"{flight[0]}-{flight[1]}")
def flight(request):
    """A flight's range and apogee, and its integration from the speed and angle they give."""
    speed = burnout_speed_km_s(*request.param)
    return *request.param, integrated(speed, trajectory(*request.param).launch_angle_deg)


def test_speed_and_angle_carry_the_flight_to_its_range_and_apogee(flight):
    range_km, apogee_km, (_, along, heights) = flight
    assert along[-1] == pytest.approx(range_km, abs=1e-3)
    assert heights.max() == pytest.approx(apogee_km, abs=2e-3)  # the highest step may be 0.5 s off


def test_the_flight_time_is_that_of_the_integration(flight):
    range_km, apogee_km, (times, _, _) = flight
    assert ballistic_profile(range_km, apogee_km).flight_time_s == pytest.approx(
        times[-1], abs=1e-3
    )


def test_heights_times_and_distances_follow_the_integration(flight):
    range_km, apogee_km, (times, along, heights) = flight
    profile = ballistic_profile(range_km, apogee_km)
    on_track = slice(0, -1)  # the last point is on the ground to rounding only
    times, along, heights = times[on_track], along[on_track], heights[on_track]
    assert profile.altitude_km(along) == pytest.approx(heights, abs=2e-3)
    assert profile.time_s(along) == pytest.approx(times, abs=2e-3)


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "flight_time_s"), [(998, 3724.9, 2587), (1090, 6248, 4074)]
)
def test_the_flight_times_that_geo_profile_names_are_those_of_the_integration(
    range_km, apogee_km, flight_time_s
):
    speed = burnout_speed_km_s(range_km, apogee_km)
    times, _, _ = integrated(speed, trajectory(range_km, apogee_km).launch_angle_deg)
    assert times[-1] == pytest.approx(flight_time_s, abs=0.5)
