"""Altitude over ground distance of the opened launch, to scale, with what follows from it."""

import math
from collections.abc import Iterable
from html import escape, unescape

from dashboard.claims.figures import Figure
from dashboard.claims.intervals import interval
from dashboard.flights.atlas import Atlas, Flight
from dashboard.flights.trajectories import BALLISTIC, SAMPLES, Curve, Curves, flat_reach
from dashboard.launch.claims import source_link
from dashboard.look import TYPE_COLOURS
from dashboard.selection.selection import facet
from dashboard.words.claims import (
    QUALIFIER_WORDS,
    claim_words,
    figure_words,
    missiles_words,
    number_words,
)
from dashboard.words.plain_text import plural
from data.model import Estimate, Launch
from geo.energy import flown_flat
from geo.profile import Profile
from geo.range_circle import range_arcs
from geo.trajectory_kind import TrajectoryKind, minimum_energy_apogee_km, possible_kinds, trajectory

MOST_CURVES = 4
KARMAN_LINE_KM = 100.0
"""FAI, "Statement about the Karman Line", 30 Nov 2018,
https://www.fai.org/news/statement-about-karman-line [km]."""
SPACE_STATION_KM = 420.0
"""Between the 370 and 460 km that the International Space Station is kept at: NASA, "International
Space Station Overview", https://www.nasa.gov/international-space-station/space-station-overview/
[km]."""
REACH_STEPS_KM = (100, 10)
"""What the range flown flat is rounded down to [km], by its size."""
IN_THE_AIR = (
    "It stays in the atmosphere, where drag and lift bend the path and some types manoeuvre: the "
    "ellipse is a rough guide."
)
FAILED = "It is reported as a failure: it may have flown only a part of this ellipse, or none."
ASSUMPTIONS = (
    "Same scale along the ground and upward. The ellipse is flown round an Earth that does not "
    "turn, from an impulse at the ground: no powered flight, no air. The Kármán line is the 100 km "
    "of the FAI (2018); the ISS is kept at 370 to 460 km (NASA)."
)
KIND_WORDS = {
    TrajectoryKind.DEPRESSED: "depressed",
    TrajectoryKind.MINIMUM_ENERGY: "minimum-energy",
    TrajectoryKind.LOFTED: "lofted",
}


# ------------------------------------------------------------------------------------- the chart
def chart(atlas: Atlas, launch: Launch, shown: tuple[Curve, ...], *, on_map: bool) -> object:
    """Everything the chart in the browser draws; texts of the record become text nodes there."""
    return {
        "name": " ".join(unescape(line) for curve in shown for line in curve_lines(curve, launch)),
        "colour": TYPE_COLOURS[facet(launch, "type")],
        "curves": [_drawn(atlas, launch, curve, on_map=on_map) for curve in shown],
        "marks": _marks(shown),
        "heights": [
            {"altitude": KARMAN_LINE_KM, "text": "Kármán line, 100 km"},
            {"altitude": SPACE_STATION_KM, "text": "ISS, about 420 km"},
        ],
    }


def _drawn(atlas: Atlas, launch: Launch, curve: Curve, *, on_map: bool) -> dict[str, object]:
    distance = curve.profile.range_km * SAMPLES
    flight = _flight(atlas, launch, curve)
    return {
        "label": missiles_words(curve.missiles, launch.count),
        "failed": curve.failed,
        "distance": [round(float(value), 2) for value in distance],
        "altitude": [round(float(value), 2) for value in curve.profile.altitude_km(distance)],
        "time": [round(float(value)) for value in curve.profile.time_s(distance)],
        "track": None if flight is None else [round(float(x), 3) for x in flight.track.flat],
        "unmapped": why_not_on_the_map(launch, flight, on_map=on_map),
    }


def _flight(atlas: Atlas, launch: Launch, curve: Curve) -> Flight | None:
    """Flight on the map that a curve belongs to."""
    for flight in atlas.flights.get(launch.id, ()):
        if curve.missiles[0] in flight.missiles and not flight.differing:
            return flight
    return None


def why_not_on_the_map(launch: Launch, flight: Flight | None, *, on_map: bool) -> str | None:
    """Say why no point of a curve can be shown on the map, or None where it can."""
    if launch.site is None or launch.site.latitude is None:
        return "not shown on the map: no launch site is known"
    if flight is None:
        return "not shown on the map: no azimuth is known"
    return None if on_map else "not shown on the map: the filters leave this launch out"


def _marks(shown: Iterable[Curve]) -> list[dict[str, object]]:
    """Stated apogees: those of the same figure on the same curve are one mark, with every name."""
    marks: dict[tuple[object, ...], dict[str, object]] = {}
    for place, curve in enumerate(shown):
        for claim in curve.apogees:
            own = claim.missiles and claim.missiles != curve.missiles
            which = f" (no. {', '.join(map(str, claim.missiles))})" if own else ""
            name = claim.authority + which
            key = (curve.range_km.value, claim.low, claim.high, claim.qualifier)
            new = {"curve": place, "low": claim.low, "high": claim.high, "names": []}
            mark = marks.setdefault(key, new | {"text": claim_words(claim)})
            if name not in mark["names"]:
                mark["names"].append(name)
    return list(marks.values())


# ------------------------------------------------------------------------------------- the words
def curve_lines(curve: Curve, launch: Launch) -> list[str]:
    """What follows from a curve, a sentence an entry, as text of HTML."""
    profile = curve.profile
    which = missiles_words(curve.missiles, launch.count).capitalize()
    start = f"{which}: two-body ellipse" if which else "Two-body ellipse"
    distance, apogee = (escape(figure_words(one)) for one in (curve.range_km, curve.apogee_km))
    lines = [
        f"{start} through range {distance} and apogee {apogee}.",
        _time_line(curve),
        _kind_line(curve),
    ]
    if trajectory(profile.range_km, profile.apogee_km).kind is TrajectoryKind.LOFTED:
        lines.append(_flat_line(profile))
    if profile.apogee_km < KARMAN_LINE_KM:
        lines.append(IN_THE_AIR)
    if curve.failed:
        lines.append(FAILED)
    return lines


