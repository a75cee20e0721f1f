"""
From burnout to impact, without thrust and without air, over the turning, oblate Earth.

Two bodies first, in closed form: Kepler's ellipse through the state at burnout, ended where it
meets the ellipsoid. The pull of the equator's bulge (J2) moves the impact of an intercontinental
flight by some kilometres; it is integrated, in steps that are even in the eccentric anomaly of
that ellipse and so longer where it is high.

Formulas: Bate, Mueller and White, "Fundamentals of Astrodynamics" (1971), sections 4.3 and 4.4.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.boost import State, pull
from geo.earth_fixed import EQUATOR_KM, POLE_KM, surface_radius_km
from geo.geodesic import FloatArray
from geo.profile import EARTH_GM_KM3_S2

COAST_STEPS = 16
"""Steps to the apogee, and as many from there: halved, they move no impact tried by 50 m."""


@dataclass(frozen=True, slots=True)
class Descent:
    """
    The ends of flights.

    Attributes
    ----------
    apogee_km
        Greatest heights above the ellipsoid, shape (n,) [km].
    impact
        Where and when they come down.
    """

    apogee_km: FloatArray
    impact: State


@dataclass(frozen=True, slots=True)
class _Ellipse:
    """Kepler's ellipse of flights: its size, and where on it they are."""

    axis_km: FloatArray
    eccentricity: FloatArray
    anomaly: FloatArray


def coast(burnout: State) -> Descent:
    """Find the ends of flights from their burnouts, by two bodies alone."""
    ellipse = _ellipse(burnout)
    top = _after(burnout, ellipse, np.pi - ellipse.anomaly)
    return Descent(_height(top.place_km), _fall(burnout, ellipse))


def integrated(burnout: State, steps: int = COAST_STEPS) -> tuple[State, Descent]:
    """
    Fly from burnout to impact with the pull of the bulge.

    Returns
    -------
        States at points from burnout to impact, the apogee in the middle, and the ends.
    """
    rising = _integrated(burnout, _ellipse(burnout), np.pi, steps)
    # The bulge moves the top a little: the ellipse of the last state leads to it.
    near = _ellipse(rising[-1])
    rising[-1] = top = _after(rising[-1], near, np.pi - near.anomaly)
    ellipse = _ellipse(top)
    falling = _integrated(top, ellipse, _impact_anomaly(top, ellipse), steps)
    # What is left to the ground is a step of some kilometres at most.
    falling[-1] = impact = _fall(falling[-1], _ellipse(falling[-1]))
    states = [*rising, *falling[1:]]
    return State(
        np.stack([state.place_km for state in states], axis=1),
        np.stack([state.speed_km_s for state in states], axis=1),
        np.stack([state.time_s for state in states]),
    ), Descent(_height(top.place_km), impact)


def comes_down(burnout: State) -> NDArray[np.bool_]:
    """Whether the ellipses of flights meet the ground at all, and are not orbits round it."""
    ellipse = _ellipse(burnout)
    return np.asarray(ellipse.axis_km * (1 - ellipse.eccentricity) < POLE_KM)


def swept(burnout: State, impact: State) -> FloatArray:
    """Find the angles at the Earth's centre that flights sweep from burnout, 0 to 2 pi [rad]."""
    axis = np.cross(burnout.place_km, burnout.speed_km_s, axis=0)
    ahead = np.cross(axis, burnout.place_km, axis=0)
    right = np.sum(impact.place_km * ahead, axis=0) / _length(ahead)
    return np.asarray(
        np.arctan2(
            right, np.sum(impact.place_km * burnout.place_km, axis=0) / _length(burnout.place_km)
        )
        % (2 * np.pi)
    )


def _height(place_km: FloatArray) -> FloatArray:
    """Find heights above the ellipsoid, along the line to the centre [km]."""
    distance = _length(place_km)
    return np.asarray(distance - surface_radius_km(place_km, distance))


def _length(vector: FloatArray) -> FloatArray:
    return np.asarray(np.sqrt(vector[0] ** 2 + vector[1] ** 2 + vector[2] ** 2))


