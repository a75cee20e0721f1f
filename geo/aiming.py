"""
The launch that leads to a stated range and apogee, from a turning, oblate Earth.

What is looked for is the direction of the thrust, its last elevation and the speed gained (see
`geo.boost`). It is found by Newton's method over two bodies, with slopes kept up to date as C. G.
Broyden does, "A class of methods for solving nonlinear simultaneous equations", Math. Comp. 19
(1965), and then set right for the pull of the bulge (see `geo.free_flight`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.boost import STANDARD_GRAVITY_KM_S2, Boost, Pad, burn, launch_pad
from geo.earth_fixed import EQUATOR_KM, from_geodetic, turned
from geo.free_flight import Descent, coast, integrated
from geo.geodesic import FloatArray, checked_azimuth, checked_places, direct_many
from geo.profile import EARTH_GM_KM3_S2, EARTH_RADIUS_KM, checked_flights, chord_depth_km

Numbers = NDArray[np.intp]
Misses = Callable[[FloatArray, Numbers], FloatArray]

CHUNK = 4000
"""Flights solved at once: their intermediate numbers stay within the processor's own memory."""
ROUNDS = 12
CLOSE_KM = 0.01
MOST_OFF_KM = 0.5
"""Flights whose impact or apogee stays further off than this are not solved."""
UNKNOWNS = 3
FRESH = 4
"""Rounds after which slopes are worked out anew."""
MOST_STEP = 0.25
"""Most that an unknown changes in a round [rad, km/s]."""
NUDGE = 1e-4
"""By how much an unknown is moved to see what it does [rad, km/s]."""


@dataclass(frozen=True, slots=True)
class Launches:
    """
    Launches that lead to the impacts and apogees that were asked for, n of them.

    Attributes
    ----------
    latitude, longitude
        Sites [deg].
    azimuth, elevation
        Direction of the thrust, and its elevation at burnout [rad].
    gain_km_s
        Speed that the burns give [km/s].
    boost
        The burns.
    flight_time_s
        Time from lift-off to impact, NaN where no launch was found [s].
    """

    latitude: FloatArray
    longitude: FloatArray
    azimuth: FloatArray
    elevation: FloatArray
    gain_km_s: FloatArray
    boost: Boost
    flight_time_s: FloatArray

    @property
    def solved(self) -> NDArray[np.bool_]:
        """Whether a launch was found."""
        return np.asarray(np.isfinite(self.flight_time_s))

    def some(self, numbers: NDArray[np.intp]) -> "Launches":
        """Give some of the launches, by their numbers."""
        return Launches(
            self.latitude[numbers],
            self.longitude[numbers],
            self.azimuth[numbers],
            self.elevation[numbers],
            self.gain_km_s[numbers],
            self.boost.part(numbers),
            self.flight_time_s[numbers],
        )


