"""Flights: launches with the geometry that follows from their claims.

The one place where the record and the geometry meet. Map, table and panel are drawn from these
objects, so they cannot disagree.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.claims.authorities import party
from dashboard.claims.disagreement import Disagreement, disagreements
from dashboard.claims.figures import Figure
from dashboard.flights.overflight import Below, below, reaches
from dashboard.flights.plan import (
    ARC_KINDS,
    WHOSE,
    PartialPlan,
    Plan,
    plan,
    plan_partly,
    wanted_party,
)
from dashboard.flights.seas import SEAS
from data.impact_place import places_by_name
from data.model import Launch, Record, Site
from data.quantities import QUANTITIES
from geo.ground_track import ground_tracks
from geo.impact_area import impact_areas
from geo.impact_sample import impact_samples
from geo.range_circle import discs, range_arcs
from geo.ray import rays
from geo.sea_sector import sea_sectors
from geo.spread import limits_to_sd, radius_to_sd

TRACK_POINTS = 33
RAY_KM = 120.0
"""Length of a ray, which says nothing of the range: short, and plainly not a track."""
AREA_POINTS = 72
AREA_PROBABILITIES = (0.9, 0.5)
DISC_POINTS = 36
SITE_PROBABILITY = 0.9
"""Share of launch points taken to lie within a site's `precision_km`."""

UNKNOWN_PRECISION_KM = 50.0
"""Doubt taken for a site whose `precision_km` is not recorded."""

Vertices = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Flight:
    """
    One track: those missiles of a launch that share range, azimuth and outcome.

    `below` says what lies under it; `differing` marks the track of a range that excludes the
    preferred one. `track`, `area` and `core` have shape (points, 2), latitude and longitude [deg]
    with longitudes continuous across the antimeridian; `area` holds the impact with the greater of
    `AREA_PROBABILITIES`, `core` with the lesser.
    """

    launch: Launch
    missiles: tuple[int, ...]
    range_km: Figure
    azimuth_deg: Figure
    failed: bool
    differing: bool
    below: Below
    track: Vertices = field(repr=False)
    area: Vertices = field(repr=False)
    core: Vertices = field(repr=False)


@dataclass(frozen=True, slots=True)
class Trace:
    """
    What is known in part: a `ring` segment at the stated range, or a `ray` in the stated direction.

    `line` has shape (points, 2), latitude and longitude [deg]: the segment, or the outline of the
    ray.
    """

    launch: Launch
    missiles: tuple[int, ...]
    kind: str
    figure: Figure
    sea: str | None
    line: Vertices = field(repr=False)


@dataclass(frozen=True)
class Atlas:
    """
    The record with the flights that can be drawn from it, by launch.

    `whose` is one of `WHOSE`; `disagreements` are the same whoever's figures are drawn.
    """

    record: Record
    whose: str
    flights: Mapping[str, tuple[Flight, ...]]
    traces: Mapping[str, tuple[Trace, ...]]
    disagreements: Mapping[str, tuple[Disagreement, ...]]

    @cached_property
    def reaches(self) -> dict[str, frozenset[str]]:
        """Which of `below.REACHES` are true of each launch."""
        return {
            launch.id: reaches(launch, [flight.below for flight in self.flights.get(launch.id, ())])
            for launch in self.record.launches
        }

    def placement(self, launch: Launch) -> str:
        """
        How a launch is shown: `arc`, in `part`, at its `site` only, or `none`: not placed.

        Where one party's figures are wanted, a launch of which it gave neither a figure nor the
        outcome is not placed, nor is one whose track needs a range that it did not give.
        """
        if self.flights.get(launch.id):
            return "arc"
        if self.traces.get(launch.id):
            return "part"
        if launch.site is None or launch.site.latitude is None:
            return "none"
        return "site" if self._is_spoken_of(launch) else "none"

    def _is_spoken_of(self, launch: Launch) -> bool:
        wanted = wanted_party(self.whose)
        if wanted is None:
            return True
        said = {claim.quantity for claim in launch.claims if party(claim.authority) == wanted}
        flew = launch.missile.kind in ARC_KINDS and launch.outcome != "failure"
        if flew:
            return "range_km" in said
        return any(each == "outcome" or QUANTITIES[each].is_figure for each in said)


