"""Altitude over ground distance of the opened launch, to scale, with what follows from it."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape, unescape

import numpy as np
import streamlit as st

from dashboard.authorities import STATE_NAMES, party
from dashboard.figures import (
    Figure,
    claims_for,
    missiles_spoken_of,
    only_bounds,
    range_figure,
    stated_figure,
)
from dashboard.flights import Atlas, Flight, Vertices
from dashboard.intervals import interval
from dashboard.own_files import versioned
from dashboard.plain_text import plural
from dashboard.plans import BEST, missile_failed, wanted_party
from dashboard.selection import facet
from dashboard.style import TYPE_COLOURS
from dashboard.wording import claim_words, figure_words, missiles_words
from data.model import Claim, Launch
from geo.energy import flown_flat
from geo.profile import Profile, ballistic_profile
from geo.trajectory_kind import TrajectoryKind, minimum_energy_apogee_km, possible_kinds, trajectory

MOST_CURVES = 4
STEPS = 64
SAMPLES = (1 - np.cos(np.linspace(0, np.pi, STEPS + 1))) / 2
"""Shares of the range at which an ellipse is drawn: closer at its steep ends."""
KARMAN_LINE_KM = 100.0
"""FAI, "Statement about the Karman Line", 30 Nov 2018,
https://www.fai.org/news/statement-about-karman-line [km]."""
SPACE_STATION_KM = 420.0
"""Between the 370 and 460 km that the International Space Station is kept at: NASA, "International
Space Station Overview", https://www.nasa.gov/international-space-station/space-station-overview/
[km]."""
BALLISTIC = ("ballistic", "rocket artillery")
"""Kinds that the ellipse is drawn for."""
WHY_NO_ELLIPSE = {
    "glide": "A gliding or manoeuvring flight does not follow the two-body ellipse through its "
    "range and apogee, so none is drawn.",
    "cruise": "A cruise missile flies low, on wings and under power: it has no ballistic profile.",
    "space launch": "A space launch is driven into orbit: it does not follow the two-body ellipse "
    "from ground to ground.",
    "air defence": "An interceptor steers to its target: it has no ballistic profile.",
    "unknown": "What kind of missile it was is not known, so neither is whether it flew "
    "ballistically.",
}
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


@dataclass(frozen=True, slots=True)
class Curve:
    """
    The ellipse of those missiles of a launch that share range, apogee and outcome.

    `apogees` and `times` are the claims of every authority on them, the preferred first.
    """

    missiles: tuple[int, ...]
    range_km: Figure
    apogee_km: Figure
    failed: bool
    profile: Profile
    apogees: tuple[Claim, ...]
    times: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Curves:
    """Ellipses of a launch, and why its other missiles have none: words, by their numbers."""

    drawn: tuple[Curve, ...]
    missing: Mapping[str, tuple[int, ...]]


def curves(launch: Launch, whose: str = BEST) -> Curves:
    """
    Ellipses that the claims of a launch allow, for one choice of `WHOSE` figures are drawn.

    Missiles of a kind that flies no ellipse have none, nor have those without a stated range or
    apogee, nor those of which only the span of a salvo is stated.
    """
    if launch.missile.kind not in BALLISTIC:
        why = WHY_NO_ELLIPSE.get(launch.missile.kind, WHY_NO_ELLIPSE["unknown"])
        return Curves((), {why: ()})
    drawn: dict[object, Curve] = {}
    missing: dict[str, tuple[int, ...]] = {}
    for missile in range(1, missiles_spoken_of(launch) + 1):
        curve = _curve(launch, missile, whose)
        if isinstance(curve, str):
            missing[curve] = (*missing.get(curve, ()), missile)
            continue
        key = (*map(_shown, (curve.range_km, curve.apogee_km)), curve.failed, curve.apogees)
        alike = drawn.get(key, replace(curve, missiles=()))
        drawn[key] = replace(alike, missiles=(*alike.missiles, missile))
    return Curves(tuple(drawn.values()), missing)


def apogee_figure(launch: Launch, missile: int, whose: str) -> Figure | None:
    """
    Apogee [km] of one missile: a figure before the span of a salvo, that party's own first.

    Authorities follow in the order in which they are preferred.
    """
    stated = sorted(
        claims_for(launch, "apogee_km", missile),
        key=lambda claim: (_only_span(claim, launch), party(claim.authority) != whose),
    )
    return stated_figure(stated[0]) if stated else None


