"""
How far off a derived impact may be: range and bearing, joined with a stated impact place.

Both are doubts about reports, and normal errors here. A range is in doubt by more than its own
rounding: radars, and what "about" covers, differ. Where an authority states a point too, range and
bearing are each the mean of both statements, weighted by what either leaves open.
"""

import math
from dataclasses import dataclass

from dashboard.claims.figures import IMPACT_PLACE
from dashboard.flights.plan import Arc
from geo.geodesic import inverse
from geo.position import Position
from geo.spread import limits_to_sd

RANGE_SCATTER = 0.03
"""Standard deviation of a stated range beyond its rounding, as a share of it. In 25 cases with a
stated impact place the range from the site to the place differs from the stated one by 4.7 percent
(standard deviation), of which the places' own doubt is about two thirds in variance."""
FAR_APART = 2.146
"""Standard deviations within which two statements agree: 90 percent in two dimensions."""
WITHIN = 0.6 * FAR_APART
"""Standard deviations along and across within which an area holds both statements: where they lie
farther apart than their own doubts would have it, they are in doubt by more than these."""


@dataclass(frozen=True, slots=True)
class ImpactSpread:
    """
    Where an impact is reckoned to be, and its standard deviations.

    Attributes
    ----------
    azimuth_deg, range_km
        Of the middle of its areas, as seen from the site.
    azimuth_sd_deg, range_sd_km
        Their standard deviations.
    joined
        Whether a stated impact place is in it.
    conflict
        Whether that place and the stated range and bearing exclude each other.
    """

    azimuth_deg: float
    range_km: float
    azimuth_sd_deg: float
    range_sd_km: float
    joined: bool = False
    conflict: bool = False


def impact_spread(plan: Arc) -> ImpactSpread:
    """Spread of the impact of a track."""
    distance, azimuth = plan.range_km, plan.azimuth_deg
    range_sd = math.hypot(limits_to_sd(distance.half_width), RANGE_SCATTER * distance.value)
    azimuth_sd = limits_to_sd(azimuth.half_width)
    alone = ImpactSpread(azimuth.value, distance.value, azimuth_sd, range_sd)
    impact = plan.figures.impact
    if impact is None or plan.differing or plan.failed:
        return alone
    _, point, radius_km = impact
    line = inverse(Position(plan.point.latitude, plan.point.longitude), point)
    if line.azimuth_deg is None or radius_km >= line.range_km:
        return alone
    place_sd = limits_to_sd(radius_km)
    place_azimuth_sd = math.degrees(place_sd / line.range_km)
    off_km = line.range_km - distance.value
    off_deg = (line.azimuth_deg - azimuth.value + 180) % 360 - 180
    apart = math.hypot(
        off_km / math.hypot(range_sd, place_sd), off_deg / math.hypot(azimuth_sd, place_azimuth_sd)
    )
    share, joint_range_sd = _weighted(range_sd, place_sd, off_km)
    turn, joint_azimuth_sd = _weighted(azimuth_sd, place_azimuth_sd, off_deg)
    if azimuth.basis == IMPACT_PLACE:
        # The bearing is that of the place already: it must not count twice.
        turn, joint_azimuth_sd = 0.0, azimuth_sd
    return ImpactSpread(
        (azimuth.value + turn * off_deg) % 360,
        distance.value + share * off_km,
        joint_azimuth_sd,
        joint_range_sd,
        joined=True,
        conflict=apart > FAR_APART,
    )


def _weighted(own_sd: float, other_sd: float, off: float) -> tuple[float, float]:
    """Weight of a statement that is `off` an own one, and the standard deviation of both."""
    variance = own_sd**2 + other_sd**2
    if not variance:
        return 0.0, 0.0
    share = own_sd**2 / variance
    farther = abs(off) * max(share, 1 - share)
    return share, max(own_sd * other_sd / math.sqrt(variance), farther / WITHIN)
