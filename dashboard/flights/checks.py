"""What the drawn flights tell of the record: claims that do not fit each other or the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import shapely

from dashboard.claims.figures import stated_figure
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import Flight
from dashboard.flights.launch_point import launch_point
from dashboard.flights.overflight import zones
from dashboard.flights.seas import SEAS
from dashboard.flights.trajectories import flight_ascent
from data.model import Claim, Launch
from geo.range_circle import discs
from geo.zones import LAND

MOST_ON_LAND = 0.5
"""Share of the impacts drawn at random that may fall on land where a sea is stated."""
MOST_TIME_OFF = 0.25
"""Share by which a stated flight time may differ from the derived one."""
SWAPPED_WITHIN = 0.05
"""Share within which two figures count as the same, the other way round."""
LEAST_PRECISION_KM = 2.0
"""Precision taken for a site without one: the coast of the zones is off by as much [km]."""
AT_SEA = ("sea", "shipyard")
"""Kinds of site that may lie in the water."""


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Something about a launch that is to be corrected, or explained in its note.

    `kind` says what it is; `authorities`, `sea`, `share` and `times_s` (as stated, as derived) of
    whom and by how much, where the kind has them.
    """

    launch: Launch
    kind: Literal["swapped", "no_land", "on_land", "misses_sea", "time_off"]
    authorities: tuple[str, ...] = ()
    sea: str | None = None
    share: float | None = None
    times_s: tuple[float, ...] = ()


def findings(atlas: Atlas) -> list[Finding]:
    """Everything about the launches of an atlas that does not fit, in their order."""
    return [
        what
        for launch in atlas.record.launches
        for what in dict.fromkeys(_about(launch, atlas.flights.get(launch.id, ())))
    ]


def _about(launch: Launch, flights: tuple[Flight, ...]) -> Iterator[Finding]:
    yield from _swapped(launch)
    yield from _starts_in_the_sea(launch)
    for flight in flights:
        sea = flight.plan.figures.sea
        yield from _on_land(flight, sea)
        yield from _misses_the_sea(flight, sea)
        yield from _time_off(flight)


def _swapped(launch: Launch) -> Iterator[Finding]:
    # Only figures of one authority in one source belong to one flight as it saw it.
    figures = [
        (distance, height)
        for source in dict.fromkeys(claim.source.id for claim in launch.claims)
        for distance in _of(launch, "range_km", source)
        for height in _of(launch, "apogee_km", source)
        if distance.authority == height.authority
    ]
    for distance, height in figures:
        for other, its_height in figures:
            if (
                _alike(distance, its_height)
                and _alike(height, other)
                and not _alike(distance, other)
                and distance.authority < other.authority  # each pair once
            ):
                yield Finding(launch, "swapped", (other.authority, distance.authority))


def _of(launch: Launch, quantity: str, source: str) -> list[Claim]:
    return [
        claim
        for claim in launch.claims
        if (claim.quantity, claim.source.id) == (quantity, source) and claim.low == claim.high
    ]


def _alike(one: Claim, other: Claim) -> bool:
    first, second = one.low or 0.0, other.low or 0.0
    return abs(first - second) <= SWAPPED_WITHIN * max(first, second)


def _starts_in_the_sea(launch: Launch) -> Iterator[Finding]:
    site, point = launch.site, launch_point(launch.site)
    if site is None or point is None or site.kind in (*AT_SEA, "area"):
        return
    # The doubt of flights is no help here: it would find land around any site.
    radius_km = site.precision_km or LEAST_PRECISION_KM
    around = discs([point.latitude], [point.longitude], [radius_km])[0]
    near = [
        *zones().at(point.latitude, point.longitude).flat,
        *zones().at(around[:, 0], around[:, 1]).flat,
    ]
    if not any(zone and zone.kind == LAND for zone in near):
        yield Finding(launch, "no_land")


def _on_land(flight: Flight, sea: str | None) -> Iterator[Finding]:
    on_land = sum(share for zone, share in flight.below.shares.items() if zone.kind == LAND)
    if sea and on_land > MOST_ON_LAND:
        yield Finding(flight.launch, "on_land", sea=sea, share=round(on_land, 2))


def _misses_the_sea(flight: Flight, sea: str | None) -> Iterator[Finding]:
    if sea is None or flight.failed:
        return
    # The area may pass 180 degrees of longitude, the seas do not.
    area = shapely.Polygon(flight.area[:, ::-1])
    if not area.intersects(SEAS[sea]):
        yield Finding(flight.launch, "misses_sea", sea=sea)


def _time_off(flight: Flight) -> Iterator[Finding]:
    launch = flight.launch
    ascent = None if flight.failed or flight.differing else flight_ascent(flight)
    if ascent is None:
        return
    for claim in flight.plan.figures.times:
        stated = stated_figure(claim)
        if stated is None:
            continue
        apart = abs(ascent.time_s - stated.value) - stated.half_width
        if apart > MOST_TIME_OFF * ascent.time_s:
            times_s = (round(stated.value), round(ascent.time_s))
            yield Finding(launch, "time_off", (claim.authority,), times_s=times_s)
