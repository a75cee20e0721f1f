"""How dates, figures and flights are put into words."""

import datetime as dt

from dashboard.claims.disagreement import Disagreement
from dashboard.claims.figures import Figure
from dashboard.flights.atlas import Flight, Trace
from data.korean_day import KOREA_TIME
from data.model import UNITS, Claim, Launch

QUALIFIER_WORDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
QUANTITY_WORDS = {
    "range_km": "Range",
    "apogee_km": "Apogee",
    "flight_time_s": "Flight time",
    "launch_time": "Launch time",
    "count": "Missiles",
    "azimuth_deg": "Azimuth",
    "direction": "Direction",
    "impact_place": "Impact place",
    "site": "Launch site",
    "missile": "Missile",
    "outcome": "Outcome",
}
SUFFIXES = {
    "range_km": " km",
    "apogee_km": " km",
    "flight_time_s": " s",
    "azimuth_deg": "°",
    "direction": "°",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(date: str) -> str:
    """
    Recorded date in words, only as exact as it is known.

    Examples
    --------
    >>> day_words("2022-01-05"), day_words("1984-04"), day_words("1984")
    ('5 Jan 2022', 'Apr 1984', '1984')
    """
    parts = date.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def time_words(launch: Launch) -> str:
    """Day and time of a launch in Korea, and the same moment in UTC."""
    if launch.time_utc is None:
        return f"{day_words(launch.date)} (Korean date; time not known)"
    local = launch.time_utc.astimezone(KOREA_TIME)
    utc = launch.time_utc.astimezone(dt.UTC)
    return (
        f"{day_words(launch.date)}, {local:%H:%M} in Korea (UTC+9) · "
        f"{day_words(utc.date().isoformat())}, {utc:%H:%M} UTC"
    )


def number_words(value: float) -> str:
    """Figure with no more decimals than it has: 700, 1001.2, 4,500."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def claim_words(claim: Claim) -> str:
    """What a claim says, in its own unit: `about 700 km`, `37 mi (59.55 km)`, `350–400 km`."""
    if claim.value is not None:
        if claim.quantity != "launch_time":
            return claim.value
        return QUALIFIER_WORDS[claim.qualifier] + _clock_words(claim.value)
    own = SUFFIXES.get(claim.quantity, "")
    size = UNITS.get(claim.quantity, {}).get(claim.unit or "", 1.0)
    words = QUALIFIER_WORDS[claim.qualifier]
    if size == 1.0:
        return f"{words}{_span_words(claim, 1.0)}{own}"
    return f"{words}{_span_words(claim, size)} {claim.unit} ({_span_words(claim, 1.0)}{own})"


def short_claim_words(claim: Claim) -> str:
    """What a claim says, a launch time without its day: for where the launch is known."""
    if claim.quantity != "launch_time":
        return claim_words(claim)
    return QUALIFIER_WORDS[claim.qualifier] + _clock_words(claim.value or "").partition(" on ")[0]


def attributed(claim: Claim, count: int | None) -> str:
    """What a claim says, who says it and of what: `about 430 km (JCS, missile 1 of 2)`."""
    which = missiles_words(claim.missiles, count)
    return f"{short_claim_words(claim)} ({claim.authority}{', ' + which if which else ''})"


def against_words(found: Disagreement) -> str:
    """Who is against whom, and how far apart: `600 km (JCS) against 430 km (MOD), 170 km apart`."""
    sides = " against ".join(attributed(claim, found.launch.count) for claim in found.widest)
    return f"{sides}, {_difference_words(found)}"


def _difference_words(found: Disagreement) -> str:
    """How far apart two claims are: `170 km apart (30%)`, `9 min apart`."""
    if found.difference is None:
        return "opposite statements"
    if found.quantity == "launch_time":
        return f"{number_words(found.difference)} min apart"
    unit = SUFFIXES.get(found.quantity, "")
    number = f"{number_words(round(found.difference, 1))}{unit} apart"
    return number if found.quantity == "direction" else f"{number} ({found.share:.0%})"


def _span_words(claim: Claim, size: float) -> str:
    bounds = [bound / size for bound in (claim.low, claim.high) if bound is not None]
    return "–".join(dict.fromkeys(number_words(bound) for bound in bounds))


def _clock_words(value: str) -> str:
    try:
        time = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    if time.tzinfo is None:
        return value
    local = time.astimezone(KOREA_TIME)
    return f"{local:%H:%M} on {day_words(local.date().isoformat())} (UTC+9)"


def missiles_words(missiles: tuple[int, ...], count: int | None) -> str:
    """Which missiles of a salvo are meant, or nothing where it is all of them."""
    if not missiles or (count is not None and len(missiles) >= count):
        return ""
    of_all = f" of {count}" if count is not None else ""
    return f"missile {', '.join(map(str, missiles))}{of_all}"


def flight_lines(flight: Flight) -> list[str]:
    """Lines of the tooltip of a track."""
    launch = flight.launch
    title = f"{day_words(launch.date)} · {launch.missile.name}"
    if len(flight.missiles) > 1:
        title += f" ×{len(flight.missiles)}"
    if flight.failed:
        title += " · failed"
    return [
        title,
        f"from {launch.site.name_en if launch.site else 'an unknown site'}",
        f"range {figure_words(flight.range_km)}"
        + (", which excludes the preferred one" if flight.differing else ""),
        f"azimuth {figure_words(flight.azimuth_deg)}, {flight.azimuth_deg.basis}",
    ]


def trace_lines(trace: Trace) -> list[str]:
    """Lines of the tooltip of what is drawn of a launch that is known in part."""
    launch = trace.launch
    name = "range" if trace.kind == "ring" else "azimuth"
    missing = (
        f"direction not stated{', toward the ' + trace.sea if trace.sea else ''}"
        if trace.kind == "ring"
        else "range not stated: the ray says nothing of it"
    )
    return [
        f"{day_words(launch.date)} · {launch.missile.name}",
        f"from {launch.site.name_en if launch.site else 'an unknown site'}",
        f"{name} {figure_words(trace.figure)}",
        missing,
    ]


def figure_words(figure: Figure) -> str:
    """Figure that was drawn, with the authority that stated it and what was made of it."""
    claim = figure.claim
    words = f"{claim_words(claim)} ({claim.authority})"
    if claim.value is None and claim.low == claim.high:
        return words
    unit = SUFFIXES.get(claim.quantity, "°")
    return f"{words}, drawn as {number_words(figure.value)}{unit}"
