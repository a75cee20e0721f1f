"""What the map of a picture shows of a view, and what becomes of each launch."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dashboard.flights.announced import DangerArea
from dashboard.flights.flight import Trace
from dashboard.picture.labels.site_names import MOST_BESIDE
from dashboard.picture.paper.drawing import Box, as_point, holds
from dashboard.picture.scene.clip import crosses
from dashboard.picture.scene.exits import Exit, exits
from dashboard.picture.scene.extent import (
    FIT,
    PENINSULA,
    Bounds,
    MapFrame,
    frame_for,
)
from dashboard.picture.scene.marks import (
    Mark,
    Track,
    danger_areas_of,
    flights_of,
    launches_by_site,
    site_marks,
    traces_of,
    tracks,
)
from dashboard.selection.view import View
from dashboard.words.say import Words

ACCOUNTS = ("drawn", "merged", "leaving", "part", "site", "out of view", "none")
"""
How a launch is shown on the map of a picture: as a line of its own; in a line that several flights
share; as a line that leaves the map, where an arrow says so; as the arc of its range or the wedge
of its direction; at its site only; not, as it lies outside this map; not, as its site or the
figures chosen are unknown.
"""
_NAMES_SHARE = 0.13
"""Share of a map's width that is kept for names of sites in a column."""


@dataclass(frozen=True)
class Content:
    """What a frame shows of a view: tracks, what is known in part, and sites."""

    view: View
    frame: MapFrame
    shown: list[Track]
    traces: list[Trace]
    announced: list[DangerArea]
    marks: list[Mark]
    words: Words

    @cached_property
    def exits(self) -> dict[Track, Exit]:
        """Tracks that are seen to leave the map, each with where it does."""
        return exits(self.shown, self.frame.box)

    @cached_property
    def accounts(self) -> dict[str, str]:
        """By launch, one of `ACCOUNTS`: of several flights the first that is true of one."""
        return _accounts(self)


def content_in(view: View, box: Box, extent: str | Bounds, words: Words) -> Content:
    """What a map in a box of the layout shows of a view."""
    flights, traces = flights_of(view), traces_of(view)
    sites = [site for site, _ in launches_by_site(view)]
    if extent == FIT and not sites:
        extent = PENINSULA
    places = np.array([(site.latitude, site.longitude) for site in sites], dtype=float)
    announced = danger_areas_of(view)
    lines = [trace.line for trace in traces]
    if not flights and not traces:
        # Alone they are what there is to see; beside flights they may lie an ocean away.
        lines = [area.line for area in announced]
    others = np.concatenate([places.reshape(-1, 2), *lines])
    named = {launch.site.id for launch in view.launches if launch.site}
    names_left = _NAMES_SHARE * (box[2] - box[0]) if len(named) > MOST_BESIDE else 0.0
    frame = frame_for(box, extent, flights, others, names_left)
    return content_of(view, frame, words)


def content_of(view: View, frame: MapFrame, words: Words) -> Content:
    """What a map in a frame shows of a view."""
    shown, marks = tracks(flights_of(view), frame), site_marks(view, frame)
    return Content(view, frame, shown, traces_of(view), danger_areas_of(view), marks, words)


def _accounts(content: Content) -> dict[str, str]:
    """What became of each launch selected."""
    view, box = content.view, content.frame.box
    seen = {mark.site.id for mark in content.marks if holds(box, mark.at)}
    found: dict[str, set[str]] = {}
    for launch in view.launches:
        placement = view.atlas.placement(launch)
        inside = launch.site is not None and launch.site.id in seen and placement != "arc"
        found[launch.id] = {placement if placement == "none" or inside else "out of view"}
    for trace in content.traces:
        if crosses(content.frame.place_line(trace.line), box):
            found[trace.launch.id].add("part")
    for track in content.shown:
        leaves = track in content.exits
        if not leaves and not holds(box, as_point(track.ends[0])):
            continue
        for number, flight in enumerate(track.flights):
            account = "leaving" if leaves else "merged" if number else "drawn"
            found[flight.launch.id].add(account)
    return {
        launch_id: next(account for account in ACCOUNTS if account in true)
        for launch_id, true in found.items()
    }