def solve_launches(  # noqa: PLR0913, PLR0917
    latitude: ArrayLike,
    longitude: ArrayLike,
    azimuth_deg: ArrayLike,
    range_km: ArrayLike,
    apogee_km: ArrayLike,
    boost: Boost,
) -> Launches:
    """
    Find the launches that lead to stated ranges and apogees.

    Parameters
    ----------
    latitude, longitude
        Launch sites, shape (n,) [deg].
    azimuth_deg
        Azimuths of the geodesics to the impacts, shape (n,) [deg].
    range_km, apogee_km
        Ranges along the ground and greatest heights, shape (n,) [km].
    boost
        The burns of each.

    Returns
    -------
        The launches; those that no launch with such burns leads to have no flight time.

    Raises
    ------
    GeometryError
        If a number is missing, NaN or out of range.
    """
    distance, apogee = checked_flights(range_km, apogee_km)
    places = checked_places(latitude, longitude)
    columns = np.broadcast_arrays(*places, checked_azimuth(azimuth_deg), distance, apogee)
    flat = [np.atleast_1d(np.asarray(column, dtype=np.float64)) for column in columns]
    parts = [
        _solve(_Asked(boost.part(part), *(column[part] for column in flat)))
        for part in (slice(first, first + CHUNK) for first in range(0, len(flat[0]), CHUNK))
    ]
    azimuth, elevation, gain, time = (np.concatenate(found) for found in zip(*parts, strict=True))
    return Launches(flat[0], flat[1], azimuth, elevation, gain, boost, time)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What launches are looked for, as `solve_launches` is given it."""

    boost: Boost
    latitude: FloatArray
    longitude: FloatArray
    azimuth_deg: FloatArray
    range_km: FloatArray
    apogee_km: FloatArray


def _solve(asked: _Asked) -> tuple[FloatArray, ...]:
    """Solve a chunk: azimuths, elevations, gains and flight times."""
    pad, boost = launch_pad(asked.latitude, asked.longitude), asked.boost
    end = direct_many(asked.latitude, asked.longitude, asked.azimuth_deg, asked.range_km)
    target = _Target.of(pad, end, asked.apogee_km)

    def missed(values: FloatArray, some: Numbers) -> FloatArray:
        launched = burn(pad.part(some), boost.part(some), *_aimed(values), rounds=1).last
        return target.part(some).missed_km(coast(launched))

    unknown, slope = _newton(_guess(asked), missed)
    # The bulge is a thousandth of the pull: each correction for it is as small beside the last.
    for _ in range(2):
        _, ends = integrated(burn(pad, boost, *_aimed(unknown)).last)
        unknown = unknown - _step(slope, target.missed_km(ends))
    _, ends = integrated(burn(pad, boost, *_aimed(unknown)).last)
    off = np.max(np.abs(target.missed_km(ends)), axis=0)
    time = np.where(off < MOST_OFF_KM, ends.impact.time_s, np.nan)
    return (*_aimed(unknown), time)


@dataclass(frozen=True, slots=True)
class _Target:
    """What flights are to meet: unit vectors to the impact, along and across, and apogees [km]."""

    toward: FloatArray
    along: FloatArray
    across: FloatArray
    apogee_km: FloatArray

    @classmethod
    def of(cls, pad: Pad, end: tuple[FloatArray, FloatArray], apogee_km: FloatArray) -> "_Target":
        toward = from_geodetic(*end, 0.0)
        toward /= np.linalg.norm(toward, axis=0)
        across = np.cross(toward, pad.up, axis=0)
        across /= np.linalg.norm(across, axis=0)
        return cls(toward, np.cross(across, toward, axis=0), across, apogee_km)

    def part(self, some: Numbers) -> "_Target":
        """Give the targets of some of the flights."""
        return _Target(
            self.toward[:, some], self.along[:, some], self.across[:, some], self.apogee_km[some]
        )

    def missed_km(self, ends: Descent) -> FloatArray:
        """Find how far flights come down from their targets, and how much too high they were."""
        place = turned(ends.impact.place_km, ends.impact.time_s)
        ahead = np.sum(place * self.toward, axis=0)
        return np.stack(
            (
                EQUATOR_KM * np.arctan2(np.sum(place * self.along, axis=0), ahead),
                EQUATOR_KM * np.arctan2(np.sum(place * self.across, axis=0), ahead),
                ends.apogee_km - self.apogee_km,
            )
        )


def _aimed(unknown: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """
    Find azimuth, elevation and gain from what is solved for.

    That is how far the last thrust leans to the north and to the east of straight up [rad], and
    the gain: of a steep flight the azimuth alone would say little.
    """
    north, east, gain = unknown
    return np.arctan2(east, north), np.pi / 2 - np.hypot(north, east), gain


def _guess(asked: _Asked) -> FloatArray:
    """Begin with the impulse of the two-body ellipse, and what gravity takes during the burns."""
    range_km, apogee_km, boost = asked.range_km, asked.apogee_km, asked.boost
    depth = chord_depth_km(range_km)
    fall = 2 * apogee_km + EARTH_RADIUS_KM * depth / (apogee_km + depth)
    speed = np.sqrt(EARTH_GM_KM3_S2 / EARTH_RADIUS_KM * fall / (EARTH_RADIUS_KM + apogee_km))
    quarter = range_km / EARTH_RADIUS_KM / 4
    angle = np.arctan2(apogee_km * np.cos(quarter), (EARTH_RADIUS_KM + apogee_km) * np.sin(quarter))
    lost = STANDARD_GRAVITY_KM_S2 * np.minimum(
        np.sum(boost.stages_s, axis=0), speed / (boost.liftoff_g * STANDARD_GRAVITY_KM_S2)
    )
    gain = speed + 0.6 * lost * np.sin(angle)
    mean = angle + np.arcsin(np.minimum(lost * np.cos(angle) / gain, 0.9))
    # Most of the speed is gained late, when the thrust has leant two thirds of its way.
    lean = (np.pi / 2 - mean) / 0.65
    azimuth = np.radians(asked.azimuth_deg)
    return np.stack((lean * np.cos(azimuth), lean * np.sin(azimuth), gain))


def _newton(unknown: FloatArray, missed: Misses) -> tuple[FloatArray, FloatArray]:
    """Solve by Newton's method with Broyden's updates; the last slopes come with the solution."""
    count = unknown.shape[1]
    slope = np.empty((UNKNOWNS, UNKNOWNS, count))
    off = np.empty((UNKNOWNS, count))
    open_ = np.arange(count)
    for round_ in range(ROUNDS):
        if round_ % FRESH == 0:
            off[:, open_] = missed(unknown[:, open_], open_)
            slope[:, :, open_] = _slopes(unknown[:, open_], off[:, open_], missed, open_)
        step = -_step(slope[:, :, open_], off[:, open_])
        # A step too far leads where nothing is to be learnt.
        step *= np.minimum(1, MOST_STEP / np.maximum(np.max(np.abs(step), axis=0), 1e-12))
        unknown[:, open_] += step
        after = missed(unknown[:, open_], open_)
        change = after - off[:, open_] - np.einsum("ijn,jn->in", slope[:, :, open_], step)
        size = np.maximum(np.sum(step**2, axis=0), 1e-30)
        slope[:, :, open_] += change[:, np.newaxis] * step / size
        off[:, open_] = after
        open_ = open_[np.max(np.abs(after), axis=0) > CLOSE_KM]
        if not len(open_):
            break
    return unknown, slope


def _slopes(
    unknown: FloatArray,
    off: FloatArray,
    missed: Misses,
    some: Numbers,
) -> FloatArray:
    """Find how the misses change with each unknown, shape (3 misses, 3 unknowns, n)."""
    slope = np.empty((UNKNOWNS, *unknown.shape))
    for which in range(UNKNOWNS):
        moved = unknown.copy()
        moved[which] += NUDGE
        slope[:, which] = (missed(moved, some) - off) / NUDGE
    return slope


def _step(slope: FloatArray, off: FloatArray) -> FloatArray:
    """Solve the three linear equations of each flight."""
    solved = np.linalg.solve(np.moveaxis(slope, 2, 0), off.T[..., np.newaxis])
    return np.asarray(solved[..., 0].T)
