"""Altitude over ground distance of the opened launch, to scale, with what follows from it."""

import math
from collections.abc import Iterable

from markupsafe import Markup

from dashboard.claims.figures import Figure
from dashboard.claims.intervals import interval
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import Flight
from dashboard.flights.trajectories import BALLISTIC, SAMPLES, Curve, Curves, flat_reach
from dashboard.html import render
from dashboard.launch.claims import source_link
from dashboard.look import TYPE_COLOURS
from dashboard.selection.filters import facet
from dashboard.words.claims import (
    authority_words,
    claim_words,
    figure_words,
    missiles_words,
    numbers_words,
    qualified,
    span_words,
    with_unit,
)
from dashboard.words.say import Words
from data.model import Claim, Estimate, Launch
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


# ------------------------------------------------------------------------------------- the chart
def chart(
    words: Words, atlas: Atlas, launch: Launch, shown: tuple[Curve, ...], *, on_map: bool
) -> dict[str, object]:
    """Everything the chart in the browser draws; texts of the record become text nodes there."""
    return {
        "name": " ".join(line for curve in shown for line in curve_lines(words, curve, launch)),
        "colour": TYPE_COLOURS[facet(launch, "type")],
        "curves": [_drawn(words, atlas, launch, curve, on_map=on_map) for curve in shown],
        "marks": _marks(words, shown),
        "heights": [
            {
                "altitude": KARMAN_LINE_KM,
                "text": words.say("altitude.karman_line", height=_km(words, KARMAN_LINE_KM)),
            },
            {
                "altitude": SPACE_STATION_KM,
                "text": words.say("altitude.space_station", height=_km(words, SPACE_STATION_KM)),
            },
        ],
    }


