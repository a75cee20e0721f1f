"""How flights, what is known in part, and sites look on a map of a picture.

Widths that grow with the picture are in heights of a letter, thin rims in units of the layout.
They were chosen by looking at the approved pictures (`tests/approved`), of a launch, a month, a
year and the record up to 2021.
"""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.flights.announced import DangerArea
from dashboard.flights.flight import Flight, Trace
from dashboard.look import DASHES, INK, PAPER, PICTURE, REGION, TYPE_COLOURS, TYPE_RANKS
from dashboard.picture.paper.drawing import DECIMALS, Dot, Line, Part, Path, Point, as_point
from dashboard.picture.scene.extent import MapFrame
from dashboard.picture.scene.marks import Mark, Track
from dashboard.picture.scene.room import Room
from dashboard.selection.filters import facet

CASING = PAPER
BUNDLE, BUNDLE_OPACITY = PICTURE["bundle"], 0.42
"""Colour of tracks drawn together: quiet, so that the impact points keep the colours."""

TRACK_WIDTH, RING_WIDTH, RING_CASING_WIDTH = 0.125, 0.12, 0.24
"""Widths of lines [heights of a letter]."""
_BUNDLE_WIDTH_OF_NONE, _BUNDLE_WIDTH_OF_ROOT, _MOST_BUNDLE_WIDTH = 0.02, 0.055, 0.42
"""Width of tracks drawn together [heights of a letter]: it grows with the root of their number,
from 0.2 for 10 of them to 0.4 for 50, and no further, so that they do not hide what lies below."""
_TRACK_CASING = 1.6
"""What the white casing of a track adds to its width [units]."""
_CASING_OPACITY, _RING_CASING_OPACITY = 0.75, 0.7
AREA_OPACITY, CORE_OPACITY = 0.16, 0.2
"""Opacity of the area that holds the impact and of its likelier part, which lies upon it."""
_AREA_RIM = 0.6
"""Width of the rim of such an area [units]: just enough to see where a faint one ends."""
_FAINT = 0.6
"""Factor of opacities and widths where there is much to be seen."""
_MANY_TRACES = 12
_MANY_AREAS = 40
"""With more tracks than that their areas would hide the ground, so they are fainter."""
RAY_OPACITY = 0.25
ANNOUNCED_OPACITY, ANNOUNCED_RIM = 0.14, 0.8
"""Opacity of waters announced as dangerous, and the width of their dashed edge [units]: seen as
areas, and fainter than where a missile may have come down."""

IMPACT_RADIUS, _BUNDLED_IMPACT_RADIUS = 0.22, 0.18
"""Radius of an impact point, alone and where tracks are drawn together [heights of a letter]."""
_IMPACT_RIM, _BUNDLED_IMPACT_RIM = 1.0, 0.7
"""Width of its white rim [units]."""
_FAILURE_ARM, _FAILED_SITE_ARM = 0.24, 0.3
"""Half a side of the cross of a failure, at its end and at its site [heights of a letter]."""
_CROSS_WIDTH, _CROSS_CASING_WIDTH = 1.7, 3.6
"""Widths of its strokes and of the casing below them [units]."""

_SITE_SIZE = 0.36
"""Height of the tip of a site's triangle above the site [heights of a letter]."""
_BASE_BELOW, _BASE_HALF = 0.7, 0.95
"""How far its base lies below the site, and half of it, as multiples of that: nearly equal sides,
with the site where the eye sees the middle."""
_SITE_RIM = 0.8
"""Width of its white rim [units]."""
REGION_OPACITY, _FAINT_REGION_OPACITY = 0.12, 0.05
MANY_SITES = 20
"""With more sites than that the discs of regions are fainter: they lie upon each other."""
_REGION_RIM_FACTOR = 6
"""How many times the opacity of its disc the ring around a region has."""
REGION_RIM = 0.7
"""Width of that ring [units]."""
REGION_DOT_RADIUS, REGION_DOT_RIM = 0.24, 1.2
"""Dot in the middle of a region: its radius [heights of a letter] and the width of its rim [units].
Hollow, as what is precise is filled."""

_ARROW_HALF_ANGLE = 0.38
"""Half the angle at the tip of an arrow [radians], about 22 degrees: it points, and is no site."""
_ARROW_RIM = 0.6
"""Width of its white rim [units]."""

_KEPT_FREE = 3.0
"""Half a side of the square kept free of letters around an impact point or a site [units]."""
_AREA_COST, _TRACE_COST = 0.3, 0.6
"""Cost of covering the rim of an area, or what is known in part, of which a track costs 1."""