def _time_line(curve: Curve) -> str:
    derived = curve.profile.flight_time_s
    names: dict[tuple[str, float], list[str]] = {}
    for claim in curve.times:
        if claim.low is not None and claim.high is not None:
            key = (claim_words(claim), (claim.low + claim.high) / 2)
            names.setdefault(key, []).append(claim.authority)
    compared = [
        f"stated {escape(words)} ({escape(', '.join(dict.fromkeys(names[words, stated])))}): "
        f"{_difference(derived, stated)}"
        for words, stated in names
    ]
    return f"Derived flight time {duration_words(derived)}; " + (
        "; ".join(compared) + "." if compared else "none is stated."
    )


def _difference(derived_s: float, stated_s: float) -> str:
    apart = round(derived_s) - round(stated_s)
    if apart == 0:
        return "the same"
    longer = "longer" if apart > 0 else "shorter"
    share = f" ({abs(apart) / stated_s:.1%})" if stated_s else ""
    return f"the derived one is {duration_words(abs(apart))}{share} {longer}"


def _kind_line(curve: Curve) -> str:
    profile = curve.profile
    shape = trajectory(profile.range_km, profile.apogee_km)
    possible = possible_kinds(_limits_km(curve.range_km), _limits_km(curve.apogee_km))
    others = [KIND_WORDS[kind] for kind in possible if kind is not shape.kind]
    doubt = f"; what the figures leave open also allows {' or '.join(others)}" if others else ""
    least = minimum_energy_apogee_km(profile.range_km) / profile.range_km
    return (
        f"{KIND_WORDS[shape.kind].capitalize()}: the apogee is {shape.apogee_to_range:.2f} times "
        f"the range (a minimum-energy flight: {least:.2f}), the launch angle "
        f"{shape.launch_angle_deg:.0f}°{doubt}."
    )


def _flat_line(profile: Profile) -> str:
    flat = flown_flat(profile.range_km, profile.apogee_km)
    # A lower bound is rounded down.
    reach = "any point of the Earth"
    if not flat.reaches_everywhere:
        step = next((step for step in REACH_STEPS_KM if flat.range_km >= 5 * step), 1)
        reach = f"at least {math.floor(flat.range_km / step) * step:,} km"
    return (
        f"Flown flat, the same burnout energy reaches {reach} (two-body, no gravity loss, no "
        "rotation: a lower bound)."
    )


def _limits_km(figure: Figure) -> tuple[float, float]:
    """Least and greatest that a stated figure may be [km]."""
    low, high = interval(figure.claim) or (figure.value, figure.value)
    return max(low, 0.0), high


def duration_words(time_s: float) -> str:
    """
    Time in minutes and seconds.

    Examples
    --------
    >>> duration_words(4073.8), duration_words(22)
    ('67 min 54 s', '22 s')
    """
    minutes, seconds = divmod(round(time_s), 60)
    return f"{minutes} min {seconds:02d} s" if minutes else f"{seconds} s"


def missing_lines(found: Curves, launch: Launch) -> list[str]:
    """Why missiles of a launch have no ellipse, as text of HTML."""
    if launch.missile.kind not in BALLISTIC:
        return [escape(why) for why in found.missing]
    lines = []
    for why, missiles in found.missing.items():
        which = missiles_words(missiles, launch.count)
        of_which = f" of {which}" if which else ""
        lines.append(f"No ellipse{escape(of_which)}: {escape(why)}.")
    return lines


def flat_ring(atlas: Atlas, launch: Launch) -> dict[str, object] | None:
    """Circle that a lofted flight would reach if flown flat, for the map, with its words."""
    flat = flat_reach(launch, atlas.whose)
    site = launch.site
    if flat is None or site is None or site.latitude is None:
        return None
    circle = range_arcs([site.latitude], [site.longitude], [flat.range_km], [0], [0])[0]
    return {
        "line": [round(float(number), 2) for number in circle.flat],
        "text": f"{math.floor(flat.range_km):,} km: two-body lower bound if flown flat",
    }


def estimates_html(launch: Launch) -> str:
    """What others published on the range flown flat, each with its source."""
    if not launch.estimates:
        return ""
    items = "".join(
        f"<li>{escape(QUALIFIER_WORDS[each.qualifier])}{_span_km(each)} ({escape(each.who)}), "
        f"{source_link(each.source, each.source.date)}"
        f"{f': <q>{escape(each.phrase)}</q>' if each.phrase else ''}</li>"
        for each in launch.estimates
    )
    return f"<p>Published estimates of the range on a normal path:</p><ul>{items}</ul>"


def _span_km(estimate: Estimate) -> str:
    figures = dict.fromkeys((number_words(estimate.low_km), number_words(estimate.high_km)))
    return "–".join(figures) + " km"


def words_html(found: Curves, launch: Launch) -> str:
    """Words below the chart; every text of the record is escaped."""
    lines = [line for curve in found.drawn[:MOST_CURVES] for line in curve_lines(curve, launch)]
    if (left_out := len(found.drawn) - MOST_CURVES) > 0:
        lines.append(f"{plural(left_out, 'further ellipse is', 'further ellipses are')} left out.")
    lines += missing_lines(found, launch)
    note = f"<p><small>{ASSUMPTIONS}</small></p>" if found.drawn else ""
    return "".join(f"<p>{line}</p>" for line in lines) + note