def _drawn(
    words: Words, atlas: Atlas, launch: Launch, curve: Curve, *, on_map: bool
) -> dict[str, object]:
    distance = curve.profile.range_km * SAMPLES
    flight = _flight(atlas, launch, curve)
    label = missiles_words(words, curve.missiles, launch.count)
    return {
        "label": label,
        "numbers": curve.missiles if label else (),
        "failed": curve.failed,
        "distance": [round(float(value), 2) for value in distance],
        "altitude": [round(float(value), 2) for value in curve.profile.altitude_km(distance)],
        "time": [round(float(value)) for value in curve.profile.time_s(distance)],
        "track": None if flight is None else [round(float(x), 3) for x in flight.track.flat],
        "unmapped": why_not_on_the_map(words, launch, flight, on_map=on_map),
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
    """Stated apogees: those of the same figure on the same curve are one mark, with every name."""
    names: dict[tuple[object, ...], dict[str, None]] = {}
    marks: dict[tuple[object, ...], dict[str, object]] = {}
    for place, curve in enumerate(shown):
        for claim in curve.apogees:
            key = (curve.range_km.value, claim.low, claim.high, claim.qualifier)
            names.setdefault(key, {})[_who(words, claim, curve)] = None
            new = {"curve": place, "low": claim.low, "high": claim.high}
            marks.setdefault(key, new | {"text": claim_words(words, claim)})
    return [mark | {"names": list(names[key])} for key, mark in marks.items()]


def _who(words: Words, claim: Claim, curve: Curve) -> str:
    """Authority of a claim, with the missiles where it speaks of others than the curve."""
    authority = authority_words(words, claim.authority)
    if not claim.missiles or claim.missiles == curve.missiles:
        return authority
    numbers = numbers_words(words, claim.missiles)
    return words.say("altitude.authority_on", authority=authority, numbers=numbers)


# ------------------------------------------------------------------------------------- the words
def curve_lines(words: Words, curve: Curve, launch: Launch) -> list[str]:
    """What follows from a curve, a sentence an entry."""
    profile = curve.profile
    lines = [
        _ellipse_line(words, curve, launch),
        *_time_lines(words, curve),
        *_shape_lines(words, curve),
    ]
    if trajectory(profile.range_km, profile.apogee_km).kind is TrajectoryKind.LOFTED:
        lines.append(_flat_line(words, profile))
    if profile.apogee_km < KARMAN_LINE_KM:
        lines.append(words.say("altitude.in_the_air"))
    if curve.failed:
        lines.append(words.say("altitude.failed"))
    return lines


def _ellipse_line(words: Words, curve: Curve, launch: Launch) -> str:
    distance, apogee = figure_words(words, curve.range_km), figure_words(words, curve.apogee_km)
    which = missiles_words(words, curve.missiles, launch.count, start=True)
    if not which:
        return words.say("altitude.ellipse", range=distance, apogee=apogee)
    return words.say("altitude.ellipse_of", missiles=which, range=distance, apogee=apogee)


def _time_lines(words: Words, curve: Curve) -> list[str]:
    """Derived flight time, and how far each stated one is from it."""
    derived = curve.profile.flight_time_s
    names: dict[tuple[str, float], list[str]] = {}
    for claim in curve.times:
        if claim.low is not None and claim.high is not None:
            key = (claim_words(words, claim), (claim.low + claim.high) / 2)
            names.setdefault(key, []).append(authority_words(words, claim.authority))
    time = duration_words(words, derived)
    if not names:
        return [words.say("altitude.time_alone", time=time)]
    compared = [
        _compared(words, derived, middle, said, dict.fromkeys(who))
        for (said, middle), who in names.items()
    ]
    return [words.say("altitude.time", time=time), *compared]


def _compared(
    words: Words, derived_s: float, stated_s: float, said: str, who: Iterable[str]
) -> str:
    apart = round(derived_s) - round(stated_s)
    places = {"stated": said, "authorities": ", ".join(who)}
    if apart == 0:
        return words.say("altitude.same_time", **places)
    return words.say(
        "altitude.longer" if apart > 0 else "altitude.shorter",
        difference=duration_words(words, abs(apart)),
        share=words.share(abs(apart) / stated_s, decimals=1),
        **places,
    )


def _shape_lines(words: Words, curve: Curve) -> list[str]:
    """Lofted, depressed or of minimum energy, and what else the figures would allow."""
    profile = curve.profile
    shape = trajectory(profile.range_km, profile.apogee_km)
    possible = possible_kinds(_limits_km(curve.range_km), _limits_km(curve.apogee_km))
    least = minimum_energy_apogee_km(profile.range_km) / profile.range_km
    said = words.say(
        f"altitude.shape.{shape.kind.value}",
        ratio=f"{shape.apogee_to_range:.2f}",
        least=f"{least:.2f}",
        angle=f"{shape.launch_angle_deg:.0f}",
    )
    others = [
        words.say(f"altitude.shape_name.{kind.value}")
        for kind in possible
        if kind is not shape.kind
    ]
    if not others:
        return [said]
    return [said, words.say("altitude.also_allowed", shapes=words.listed(others, "or"))]


def _flat_line(words: Words, profile: Profile) -> str:
    flat = flown_flat(profile.range_km, profile.apogee_km)
    if flat.reaches_everywhere:
        return words.say("altitude.flat_anywhere")
    # A lower bound is rounded down.
    step = next((step for step in REACH_STEPS_KM if flat.range_km >= 5 * step), 1)
    reach = math.floor(flat.range_km / step) * step
    return words.say("altitude.flat", range=_km(words, reach))


def _limits_km(figure: Figure) -> tuple[float, float]:
    """Least and greatest that a stated figure may be [km]."""
    low, high = interval(figure.claim) or (figure.value, figure.value)
    return max(low, 0.0), high


def _km(words: Words, length_km: float) -> str:
    return with_unit(words, "range_km", words.number(length_km))


def duration_words(words: Words, time_s: float) -> str:
    """
    Time in minutes and seconds.

    Examples
    --------
    >>> duration_words(Words("en"), 4073.8), duration_words(Words("en"), 22)
    ('67 min 54 s', '22 s')
    """
    minutes, seconds = divmod(round(time_s), 60)
    if not minutes:
        return words.say("unit.s", figure=seconds)
    return words.say("altitude.duration", minutes=minutes, seconds=f"{seconds:02d}")


def missing_lines(words: Words, found: Curves, launch: Launch) -> list[str]:
    """Why missiles of a launch have no ellipse."""
    kind = launch.missile.kind
    if kind not in BALLISTIC:
        known = words.has(f"altitude.kind.{kind}")
        return [words.say(f"altitude.kind.{kind}" if known else "altitude.kind.unknown")]
    lines = []
    for why, missiles in found.missing.items():
        which = missiles_words(words, missiles, launch.count)
        places = {"missiles": which} if which else {}
        if why.party:
            places["party"] = words.named("party", why.party)
        several = "_missiles" if which else ""
        lines.append(words.say(f"altitude.missing.{why.id}{several}", **places))
    return lines


def flat_ring(words: Words, atlas: Atlas, launch: Launch) -> dict[str, object] | None:
    """Circle that a lofted flight would reach if flown flat, for the map, with its words."""
    flat = flat_reach(launch, atlas.whose)
    site = launch.site
    if flat is None or site is None or site.latitude is None or site.longitude is None:
        return None
    circle = range_arcs([site.latitude], [site.longitude], [flat.range_km], [0], [0])[0]
    return {
        "line": [round(float(number), 2) for number in circle.flat],
        "text": words.say("altitude.ring", range=_km(words, math.floor(flat.range_km))),
    }


def estimates_html(words: Words, launch: Launch) -> Markup:
    """What others published on the range flown flat, each with its source."""
    estimates = [
        (
            _estimate(words, each),
            source_link(words, each.source, each.source.date),
            each.phrase,
        )
        for each in launch.estimates
    ]
    return render("launch/estimates.html", words, estimates=estimates)


def _estimate(words: Words, estimate: Estimate) -> str:
    length = with_unit(words, "range_km", span_words(words, estimate.low_km, estimate.high_km))
    said = qualified(words, estimate.qualifier, length)
    return words.say("claim.attributed", claim=said, authority=estimate.who)


def words_html(words: Words, found: Curves, launch: Launch) -> Markup:
    """Words below the chart."""
    lines = [
        line for curve in found.drawn[:MOST_CURVES] for line in curve_lines(words, curve, launch)
    ]
    if (left_out := len(found.drawn) - MOST_CURVES) > 0:
        lines.append(words.say("altitude.left_out", n=left_out))
    lines += missing_lines(words, found, launch)
    return render("launch/altitude.html", words, lines=lines, drawn=found.drawn)
