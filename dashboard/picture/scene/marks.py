"""What is drawn on a map of a picture: tracks, what is known in part, and sites."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dashboard.flights.announced import DangerArea
from dashboard.flights.flight import Flight, Trace, site_disc
from dashboard.look import TYPE_RANKS
from dashboard.picture.paper.drawing import as_point, holds
from dashboard.picture.scene.extent import MapFrame
from dashboard.selection.filters import facet
from dashboard.selection.view import View
from data.model import Launch, Site
from geo.geodesic import FULL_TURN_DEG, HALF_TURN_DEG

Vertices = NDArray[np.float64]
ALIKE_UNITS = 3.0
"""Tracks of one site and type whose ends are no farther apart are drawn as one: about the radius of
an impact point, so that two never look like one that is misdrawn."""
MOST_TRACKS = 60
"""With more tracks than that, those of one site and direction are drawn as one: the fullest year,
2022, has 43, and is still read line by line."""
BUNDLE_DEG = 30.0
"""Width of a direction then: one of twelve."""
BUNDLE_UNITS = 44.0
"""How far apart in the layout sites may lie that count as one then: some 75 km on a map of the
flights of a year."""
BUNDLE_SHARE = 0.4
"""Least range then, as a share of the farthest: a wide line is not led on by a single flight."""


@dataclass(frozen=True, eq=False)
class Track:
    """
    Tracks drawn as one line: `flights`, of which the first gives the line.

    `line`, `area` and `core` lie in the layout, shape (n, 2), as do `ends`, one for each flight.
    """

    flights: tuple[Flight, ...]
    line: Vertices = field(repr=False)
    area: Vertices = field(repr=False)
    core: Vertices = field(repr=False)
    ends: Vertices = field(repr=False)
    bundled: bool = False

    @property
    def type(self) -> str:
        """Type whose colour it has."""
        return facet(self.flights[0].launch, "type")

    @property
    def failed(self) -> bool:
        """Whether its flights failed."""
        return self.flights[0].failed

    @property
    def differing(self) -> bool:
        """Whether its range excludes the preferred one."""
        return self.flights[0].differing

    @property
    def rank(self) -> tuple[bool, int, float]:
        """Order of painting: what is drawn together below, the rarer types over the commoner."""
        return not self.bundled, TYPE_RANKS[self.type], -self.flights[0].range_km.value

    @property
    def missiles(self) -> int:
        """Missiles that flew along it, as far as they are numbered."""
        return sum(len(flight.missiles) for flight in self.flights)


@dataclass(frozen=True, eq=False)
class Mark:
    """A site with the launches selected from it: where it lies, and how many of them failed."""

    site: Site
    launches: tuple[Launch, ...]
    at: tuple[float, float]
    failures: int
    disc: Vertices | None = field(repr=False)


def tracks(flights: Iterable[Flight], frame: MapFrame) -> list[Track]:
    """
    Tracks to draw in a frame, in the order of painting.

    Those alike become one; where many are left, so do those of a direction, whatever their type,
    but for the few that failed or leave the frame.
    """
    merged = _merge_alike([track_of(flight, frame) for flight in flights])
    if len(merged) > MOST_TRACKS:
        apart = [
            track
            for track in merged
            if track.failed or not holds(frame.box, as_point(track.ends[0]))
        ]
        merged = [*apart, *_bundle([track for track in merged if track not in apart])]
    return sorted(merged, key=lambda track: track.rank)


def flights_of(view: View) -> list[Flight]:
    """Flights of the launches selected."""
    return [flight for launch in view.launches for flight in view.atlas.flights.get(launch.id, ())]


def traces_of(view: View) -> list[Trace]:
    """What is drawn of the selected launches that are known in part."""
    return [trace for launch in view.launches for trace in view.atlas.traces.get(launch.id, ())]


def danger_areas_of(view: View) -> list[DangerArea]:
    """Danger areas that were announced of the launches selected."""
    return [area for launch in view.launches for area in view.atlas.danger_areas.get(launch.id, ())]


def launches_by_site(view: View) -> list[tuple[Site, list[Launch]]]:
    """Sites of the launches that have a place on a map, each with those launches."""
    found: dict[str, tuple[Site, list[Launch]]] = {}
    for launch in view.launches:
        if launch.site and view.atlas.placement(launch) != "none":
            found.setdefault(launch.site.id, (launch.site, []))[1].append(launch)
    return list(found.values())


def site_marks(view: View, frame: MapFrame) -> list[Mark]:
    """Sites of the launches that are on the map, those with most launches first."""
    marks = []
    for site, launches in launches_by_site(view):
        x, y = frame.place_line(np.array([[site.latitude, site.longitude]], dtype=float))[0]
        disc = site_disc(site)
        failures = sum(
            launch.outcome == "failure" and not view.atlas.flights.get(launch.id)
            for launch in launches
        )
        outline = None if disc is None else frame.place_line(disc)
        marks.append(Mark(site, tuple(launches), (float(x), float(y)), failures, outline))
    return sorted(marks, key=lambda mark: (-len(mark.launches), mark.site.id))


def track_of(flight: Flight, frame: MapFrame) -> Track:
    """Track of one flight in a frame."""
    line = frame.place_line(flight.track)
    return Track(
        (flight,), line, frame.place_line(flight.area), frame.place_line(flight.core), line[-1:]
    )


def _merge_alike(single: Iterable[Track]) -> list[Track]:
    """Tracks of one site, type and outcome that end at the same place, as one."""
    merged: list[Track] = []
    by_kind: dict[object, list[int]] = {}
    for track in single:
        flight = track.flights[0]
        same = by_kind.setdefault(
            (flight.launch.site, track.type, flight.failed, flight.differing), []
        )
        for place in same:
            if np.hypot(*(merged[place].ends[0] - track.ends[0])) <= ALIKE_UNITS:
                merged[place] = _join([merged[place], track])
                break
        else:
            same.append(len(merged))
            merged.append(track)
    return merged


def _bundle(found: Sequence[Track]) -> list[Track]:
    """Tracks of one direction from sites close together as one, along the farthest of them."""
    groups: list[list[Track]] = []
    for track in sorted(found, key=lambda track: -track.flights[0].range_km.value):
        for group in groups:
            if _belongs(track, group[0]):
                group.append(track)
                break
        else:
            groups.append([track])
    return [_join(group, bundled=True) for group in groups]


def _belongs(track: Track, leading: Track) -> bool:
    """Whether a track may be drawn as part of another: one direction from about one place."""
    first, other = track.flights[0], leading.flights[0]
    apart = first.azimuth_deg.value - other.azimuth_deg.value
    turn = abs((apart + HALF_TURN_DEG) % FULL_TURN_DEG - HALF_TURN_DEG)
    return (
        first.differing == other.differing
        and first.range_km.value >= BUNDLE_SHARE * other.range_km.value
        and turn <= BUNDLE_DEG / 2
        and float(np.hypot(*(track.line[0] - leading.line[0]))) <= BUNDLE_UNITS
    )


def _join(together: Sequence[Track], *, bundled: bool = False) -> Track:
    first = together[0]
    return Track(
        tuple(flight for track in together for flight in track.flights),
        first.line,
        first.area,
        first.core,
        np.concatenate([track.ends for track in together]),
        bundled,
    )
