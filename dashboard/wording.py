"""How dates, figures and flights are put into words."""

import datetime as dt

from dashboard.figures import Figure
from dashboard.flights import Flight
from data.korean_day import KOREA_TIME
from data.model import Claim, Launch

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
UNITS = {"range_km": " km", "apogee_km": " km", "flight_time_s": " s", "azimuth_deg": "°"}
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
    """What a claim says: `about 700 km`, `350–400 km`, `toward the East Sea`."""
    if claim.value is not None:
        if claim.quantity != "launch_time":
            return claim.value
        return QUALIFIER_WORDS[claim.qualifier] + _clock_words(claim.value)
    bounds = [bound for bound in (claim.low, claim.high) if bound is not None]
    numbers = "–".join(dict.fromkeys(number_words(bound) for bound in bounds))
    return f"{QUALIFIER_WORDS[claim.qualifier]}{numbers}{UNITS.get(claim.quantity, '')}"


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
        f"range {figure_words(flight.range_km)}",
        f"azimuth {figure_words(flight.azimuth_deg)}, {flight.azimuth_deg.basis}",
    ]


def figure_words(figure: Figure) -> str:
    """Figure that was drawn, with the authority that stated it and what was made of it."""
    claim = figure.claim
    words = f"{claim_words(claim)} ({claim.authority})"
    if claim.value is None and claim.low == claim.high:
        return words
    unit = UNITS["azimuth_deg" if claim.quantity == "direction" else claim.quantity]
    return f"{words}, drawn as {number_words(figure.value)}{unit}"
