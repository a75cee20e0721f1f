"""
The boost phase: how a missile climbs and turns while its motors burn.

A simple model for a whole class of missiles, not for one of them. Each stage burns for its time,
one after the other; each begins at the acceleration at lift-off, and the lighter it gets, the
faster it accelerates, as with a constant flow of propellant. How much faster is what the flight
that is looked for decides: the speed gained, `gain_km_s`. A missile that needs less than its whole
burn at the first acceleration is cut off early. The thrust points straight up at first, falls at an
even rate while the first stage burns and keeps its last elevation from then on: most of the turning
of a missile is done low, while it is slow. There is no air: its drag takes some 0.1 km/s, which the
speed gained makes up for unseen.

A burn at a constant flow: G. P. Sutton and O. Biblarz, "Rocket Propulsion Elements", chapter 4.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.earth_fixed import EQUATOR_KM, TURN_RAD_S, from_geodetic, local_axes
from geo.geodesic import FloatArray
from geo.profile import EARTH_GM_KM3_S2

J2 = 1.082629821e-3
"""Second zonal harmonic, from C20 of the EGM2008 model (Pavlis and others 2012)."""
STANDARD_GRAVITY_KM_S2 = 9.80665e-3
"""3rd General Conference on Weights and Measures (1901) [km/s2]."""
ROUNDS = 2
"""Rounds after which the pull is that on the path: a third moves no burnout tried by a metre."""


def _lobatto(count: int) -> tuple[FloatArray, FloatArray]:
    """Find points from 0 to 1, and the matrix that sums a polynomial through them up to each."""
    points = (1 - np.cos(np.linspace(0, np.pi, count))) / 2
    powers = np.arange(count)
    through = np.linalg.inv(points[:, np.newaxis] ** powers)
    return points, (points[:, np.newaxis] ** (powers + 1) / (powers + 1)) @ through


POINTS, SUMS = _lobatto(7)
"""Points of a stage, after C. W. Clenshaw and A. R. Curtis, "A method for numerical integration on
an automatic computer", Numer. Math. 2 (1960): nine of them move no impact tried by 20 m."""


@dataclass(frozen=True, slots=True)
class State:
    """
    Where flights are and how fast, in the frame that does not turn.

    Attributes
    ----------
    place_km, speed_km_s
        Vectors from the Earth's centre, shape (3, n) or (3, points, n) [km], and speeds [km/s].
    time_s
        Time since launch, shape (n,) or (points, n) [s].
    """

    place_km: FloatArray
    speed_km_s: FloatArray
    time_s: FloatArray

    @property
    def last(self) -> "State":
        """The last of several points."""
        return State(self.place_km[:, -1], self.speed_km_s[:, -1], self.time_s[-1])

    @property
    def after_first(self) -> "State":
        """Several points but for the first."""
        return State(self.place_km[:, 1:], self.speed_km_s[:, 1:], self.time_s[1:])


@dataclass(frozen=True, slots=True)
class Boost:
    """
    The burns of a flight, for n flights at once.

    Attributes
    ----------
    stages_s
        Burn time of each stage, shape (m, n); 0 where a flight has fewer [s].
    liftoff_g
        Acceleration at lift-off, shape (n,) [g].
    """

    stages_s: FloatArray
    liftoff_g: FloatArray

    def part(self, wanted: slice | NDArray[np.intp]) -> "Boost":
        """Give the burns of some of the flights."""
        return Boost(self.stages_s[:, wanted], self.liftoff_g[wanted])


@dataclass(frozen=True, slots=True)
class Pad:
    """
    Where flights start: the place and the axes of the launch site, and the speed of the ground.

    `turning` is False for an Earth that does not turn.
    """

    place_km: FloatArray
    speed_km_s: FloatArray
    up: FloatArray
    north: FloatArray
    east: FloatArray

    def part(self, some: NDArray[np.intp]) -> "Pad":
        """Give the pads of some of the flights."""
        return Pad(
            self.place_km[:, some],
            self.speed_km_s[:, some],
            self.up[:, some],
            self.north[:, some],
            self.east[:, some],
        )


def launch_pad(latitude: FloatArray, longitude: FloatArray, *, turning: bool = True) -> Pad:
    """Find the pads of flights from their sites [deg]; without rotation if not `turning`."""
    place = from_geodetic(latitude, longitude, 0.0)
    speed = np.zeros_like(place)
    if turning:
        speed[0], speed[1] = -TURN_RAD_S * place[1], TURN_RAD_S * place[0]
    return Pad(place, speed, *local_axes(latitude, longitude))


