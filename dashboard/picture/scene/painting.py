"""How flights, what is known in part, and sites look on a map of a picture."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.flights.flight import Flight, Trace
from dashboard.look import TYPE_COLOURS, TYPE_RANKS
from dashboard.picture.paper.drawing import Dot, Line, Part, Path, Point, as_point
from dashboard.picture.scene.extent import MapFrame
from dashboard.picture.scene.marks import Mark, Track
from dashboard.picture.scene.room import Room
from dashboard.selection.selection import facet

INK, CASING = "#1f2a30", "#ffffff"
REGION = "#6c7a82"
FAILED_DASH = (6.0, 4.0)
DIFFERING_DASH = (1.5, 3.5)
RING_DASH = (5.0, 5.0)
BUNDLE, BUNDLE_OPACITY = "#4d6675", 0.42
"""Colour of tracks drawn together: quiet, so that the impact points keep the colours."""
_MANY_TRACES = 12
_MANY_SITES = 20
"""With more than so many, what is known least is drawn fainter."""
_MOST_AREAS = 40
"""With more tracks than that their areas would hide the ground, so they are fainter."""


def paint_areas(shown: Sequence[Track]) -> list[Part]:
    """Areas that hold the impact, the likelier part darker; none on a map full of tracks."""
    faint = 0.6 if len(shown) > _MOST_AREAS else 1.0
    parts: list[Part] = []
    if any(track.bundled for track in shown):
        return parts
    for track in shown:
        if track.differing:
            continue
        colour = TYPE_COLOURS[track.type]
        rim = Path((line(track.area),), colour, colour, 0.6, opacity=0.16 * faint, role="area")
        parts += [rim, Path((line(track.core),), colour, opacity=0.2 * faint, role="area")]
    return parts


def paint_tracks(shown: Sequence[Track], letter: float) -> list[Part]:
    """Tracks with a white casing, all lines first and then all ends, the rarer types on top."""
    parts: list[Part] = []
    for track in shown:
        width = track_width(track, letter)
        dash = DIFFERING_DASH if track.differing else FAILED_DASH if track.failed else ()
        drawn = (line(track.line),)
        if not track.differing and not track.bundled:
            parts.append(Path(drawn, stroke=CASING, width=width + 1.6, opacity=0.75, role="casing"))
        colour = BUNDLE if track.bundled else TYPE_COLOURS[track.type]
        faint = BUNDLE_OPACITY if track.bundled else 1.0
        role = "bundle" if track.bundled else "track"
        parts.append(Path(drawn, None, colour, width, dash, faint, role=role))
    return parts + paint_ends(shown, letter)


def paint_ends(shown: Sequence[Track], letter: float) -> list[Part]:
    """Impact points: dots, and crosses for failures."""
    ends = [
        (flight, as_point(end), track.bundled)
        for track in shown
        for flight, end in zip(track.flights, track.ends, strict=True)
    ]
    ends.sort(key=lambda each: TYPE_RANKS[facet(each[0].launch, "type")])
    return [part for flight, at, small in ends for part in _end(flight, at, letter, small=small)]


def track_width(track: Track, letter: float) -> float:
    """Width of the line of a track, greater where several are drawn as one."""
    if track.bundled:
        return letter * min(0.42, 0.02 + 0.055 * math.sqrt(len(track.flights)))
    return 0.125 * letter


def paint_traces(traces: Sequence[Trace], frame: MapFrame, letter: float) -> list[Part]:
    """Ring segments and rays of what is known in part."""
    parts: list[Part] = []
    thin = 0.6 if len(traces) > _MANY_TRACES else 1.0
    for trace in traces:
        colour = TYPE_COLOURS[facet(trace.launch, "type")]
        drawn = (line(frame.place_line(trace.line)),)
        if trace.kind == "ray":
            parts.append(Path(drawn, fill=colour, opacity=0.25 * thin, role="ray"))
        else:
            parts.append(
                Path(drawn, stroke=CASING, width=0.24 * letter * thin, opacity=0.7, role="casing")
            )
            parts.append(
                Path(drawn, None, colour, 0.12 * letter * thin, RING_DASH, thin, role="ring")
            )
    return parts


def paint_sites(marks: Sequence[Mark], letter: float) -> list[Part]:
    """Sites: a triangle; a disc and a ring where only the region is known; a cross for failures."""
    parts: list[Part] = []
    faint = 0.05 if len(marks) > _MANY_SITES else 0.12
    for mark in marks:
        if mark.disc is not None:
            parts.append(Path((line(mark.disc),), REGION, opacity=faint, role="region"))
            parts.append(
                Path(
                    (line([*mark.disc, mark.disc[0]]),),
                    stroke=REGION,
                    width=0.7,
                    dash=(3, 3),
                    opacity=6 * faint,
                    role="region",
                )
            )
    for mark in marks:
        if mark.failures == len(mark.launches):
            parts += cross(mark.at, 0.3 * letter, INK)
        elif mark.disc is None:
            parts.append(triangle(mark.at, 0.36 * letter, INK))
        else:
            parts.append(Dot(mark.at, 0.24 * letter, "#ffffff", REGION, 1.2, role="site"))
    return parts


def triangle(at: Point, size: float, colour: str) -> Path:
    """Triangle that stands on its base, with a white rim."""
    x, y = at
    corners = ((x, y - size), (x + 0.95 * size, y + 0.7 * size), (x - 0.95 * size, y + 0.7 * size))
    return Path((corners,), colour, CASING, 0.8, role="site")


def cross(at: Point, arm: float, colour: str) -> list[Part]:
    """Cross with a white casing."""
    (x, y), a = at, arm
    strokes = (((x - a, y - a), (x + a, y + a)), ((x - a, y + a), (x + a, y - a)))
    return [
        Path(strokes, stroke=CASING, width=3.6, role="cross"),
        Path(strokes, stroke=colour, width=1.7, role="cross"),
    ]


def arrow_head(tip: Point, toward: Point, size: float, colour: str) -> Path:
    """Head of an arrow, as at the edge of the map where a track leaves it."""
    angle = math.atan2(toward[1], toward[0])
    corners = tuple(
        (tip[0] + size * r * math.cos(angle + turn), tip[1] + size * r * math.sin(angle + turn))
        for r, turn in ((0.0, 0.0), (1.0, math.pi - 0.38), (1.0, math.pi + 0.38))
    )
    return Path((corners,), colour, CASING, 0.6, role="arrow")


def take_room(
    room: Room, shown: Sequence[Track], marks: Sequence[Mark], traces: Sequence[Path]
) -> None:
    """Keep impact points and sites free, and make it costly to cover tracks."""
    for track in shown:
        room.charge(track.line)
        room.charge(track.area, 0.3)
        for x, y in track.ends:
            if math.isfinite(x) and math.isfinite(y):
                room.block((x - 3, y - 3, x + 3, y + 3))
    for path in traces:
        for drawn in path.lines:
            room.charge(drawn, 0.6)
    for mark in marks:
        x, y = mark.at
        room.block((x - 3, y - 3, x + 3, y + 3))


def line(vertices: NDArray[np.float64] | Sequence[NDArray[np.float64]]) -> Line:
    """Points of a line, shape (n, 2), as a display list has them."""
    return tuple(
        (round(float(x), 2), round(float(y), 2))
        for x, y in vertices
        if math.isfinite(x) and math.isfinite(y)
    )


def _end(flight: Flight, at: Point, letter: float, *, small: bool) -> list[Part]:
    colour = TYPE_COLOURS[facet(flight.launch, "type")]
    if flight.failed:
        return cross(at, 0.24 * letter, colour)
    radius = (0.18 if small else 0.22) * letter
    return [Dot(at, radius, colour, CASING, 0.7 if small else 1.0, role="impact")]
