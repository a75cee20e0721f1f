"""
Standard deviations of stated numbers.

A claim says "about 800 km" or "northeast"; an impact area wants the standard deviation behind it.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from geo.errors import GeometryError
from geo.geodesic import FloatArray


def limits_to_sd(half_width: float) -> float:
    """
    Convert hard limits, all between them equally likely.

    Rounding is of this kind: a figure given to the nearest 50 km lies within 25 km of the truth.
    So is a compass word's sector.

    Parameters
    ----------
    half_width
        Half the distance between the limits, any unit.

    Returns
    -------
        The standard deviation, half_width / sqrt(3), same unit.

    Raises
    ------
    GeometryError
        If half_width is negative or not finite.

    References
    ----------
    JCGM 100:2008, "Guide to the expression of uncertainty in measurement", section 4.3.7.
    """
    return float(checked_spreads("half_width", half_width)) / math.sqrt(3)


def radius_to_sd(radius: float, probability: float) -> float:
    """
    Convert a radius round a place that holds the true place with some probability.

    Parameters
    ----------
    radius
        The radius, any unit.
    probability
        Probability that the circle holds the truth, above 0 and below 1.

    Returns
    -------
        The standard deviation along each of two axes, same unit.

    Raises
    ------
    GeometryError
        If radius is negative or not finite, or probability is not between 0 and 1.
    """
    return float(checked_spreads("radius", radius)) / probability_to_k(probability)


def probability_to_k(probability: float) -> float:
    """
    Find how many standard deviations out a two-dimensional normal error holds a probability.

    Parameters
    ----------
    probability
        Probability, above 0 and below 1.

    Returns
    -------
        Half-axes of the ellipse in standard deviations, sqrt(-2 ln(1 - p)).

    Raises
    ------
    GeometryError
        If probability is not between 0 and 1.

    Notes
    -----
    The distance of a two-dimensional normal error from its mean, in standard deviations, follows
    the Rayleigh distribution, 1 - exp(-k^2 / 2).
    """
    return math.sqrt(-2 * math.log1p(-checked_probability(probability)))


def checked_probability(probability: float) -> float:
    """Return a probability, or raise GeometryError where it is not above 0 and below 1."""
    if not 0 < probability < 1:
        message = f"probability must be above 0 and below 1, got {probability}"
        raise GeometryError(message)
    return probability


def checked_spreads(name: str, spreads: ArrayLike) -> FloatArray:
    """Return spreads as an array, or raise GeometryError where one is negative or not finite."""
    array = np.asarray(spreads, dtype=np.float64)  # None becomes NaN here
    good = np.isfinite(array) & (array >= 0)
    if not np.all(good):
        message = f"{name} must be finite and not negative, got {array[~good].flat[0]}"
        raise GeometryError(message)
    return array
