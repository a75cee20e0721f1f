"""Where flights begin: the point of a site, and how far off it a launch may have been."""

from dataclasses import dataclass

from data.model import Site

UNKNOWN_PRECISION_KM = 50.0
"""Doubt taken for a site whose `precision_km` is not recorded."""


@dataclass(frozen=True, slots=True)
class LaunchPoint:
    """Latitude and longitude [deg], and the radius within which the launch took place [km]."""

    latitude: float
    longitude: float
    radius_km: float


def launch_point(site: Site | None) -> LaunchPoint | None:
    """Point of a site, or None where no site is stated or it is not known where it lies."""
    if site is None or site.latitude is None or site.longitude is None:
        return None
    doubt = UNKNOWN_PRECISION_KM if site.precision_km is None else site.precision_km
    return LaunchPoint(site.latitude, site.longitude, doubt)