def flight_profile(flight: Flight) -> Profile | None:
    """Ellipse of a flight that is drawn on the map, or None where it has none."""
    if flight.launch.missile.kind not in BALLISTIC:
        return None
    whose = party(flight.range_km.claim.authority)
    apogee = apogee_figure(flight.launch, flight.missiles[0], whose)
    usable = _usable(flight.range_km, flight.launch) and _usable(apogee, flight.launch)
    return ballistic_profile(flight.range_km.value, apogee.value) if apogee and usable else None


def along(track: Vertices, shares: Iterable[float]) -> Vertices:
    """Points of a track, shape (n, 2), at shares of its length; its own are evenly spaced."""
    steps = np.linspace(0.0, 1.0, len(track))
    return np.column_stack([np.interp(shares, steps, column) for column in track.T])


def _curve(launch: Launch, missile: int, whose: str) -> Curve | str:
    """Ellipse of one missile, or why there is none."""
    wanted = wanted_party(whose)
    distance = range_figure(launch, missile, wanted)
    if distance is None:
        by = f" by {STATE_NAMES[wanted]}, whose figures alone are drawn" if wanted else ""
        return f"no range is stated{by}"
    apogee = apogee_figure(launch, missile, party(distance.claim.authority))
    if apogee is None:
        return "no apogee is stated"
    for name, figure in (("range", distance), ("apogee", apogee)):
        if not _usable(figure, launch):
            return f"of the {name} only a span or a bound for several missiles is stated"
    return Curve(
        (missile,),
        distance,
        apogee,
        missile_failed(launch, missile),
        ballistic_profile(distance.value, apogee.value),
        tuple(claims_for(launch, "apogee_km", missile)),
        tuple(claims_for(launch, "flight_time_s", missile)),
    )


def _only_span(claim: Claim, launch: Launch) -> bool:
    """Whether a claim gives no figure of one missile: the span or the bound of a salvo."""
    several = len(claim.missiles) or missiles_spoken_of(launch)
    return several > 1 and only_bounds(claim, launch)


def _usable(figure: Figure | None, launch: Launch) -> bool:
    return figure is not None and figure.value > 0 and not _only_span(figure.claim, launch)


def _shown(figure: Figure) -> tuple[object, ...]:
    return (figure.value, figure.claim.authority, figure.claim.qualifier)


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


@cache
def _component() -> Callable[..., object]:
    """Chart in the page itself; its script is one of our assets, loaded once by the browser."""
    script = f"assets/{versioned('altitude/altitude.js')}"
    return st.components.v2.component(
        "altitude",
        js=f"const script = new URL({script!r}, document.baseURI);\n"
        "export default (await import(script)).default;\n",
    )


def show_altitude(atlas: Atlas, launch: Launch, *, on_map: bool) -> None:
    """
    Show the chart of a launch with what follows from it, or say why it has none.

    Parameters
    ----------
    atlas
        Whoever's figures are drawn.
    launch
        The opened launch.
    on_map
        Whether the map shows it: the filters may leave it out.
    """
    found = curves(launch, atlas.whose)
    shown = found.drawn[:MOST_CURVES]
    st.html("<div class='panel'><h4>Altitude over ground distance</h4></div>")
    if shown:
        _component()(key="altitude", data=chart(atlas, launch, shown, on_map=on_map))
    st.html(f"<div class='panel'>{words_html(found, launch)}</div>")


def words_html(found: Curves, launch: Launch) -> str:
    """Words below the chart; every text of the record is escaped."""
    lines = [line for curve in found.drawn[:MOST_CURVES] for line in curve_lines(curve, launch)]
    if (left_out := len(found.drawn) - MOST_CURVES) > 0:
        lines.append(f"{plural(left_out, 'further ellipse is', 'further ellipses are')} left out.")
    lines += missing_lines(found, launch)
    note = f"<p><small>{ASSUMPTIONS}</small></p>" if found.drawn else ""
    return "".join(f"<p>{line}</p>" for line in lines) + note
