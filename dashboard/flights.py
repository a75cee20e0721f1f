"""Flights: launches with the geometry that follows from their claims.

The one place where the record and the geometry meet. Map, table and panel are drawn from these
objects, so they cannot disagree.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dashboard.authorities import party
from dashboard.disagreement import Disagreement, disagreements
from dashboard.figures import Figure
from dashboard.once import once
from dashboard.plain_text import plural
from dashboard.plans import ARC_KINDS, BEST, DIFFERING, WHOSE, Plan, plan
from data.impact_place import places_by_name
from data.model import Launch, Record, Site
from data.record import TABLES, read_record
from geo.ground_track import ground_tracks
from geo.impact_area import impact_areas
from geo.spread import limits_to_sd, radius_to_sd

TRACK_POINTS = 33
AREA_POINTS = 72
AREA_PROBABILITY = 0.9
SITE_PROBABILITY = 0.9
"""Share of launch points taken to lie within a site's `precision_km`."""

UNKNOWN_PRECISION_KM = 50.0
"""Doubt taken for a site whose `precision_km` is not recorded."""

Vertices = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Flight:
    """
    One track: those missiles of a launch that share range, azimuth and outcome.

    `differing` marks the track of a range that excludes the preferred one. `track` has shape
    (points, 2) and `area` (points, 2), both of latitude and longitude [deg] with longitudes
    continuous across the antimeridian.
    """

    launch: Launch
    missiles: tuple[int, ...]
    range_km: Figure
    azimuth_deg: Figure
    failed: bool
    differing: bool
    track: Vertices = field(repr=False)
    area: Vertices = field(repr=False)


@dataclass(frozen=True)
class Atlas:
    """
    The record with the flights that can be drawn from it, by launch.

    `whose` is one of `WHOSE`; `disagreements` are the same whoever's figures are drawn.
    """

    record: Record
    whose: str
    flights: Mapping[str, tuple[Flight, ...]]
    disagreements: Mapping[str, tuple[Disagreement, ...]]

    def placement(self, launch: Launch) -> str:
        """
        How a launch is shown: `arc`, at its `site` only, or `none`: not placed.

        Where one party's figures are wanted, a launch that it says nothing of is not placed, nor
        is one whose track needs a range that it did not give.
        """
        if self.flights.get(launch.id):
            return "arc"
        if launch.site is None or launch.site.latitude is None:
            return "none"
        return "site" if self._is_spoken_of(launch) else "none"

    def _is_spoken_of(self, launch: Launch) -> bool:
        if self.whose in {BEST, DIFFERING}:
            return True
        said = {claim.quantity for claim in launch.claims if party(claim.authority) == self.whose}
        flew = launch.missile.kind in ARC_KINDS and launch.outcome != "failure"
        return "range_km" in said if flew else bool(said)


def missile_number(launches: Iterable[Launch]) -> int:
    """Missiles in launches; where the number is not settled, the least that anyone gives, or 1."""
    return sum(launch.count or _least_stated(launch) for launch in launches)


def _least_stated(launch: Launch) -> int:
    """Smallest number of missiles that a claim on the whole salvo allows."""
    stated = [
        claim.low
        for claim in launch.claims
        if claim.quantity == "count" and not claim.missiles and claim.low is not None
        if claim.qualifier != "at_most"
    ]
    return int(min(stated, default=1))


def summary(atlas: Atlas, launches: Sequence[Launch]) -> str:
    """Sentence above the map: its three parts add up to the launches selected."""
    placed = [atlas.placement(launch) for launch in launches]
    missiles = missile_number(launches)
    whose = "" if atlas.whose in {BEST, DIFFERING} else f", ranges of {atlas.whose} alone"
    return (
        f"{plural(len(launches), 'launch', 'launches')} "
        f"({plural(missiles, 'missile', 'missiles')}){whose}: "
        f"{placed.count('arc')} drawn as arcs, {placed.count('site')} at their site only, "
        f"{placed.count('none')} not placed"
    )


def build_atlases(record: Record) -> dict[str, Atlas]:
    """
    Every flight that the record's claims allow to be drawn, for each choice of `WHOSE`.

    A flight that several choices draw is one object in all of them.
    """
    places = places_by_name(record.places.values())
    found = {launch.id: disagreements(launch) for launch in record.launches}
    differing = {launch_id: each for launch_id, each in found.items() if each}
    plans = {
        whose: [one for launch in record.launches for one in plan(launch, whose, places)]
        for whose in WHOSE
    }
    distinct = {one.key: one for chosen in plans.values() for one in chosen}
    flights = dict(zip(distinct, _flights(list(distinct.values())), strict=True))
    atlases = {}
    for whose, chosen in plans.items():
        by_launch: dict[str, tuple[Flight, ...]] = {}
        for one in chosen:
            by_launch[one.launch.id] = (*by_launch.get(one.launch.id, ()), flights[one.key])
        atlases[whose] = Atlas(record, whose, by_launch, differing)
    return atlases


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
    areas = impact_areas(
        latitude,
        longitude,
        azimuth_deg,
        range_km,
        range_sd_km=np.array([limits_to_sd(one.range_km.half_width) for one in plans]),
        azimuth_sd_deg=np.array([limits_to_sd(one.azimuth_deg.half_width) for one in plans]),
        site_sd_km=np.array(
            [radius_to_sd(_site_radius_km(site), SITE_PROBABILITY) for site in sites]
        ),
        probability=AREA_PROBABILITY,
        points=AREA_POINTS,
    )
    return [
        Flight(
            one.launch,
            one.missiles,
            one.range_km,
            one.azimuth_deg,
            one.failed,
            one.differing,
            track,
            area,
        )
        for one, track, area in zip(plans, tracks, areas, strict=True)
    ]


def _site_radius_km(site: Site) -> float:
    return UNKNOWN_PRECISION_KM if site.precision_km is None else site.precision_km


@once
def atlases() -> dict[str, Atlas]:
    """Shipped record, or the one in the folder that `RECORD_FOLDER` names, with its flights."""
    return build_atlases(read_record(Path(os.environ.get("RECORD_FOLDER") or TABLES)))
