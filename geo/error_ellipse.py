"""The ellipses of range, azimuth and site errors, in polar coordinates round the site."""

import numpy as np
from numpy.typing import NDArray

from geo.errors import GeometryError
from geo.geodesic import FloatArray
from geo.profile import EARTH_RADIUS_KM

# A millimetre, so that nothing is divided by 0 where neither range nor its spread reaches far.
SMALLEST_WIDTH_KM = 1e-6


def polar_ellipses(  # noqa: PLR0913, PLR0917
    distance: FloatArray,
    range_sd: FloatArray,
    azimuth_sd: FloatArray,
    site_sd: FloatArray,
    k: float,
    turn: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """
    Find the ellipses that independent normal errors draw round the ends of flights.

    Parameters
    ----------
    distance
        Ranges, shape (n, 1) [km].
    range_sd, site_sd
        Standard deviations of range and site, shape (n, 1) [km].
    azimuth_sd
        Standard deviations of azimuth, shape (n, 1) [rad].
    k
        Half-axes of the ellipses in standard deviations.
    turn
        Angles round an ellipse, from straight on, evenly spaced from 0, shape (points,) [rad].

    Returns
    -------
        Distances from the site [km] and angles from the azimuth [rad], shape (n, points).

    Raises
    ------
    GeometryError
        If an ellipse has no length or no width.
    """
    # The width of one radian of azimuth, at the range or as far as the range's spread reaches.
    reach = np.hypot(distance, range_sd) / EARTH_RADIUS_KM
    width = np.maximum(EARTH_RADIUS_KM * np.sin(reach), SMALLEST_WIDTH_KM)
    reaches_back = k * range_sd > distance
    along, site_along = _shares(range_sd, site_sd, reaches_back)
    across, site_across = _shares(width * azimuth_sd, site_sd, reaches_back)

    # Out along the azimuth as the claims allow, then on by the site's share.
    flown = np.maximum(distance + k * along * np.cos(turn), 0.0)
    angle = k * across / width * np.sin(turn)
    ahead = flown + k * site_along * np.cos(turn)
    # Seen from the site, the sphere narrows widths as they get further.
    aside = k * site_across * np.sin(turn) / np.sinc(flown / EARTH_RADIUS_KM / np.pi)
    radius, bearing = np.hypot(ahead, aside), angle + np.arctan2(aside, ahead)

    all_round = k * across / width >= np.pi
    radius = np.where(all_round, radius.max(axis=1, keepdims=True), radius)
    bearing = np.where(all_round, turn, bearing)
    step = np.where(all_round, 1.0, k * across / width * np.cos(turn)) * turn[1]
    # A chord cuts inside its arc, by step^2 / 12 of the radius on average: move it out by as much.
    return radius * (1 + step**2 / 12), bearing


def _shares(
    error_sd: FloatArray, site_sd: FloatArray, in_full: NDArray[np.bool_]
) -> tuple[FloatArray, FloatArray]:
    """Share out the joint deviation of an error and the site, or give both in full [km]."""
    joint = np.hypot(error_sd, site_sd)
    if not np.all(joint > 0):
        message = "an impact area needs a spread along the track and one across it, got 0"
        raise GeometryError(message)
    return (
        np.where(in_full, error_sd, error_sd**2 / joint),
        np.where(in_full, site_sd, site_sd**2 / joint),
    )