def pull(place_km: FloatArray) -> FloatArray:
    """Find the gravity of the oblate Earth at vectors of shape (3, ...) [km/s2]."""
    x, y, z = place_km
    inverse_2 = 1 / (x * x + y * y + z * z)
    share = z * z * inverse_2
    oblate = 1.5 * J2 * EQUATOR_KM**2 * inverse_2
    central = -EARTH_GM_KM3_S2 * inverse_2 * np.sqrt(inverse_2)
    level = central * (1 + oblate * (1 - 5 * share))
    return np.stack((level * x, level * y, (level + 2 * central * oblate) * z))


def burn(  # noqa: PLR0913, PLR0917
    pad: Pad,
    boost: Boost,
    azimuth: FloatArray,
    elevation: FloatArray,
    gain_km_s: FloatArray,
    rounds: int = ROUNDS,
) -> State:
    """
    Fly the boost phase.

    Parameters
    ----------
    pad, boost
        Where flights start and what they burn.
    azimuth, elevation
        Direction of the thrust, and its elevation once it has turned, both at the site [rad].
    gain_km_s
        Speed that the burns give in all [km/s].
    rounds
        How often the pull is set right for the path that it bends.

    Returns
    -------
        States of shape (3, points, n) and (points, n) from lift-off to burnout, the points close
        where the acceleration is high.
    """
    ahead = pad.north * np.cos(azimuth) + pad.east * np.sin(azimuth)
    first = boost.liftoff_g * STANDARD_GRAVITY_KM_S2
    whole = np.sum(boost.stages_s, axis=0)
    # Less than the whole burn at the first acceleration: the motor is cut off.
    cut_off = np.minimum(1.0, gain_km_s / (first * whole))
    growth = _growth(np.maximum(gain_km_s / (first * whole), 1.0))
    turn_s = boost.stages_s[0] * cut_off
    burnt = -np.expm1(-growth)
    # Points are even in the speed gained; `pace` is the time that passes for each share of it.
    left = np.exp(-np.multiply.outer(POINTS, growth))
    state = State(pad.place_km, pad.speed_km_s, np.zeros(pad.place_km.shape[1]))
    parts: list[State] = []
    for stage_s in boost.stages_s * cut_off:
        time = stage_s / burnt * (1 - left)
        pace = stage_s * growth / burnt * left
        turned = np.minimum((state.time_s + time) / turn_s, 1.0)
        angle = np.pi / 2 - (np.pi / 2 - elevation) * turned
        thrust = pad.up[:, np.newaxis] * (first * np.sin(angle) / left) + ahead[:, np.newaxis] * (
            first * np.cos(angle) / left
        )
        parts.append(_flown(state, time, pace, thrust, rounds))
        state = parts[-1].last
    return joined(parts)


def joined(parts: Sequence[State]) -> State:
    """Join states of successive points; where one part ends and the next begins is one point."""
    keep = [part if number == 0 else part.after_first for number, part in enumerate(parts)]
    return State(
        np.concatenate([part.place_km for part in keep], axis=1),
        np.concatenate([part.speed_km_s for part in keep], axis=1),
        np.concatenate([part.time_s for part in keep], axis=0),
    )


def _flown(
    state: State, time: FloatArray, pace: FloatArray, thrust: FloatArray, rounds: int
) -> State:
    """Fly a stage from a state through its points, under thrust and the pull along the path."""
    start, speed = state.place_km[:, np.newaxis], state.speed_km_s[:, np.newaxis]
    gained = SUMS @ (thrust * pace)
    straight = start + speed * time + SUMS @ (gained * pace)
    place = straight + pull(start) / 2 * time**2
    for _ in range(rounds):
        fallen = SUMS @ (pull(place) * pace)
        place = straight + SUMS @ (fallen * pace)
    return State(place, speed + gained + fallen, state.time_s + time)


def _growth(ratio: FloatArray) -> FloatArray:
    """Find w of w / (1 - exp(-w)) = ratio: the logarithm of the last acceleration to the first."""
    growth = np.where(ratio < 2, 2 * (ratio - 1), ratio) + 1e-6
    for _ in range(5):
        burnt = -np.expm1(-growth)
        slope = (burnt - growth * (1 - burnt)) / burnt**2
        growth = np.maximum(growth - (growth / burnt - ratio) / slope, 1e-6)
    return growth
