"""
Flights with a boost phase from the turning, oblate Earth, against an integration of their own.

Only what a launch is (site, direction and elevation of the thrust, speed gained, burns) is handed
over; the motion is integrated by SciPy's DOP853, with forces written anew here, and places come
from pyproj.
"""

import math

import numpy as np
import pytest
from pyproj import Geod, Transformer
from scipy.integrate import solve_ivp

from geo.aiming import solve_launches
from geo.boost import Boost
from geo.errors import GeometryError
from geo.flight_path import fly

GM_M3_S2, J2, RADIUS_M, TURN_RAD_S = 3.986004418e14, 1.08263e-3, 6378137.0, 7.292115e-5
TO_GEOCENTRIC = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
# Latitude, longitude, azimuth [deg], range, apogee [km], stages [s], acceleration at lift-off [g]:
# Hwasong-19, Hwasong-14, Hwasong-12 over Japan, a Scud to the west, and one far in the south.
FLIGHTS = {
    "hwasong-19": (39.2, 125.7, 66.7, 1001.2, 7687.5, (60, 60, 60), 1.6),
    "hwasong-14": (40.6, 126.4, 69.3, 998, 3724.9, (135, 135), 1.45),
    "hwasong-12": (39.2, 125.7, 73, 2700, 550, (135,), 1.45),
    "scud": (39.0, 127.5, 270, 450, 120, (71.5,), 1.95),
    "southern": (-55.0, 179.0, 200, 6000, 1200, (120, 120), 1.5),
}


def boost_of(*flights):
    most = max(len(stages) for *_, stages, _ in flights)
    stages = [(*stages, *(0,) * (most - len(stages))) for *_, stages, _ in flights]
    return Boost(np.array(stages, float).T, np.array([flight[-1] for flight in flights], float))


def solved(*flights):
    columns = [np.array(column, float) for column in zip(*(f[:5] for f in flights), strict=True)]
    return solve_launches(*columns, boost_of(*flights))


def gravity(place):
    distance = np.linalg.norm(place)
    share = 5 * (place[2] / distance) ** 2
    oblate = 1.5 * J2 * (RADIUS_M / distance) ** 2 * np.array([1 - share, 1 - share, 3 - share])
    return -GM_M3_S2 / distance**3 * place * (1 + oblate)


def integrated(flight, launches):
    """Time [s], end (longitude, latitude) and greatest height [km] of a launch."""
    latitude, longitude, *_, stages, liftoff_g = flight
    azimuth, elevation, gain = launches.azimuth[0], launches.elevation[0], launches.gain_km_s[0]
    start = np.array(TO_GEOCENTRIC.transform(longitude, latitude, 0.0))
    speed = TURN_RAD_S * np.array([-start[1], start[0], 0.0])
    lat, lon = math.radians(latitude), math.radians(longitude)
    up = np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])
    north = np.array(
        [-math.sin(lat) * math.cos(lon), -math.sin(lat) * math.sin(lon), math.cos(lat)]
    )
    ahead = north * math.cos(azimuth) + np.cross(north, up) * math.sin(azimuth)
    # The share of its mass that each stage burns follows from the speed that all give.
    first = 9.80665 * liftoff_g
    low, high = 1e-9, 1 - 1e-12
    for _ in range(200):
        burnt = (low + high) / 2
        given = first * sum(stages) * -math.log1p(-burnt) / burnt
        low, high = (burnt, high) if given < 1000 * gain else (low, burnt)

    def force(t, state):
        pull = gravity(state[:3])
        since = t
        for stage in stages:
            if since < stage:
                angle = math.pi / 2 - (math.pi / 2 - elevation) * min(t / stages[0], 1)
                thrust = first / (1 - burnt * since / stage)
                pull = pull + thrust * (math.sin(angle) * up + math.cos(angle) * ahead)
                break
            since -= stage
        return [*state[3:], *pull]

    def height(t, state):
        angle = TURN_RAD_S * t
        x, y = state[0], state[1]
        turned = (
            math.cos(angle) * x + math.sin(angle) * y,
            math.cos(angle) * y - math.sin(angle) * x,
            state[2],
        )
        return TO_GEOCENTRIC.transform(*turned, direction="INVERSE")

    def landing(t, state):
        return height(t, state)[2]

    landing.terminal, landing.direction = True, -1
    state, begun, tops = np.array([*start, *speed]), 0.0, []
    for stage in stages:  # a step across a stage's end would blur it
        flown = solve_ivp(force, (begun, begun + stage), state, "DOP853", rtol=1e-9, atol=1e-3)
        state, begun = flown.y[:, -1], begun + stage
    flown = solve_ivp(
        force,
        (begun, 20_000),
        state,
        "DOP853",
        rtol=1e-9,
        atol=1e-3,
        events=landing,
        dense_output=True,
    )
    end = flown.t_events[0][0]
    tops = [height(t, flown.sol(t))[2] for t in np.linspace(begun, end, 400)]
    longitude, latitude, _ = height(end, flown.sol(end))
    return end, (longitude, latitude), max(tops) / 1000