def paint_areas(shown: Sequence[Track]) -> list[Part]:
    """Areas that hold the impact, the likelier part darker; none on a map full of tracks."""
    if any(track.bundled for track in shown):
        return []
    faint = _FAINT if len(shown) > _MANY_AREAS else 1.0
    return [part for track in shown for part in paint_area(track, faint)]


def paint_area(track: Track, faint: float = 1.0) -> list[Part]:
    """Area that holds the impact of a track; none of a range that excludes the preferred one."""
    if track.differing:
        return []
    colour = TYPE_COLOURS[track.type]
    area, core = (line(track.area),), (line(track.core),)
    rim = Path(area, colour, colour, _AREA_RIM, opacity=AREA_OPACITY * faint, role="area")
    return [rim, Path(core, colour, opacity=CORE_OPACITY * faint, role="area")]


def paint_tracks(shown: Sequence[Track], letter: float) -> list[Part]:
    """Tracks with a white casing, all lines first and then all ends, the rarer types on top."""
    lines = [part for track in shown for part in paint_line(track, letter)]
    return lines + paint_ends(shown, letter)


def paint_line(track: Track, letter: float) -> list[Part]:
    """Line of a track, with a white casing where it is that of a flight."""
    parts: list[Part] = []
    width = track_width(track, letter)
    dash = DASHES["differing"] if track.differing else DASHES["failed"] if track.failed else ()
    drawn = (line(track.line),)
    if not track.differing and not track.bundled:
        cased = width + _TRACK_CASING
        casing = Path(drawn, stroke=CASING, width=cased, opacity=_CASING_OPACITY, role="casing")
        parts.append(casing)
    colour = BUNDLE if track.bundled else TYPE_COLOURS[track.type]
    faint = BUNDLE_OPACITY if track.bundled else 1.0
    role = "bundle" if track.bundled else "track"
    return [*parts, Path(drawn, None, colour, width, dash, faint, role=role)]


def paint_ends(shown: Sequence[Track], letter: float) -> list[Part]:
    """Impact points: dots, and crosses for failures."""
    ends = [
        (flight, as_point(end), track.bundled)
        for track in shown
        for flight, end in zip(track.flights, track.ends, strict=True)
    ]
    ends.sort(key=lambda each: TYPE_RANKS[facet(each[0].launch, "type")])
    return [
        part for flight, at, bundled in ends for part in _end(flight, at, letter, bundled=bundled)
    ]


def track_width(track: Track, letter: float) -> float:
    """Width of the line of a track, greater where several are drawn as one."""
    if track.bundled:
        grown = _BUNDLE_WIDTH_OF_NONE + _BUNDLE_WIDTH_OF_ROOT * math.sqrt(len(track.flights))
        return letter * min(_MOST_BUNDLE_WIDTH, grown)
    return TRACK_WIDTH * letter


def paint_traces(traces: Sequence[Trace], frame: MapFrame, letter: float) -> list[Path]:
    """Ring segments and rays of what is known in part."""
    parts: list[Path] = []
    faint = _FAINT if len(traces) > _MANY_TRACES else 1.0
    for trace in traces:
        colour = TYPE_COLOURS[facet(trace.launch, "type")]
        drawn = (line(frame.place_line(trace.line)),)
        if trace.kind == "ray":
            parts.append(Path(drawn, fill=colour, opacity=RAY_OPACITY * faint, role="ray"))
            continue
        width, cased = RING_WIDTH * letter * faint, RING_CASING_WIDTH * letter * faint
        parts += [
            Path(drawn, stroke=CASING, width=cased, opacity=_RING_CASING_OPACITY, role="casing"),
            Path(drawn, None, colour, width, DASHES["picture_ring"], faint, role="ring"),
        ]
    return parts


def paint_danger_areas(areas: Sequence[DangerArea], frame: MapFrame) -> list[Part]:
    """Waters that were announced as dangerous."""
    return [
        part
        for area in areas
        for part in danger_area(
            line(frame.place_line(area.line)), TYPE_COLOURS[facet(area.launch, "type")]
        )
    ]


def danger_area(outline: Line, colour: str) -> list[Part]:
    """Waters that were announced as dangerous: faint, with a dashed edge."""
    return [
        Path((outline,), colour, opacity=ANNOUNCED_OPACITY, role="announced"),
        Path((outline,), None, colour, ANNOUNCED_RIM, DASHES["announced"], role="announced"),
    ]


