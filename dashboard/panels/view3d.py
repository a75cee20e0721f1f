"""
The flights selected in three dimensions.

Drawn by deck.gl, which Streamlit ships, on our own base map: nothing is asked of another host. The
Earth is drawn flat, in Web Mercator; deck.gl scales a height as it scales distances where it
stands, so both can be compared by eye.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypedDict

import numpy as np
import streamlit as st

from dashboard.bundles import versioned
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import TRACK_POINTS, Flight, Vertices
from dashboard.flights.trajectories import flight_ascent
from dashboard.html import render
from dashboard.launch.altitude import length_words
from dashboard.launch.axis import steps
from dashboard.look import (
    COAST,
    DASHES,
    FOCUS,
    INK,
    LAND,
    LOOK,
    PAPER,
    SEA,
    TYPE_COLOURS,
    TYPE_RANKS,
    rgb,
)
from dashboard.selection.filters import facet
from dashboard.words.claims import flight_lines
from dashboard.words.say import Words
from data.model import Launch
from geo.profile import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from pydeck import Deck, Layer, ViewState

HEIGHT_PX = 560
WIDTH_PX = 640
"""Width that the first view is made for [px]; a narrower screen cuts off the ends."""
GROUND = f"properties.group == 'focus' ? {list(rgb(FOCUS))} : {list(rgb(LAND))}"
"""Colour of a country, as an expression of deck.gl."""
SHADOW = (*rgb(INK), 70)
PITCH_DEG, STEEPEST_PITCH_DEG, BEARING_DEG = 62.0, 85.0, -15.0
FILLED = 0.7
"""Share of the frame that the flights may take in the first view: what is near looks larger."""
LEAST_EXTENT_KM = 200.0
MERCATOR_TILE_PX = 512
"""Width of the whole Earth at zoom 0 in deck.gl [px]."""
MERCATOR_EDGE_DEG = 85.0
UNBROKEN = (0, 0)
FLAT_PIECES = 8
"""Pieces of a track on the ground."""
HIGH_STRIDE = 2
"""Of the points of a path every so manieth is drawn, and of those below it."""
SHADOW_STRIDE = 6
SCALE_APART = 0.1
"""Share of the width of all flights that the scale of heights stands west of them."""
SCALE_STRIDE = 2
"""Of its round values every so manieth is marked, from the top."""
TOOLTIP = {
    "text": "{name}",
    "style": {
        "maxWidth": "300px",
        "whiteSpace": "pre-wrap",
        "background": PAPER,
        "color": INK,
        "border": f"1px solid {LOOK['lines']['box']}",
        "font": "13px/1.35 var(--sans)",
    },
}
_RESETS = "view3d_resets"
"""Where the session keeps how often the reader went back to the first view."""
_DECIMALS = 3
"""Decimals of a degree, as on the map: at most 111 m."""


class Row(TypedDict):
    """A flight as deck.gl draws it: positions are longitude, latitude [deg] and height [m]."""

    type: str
    high: bool
    path: list[list[float]]
    ground: list[list[float]]
    colour: list[int]
    dash: list[float]
    name: str


def show_3d(words: Words, atlas: Atlas, launches: Sequence[Launch]) -> None:
    """Show the launches selected in three dimensions."""
    flights = [flight for launch in launches for flight in atlas.flights.get(launch.id, ())]
    rows = flight_rows(words, flights)
    st.html(render("page/heading.html", words, title=words.say("chart.view3d.title")))
    if not rows:
        st.info(words.say("chart.view3d.none"))
        return
    # Above the view: where a browser has no WebGL, the words are all there is.
    count = counted(words, rows)
    st.caption(f"{count} {words.say('chart.view3d.how_to')}")
    # Under another key it is another view, which opens as the first one did.
    st.button(words.say("chart.view3d.reset"), icon=":material/restart_alt:", on_click=_reset)
    st.pydeck_chart(
        deck(words, rows),
        height=HEIGHT_PX,
        key=f"view3d_chart_{st.session_state.get(_RESETS, 0)}",
        alt=words.say("chart.view3d.alt", counted=count),
    )


def _reset() -> None:
    st.session_state[_RESETS] = st.session_state.get(_RESETS, 0) + 1


def flight_rows(words: Words, flights: Iterable[Flight]) -> list[Row]:
    """
    Every flight as deck.gl draws it, rarer types last.

    Flights without an ellipse have no heights and lie on the ground.
    """
    rows = [_row(words, flight) for flight in flights]
    return sorted(rows, key=lambda row: TYPE_RANKS[row["type"]])


def counted(words: Words, rows: Sequence[Row]) -> str:
    """How many tracks are drawn with their heights and how many are not, and why: a sentence."""
    high = sum(bool(row["high"]) for row in rows)
    tracks, flat = (words.say("count.tracks", n=number) for number in (high, len(rows) - high))
    if high == len(rows):
        return words.say("chart.view3d.high", tracks=tracks)
    return words.say("chart.view3d.high_and_flat", tracks=tracks, flat=flat)


def deck(words: Words, rows: Sequence[Row]) -> "Deck":
    """Scene of the flights on the shipped base map."""
    # Loaded with the first view that is opened: most readers open none.
    from pydeck import Deck, View  # noqa: PLC0415

    # No map provider: Streamlit would else ask a third party for a base map.
    return Deck(
        [*_ground_layers(), *_flight_layers(rows), *_scale_layers(words, rows)],
        map_provider=None,
        # The wheel scrolls the page past the view, instead of zooming the flights away.
        views=[View(type="MapView", controller={"scrollZoom": False})],
        initial_view_state=_view(rows),
        tooltip=TOOLTIP,
    )


def _ground_layers() -> list["Layer"]:
    """Sea and land, which the browser fetches with the first view that is opened."""
    from pydeck import Layer  # noqa: PLC0415

    # Nothing may hide behind the ground, or it would shine through in patches.
    below = {"depthWriteEnabled": False, "depthCompare": "always"}
    edge = MERCATOR_EDGE_DEG
    corners = [[-180, -edge], [-180, edge], [540, edge], [540, -edge]]
    sea = Layer(
        "SolidPolygonLayer",
        id="sea",
        data=[{"polygon": corners}],
        get_polygon="polygon",
        get_fill_color=rgb(SEA),
        parameters=below,
    )
    land = Layer(
        "GeoJsonLayer",
        id="land",
        data=f"assets/{versioned('base/land.geojson')}",
        get_fill_color=GROUND,
        get_line_color=rgb(COAST),
        line_width_min_pixels=0.8,
        parameters=below,
    )
    return [sea, land]


def _flight_layers(rows: Sequence[Row]) -> list["Layer"]:
    from pydeck import Layer  # noqa: PLC0415

    lines = {"get_path": "path", "width_units": "'pixels'", "cap_rounded": True}
    named = lines | {
        "get_color": "colour",
        "get_width": 2.4,
        "pickable": True,
        "auto_highlight": True,
        "get_dash_array": "dash",
        "extensions": [{"@@type": "PathStyleExtension", "dash": True}],
    }
    high = [row for row in rows if row["high"]]
    flat = [row for row in rows if not row["high"]]
    above = {"depthCompare": "always"}
    return [
        Layer(
            "PathLayer",
            id="shadows",
            data=[{"path": row["ground"]} for row in high],
            get_color=SHADOW,
            get_width=1.2,
            parameters=above,
            **lines,
        ),
        Layer("PathLayer", id="tracks", data=_drawn(flat), parameters=above, **named),
        Layer("PathLayer", id="flights", data=_drawn(high), billboard=True, **named),
    ]


def _scale_layers(words: Words, rows: Sequence[Row]) -> list["Layer"]:
    """Upright scale of heights, west of all flights."""
    from pydeck import Layer  # noqa: PLC0415

    low, high = _bounds(rows)
    if not high[2]:
        return []
    west = round(float(low[0] - SCALE_APART * (high[0] - low[0])), _DECIMALS)
    middle = round(float(low[1] + high[1]) / 2, _DECIMALS)
    values = steps(high[2] / 1000)[:0:-SCALE_STRIDE]
    marks = [
        {"at": [west, middle, round(1000 * km)], "said": length_words(words, km)} for km in values
    ]
    over = {"depthCompare": "always"}
    return [
        Layer(
            "PathLayer",
            id="scale",
            data=[{"path": [[west, middle, 0], marks[0]["at"]]}],
            get_path="path",
            get_color=rgb(INK),
            get_width=1.4,
            width_units="'pixels'",
            billboard=True,
            parameters=over,
        ),
        Layer(
            "ScatterplotLayer",
            id="scale-marks",
            data=marks,
            get_position="at",
            get_fill_color=rgb(INK),
            get_radius=2.5,
            radius_units="'pixels'",
            billboard=True,
            parameters=over,
        ),
        Layer(
            "TextLayer",
            id="scale-words",
            data=marks,
            get_position="at",
            get_text="said",
            get_size=13,
            get_color=rgb(INK),
            get_text_anchor="'end'",
            get_pixel_offset=[-7, 0],
            font_family="'Source Sans, sans-serif'",
            character_set="'auto'",
            parameters=over,
        ),
    ]


def _bounds(rows: Sequence[Row]) -> tuple[Vertices, Vertices]:
    """Least and greatest longitude, latitude [deg] and height [m] of all paths."""
    points = np.array([point for row in rows for point in row["path"]], dtype=float)
    return points.min(axis=0), points.max(axis=0)


def _drawn(rows: Iterable[Row]) -> list[dict[str, object]]:
    """What the browser needs of the rows."""
    return [
        {"path": row["path"], "colour": row["colour"], "dash": row["dash"], "name": row["name"]}
        for row in rows
    ]


def _row(words: Words, flight: Flight) -> Row:
    kind = facet(flight.launch, "type")
    ascent = flight_ascent(flight)
    flat = flight.track[:: (TRACK_POINTS - 1) // FLAT_PIECES]
    ground = path = _positions(flat, np.zeros(len(flat)))
    height = words.say("chart.view3d.no_altitude")
    if ascent is not None:
        height = words.say("chart.view3d.apogee", km=round(float(ascent.height_km.max())))
        below = np.column_stack((ascent.latitude, ascent.longitude))
        path = _positions(below[::HIGH_STRIDE], ascent.height_km[::HIGH_STRIDE])
        shadow = below[::SHADOW_STRIDE]
        ground = _positions(shadow, np.zeros(len(shadow)))
    return {
        "type": kind,
        "high": ascent is not None,
        "path": path,
        "ground": ground,
        "colour": list(rgb(TYPE_COLOURS[kind])),
        "dash": list(_dash(flight)),
        # Title, site and range, as in the tooltip of the map; the azimuth is seen.
        "name": "\n".join([*flight_lines(words, flight)[:3], height]),
    }


def _dash(flight: Flight) -> tuple[float, ...]:
    """Dash as on the map, in multiples of the width."""
    if flight.differing:
        return DASHES["differing"]
    return DASHES["failed"] if flight.failed else UNBROKEN


def _positions(places: Vertices, heights_km: Vertices) -> list[list[float]]:
    return [
        [
            round(float(longitude), _DECIMALS),
            round(float(latitude), _DECIMALS),
            round(1000 * float(height)),
        ]
        for (latitude, longitude), height in zip(places, heights_km, strict=True)
    ]


def _view(rows: Sequence[Row]) -> "ViewState":
    """First view: every flight in the frame, also the tops of lofted ones."""
    from pydeck import ViewState  # noqa: PLC0415

    low, high = _bounds(rows)
    longitude, latitude, _ = (low + high) / 2
    top_km = high[2] / 1000
    km_per_deg = math.radians(1) * EARTH_RADIUS_KM
    wide_km = (high[0] - low[0]) * km_per_deg * math.cos(math.radians(latitude))
    deep_km = (high[1] - low[1]) * km_per_deg
    pitch, bearing = math.radians(PITCH_DEG), math.radians(abs(BEARING_DEG))
    across_km = wide_km * math.cos(bearing) + deep_km * math.sin(bearing)
    away_km = deep_km * math.cos(bearing) + wide_km * math.sin(bearing)
    up_km = away_km * math.cos(pitch) + top_km * math.sin(pitch)
    px_per_km = FILLED * min(
        WIDTH_PX / max(across_km, LEAST_EXTENT_KM), HEIGHT_PX / max(up_km, LEAST_EXTENT_KM)
    )
    round_km = 2 * math.pi * EARTH_RADIUS_KM * math.cos(math.radians(latitude))
    return ViewState(
        latitude=round(latitude, _DECIMALS),
        longitude=round(longitude, _DECIMALS),
        zoom=round(math.log2(px_per_km * round_km / MERCATOR_TILE_PX), 2),
        pitch=PITCH_DEG,
        bearing=BEARING_DEG,
        max_pitch=STEEPEST_PITCH_DEG,
        position=[0, 0, round(500 * top_km)],
    )
