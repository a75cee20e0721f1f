"""
How good derived flight times are: beside those that parties stated with their own figures.

Only where one party gave range, apogee and time of one flight does its time judge the model: mixing
parties would judge their roundings. Nothing in the model is fitted to any of them.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from dashboard.claims.figures import Figure
from dashboard.claims.intervals import interval
from dashboard.flights.ascent import Ascent, Asked, ascents
from dashboard.flights.burn import burn
from dashboard.flights.launch_point import launch_point
from dashboard.flights.missile_figures import MissileFigures, missile_figures
from data.model import PARTIES, Launch, Place
from geo.profile import ballistic_profile

ELLIPSE, TURNING, BOOSTED = "ellipse", "turning", "boosted"
MODELS = (ELLIPSE, TURNING, BOOSTED)
"""What derives a time: the two-body ellipse, the turning Earth, and that with a boost phase."""


@dataclass(frozen=True, slots=True)
class Residual:
    """
    A stated flight time beside the derived ones, of one party's own range and apogee.

    `derived_s` are the times by `MODELS`, `low_s` and `high_s` the interval of the last;
    `contradicts` says that it excludes the stated one, whatever is left open.
    """

    launch: Launch
    party: str
    missile: int
    range_km: Figure
    apogee_km: Figure
    stated_s: Figure
    derived_s: Mapping[str, float]
    low_s: float
    high_s: float
    contradicts: bool

    def off_s(self, model: str = BOOSTED) -> float:
        """Stated time less the derived one [s]."""
        return self.stated_s.value - self.derived_s[model]


def residuals(
    launches: Iterable[Launch], places: Mapping[str, Place] | None = None
) -> list[Residual]:
    """Every time that a state gave with its own range and apogee, of flights the model fits."""
    found = [
        (each, speaker, *own)
        for launch in launches
        if launch.missile.kind == "ballistic"
        for each in missile_figures(launch, places)
        if not each.failed
        for speaker in PARTIES
        if (own := each.own_triple(speaker)) is not None
    ]
    asked = [_asked(each, far, high) for each, _, far, high, _ in found]
    boosted = ascents(asked)
    turning = ascents([replace(one, boost=None) for one in asked])
    results = []
    for one, with_boost, without in zip(found, boosted, turning, strict=True):
        if with_boost.modelled and without.modelled and with_boost.high_s is not None:
            results.append(_residual(one, with_boost, without))
    return list({(one.launch.id, one.party, one.stated_s.value): one for one in results}.values())


def rms(values: Iterable[float]) -> float:
    """Root of the mean square, NaN of nothing."""
    squares = np.square(list(values))
    return float(math.sqrt(squares.mean())) if len(squares) else math.nan


def _asked(each: MissileFigures, distance: Figure, apogee: Figure) -> Asked:
    point = launch_point(each.launch.site)
    return Asked(
        point, each.azimuth_deg, distance, apogee, burn(each.launch.missile, distance, apogee)
    )


def _residual(
    own: tuple[MissileFigures, str, Figure, Figure, Figure], boosted: Ascent, turning: Ascent
) -> Residual:
    each, speaker, distance, apogee, time = own
    low, high = interval(time.claim) or (time.value, time.value)
    most = boosted.high_s or math.inf
    return Residual(
        each.launch,
        speaker,
        each.missile,
        distance,
        apogee,
        time,
        {
            ELLIPSE: ballistic_profile(distance.value, apogee.value).flight_time_s,
            TURNING: turning.time_s,
            BOOSTED: boosted.time_s,
        },
        boosted.low_s,
        most,
        contradicts=high < boosted.low_s or low > most,
    )