def paint_sites(marks: Sequence[Mark], letter: float) -> list[Part]:
    """Sites: a triangle; a disc and a ring where only the region is known; a cross for failures."""
    faint = len(marks) > MANY_SITES
    regions = [part for mark in marks for part in paint_region(mark, faint=faint)]
    return [*regions, *(part for mark in marks for part in paint_sign(mark, letter))]


def paint_region(mark: Mark, *, faint: bool) -> list[Part]:
    """Disc and ring of a site of which only the region is known."""
    if mark.disc is None:
        return []
    opacity = _FAINT_REGION_OPACITY if faint else REGION_OPACITY
    return list(region(line(mark.disc), opacity, _REGION_RIM_FACTOR * opacity))


def paint_sign(mark: Mark, letter: float) -> list[Part]:
    """Sign of a site."""
    if mark.failures == len(mark.launches):
        return cross(mark.at, _FAILED_SITE_ARM * letter, INK)
    if mark.disc is None:
        return [triangle(mark.at, _SITE_SIZE * letter, INK)]
    return [region_dot(mark.at, REGION_DOT_RADIUS * letter)]


def region(disc: Line, opacity: float, rim_opacity: float) -> list[Path]:
    """Disc and ring of a site of which only the region is known."""
    closed = (*disc, disc[0])
    dash = DASHES["region"]
    return [
        Path((disc,), REGION, opacity=opacity, role="region"),
        Path((closed,), None, REGION, REGION_RIM, dash, rim_opacity, role="region"),
    ]


def region_dot(at: Point, radius: float) -> Dot:
    """Middle of a site of which only the region is known."""
    return Dot(at, radius, PAPER, REGION, REGION_DOT_RIM, role="site")


def triangle(at: Point, size: float, colour: str) -> Path:
    """Triangle that stands on its base, with a white rim."""
    x, y = at
    base, half = y + _BASE_BELOW * size, _BASE_HALF * size
    corners = ((x, y - size), (x + half, base), (x - half, base))
    return Path((corners,), colour, CASING, _SITE_RIM, role="site")


def cross(at: Point, arm: float, colour: str) -> list[Part]:
    """Cross with a white casing."""
    (x, y), a = at, arm
    strokes = (((x - a, y - a), (x + a, y + a)), ((x - a, y + a), (x + a, y - a)))
    return [
        Path(strokes, stroke=CASING, width=_CROSS_CASING_WIDTH, role="cross"),
        Path(strokes, stroke=colour, width=_CROSS_WIDTH, role="cross"),
    ]


def arrow_head(tip: Point, toward: Point, size: float, colour: str) -> Path:
    """Head of an arrow, as at the edge of the map where a track leaves it."""
    angle = math.atan2(toward[1], toward[0])
    barbs = (
        (tip[0] + size * math.cos(angle + turn), tip[1] + size * math.sin(angle + turn))
        for turn in (math.pi - _ARROW_HALF_ANGLE, math.pi + _ARROW_HALF_ANGLE)
    )
    return Path(((tip, *barbs),), colour, CASING, _ARROW_RIM, role="arrow")


def take_room(
    room: Room, shown: Sequence[Track], marks: Sequence[Mark], traces: Iterable[Path]
) -> None:
    """Keep impact points and sites free, and make it costly to cover tracks."""
    for track in shown:
        room.charge(track.line)
        room.charge(track.area, _AREA_COST)
        for end in track.ends:
            if np.isfinite(end).all():
                room.block_around(as_point(end), _KEPT_FREE)
    for path in traces:
        for drawn in path.lines:
            room.charge(drawn, _TRACE_COST)
    for mark in marks:
        room.block_around(mark.at, _KEPT_FREE)


def line(vertices: NDArray[np.float64] | Sequence[NDArray[np.float64]]) -> Line:
    """Points of a line, shape (n, 2), as a display list has them."""
    points = np.asarray(vertices, dtype=float)
    known = points[np.isfinite(points).all(axis=1)]
    return tuple((x, y) for x, y in np.round(known, DECIMALS).tolist())


def _end(flight: Flight, at: Point, letter: float, *, bundled: bool) -> list[Part]:
    colour = TYPE_COLOURS[facet(flight.launch, "type")]
    if flight.failed:
        return cross(at, _FAILURE_ARM * letter, colour)
    if bundled:
        radius, rim = _BUNDLED_IMPACT_RADIUS * letter, _BUNDLED_IMPACT_RIM
    else:
        radius, rim = IMPACT_RADIUS * letter, _IMPACT_RIM
    return [Dot(at, radius, colour, CASING, rim, role="impact")]
