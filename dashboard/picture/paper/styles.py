"""
Styles a picture comes in: what is painted in place of each colour, dash and dot.

A picture is composed once, in the colours of `look.json`; a style is laid over its display list.
A new style is one more row of `STYLES`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dashboard.look import (
    BORDERS,
    COAST,
    DASHES,
    FOCUS,
    INK,
    LAND,
    PAPER,
    PICTURE,
    REGION,
    SEA,
    TYPE_COLOURS,
)
from dashboard.picture.paper.drawing import Dot, Drawing, Line, Part, Path, Point, Text

TYPED_LINES, TYPED_DOTS = frozenset({"track", "sign"}), frozenset({"impact", "type", "sign"})
"""Roles of lines and dots whose colour says of which type a missile is."""
_RIM_OF_HOLLOW = 0.4
"""Width of the line around a hollow shape, as a share of its half width: it still looks hollow."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands in place of a dot: corners around its middle, for a radius of 1, or a circle."""

    corners: Line = ()
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """
    A way to paint a picture.

    `colours` has a colour in place of each of `look.json`; one that is not named stays. `dashes`
    and `shapes` tell types apart where colours do not, by the colour that a type has there.
    `sheet` says whether the paper is painted, or left to what lies below the picture.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    dashes: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    sheet: bool = True

    def colour(self, colour: str) -> str:
        """Colour that is painted in place of one of `look.json`."""
        return self.colours.get(colour, colour)


def _turned(corners: int, first_deg: float, *, waist: float = 1.0) -> Line:
    """Corners on a circle, with others between them at a share of its radius for a star."""
    star = waist < 1.0
    number = corners * (2 if star else 1)
    points: list[Point] = []
    for each in range(number):
        angle = math.radians(first_deg + each * 360 / number)
        radius = waist if star and each % 2 else 1.0
        points.append((radius * math.cos(angle), radius * math.sin(angle)))
    return tuple(points)


_SQUARE, _DIAMOND = _turned(4, 45), _turned(4, 0)
_STAR = _turned(5, -90, waist=0.45)
_DARK = Style(
    colours={
        TYPE_COLOURS["CRBM"]: "#a9dcf8",
        TYPE_COLOURS["SRBM"]: "#4fa8ea",
        TYPE_COLOURS["MRBM"]: "#2fd0a2",
        TYPE_COLOURS["IRBM"]: "#f0a6cf",
        TYPE_COLOURS["ICBM"]: "#ff9148",
        TYPE_COLOURS["unidentified"]: "#b4bdc2",
        TYPE_COLOURS["other"]: "#b3a4ee",
        INK: "#e8eef1",
        PAPER: "#11181d",
        REGION: "#a5b3bb",
        SEA: "#1a2a35",
        LAND: "#333d43",
        FOCUS: "#4a4a40",
        COAST: "#5d7586",
        BORDERS["land"]: "#68727a",
        BORDERS["focus"]: "#a89b7c",
        PICTURE["quiet"]: "#b3bec5",
        PICTURE["rule"]: "#46525a",
        PICTURE["link"]: "#7cc0f0",
        PICTURE["frame"]: "#6d7b83",
        PICTURE["graticule"]: "#2c3f4c",
        PICTURE["degrees"]: "#8ea6b5",
        PICTURE["degrees_rim"]: "#1d2b35",
        PICTURE["bundle"]: "#9db8c8",
        PICTURE["leader"]: "#93a0a8",
        PICTURE["city"]: "#aab4ba",
        PICTURE["water"]: "#7fa9ca",
        PICTURE["focus_name"]: "#d8cda9",
        PICTURE["land_name"]: "#a8a69c",
    }
)
_GREY = Style(
    colours={
        TYPE_COLOURS["CRBM"]: "#5e5e5e",
        TYPE_COLOURS["SRBM"]: "#505050",
        TYPE_COLOURS["MRBM"]: "#3c3c3c",
        TYPE_COLOURS["IRBM"]: "#282828",
        TYPE_COLOURS["ICBM"]: "#000000",
        TYPE_COLOURS["unidentified"]: "#666666",
        TYPE_COLOURS["other"]: "#141414",
        INK: "#1c1c1c",
        REGION: "#6e6e6e",
        SEA: "#e6e6e6",
        LAND: "#f7f7f7",
        FOCUS: "#dadada",
        COAST: "#a0a0a0",
        BORDERS["land"]: "#b4b4b4",
        BORDERS["focus"]: "#7c7c7c",
        PICTURE["quiet"]: "#555555",
        PICTURE["rule"]: "#cccccc",
        PICTURE["link"]: "#3a3a3a",
        PICTURE["frame"]: "#8f8f8f",
        PICTURE["graticule"]: "#d2d2d2",
        PICTURE["degrees"]: "#7d7d7d",
        PICTURE["degrees_rim"]: "#f0f0f0",
        PICTURE["bundle"]: "#606060",
        PICTURE["leader"]: "#838383",
        PICTURE["city"]: "#6f6f6f",
        PICTURE["water"]: "#767676",
        PICTURE["focus_name"]: "#4c4c4c",
        PICTURE["land_name"]: "#727272",
    },
    # Each its own dash and its own end; a failure is told by the cross at its end.
    dashes={
        TYPE_COLOURS["CRBM"]: (2.5, 1.5),
        TYPE_COLOURS["SRBM"]: (),
        TYPE_COLOURS["MRBM"]: (9.0, 3.0),
        TYPE_COLOURS["IRBM"]: (9.0, 2.5, 2.0, 2.5),
        TYPE_COLOURS["ICBM"]: (16.0, 3.0),
        TYPE_COLOURS["unidentified"]: (4.0, 4.0),
        TYPE_COLOURS["other"]: (9.0, 2.5, 2.0, 2.5, 2.0, 2.5),
    },
    shapes={
        TYPE_COLOURS["CRBM"]: Shape(hollow=True),
        TYPE_COLOURS["SRBM"]: Shape(),
        TYPE_COLOURS["MRBM"]: Shape(_SQUARE),
        TYPE_COLOURS["IRBM"]: Shape(_DIAMOND),
        TYPE_COLOURS["ICBM"]: Shape(_STAR),
        TYPE_COLOURS["unidentified"]: Shape(_SQUARE, hollow=True),
        TYPE_COLOURS["other"]: Shape(_DIAMOND, hollow=True),
    },
)
PLAIN = "plain"
STYLES: Mapping[str, Style] = MappingProxyType(
    {PLAIN: Style(), "dark": _DARK, "transparent": Style(sheet=False), "grey": _GREY}
)
"""Styles by name: for a bright page, for a dark one, for any ground, for print without colours."""
_SHAPE_SIZES = {_SQUARE: 1.35, _DIAMOND: 1.55, _STAR: 1.9}
"""Radii of shapes as multiples of that of a dot, so that all are seen about alike."""


def dressed(drawing: Drawing, style: str) -> Drawing:
    """Picture in a style of `STYLES`."""
    if style == PLAIN:
        return drawing
    row = STYLES[style]
    parts = (part for part in drawing.parts if row.sheet or part.role != "paper")
    return replace(drawing, parts=tuple(_dressed(part, row) for part in parts))


def _dressed(part: Part, style: Style) -> Part:
    if isinstance(part, Text):
        halo = part.halo and style.colour(part.halo)
        return replace(part, colour=style.colour(part.colour), halo=halo)
    fill, stroke = part.fill and style.colour(part.fill), part.stroke and style.colour(part.stroke)
    if isinstance(part, Dot):
        shape = style.shapes.get(part.fill or "") if part.role in TYPED_DOTS else None
        dot = replace(part, fill=fill, stroke=stroke)
        return _shaped(dot, shape, style.colour(PAPER)) if shape else dot
    dash = part.dash
    if part.role in TYPED_LINES and dash != DASHES["differing"]:
        dash = style.dashes.get(part.stroke or "", dash)
    return replace(part, fill=fill, stroke=stroke, dash=dash)


def _shaped(dot: Dot, shape: Shape, paper: str) -> Part:
    """Shape in place of a dot; a hollow one has the colour of its type as its rim."""
    radius = dot.radius * _SHAPE_SIZES.get(shape.corners, 1.0)
    if shape.hollow:
        width = _RIM_OF_HOLLOW * dot.radius
        dot = replace(dot, fill=paper, stroke=dot.fill, width=width)
        radius -= width / 2
    if not shape.corners:
        return replace(dot, radius=radius)
    x, y = dot.centre
    corners = tuple((x + radius * right, y + radius * down) for right, down in shape.corners)
    return Path((corners,), dot.fill, dot.stroke, dot.width, opacity=dot.opacity, role=dot.role)