@pytest.mark.parametrize("name", FLIGHTS)
def test_an_integration_from_the_launch_meets_the_stated_range_and_apogee(name):
    flight = FLIGHTS[name]
    launches = solved(flight)
    latitude, longitude, azimuth_deg, range_km, apogee_km, *_ = flight
    time_s, end, top_km = integrated(flight, launches)
    to = Geod(ellps="WGS84").fwd(longitude, latitude, azimuth_deg, range_km * 1000)
    assert launches.flight_time_s[0] == pytest.approx(time_s, abs=1)
    assert Geod(ellps="WGS84").inv(*end, *to[:2])[2] < 1000
    assert top_km == pytest.approx(apogee_km, abs=1)


# An independent vacuum model of the turning Earth (J2, launch solved for impact and apogee), by
# name of the launch: latitude, azimuth [deg], range, apogee [km], time [s].
ROTATING = {
    "2017-05-14-1": (39.9, 71, 787, 2111.5, 1686),
    "2017-07-04-1": (39.9, 86, 933, 2802, 2080),
    "2017-07-28-1": (40.6, 69.3, 998, 3724.9, 2605),
    "2017-09-15-1": (39.2, 72, 3700, 770, 1040.5),
    "2017-11-29-1": (39.3, 76.9, 950, 4475, 3039),
    "2022-10-04-1": (40.6, 80, 4500, 970, 1226.4),
    "2022-11-18-1": (39.2, 71.6, 999.2, 6040.9, 3979),
    "2024-10-31-1": (39.0, 66.7, 1001.2, 7687.5, 5018),
}


def test_without_a_boost_phase_times_are_those_of_an_independent_rotating_model():
    latitude, azimuth_deg, range_km, apogee_km, times_s = np.array(list(ROTATING.values())).T
    # All of the speed within a fifth of a second is an impulse.
    impulse = Boost(np.full((1, len(times_s)), 0.2), np.full(len(times_s), 800.0))
    launches = solve_launches(latitude, 126.0, azimuth_deg, range_km, apogee_km, impulse)
    assert launches.flight_time_s == pytest.approx(times_s, abs=1)


def test_paths_lead_from_the_site_over_the_apogee_to_the_stated_end():
    flights = list(FLIGHTS.values())
    launches = solved(*flights)
    paths = fly(launches)
    for number, (latitude, longitude, azimuth_deg, range_km, apogee_km, *_) in enumerate(flights):
        to = Geod(ellps="WGS84").fwd(longitude, latitude, azimuth_deg, range_km * 1000)
        end = paths.longitude[number, -1], paths.latitude[number, -1]
        assert Geod(ellps="WGS84").inv(*end, *to[:2])[2] < 100
        assert paths.height_km[number].max() == pytest.approx(apogee_km, abs=0.5)
        assert (paths.latitude[number, 0], paths.longitude[number, 0]) == pytest.approx(
            (latitude, longitude)
        )
    assert np.all(np.diff(paths.time_s, axis=1) >= 0)
    assert paths.time_s[:, -1] == pytest.approx(launches.flight_time_s, abs=0.5)
    assert np.all(paths.height_km >= 0)


def test_a_lofted_flight_runs_ahead_of_its_geodesic_and_then_lags():
    # Of 1,000 and 7,000 km an independent model found 121 km between the paths.
    latitude, longitude, azimuth_deg, *_, stages, liftoff_g = FLIGHTS["hwasong-19"]
    launches = solved((latitude, longitude, azimuth_deg, 1000, 7000, stages, liftoff_g))
    paths = fly(launches)
    azimuth, _, metres = Geod(ellps="WGS84").inv(
        np.full_like(paths.longitude[0], 125.7),
        np.full_like(paths.latitude[0], 39.2),
        paths.longitude[0],
        paths.latitude[0],
    )
    distance = metres / 1000
    aside = 6371 * np.arcsin(np.sin(distance / 6371) * np.sin(np.radians(azimuth - 66.7)))
    assert np.abs(aside).max() == pytest.approx(121, abs=10)
    half = np.argmax(paths.time_s[0] > launches.flight_time_s[0] / 2)
    assert distance[half] < 0.75 * distance[-1]


def test_flights_solved_together_are_those_solved_one_by_one():
    together = solved(*FLIGHTS.values())
    alone = [solved(flight).flight_time_s[0] for flight in FLIGHTS.values()]
    assert together.flight_time_s == pytest.approx(alone, abs=0.01)


def test_a_flight_that_no_launch_leads_to_has_no_time_and_no_path():
    # A burn of two minutes at 1.5 g ends above 20 km.
    launches = solved((40, 126, 90, 700, 20, (120,), 1.5), FLIGHTS["scud"])
    assert launches.solved.tolist() == [False, True]
    assert np.isnan(fly(launches).height_km[0]).all()


@pytest.mark.parametrize("wrong", [None, math.nan, -1])
def test_what_is_no_range_or_apogee_is_refused(wrong):
    boost = boost_of(FLIGHTS["scud"])
    with pytest.raises(GeometryError, match="range_km"):
        solve_launches(40, 126, 90, wrong, 100, boost)
    with pytest.raises(GeometryError, match="apogee_km"):
        solve_launches(40, 126, 90, 300, wrong, boost)
