"""Altitude over ground distance of the opened launch, to scale, as its script draws it."""

from collections.abc import Iterable

import numpy as np

from dashboard.claims.authorities import party
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import Flight
from dashboard.flights.trajectories import Curve
from dashboard.launch.altitude import KARMAN_LINE_KM, MOST_CURVES, curve_lines, length_words
from dashboard.look import LOOK, TYPE_COLOURS
from dashboard.selection.filters import facet
from dashboard.words.claims import authority_words, claim_words, missiles_words, numbers_words
from dashboard.words.say import Words, catalogue
from data.model import Claim, Launch

SPACE_STATION_KM = 420.0
"""Between the 370 and 460 km that the International Space Station is kept at: NASA, "International
Space Station Overview", https://www.nasa.gov/international-space-station/space-station-overview/
[km]."""
SECTIONS = ("chart", "mark")
"""What the script of the chart needs of the words."""


def chart_data(
    words: Words, atlas: Atlas, launch: Launch, *, on_map: bool | None
) -> dict[str, object] | None:
    """What the script of the chart is given, or None where nothing is drawn; see `chart`."""
    shown = atlas.curves[launch.id].drawn[:MOST_CURVES]
    if not shown:
        return None
    return {
        "chart": chart(words, atlas, launch, shown, on_map=on_map),
        "lang": words.lang,
        "words": {name: catalogue(words.lang)[name] for name in SECTIONS},
        "look": LOOK,
    }


def chart(
    words: Words, atlas: Atlas, launch: Launch, shown: tuple[Curve, ...], *, on_map: bool | None
) -> dict[str, object]:
    """
    Everything the chart in the browser draws; texts of the record become text nodes there.

    `on_map` is None where there is no map beside it, and else whether that shows the launch.
    """
    return {
        "map": on_map is not None,
        "howTo": words.say("panel.how_to_chart" if on_map is None else "chart.altitude.how_to"),
        "name": " ".join(line for curve in shown for line in curve_lines(words, curve, launch)),
        "colour": TYPE_COLOURS[facet(launch, "type")],
        "curves": [_drawn(words, atlas, launch, curve, on_map=on_map) for curve in shown],
        "marks": _marks(words, shown),
        "heights": [
            {
                "altitude": KARMAN_LINE_KM,
                "text": words.say(
                    "altitude.karman_line", height=length_words(words, KARMAN_LINE_KM)
                ),
            },
            {
                "altitude": SPACE_STATION_KM,
                "text": words.say(
                    "altitude.space_station", height=length_words(words, SPACE_STATION_KM)
                ),
            },
        ],
    }


def _drawn(
    words: Words, atlas: Atlas, launch: Launch, curve: Curve, *, on_map: bool | None
) -> dict[str, object]:
    ascent = curve.ascent
    flight = _flight(atlas, launch, curve)
    label = missiles_words(words, curve.missiles, launch.count)
    below = np.column_stack((ascent.latitude, ascent.longitude))
    return {
        "label": label,
        "numbers": curve.missiles if label else (),
        "failed": curve.failed,
        "distance": [round(float(value), 1) for value in ascent.distance_km],
        "altitude": [round(float(value), 1) for value in ascent.height_km],
        "time": [round(float(value)) for value in ascent.at_s],
        # The times of a flight are in doubt as its whole time is.
        "shares": [
            bound and round(bound / ascent.time_s, 4) for bound in (ascent.low_s, ascent.high_s)
        ],
        "track": None if flight is None else [round(float(x), 2) for x in below.flat],
        "unmapped": None
        if on_map is None
        else why_not_on_the_map(words, launch, flight, on_map=on_map),
    }


def _flight(atlas: Atlas, launch: Launch, curve: Curve) -> Flight | None:
    """Flight on the map that a curve belongs to."""
    for flight in atlas.flights.get(launch.id, ()):
        if curve.missiles[0] in flight.missiles and not flight.differing:
            return flight
    return None


def why_not_on_the_map(
    words: Words, launch: Launch, flight: Flight | None, *, on_map: bool
) -> str | None:
    """Say why no point of a curve can be shown on the map, or None where it can."""
    if launch.site is None or launch.site.latitude is None:
        return words.say("altitude.no_site")
    if flight is None:
        return words.say("altitude.no_azimuth")
    return None if on_map else words.say("altitude.filtered_out")


def _marks(words: Words, shown: Iterable[Curve]) -> list[dict[str, object]]:
    """
    Stated apogees: those of the same figure on the same curve are one mark, with who stated it.

    Of each state the preferred authority is named: the chart has no room for all of them.
    """
    names: dict[tuple[object, ...], dict[tuple[str, tuple[int, ...]], str]] = {}
    marks: dict[tuple[object, ...], dict[str, object]] = {}
    for place, curve in enumerate(shown):
        for claim in curve.apogees:
            key = (curve.range_km.value, claim.low, claim.high, claim.qualifier)
            state = party(claim.authority), claim.missiles
            names.setdefault(key, {}).setdefault(state, _who(words, claim, curve))
            new = {"curve": place, "low": claim.low, "high": claim.high}
            marks.setdefault(key, new | {"text": claim_words(words, claim)})
    return [
        mark | {"names": list(dict.fromkeys(names[key].values()))} for key, mark in marks.items()
    ]


def _who(words: Words, claim: Claim, curve: Curve) -> str:
    """Authority of a claim, with the missiles where it speaks of others than the curve."""
    authority = authority_words(words, claim.authority)
    if not claim.missiles or claim.missiles == curve.missiles:
        return authority
    numbers = numbers_words(words, claim.missiles)
    return words.say("altitude.authority_on", authority=authority, numbers=numbers)
