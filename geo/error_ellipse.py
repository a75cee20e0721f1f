"""
The ellipses of range, azimuth and site errors, in polar coordinates round the site.

Range and azimuth errors bend an ellipse round the site; a displaced site moves it without bending
it. Each point of the outline is therefore reached in two steps: along a bearing by the share of
range and azimuth, then straight on by the share of the site. All of it is on the sphere of mean
radius: its error, 0.3 percent, is far below any spread that is known.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM, FloatArray
from geo.profile import EARTH_RADIUS_KM

# A millimetre, so that nothing is divided by 0 where neither range nor its spread reaches far.
SMALLEST_WIDTH_KM = 1e-6
SMALLEST_SQUARE = (SMALLEST_WIDTH_KM / EARTH_RADIUS_KM) ** 2

# Outlines are mostly long across the track, and only there do they bend. This packs points on the
# front and back until they are as far apart as evenly spread ones would be: 1 - 2 * 0.18 = 2 / pi.
PACKING = 0.18


@dataclass(frozen=True, slots=True)
class FlightErrors:
    """
    Flights and the standard deviations of what is reported of them.

    Attributes
    ----------
    latitude
        Latitudes of the sites, shape (n, 1) [rad].
    azimuth, azimuth_sd
        Azimuths at the sites and their standard deviations, shape (n, 1) [rad].
    distance, range_sd
        Ranges and their standard deviations, shape (n, 1) [km].
    site_sd
        Standard deviations of the sites along each of two axes, shape (n, 1) [km].
    """

    latitude: FloatArray
    azimuth: FloatArray
    azimuth_sd: FloatArray
    distance: FloatArray
    range_sd: FloatArray
    site_sd: FloatArray


def polar_ellipses(
    errors: FlightErrors, k: FloatArray, points: int
) -> tuple[FloatArray, FloatArray]:
    """
    Find the ellipses that independent normal errors draw round the ends of flights.

    Parameters
    ----------
    errors
        The flights, n of them.
    k
        Half-axes of the ellipses in standard deviations, shape (m, 1, 1).
    points
        Points an ellipse, the first straight on.

    Returns
    -------
        Distances from the site [km] and angles from the azimuth [rad], shape (m, n, points).

    Raises
    ------
    GeometryError
        If an ellipse has no length or no width.
    """
    _check_extent(errors)
    turn, spacing = _turns(points)
    range_sd = np.hypot(errors.range_sd, _wobble(errors, k * spacing[0]))
    reaches_back = k * range_sd > errors.distance
    along, site_along = _shares(range_sd, errors.site_sd, reaches_back)

    # Out along the azimuth as the claims allow, then on by the site's share.
    flown = np.maximum(errors.distance + k * along * np.cos(turn), 0.0)
    ahead = flown + k * site_along * np.cos(turn)
    _check_reach(ahead)
    width = _width(flown)
    drift, site_sd = _site_errors_across(errors, range_sd, flown)
    across, site_across = _shares(width * errors.azimuth_sd, site_sd, reaches_back)
    aside = k * (site_across * np.sin(turn) + drift * site_along * np.cos(turn))
    swing = k * across / width
    radius, bearing = _right_triangle(ahead, aside)
    bearing += swing * np.sin(turn)

    all_round = swing.max(axis=-1, keepdims=True) >= np.pi
    radius = np.where(all_round, radius.max(axis=-1, keepdims=True), radius)
    bearing = np.where(all_round, np.linspace(0.0, 2 * np.pi, points, endpoint=False), bearing)
    step = np.where(all_round, 2 * np.pi / points, swing * np.cos(turn) * spacing)
    stride = np.where(all_round, 0.0, -k * (along + site_along) * np.sin(turn) * spacing)
    # Sides cut off what bulges over them, two thirds of it on average: move it out by as much.
    ahead, aside = _bulges(errors.latitude, errors.azimuth + bearing, radius, step, stride)
    bearing -= aside * 2 / 3 / _width(radius)
    radius += ahead * 2 / 3
    return np.minimum(radius, MAX_RANGE_KM), bearing


def _check_extent(errors: FlightErrors) -> None:
    """Raise GeometryError where an area would be a line or a point."""
    along = errors.range_sd + errors.site_sd
    across = np.hypot(errors.distance, errors.range_sd) * errors.azimuth_sd + errors.site_sd
    if not np.all((along > 0) & (across > 0)):
        message = "an impact area needs a spread along the track and one across it, got 0"
        raise GeometryError(message)


def _check_reach(ahead: FloatArray) -> None:
    """Raise GeometryError where an area would reach more than half round the Earth."""
    furthest = ahead.max(initial=0.0)
    if furthest > MAX_RANGE_KM:
        message = (
            f"an impact area must end within {MAX_RANGE_KM:.0f} km of its site, half round the "
            f"Earth; this one would reach {furthest:.0f} km"
        )
        raise GeometryError(message)


def _turns(points: int) -> tuple[FloatArray, FloatArray]:
    """Spread points round an ellipse, from straight on; their places and spacing [rad]."""
    even = np.linspace(0.0, 2 * np.pi, points, endpoint=False)
    spacing = 2 * np.pi / points * (1 - 2 * PACKING * np.cos(2 * even))
    return even - PACKING * np.sin(2 * even), spacing


def _wobble(errors: FlightErrors, step: FloatArray) -> FloatArray:
    """Find the deviation of an arc from its chords, to be counted as one of the range [km]."""
    # A parabola of height 1 has a standard deviation of sqrt(4 / 45) about its mean, 2 / 3.
    swing = np.minimum(step * errors.azimuth_sd, np.pi)
    nowhere = np.zeros_like(swing)
    bulge, _ = _bulges(errors.latitude, errors.azimuth, errors.distance, swing, nowhere)
    return np.abs(bulge) * math.sqrt(4 / 45)


def _bulges(
    latitude: FloatArray,
    bearing: FloatArray,
    radius: FloatArray,
    step: FloatArray,
    stride: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """
    Find how far lines on the ground bulge over sides that are straight on the map.

    Parameters
    ----------
    latitude, bearing, radius
        Sites, and where points lie as seen from them [rad, rad, km].
    step, stride
        Lengths of sides along a circle round the site [rad] and along a ray from it [km].

    Returns
    -------
        Bulges of circles outward and of rays to the left [km].
    """
    reach = radius / EARTH_RADIUS_KM
    chord, stride = np.sin(reach) * step, stride / EARTH_RADIUS_KM
    # The end's latitude, and cos(latitude) times cosine and sine of the azimuth there.
    sin_lat, cos_lat = np.sin(latitude), np.cos(latitude)
    out_north = cos_lat * np.cos(bearing)
    end_sin = sin_lat * np.cos(reach) + out_north * np.sin(reach)
    north = out_north * np.cos(reach) - sin_lat * np.sin(reach)
    east = cos_lat * np.sin(bearing)
    # No side is closer to a pole than it is long: there it has no one curvature.
    end_cos2 = np.maximum(north**2 + east**2, chord**2 + stride**2 + SMALLEST_SQUARE)
    # How much a line of longitude and latitude turns left, to the right of the ray and along it.
    across = end_sin * north / end_cos2 * (1 + east**2 / end_cos2)
    along = end_sin * east / end_cos2 * (1 + north**2 / end_cos2)
    circle = np.sin(2 * reach) / 2 * step**2
    bulges: tuple[FloatArray, FloatArray] = (
        EARTH_RADIUS_KM / 8 * (circle + across * chord**2),
        EARTH_RADIUS_KM / 8 * along * stride**2,
    )
    return bulges


def _width(flown: FloatArray) -> FloatArray:
    """Find the width of one radian of azimuth at a distance [km]."""
    return np.maximum(EARTH_RADIUS_KM * np.sin(flown / EARTH_RADIUS_KM), SMALLEST_WIDTH_KM)


def _site_errors_across(
    errors: FlightErrors, range_sd: FloatArray, flown: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """
    Find what a displaced site does across the track, at a distance.

    Azimuths count from the site's own north. A site displaced to the right moves the impact right
    by cos(distance); one displaced to the east has its north turned left, by tan(latitude).

    Returns
    -------
        The displacement to the right for one forward, and the standard deviation of the rest once
        the distance is known [km].
    """
    reach = flown / EARTH_RADIUS_KM
    # At a pole, north turns as fast as the site's own doubt lets it.
    north_turn = np.sin(errors.latitude) / np.hypot(
        np.cos(errors.latitude), errors.site_sd / EARTH_RADIUS_KM
    )
    turned, carried = np.sin(reach) * north_turn, np.cos(reach)
    # Means of sines and cosines over a normal azimuth: exp(-sd^2 / 2) of those of its mean.
    faded = np.exp(-(errors.azimuth_sd**2) / 2)
    cos_twice = np.cos(2 * errors.azimuth) * faded**4
    drift = -turned * np.sin(errors.azimuth) * faded
    by_right = (
        carried**2
        - 2 * carried * turned * np.cos(errors.azimuth) * faded
        + turned**2 * (1 + cos_twice) / 2
    )
    by_forward = turned**2 * (1 - cos_twice) / 2
    unknown = range_sd**2 / np.maximum(range_sd**2 + errors.site_sd**2, SMALLEST_WIDTH_KM**2)
    return drift, errors.site_sd * np.sqrt(np.maximum(by_right + unknown * by_forward, 0.0))


def _right_triangle(ahead: FloatArray, aside: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Go ahead, turn right, go aside: distance from the start [km] and bearing of the end [rad]."""
    ahead, aside = ahead / EARTH_RADIUS_KM, aside / EARTH_RADIUS_KM
    forward, right = np.cos(aside) * np.sin(ahead), np.sin(aside)
    distance = np.arctan2(np.hypot(forward, right), np.cos(aside) * np.cos(ahead))
    return EARTH_RADIUS_KM * distance, np.arctan2(right, forward)


def _shares(
    error_sd: FloatArray, site_sd: FloatArray, in_full: NDArray[np.bool_]
) -> tuple[FloatArray, FloatArray]:
    """Share out the joint deviation of an error and the site, or give both in full [km]."""
    joint = np.maximum(np.hypot(error_sd, site_sd), SMALLEST_WIDTH_KM)
    return (
        np.where(in_full, error_sd, error_sd**2 / joint),
        np.where(in_full, site_sd, site_sd**2 / joint),
    )
