"""What the map of a picture shows of a view, and what becomes of each launch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.picture.labels.site_names import MOST_BESIDE
from dashboard.picture.paper.drawing import Box, as_point, holds
from dashboard.picture.scene.clip import crosses
from dashboard.picture.scene.exits import exits
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
    drawn_flights,
    drawn_traces,
    site_marks,
    tracks,
)
from dashboard.selection.view import View

ACCOUNTS = {
    "drawn": "as a line of its own",
    "merged": "in a line that several flights share",
    "leaving": "as a line that leaves the map, where an arrow says so",
    "part": "as the arc of its range or the wedge of its direction",
    "site": "at its site only",
    "out of view": "not, as it lies outside this map",
    "none": "not, as its site or the figures chosen are unknown",
}
"""How a launch is shown on the map of a picture."""
_NAMES_SHARE = 0.13
"""Share of a map's width that is kept for names of sites in a column."""


@dataclass(frozen=True)
class Content:
    """What a frame shows of a view."""

    view: View
    frame: MapFrame
    shown: list[Track]
    marks: list[Mark]
    lang: str


def content_in(view: View, box: Box, extent: str | Bounds, lang: str) -> Content:
    """What a map in a box of the layout shows of a view."""
    flights = drawn_flights(view)
    lines = [trace.line for trace in drawn_traces(view)]
    places = [
        [[launch.site.latitude, launch.site.longitude]]
        for launch in view.launches
        if view.atlas.placement(launch) != "none"
    ]
    if extent == FIT and not places:
        extent = PENINSULA
    others = np.concatenate([np.empty((0, 2)), *lines, *(np.array(place) for place in places)])
    sites = {launch.site.id for launch in view.launches if launch.site}
    names_left = _NAMES_SHARE * (box[2] - box[0]) if len(sites) > MOST_BESIDE else 0.0
    frame = frame_for(box, extent, flights, others, names_left)
    return Content(view, frame, tracks(flights, frame), site_marks(view, frame), lang)


def accounts(view: View, shown: Sequence[Track], frame: MapFrame) -> dict[str, str]:
    """
    What became of each launch selected.

    Returns
    -------
    accounts
        By launch, one of `ACCOUNTS`. A launch of several flights has the first that is true of one.
    """
    found: dict[str, set[str]] = {}
    for launch in view.launches:
        placement = view.atlas.placement(launch)
        if placement == "none":
            found[launch.id] = {"none"}
            continue
        site = as_point(frame.place(launch.site.latitude, launch.site.longitude)[0])
        inside = holds(frame.box, site) and placement != "arc"
        found[launch.id] = {placement if inside else "out of view"}
    for trace in drawn_traces(view):
        if crosses(frame.place_line(trace.line), frame.box):
            found[trace.launch.id].add("part")
    gone = exits(shown, frame.box)
    for track in shown:
        if track not in gone and not holds(frame.box, as_point(track.ends[0])):
            continue
        for number, flight in enumerate(track.flights):
            account = "leaving" if track in gone else "merged" if number else "drawn"
            found[flight.launch.id].add(account)
    return {
        launch_id: next(account for account in ACCOUNTS if account in true)
        for launch_id, true in found.items()
    }