def build_atlases(record: Record) -> dict[str, Atlas]:
    """
    Every flight that the record's claims allow to be drawn, for each choice of `WHOSE`.

    A flight that several choices draw alike is one object in all of them.
    """
    places = places_by_name(record.places.values())
    found = {launch.id: disagreements(launch) for launch in record.launches}
    differing = {launch_id: each for launch_id, each in found.items() if each}
    chosen = {
        whose: [one for launch in record.launches for one in plan(launch, whose, places)]
        for whose in WHOSE
    }
    partly = {
        whose: [one for launch in record.launches for one in plan_partly(launch, whose, places)]
        for whose in WHOSE
    }
    flights, traces = _by_choice(chosen, _flights), _by_choice(partly, _traces)
    return {
        whose: Atlas(record, whose, flights[whose], traces[whose], differing) for whose in WHOSE
    }


def _by_choice(plans: Mapping[str, Sequence[Any]], make: Callable[..., Any]) -> dict[str, Any]:
    """What is made of the plans, by choice and by launch; of equal plans one object is made."""
    distinct = {one.key: one for chosen in plans.values() for one in chosen}
    made = dict(zip(distinct, make(list(distinct.values())), strict=True))
    by_choice: dict[str, dict[str, tuple[Any, ...]]] = {}
    for whose, chosen in plans.items():
        by_launch = by_choice.setdefault(whose, {})
        for one in chosen:
            by_launch[one.launch.id] = (*by_launch.get(one.launch.id, ()), made[one.key])
    return by_choice


def _flights(plans: Sequence[Plan]) -> list[Flight]:
    """Geometry of every plan, in bulk."""
    if not plans:
        return []
    sites = [one.launch.site for one in plans]
    latitude = np.array([site.latitude for site in sites], dtype=float)
    longitude = np.array([site.longitude for site in sites], dtype=float)
    azimuth_deg = np.array([one.azimuth_deg.value for one in plans])
    range_km = np.array([one.range_km.value for one in plans])
    tracks = np.stack(
        ground_tracks(latitude, longitude, azimuth_deg, range_km, points=TRACK_POINTS), axis=-1
    )
    flown = (latitude, longitude, azimuth_deg, range_km)
    spreads = {
        "range_sd_km": np.array([limits_to_sd(one.range_km.half_width) for one in plans]),
        "azimuth_sd_deg": np.array([limits_to_sd(one.azimuth_deg.half_width) for one in plans]),
        "site_sd_km": np.array(
            [radius_to_sd(_site_radius_km(site), SITE_PROBABILITY) for site in sites]
        ),
    }
    areas, cores = impact_areas(
        *flown, **spreads, probability=AREA_PROBABILITIES, points=AREA_POINTS
    )
    under = below(tracks, impact_samples(*flown, **spreads))
    return [
        Flight(
            one.launch,
            one.missiles,
            one.range_km,
            one.azimuth_deg,
            one.failed,
            one.differing,
            lies_below,
            *lines,
        )
        for one, lies_below, *lines in zip(plans, under, tracks, areas, cores, strict=True)
    ]


def _traces(plans: Sequence[PartialPlan]) -> list[Trace]:
    return [
        Trace(
            one.launch,
            one.missiles,
            one.kind,
            one.figure,
            one.sea,
            _ring(one) if one.kind == "ring" else _ray(one),
        )
        for one in plans
    ]


def _ring(one: PartialPlan) -> Vertices:
    """Arc of the stated range within the sea stated, or all round the site."""
    latitude, longitude = one.launch.site.latitude, one.launch.site.longitude
    sector = None
    if one.sea:
        (sector,) = sea_sectors([latitude], [longitude], [one.figure.value], SEAS[one.sea])
    first, last = (sector.first_azimuth_deg, sector.last_azimuth_deg) if sector else (0.0, 0.0)
    return range_arcs([latitude], [longitude], [one.figure.value], [first], [last])[0]


def _ray(one: PartialPlan) -> Vertices:
    site = one.launch.site
    return rays(
        [site.latitude], [site.longitude], [one.figure.value], [one.figure.half_width], [RAY_KM]
    )[0]


def site_disc(site: Site) -> Vertices | None:
    """Outline that a region-only site is drawn as, shape (points, 2); None for a precise place."""
    if site.kind != "area" or site.latitude is None:
        return None
    return discs([site.latitude], [site.longitude], [_site_radius_km(site)], points=DISC_POINTS)[0]


def _site_radius_km(site: Site) -> float:
    return UNKNOWN_PRECISION_KM if site.precision_km is None else site.precision_km
