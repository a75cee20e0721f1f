"""Flights: launches with the geometry that follows from their claims.

The one place where the record and the geometry meet. Map, table and panel are drawn from these
objects, so they cannot disagree.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dashboard.figures import Figure, azimuth_figure, range_figure
from dashboard.once import once
from dashboard.plain_text import plural
from data.model import Launch, Record, Site
from data.record import TABLES, read_record
from geo.ground_track import ground_tracks
from geo.impact_area import impact_areas
from geo.spread import limits_to_sd, radius_to_sd

ARC_KINDS = ("ballistic", "glide", "rocket artillery")
"""Kinds whose stated range is a distance over the ground in one direction.

Cruise missiles fly patterns, space launches reach orbit, interceptors turn: no arc for those.
"""
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

    `track` has shape (points, 2) and `area` (points, 2), both of latitude and longitude [deg]
    with longitudes continuous across the antimeridian.
    """

    launch: Launch
    missiles: tuple[int, ...]
    range_km: Figure
    azimuth_deg: Figure
    failed: bool
    track: Vertices = field(repr=False)
    area: Vertices = field(repr=False)


@dataclass(frozen=True)
class Atlas:
    """The record with the flights that can be drawn from it, by launch."""

    record: Record
    flights: dict[str, tuple[Flight, ...]]

    def placement(self, launch: Launch) -> str:
        """How a launch is shown: `arc`, at its `site` only, or `none`: not placed."""
        if self.flights.get(launch.id):
            return "arc"
        return "site" if launch.site and launch.site.latitude is not None else "none"


def missile_number(launches: Iterable[Launch]) -> int:
    """Missiles in launches; one whose number is not settled counts as one missile, the least."""
    return sum(launch.count or 1 for launch in launches)


def summary(atlas: Atlas, launches: Sequence[Launch]) -> str:
    """Sentence above the map: its three parts add up to the launches selected."""
    placed = [atlas.placement(launch) for launch in launches]
    missiles = missile_number(launches)
    return (
        f"{plural(len(launches), 'launch', 'launches')} "
        f"({plural(missiles, 'missile', 'missiles')}): "
        f"{placed.count('arc')} drawn as arcs, {placed.count('site')} at their site only, "
        f"{placed.count('none')} not placed"
    )


def build_atlas(record: Record) -> Atlas:
    """Every flight that the record's claims allow to be drawn."""
    plans = [plan for launch in record.launches for plan in _plans(launch)]
    if not plans:
        return Atlas(record, {})
    sites = [launch.site for launch, *_ in plans]
    latitude = np.array([site.latitude for site in sites], dtype=float)
    longitude = np.array([site.longitude for site in sites], dtype=float)
    azimuth_deg = np.array([plan[3].value for plan in plans])
    range_km = np.array([plan[2].value for plan in plans])
    tracks = np.stack(
        ground_tracks(latitude, longitude, azimuth_deg, range_km, points=TRACK_POINTS), axis=-1
    )
    areas = impact_areas(
        latitude,
        longitude,
        azimuth_deg,
        range_km,
        range_sd_km=np.array([limits_to_sd(plan[2].half_width) for plan in plans]),
        azimuth_sd_deg=np.array([limits_to_sd(plan[3].half_width) for plan in plans]),
        site_sd_km=np.array(
            [radius_to_sd(_site_radius_km(site), SITE_PROBABILITY) for site in sites]
        ),
        probability=AREA_PROBABILITY,
        points=AREA_POINTS,
    )
    flights: dict[str, tuple[Flight, ...]] = {}
    for plan, track, area in zip(plans, tracks, areas, strict=True):
        launch = plan[0]
        flights[launch.id] = (*flights.get(launch.id, ()), Flight(*plan, track, area))
    return Atlas(record, flights)


def _site_radius_km(site: Site) -> float:
    return UNKNOWN_PRECISION_KM if site.precision_km is None else site.precision_km


def _plans(launch: Launch) -> list[tuple[Launch, tuple[int, ...], Figure, Figure, bool]]:
    """Groups of a salvo's missiles that share one track, with the figures it is drawn from."""
    site = launch.site
    if launch.missile.kind not in ARC_KINDS or site is None or site.latitude is None:
        return []
    groups: dict[object, tuple[list[int], Figure, Figure, bool]] = {}
    for missile in range(1, missiles_spoken_of(launch) + 1):
        distance, azimuth = range_figure(launch, missile), azimuth_figure(launch, missile)
        if distance is None or azimuth is None:
            continue
        failed = missile_failed(launch, missile)
        key = (_drawn_alike(distance), _drawn_alike(azimuth), failed)
        groups.setdefault(key, ([], distance, azimuth, failed))[0].append(missile)
    return [
        (launch, tuple(missiles), distance, azimuth, failed)
        for missiles, distance, azimuth, failed in groups.values()
    ]


def _drawn_alike(figure: Figure) -> tuple[object, ...]:
    """What two missiles must share to be told apart by nothing that is shown."""
    claim = figure.claim
    return (figure.value, figure.half_width, figure.basis, claim.authority, claim.qualifier)


def missiles_spoken_of(launch: Launch) -> int:
    """Missiles of a salvo by its count, or by the highest that a claim numbers, at least one."""
    return launch.count or max((n for claim in launch.claims for n in claim.missiles), default=1)


def missile_failed(launch: Launch, missile: int) -> bool:
    """Whether one missile of a salvo is reported to have failed."""
    if launch.outcome != "partial":
        return launch.outcome == "failure"
    return any(
        claim.quantity == "outcome" and missile in claim.missiles and claim.value == "failure"
        for claim in launch.claims
    )


@once
def atlas() -> Atlas:
    """Shipped record, or the one in the folder that `RECORD_FOLDER` names, with its flights."""
    return build_atlas(read_record(Path(os.environ.get("RECORD_FOLDER") or TABLES)))
