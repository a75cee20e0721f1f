"""What is said of the altitude of the opened launch, and the ring that it offers for the map."""

import math
from collections.abc import Iterable

from markupsafe import Markup

from dashboard.claims.figures import Figure
from dashboard.claims.intervals import interval
from dashboard.flights.atlas import Atlas
from dashboard.flights.trajectories import BALLISTIC, Curve, Curves, flat_reach
from dashboard.html import render
from dashboard.launch.claims import source_link
from dashboard.words.claims import (
    authority_words,
    claim_words,
    figure_words,
    missiles_words,
    qualified,
    span_words,
    with_unit,
)
from dashboard.words.say import Words
from data.model import Estimate, Launch
from geo.energy import flown_flat
from geo.profile import Profile
from geo.range_circle import range_arcs
from geo.trajectory_kind import TrajectoryKind, minimum_energy_apogee_km, possible_kinds, trajectory

MOST_CURVES = 4
KARMAN_LINE_KM = 100.0
"""FAI, "Statement about the Karman Line", 30 Nov 2018,
https://www.fai.org/news/statement-about-karman-line [km]."""
REACH_STEPS_KM = (100, 10)
"""What the range flown flat is rounded down to [km], by its size."""


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
    return words.say("altitude.flat", range=length_words(words, reach))


def _limits_km(figure: Figure) -> tuple[float, float]:
    """Least and greatest that a stated figure may be [km]."""
    low, high = interval(figure.claim) or (figure.value, figure.value)
    return max(low, 0.0), high


def length_words(words: Words, length_km: float) -> str:
    """Length in kilometres."""
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
        "text": words.say("altitude.ring", range=length_words(words, math.floor(flat.range_km))),
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
