"""What is said of the altitude of the opened launch, and the curve that it offers for the map."""

import math

import numpy as np
from markupsafe import Markup

from dashboard.claims.authorities import party
from dashboard.claims.figures import Figure
from dashboard.claims.intervals import interval
from dashboard.flights.ascent import Ascent
from dashboard.flights.atlas import Atlas
from dashboard.flights.reach import FAR_KM, FlatReach, flat_reach, lofted
from dashboard.flights.trajectories import BALLISTIC, Curve, Curves
from dashboard.html import render
from dashboard.launch.claims import source_link
from dashboard.words.claims import (
    authority_words,
    claim_words,
    figure_words,
    missiles_words,
    with_unit,
)
from dashboard.words.durations import duration_words, time_interval
from dashboard.words.quantities import qualified, span_words
from dashboard.words.say import Words
from data.model import Claim, Estimate, Launch
from geo.geodesic import MAX_RANGE_KM, direct_many
from geo.trajectory_kind import minimum_energy_apogee_km, possible_kinds, trajectory

MOST_CURVES = 4
KARMAN_LINE_KM = 100.0
"""FAI, "Statement about the Karman Line", 30 Nov 2018,
https://www.fai.org/news/statement-about-karman-line [km]."""
REACH_STEP_KM = 100
"""What a reach is rounded to, outward [km]."""
LEAST_APART_KM = 5
"""Distance between track and geodesic from which it is worth a word [km]."""


def curve_lines(words: Words, curve: Curve, launch: Launch) -> list[str]:
    """What follows from a curve, a sentence an entry."""
    lines = [
        _flight_line(words, curve, launch),
        *_time_lines(words, curve),
        *_shape_lines(words, curve),
    ]
    if (reach := flat_reach(curve)) and lofted(Curves((curve,), {})):
        lines += _flat_lines(words, reach)
    if not curve.ascent.modelled:
        lines.append(words.say("altitude.not_modelled"))
    elif curve.ascent.placed and curve.ascent.apart_km >= LEAST_APART_KM:
        lines.append(words.say("altitude.apart", km=round(curve.ascent.apart_km)))
    if curve.profile.apogee_km < KARMAN_LINE_KM:
        lines.append(words.say("altitude.in_the_air"))
    if curve.failed:
        lines.append(words.say("altitude.failed"))
    return lines


def _flight_line(words: Words, curve: Curve, launch: Launch) -> str:
    distance, apogee = figure_words(words, curve.range_km), figure_words(words, curve.apogee_km)
    which = missiles_words(words, curve.missiles, launch.count, start=True)
    if not which:
        return words.say("altitude.flight", range=distance, apogee=apogee)
    return words.say("altitude.flight_of", missiles=which, range=distance, apogee=apogee)


def _time_lines(words: Words, curve: Curve) -> list[str]:
    """Derived flight time, how far each stated one is from it, and what cannot be of one flight."""
    ascent = curve.ascent
    said: dict[str, list[Claim]] = {}
    for claim in curve.times:
        if claim.low is not None and claim.high is not None:
            said.setdefault(claim_words(words, claim), []).append(claim)
    time = time_interval(words, ascent)
    if not said:
        return [words.say("altitude.time_alone", time=time)]
    lines = [words.say("altitude.time", time=time)]
    lines += [_compared(words, ascent, stated, claims) for stated, claims in said.items()]
    return lines + _contradictions(words, curve)


def _compared(words: Words, ascent: Ascent, stated: str, claims: list[Claim]) -> str:
    """How a stated time lies to the interval of the derived one."""
    who = dict.fromkeys(authority_words(words, claim.authority) for claim in claims)
    places = {"stated": stated, "authorities": words.joined(who)}
    low, high = interval(claims[0]) or (0.0, math.inf)
    if ascent.high_s is not None and low > ascent.high_s:
        apart = low - ascent.high_s
        return words.say("altitude.shorter", difference=duration_words(words, apart), **places)
    if high < ascent.low_s:
        apart = ascent.low_s - high
        return words.say("altitude.longer", difference=duration_words(words, apart), **places)
    return words.say("altitude.within", **places)


def _contradictions(words: Words, curve: Curve) -> list[str]:
    """Say it where a party's own range, apogee and time exclude each other."""
    ascent, speaker = curve.ascent, party(curve.apogee_km.claim.authority)
    whole = ascent.modelled and not curve.failed
    own = whole and party(curve.range_km.claim.authority) == speaker
    for claim in curve.times if own else ():
        bounds = interval(claim) if party(claim.authority) == speaker else None
        if bounds and (bounds[1] < ascent.low_s or bounds[0] > (ascent.high_s or math.inf)):
            who = authority_words(words, claim.authority)
            return [words.say("altitude.contradiction", authority=who)]
    return []


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


