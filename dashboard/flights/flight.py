"""Flights: what is planned of a launch with the geometry that follows from it.

The one place where the record and the geometry meet. Map, table and panel are drawn from these
objects, so they cannot disagree.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.claims.figures import Figure
from dashboard.flights.impact_spread import ImpactSpread, impact_spread
from dashboard.flights.launch_point import launch_point
from dashboard.flights.overflight import Below, below
from dashboard.flights.plan import Arc, Part
from dashboard.flights.seas import SEAS
from data.model import Launch, Site
from geo.ground_track import ground_tracks
from geo.impact_area import impact_areas
from geo.impact_sample import impact_samples
from geo.range_circle import discs, range_arcs
from geo.ray import rays
from geo.sea_sector import sea_sectors
from geo.spread import radius_to_sd

TRACK_POINTS = 33
RAY_KM = 120.0
"""Length of a ray, which says nothing of the range: short, and plainly not a track."""
AREA_POINTS = 72
AREA_PROBABILITIES = (0.9, 0.5)
DISC_POINTS = 36
SITE_PROBABILITY = 0.9
"""Share of launch points taken to lie within a site's `precision_km`."""

Vertices = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Flight:
    """
    One track: those missiles of a launch that share range, azimuth and outcome.

    `plan` says which they are and whose figures; `below` what lies under the track, `spread` how
    far off its impact may be. `track`, `area`
    and `core` have shape (points, 2), latitude and longitude [deg] with longitudes continuous
    across the antimeridian; `area` holds the impact with the greater of `AREA_PROBABILITIES`,
    `core` with the lesser.
    """

    plan: Arc
    below: Below
    spread: ImpactSpread
    track: Vertices = field(repr=False)
    area: Vertices = field(repr=False)
    core: Vertices = field(repr=False)

    @property
    def launch(self) -> Launch:
        """Launch that it is a flight of."""
        return self.plan.launch

    @property
    def missiles(self) -> tuple[int, ...]:
        """Missiles of the launch that share the track."""
        return self.plan.missiles

    @property
    def range_km(self) -> Figure:
        """Range that it is drawn from."""
        return self.plan.range_km

    @property
    def azimuth_deg(self) -> Figure:
        """Azimuth that it is drawn from."""
        return self.plan.azimuth_deg

    @property
    def failed(self) -> bool:
        """Whether it is reported to have failed."""
        return self.plan.failed

    @property
    def differing(self) -> bool:
        """Whether its range excludes the preferred one."""
        return self.plan.differing


@dataclass(frozen=True, slots=True)
class Trace:
    """
    What is known in part: a `ring` segment at the stated range, or a `ray` in the stated direction.

    `line` has shape (points, 2), latitude and longitude [deg]: the segment, or the outline of the
    ray.
    """

    plan: Part
    line: Vertices = field(repr=False)

    @property
    def launch(self) -> Launch:
        """Launch that it is known of."""
        return self.plan.launch

    @property
    def missiles(self) -> tuple[int, ...]:
        """Missiles of the launch that share the line."""
        return self.plan.missiles

    @property
    def kind(self) -> str:
        """Whether it is a `ring` or a `ray`."""
        return self.plan.kind

    @property
    def figure(self) -> Figure:
        """Range of the ring, or azimuth of the ray."""
        return self.plan.figure

    @property
    def sea(self) -> str | None:
        """Sea stated for a ring."""
        return self.plan.sea


AT_A_TIME = 2000
"""Flights worked out together: the impacts of so many take 200 MB meanwhile."""


def flights(plans: Sequence[Arc]) -> list[Flight]:
    """Flights of many plans; their geometry is worked out in bulk, so many at a time."""
    return [
        flight
        for start in range(0, len(plans), AT_A_TIME)
        for flight in _flights(plans[start : start + AT_A_TIME])
    ]


def _flights(plans: Sequence[Arc]) -> list[Flight]:
    latitude = np.array([each.point.latitude for each in plans])
    longitude = np.array([each.point.longitude for each in plans])
    azimuth_deg = np.array([each.azimuth_deg.value for each in plans])
    range_km = np.array([each.range_km.value for each in plans])
    spreads = [impact_spread(each) for each in plans]
    # One call for all flights: a call each would take seconds.
    tracks = np.stack(
        ground_tracks(latitude, longitude, azimuth_deg, range_km, points=TRACK_POINTS), axis=-1
    )
    middles = (
        latitude,
        longitude,
        np.array([each.azimuth_deg for each in spreads]),
        np.array([each.range_km for each in spreads]),
    )
    doubts: dict[str, Any] = {
        "range_sd_km": np.array([each.range_sd_km for each in spreads]),
        "azimuth_sd_deg": np.array([each.azimuth_sd_deg for each in spreads]),
        "site_sd_km": np.array(
            [radius_to_sd(each.point.radius_km, SITE_PROBABILITY) for each in plans]
        ),
    }
    areas, cores = impact_areas(
        *middles, **doubts, probability=AREA_PROBABILITIES, points=AREA_POINTS
    )
    impacts = impact_samples(*middles, **doubts)
    under = below(tracks, impacts)
    return [
        Flight(plan, lies_below, spread, *lines)
        for plan, lies_below, spread, *lines in zip(
            plans, under, spreads, tracks, areas, cores, strict=True
        )
    ]


def traces(plans: Sequence[Part]) -> list[Trace]:
    """Traces of many plans."""
    return [Trace(plan, _ring(plan) if plan.kind == "ring" else _ray(plan)) for plan in plans]


def _ring(plan: Part) -> Vertices:
    """Arc of the stated range within the sea stated, or all round the site."""
    latitude, longitude, range_km = plan.point.latitude, plan.point.longitude, plan.figure.value
    sector = None
    if plan.sea:
        (sector,) = sea_sectors([latitude], [longitude], [range_km], SEAS[plan.sea])
    # A full turn where no sea limits the ring, or none of it lies in that sea.
    first, last = (sector.first_azimuth_deg, sector.last_azimuth_deg) if sector else (0.0, 0.0)
    ring: Vertices = range_arcs([latitude], [longitude], [range_km], [first], [last])[0]
    return ring


def _ray(plan: Part) -> Vertices:
    azimuth = plan.figure
    ray: Vertices = rays(
        [plan.point.latitude],
        [plan.point.longitude],
        [azimuth.value],
        [azimuth.half_width],
        [RAY_KM],
    )[0]
    return ray


def site_disc(site: Site) -> Vertices | None:
    """Outline that a region-only site is drawn as, shape (points, 2); None for a precise place."""
    point = launch_point(site)
    if site.kind != "area" or point is None:
        return None
    outline: Vertices = discs(
        [point.latitude], [point.longitude], [point.radius_km], points=DISC_POINTS
    )[0]
    return outline
