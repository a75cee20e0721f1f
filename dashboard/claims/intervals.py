"""What a stated figure leaves open: its rounding, its qualifier, and where both exclude another."""

import datetime as dt
import math
from collections.abc import Sequence

from data.model import Claim
from data.quantities import CONVERTED_UNITS, QUANTITIES, Scale
from geo.compass import Sector, parse_direction
from geo.errors import GeometryError

CONVERTED_SHARE = 0.05
"""Least half-width of a length in miles or feet, as a share of it: texts convert from km."""
FULL_TURN_DEG = 360.0

Interval = tuple[float, float]


def rounding_half_width(value: float, units: Sequence[float]) -> float:
    """Half of the coarsest unit that a figure is a multiple of: what its rounding may hide."""
    for unit in units:
        # Figures converted from another unit come back with the noise of a division.
        if abs(value / unit - round(value / unit)) < 1e-9:
            return unit / 2
    return units[-1] / 2


def half_width(claim: Claim) -> float:
    """
    Doubt about a figure that its wording leaves, in the unit of the quantity's name.

    Half of its span and half of the unit it is rounded to, as the source states it; at least the
    doubt of "about" or of a conversion from kilometres.
    """
    low, high = _figures(claim)
    middle = (low + high) / 2
    quantity = QUANTITIES[claim.quantity]
    if quantity.is_counted and claim.qualifier != "about":
        return (high - low) / 2  # Missiles are counted, not measured.
    size = quantity.size_of(claim.unit)
    rounding = size * min(
        rounding_half_width(round(bound / size, 6), quantity.rounding) for bound in (low, high)
    )
    doubt = (high - low) / 2 + rounding
    if claim.qualifier == "about":
        doubt = max(doubt, quantity.about * middle)
    if claim.unit in CONVERTED_UNITS:
        doubt = max(doubt, CONVERTED_SHARE * middle)
    return doubt


def interval(claim: Claim) -> Interval | None:
    """
    Everything that a claim allows its quantity to be; None where its words give no interval.

    Figures in the unit of the quantity's name; a time in minutes since 1970; a direction as the
    azimuths of its compass word [deg], where the upper one may lie above 360.
    """
    scale = QUANTITIES[claim.quantity].scale
    if scale is Scale.COMPASS:
        sector = compass_sector(claim.value or "")
        return _around(sector.azimuth_deg, sector.width_deg / 2) if sector else None
    if scale is Scale.TIME:
        minutes, doubt = _minutes(claim)
        return _bounded(claim.qualifier, *_around(minutes, doubt))
    if claim.low is None or claim.high is None:
        return None
    low, high = _figures(claim)
    middle, doubt = (low + high) / 2, half_width(claim)
    return _bounded(claim.qualifier, middle - doubt, middle + doubt)


def exclude(quantity: str, first: Interval, second: Interval) -> bool:
    """Whether no value of a quantity lies in both intervals; those that touch share one."""
    turns = (-FULL_TURN_DEG, 0.0, FULL_TURN_DEG) if QUANTITIES[quantity].unit == "deg" else (0.0,)
    # North is 0 and 360: sectors on its two sides meet a turn further on.
    return all(
        first[1] < second[0] + turn - 1e-9 or second[1] + turn < first[0] - 1e-9 for turn in turns
    )


def middle(claim: Claim) -> float:
    """The one value that stands for a claim, in the unit of its `interval`."""
    scale = QUANTITIES[claim.quantity].scale
    if scale is Scale.COMPASS:
        sector = compass_sector(claim.value or "")
        return sector.azimuth_deg if sector else math.nan
    if scale is Scale.TIME:
        return _minutes(claim)[0]
    low, high = _figures(claim)
    return (low + high) / 2


def compass_sector(words: str) -> Sector | None:
    """Sector of a single compass direction, or None for other words: a sea, a coast, a target."""
    try:
        return parse_direction(words)
    except GeometryError:
        return None


def _figures(claim: Claim) -> Interval:
    if claim.low is None or claim.high is None:
        message = f"{claim.launch_id}: {claim.quantity} of {claim.authority} has no figures"
        raise ValueError(message)
    return claim.low, claim.high


def _minutes(claim: Claim) -> Interval:
    """Minutes since 1970 of a time, and the doubt about them."""
    quantity = QUANTITIES[claim.quantity]
    time = dt.datetime.fromisoformat(claim.value or "")
    rounding = rounding_half_width(time.minute + time.second / 60, quantity.rounding)
    least = quantity.about if claim.qualifier == "about" else quantity.least
    doubt = max(rounding, least)
    return time.timestamp() / 60, doubt


def _around(middle: float, doubt: float) -> Interval:
    return middle - doubt, middle + doubt


def _bounded(qualifier: str, low: float, high: float) -> Interval:
    """Interval of a figure, open to the side that "at least" or "at most" leaves open."""
    if qualifier == "at_least":
        return low, math.inf
    if qualifier == "at_most":
        return -math.inf, high
    return low, high