def _flat_lines(words: Words, reach: FlatReach) -> list[str]:
    """How far a flight would have carried flown flat; no figure where none can be given."""
    if reach.is_far:
        # Every direction's whole interval lies above it: only then it is "at least".
        least = _down(min(float(reach.low_km.min()), FAR_KM))
        places = {"least": length_words(words, least), "limit": length_words(words, FAR_KM)}
        return [words.say("altitude.flat_far", **places)]
    directions = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
    places = {name: _reached(words, reach.at(azimuth)[1]) for name, azimuth in directions.items()}
    return [
        words.say("altitude.flat", span=reach_words(words, reach), **places),
        words.say("altitude.flat_still", still=length_words(words, _near(reach.still_km))),
    ]


def reach_words(words: Words, reach: FlatReach) -> str:
    """Least and most that a flight would have carried in any direction: `4,000–5,200 km`."""
    low, high = _down(float(reach.low_km.min())), _up(float(reach.high_km.max()))
    if high > FAR_KM:
        limits = {"low": words.number(low), "limit": words.number(FAR_KM)}
        return words.say("altitude.open_span", **limits)
    return with_unit(words, "range_km", span_words(words, low, high))


def _reached(words: Words, length_km: float) -> str:
    """Reach in a direction, as far as a figure says anything."""
    if length_km > FAR_KM:
        return words.say("altitude.beyond", limit=words.number(FAR_KM))
    return qualified(words, "about", length_words(words, _near(length_km)))


def _near(length_km: float) -> float:
    return round(length_km / REACH_STEP_KM) * REACH_STEP_KM


def _down(length_km: float) -> float:
    return math.floor(length_km / REACH_STEP_KM) * REACH_STEP_KM


def _up(length_km: float) -> float:
    return math.ceil(length_km / REACH_STEP_KM) * REACH_STEP_KM


def _limits_km(figure: Figure) -> tuple[float, float]:
    """Least and greatest that a stated figure may be [km]."""
    low, high = interval(figure.claim) or (figure.value, figure.value)
    return max(low, 0.0), high


def length_words(words: Words, length_km: float) -> str:
    """Length in kilometres."""
    return with_unit(words, "range_km", words.number(length_km))


def missing_lines(words: Words, found: Curves, launch: Launch) -> list[str]:
    """Why missiles of a launch have no flight from the side."""
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
    """Closed curve that a lofted flight would reach if flown flat, for the map, with its words."""
    curve = lofted(atlas.curves[launch.id])
    reach, site = curve and flat_reach(curve), launch.site
    closed = reach and not reach.is_far and bool(np.all(reach.middle_km < MAX_RANGE_KM))
    if not reach or not closed or site is None or site.latitude is None or site.longitude is None:
        return None
    latitude, longitude = direct_many(
        site.latitude, site.longitude, reach.azimuth_deg, reach.middle_km
    )
    # Closed, and going on past 180 degrees as the map draws it.
    line = np.column_stack((latitude, np.unwrap(longitude, period=360.0)))
    line[:, 1] += 360.0 * np.round((site.longitude - line[:, 1].mean()) / 360.0)
    line = np.vstack((line, line[:1]))
    return {
        "line": [round(float(number), 2) for number in line.flat],
        "text": words.say("altitude.ring", range=reach_words(words, reach)),
    }


def cities_html(words: Words, found: Curves) -> Markup:
    """Table of cities with their distances, and whether a lofted flight would have reached them."""
    curve = lofted(found)
    reach = curve and flat_reach(curve)
    cities = [
        {
            "name": words.say(f"city.{city.id}"),
            "distance": length_words(words, _near_ten(city.range_km)),
            "azimuth": with_unit(words, "azimuth_deg", words.number(round(city.azimuth_deg))),
            "within": words.say(f"altitude.within_reach.{city.within}"),
            "answer": city.within,
        }
        for city in (reach.cities if reach else ())
    ]
    return render("launch/cities.html", words, cities=cities)


def _near_ten(length_km: float) -> float:
    return round(length_km / 10) * 10


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
    who = authority_words(words, estimate.who)
    return words.say("claim.attributed", claim=said, authority=who)


def words_html(words: Words, found: Curves, launch: Launch) -> Markup:
    """Words below the chart."""
    lines = [
        line for curve in found.drawn[:MOST_CURVES] for line in curve_lines(words, curve, launch)
    ]
    if (left_out := len(found.drawn) - MOST_CURVES) > 0:
        lines.append(words.say("altitude.left_out", n=left_out))
    lines += missing_lines(words, found, launch)
    # Two missiles of one launch may have the same time stated beside them.
    lines = list(dict.fromkeys(lines))
    return render("launch/altitude.html", words, lines=lines, drawn=found.drawn)