def _ellipse(state: State) -> _Ellipse:
    """Find the ellipse of states; rising ones are before its apogee, at an anomaly of pi."""
    distance = _length(state.place_km)
    speed_2 = np.sum(state.speed_km_s**2, axis=0)
    # No flight of interest leaves the Earth; a step of a search that would is held back.
    axis = 1 / np.maximum(2 / distance - speed_2 / EARTH_GM_KM3_S2, 1e-6)
    rate = np.sum(state.place_km * state.speed_km_s, axis=0) / np.sqrt(EARTH_GM_KM3_S2 * axis)
    level = 1 - distance / axis
    anomaly = np.arctan2(rate, level) % (2 * np.pi)
    return _Ellipse(axis, np.hypot(rate, level), anomaly)


def _after(state: State, ellipse: _Ellipse, step: FloatArray) -> State:
    """Find states a step of the eccentric anomaly later [rad]."""
    sine, cosine = np.sin(step), np.cos(step)
    axis, distance = ellipse.axis_km, _length(state.place_km)
    rate = ellipse.eccentricity * np.sin(ellipse.anomaly)
    level = ellipse.eccentricity * np.cos(ellipse.anomaly)
    pace = np.sqrt(axis**3 / EARTH_GM_KM3_S2)
    time = pace * (step - level * sine + rate * (1 - cosine))
    later = axis * (1 - level * cosine + rate * sine)
    f = 1 - axis / distance * (1 - cosine)
    g = time - pace * (step - sine)
    f_rate = -np.sqrt(EARTH_GM_KM3_S2 * axis) / (later * distance) * sine
    g_rate = 1 - axis / later * (1 - cosine)
    return State(
        f * state.place_km + g * state.speed_km_s,
        f_rate * state.place_km + g_rate * state.speed_km_s,
        state.time_s + time,
    )


def _impact_anomaly(state: State, ellipse: _Ellipse) -> FloatArray:
    """Find the eccentric anomaly at which states come down on the ellipsoid."""
    ground = np.full_like(ellipse.axis_km, EQUATOR_KM)
    for _ in range(3):
        cosine = (1 - ground / ellipse.axis_km) / np.maximum(ellipse.eccentricity, 1e-9)
        anomaly = 2 * np.pi - np.arccos(np.clip(cosine, -1, 1))
        place = _after(state, ellipse, anomaly - ellipse.anomaly).place_km
        ground = surface_radius_km(place, _length(place))
    cosine = (1 - ground / ellipse.axis_km) / np.maximum(ellipse.eccentricity, 1e-9)
    return np.asarray(2 * np.pi - np.arccos(np.clip(cosine, -1, 1)))


def _fall(state: State, ellipse: _Ellipse) -> State:
    """Find where and when states come down."""
    return _after(state, ellipse, _impact_anomaly(state, ellipse) - ellipse.anomaly)


def _integrated(state: State, ellipse: _Ellipse, to: FloatArray | float, steps: int) -> list[State]:
    """Integrate to an eccentric anomaly, by the classical Runge-Kutta method."""
    anomalies = ellipse.anomaly + np.multiply.outer(
        np.linspace(0, 1, steps + 1), to - ellipse.anomaly
    )
    pace = np.sqrt(ellipse.axis_km**3 / EARTH_GM_KM3_S2)
    times = pace * (anomalies - ellipse.eccentricity * np.sin(anomalies))
    states = [state]
    for length in np.diff(times, axis=0):
        state = _free_step(state, length)
        states.append(state)
    return states


def _free_step(state: State, length: FloatArray) -> State:
    place, speed = state.place_km, state.speed_km_s
    a1 = pull(place)
    a2 = pull(place + length / 2 * speed)
    a3 = pull(place + length / 2 * (speed + length / 2 * a1))
    a4 = pull(place + length * (speed + length / 2 * a2))
    return State(
        place + length * (speed + length / 6 * (a1 + a2 + a3)),
        speed + length / 6 * (a1 + 2 * a2 + 2 * a3 + a4),
        state.time_s + length,
    )
