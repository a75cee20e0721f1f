"""Claims, figures and flights in words."""

import datetime as dt
from collections.abc import Iterable

from dashboard.claims.disagreement import Disagreement
from dashboard.claims.figures import WORDS, Figure
from dashboard.claims.intervals import half_width
from dashboard.flights.announced import DangerArea
from dashboard.flights.flight import Flight, Trace
from dashboard.words.announcement import announcement_words
from dashboard.words.dates import clock_words, day_words, qualified_time
from dashboard.words.impact import forecast_words, impact_words
from dashboard.words.names import missile_words
from dashboard.words.overflights import overflight_words
from dashboard.words.quantities import no_finer, qualified, span_words, unit_words
from dashboard.words.say import Words
from data.announcement import Announcement
from data.forecast import Forecast
from data.korean_day import KOREA_TIME
from data.model import Claim, Launch, Site
from data.overflight import Overflight
from data.quantities import CONVERTED_UNITS, QUANTITIES, Scale

WORDED = ("outcome", "direction", "path")
"""Quantities some values of which have a name in each language; others stand as recorded."""


COUNTED = "missiles"
"""What a figure without a unit is a number of."""


def authority_words(words: Words, authority: str) -> str:
    """Name of an authority, as itself where it has no other."""
    return words.named("authority", authority)


def site_words(words: Words, site: Site) -> str:
    """Name of a site in the language, or its English name."""
    return {"ko": site.name_ko, "ja": site.name_ja}.get(words.lang) or site.name_en


def time_words(words: Words, launch: Launch) -> str:
    """Day and time of a launch in Korea, and the same moment in UTC."""
    day = day_words(words, launch.date)
    if launch.time_utc is None:
        return words.say("launch.time_unknown", day=day)
    utc = launch.time_utc.astimezone(dt.UTC)
    return words.say(
        "launch.time",
        day=day,
        time=clock_words(launch.time_utc.astimezone(KOREA_TIME)),
        utc_day=day_words(words, utc.date().isoformat()),
        utc_time=clock_words(utc),
    )


# ------------------------------------------------------------------------------------- one claim
def claim_words(words: Words, claim: Claim) -> str:
    """What a claim says, in its own unit: `about 700 km`, `37 mi (59.55 km)`, `350–400 km`."""
    return _said(words, claim, with_day=True)


def short_claim_words(words: Words, claim: Claim) -> str:
    """What a claim says, a time without its day: for where the launch is known."""
    return _said(words, claim, with_day=False)


def attributed(words: Words, claim: Claim, count: int | None) -> str:
    """What a claim says, who says it and of what: `about 430 km (JCS, missile 1 of 2)`."""
    said = short_claim_words(words, claim)
    authority = authority_words(words, claim.authority)
    which = missiles_words(words, claim.missiles, count)
    if not which:
        return words.say("claim.attributed", claim=said, authority=authority)
    return words.say("claim.attributed_of", claim=said, authority=authority, missiles=which)


def with_unit(words: Words, quantity: str, figure: str) -> str:
    """Figure with the unit that the record holds its quantity in; a number with its counter."""
    return unit_words(words, QUANTITIES[quantity].unit or COUNTED, figure)


def missiles_words(
    words: Words, missiles: tuple[int, ...], count: int | None, *, start: bool = False
) -> str:
    """
    Which missiles of a salvo are meant, or nothing where it is all of them.

    `start` says that a sentence begins with it.
    """
    if not missiles or (count is not None and len(missiles) >= count):
        return ""
    number, numbers = len(missiles), words.listed(map(words.number, missiles))
    if count is None:
        return words.say(
            "claim.missiles_start" if start else "claim.missiles", n=number, numbers=numbers
        )
    return words.say(
        "claim.missiles_start_of" if start else "claim.missiles_of",
        n=number,
        numbers=numbers,
        count=count,
    )


def numbers_words(words: Words, missiles: Iterable[int]) -> str:
    """Numbers of missiles, where a column has no room for more: `no. 1`."""
    numbers = [words.number(missile) for missile in missiles]
    return words.say("claim.numbers", n=len(numbers), numbers=words.listed(numbers))


def _said(words: Words, claim: Claim, *, with_day: bool) -> str:
    if claim.value is None:
        return qualified(words, claim.qualifier, _figures(words, claim))
    quantity = QUANTITIES[claim.quantity]
    stated = quantity.reads(claim.value)
    if isinstance(stated, Announcement | Forecast | Overflight):
        return _composed(words, stated, claim.qualifier)
    if quantity.scale is Scale.TIME:
        return _moment(words, claim.value, claim.qualifier, with_day=with_day)
    if claim.quantity == "impact_place":
        return impact_words(words, claim.value, claim.qualifier)
    return words.named(claim.quantity, claim.value) if claim.quantity in WORDED else claim.value


def _composed(words: Words, stated: Announcement | Forecast | Overflight, qualifier: str) -> str:
    """Statement that holds more than one thing, a time and a place."""
    if isinstance(stated, Announcement):
        return announcement_words(words, stated)
    if isinstance(stated, Forecast):
        return forecast_words(words, stated, qualifier)
    return overflight_words(words, stated, qualifier)


def _figures(words: Words, claim: Claim) -> str:
    """Figures of a claim in the unit they were stated in, then in that of the record."""
    own = with_unit(words, claim.quantity, _span(words, claim, 1.0))
    size = QUANTITIES[claim.quantity].size_of(claim.unit)
    if size == 1.0:
        return own
    stated = unit_words(words, claim.unit, _span(words, claim, size))
    if claim.unit in CONVERTED_UNITS:
        # What was converted from kilometres is no more exact when it is converted back.
        doubt = half_width(claim)
        bounds = [no_finer(bound, doubt) for bound in (claim.low, claim.high) if bound is not None]
        own = with_unit(words, claim.quantity, span_words(words, bounds[0], bounds[-1]))
    return words.say("claim.converted", stated=stated, figure=own)


def _span(words: Words, claim: Claim, size: float) -> str:
    bounds = [bound / size for bound in (claim.low, claim.high) if bound is not None]
    return span_words(words, bounds[0], bounds[-1]) if bounds else ""


def _moment(words: Words, value: str, qualifier: str, *, with_day: bool) -> str:
    try:
        time = dt.datetime.fromisoformat(value)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        return qualified_time(words, qualifier, value)
    local = time.astimezone(KOREA_TIME)
    # What qualifies the clock goes with it: in Korean and Japanese it follows the figures.
    clock = qualified_time(words, qualifier, clock_words(local))
    if not with_day:
        return clock
    day = day_words(words, local.date().isoformat())
    return words.say("claim.moment", time=clock, day=day)


# ------------------------------------------------------------------------------ several of them
def against_words(words: Words, found: Disagreement) -> str:
    """Who is against whom, and how far apart: `600 km (JCS) against 430 km (MOD), 170 km apart`."""
    one, other = (attributed(words, claim, found.launch.count) for claim in found.widest)
    if found.difference is None:
        return words.say("claim.opposite", one=one, other=other)
    apart = with_unit(words, found.quantity, words.number(round(found.difference, 1)))
    # A share of a day or of half a turn says nothing to a reader.
    if not QUANTITIES[found.quantity].is_figure:
        return words.say("claim.against", one=one, other=other, difference=apart)
    share = words.share(found.share)
    return words.say("claim.against_share", one=one, other=other, difference=apart, share=share)


def figure_words(words: Words, figure: Figure) -> str:
    """Figure that was drawn, with the authority that stated it and what was made of it."""
    claim = figure.claim
    said, authority = claim_words(words, claim), authority_words(words, claim.authority)
    if claim.value is None and claim.low == claim.high:
        return words.say("claim.attributed", claim=said, authority=authority)
    drawn = _drawn(words, figure, figure.value)
    return words.say("claim.drawn_as", claim=said, authority=authority, figure=drawn)


def doubted(words: Words, figure: Figure) -> str:
    """Figure that was drawn with who stated it, and the doubt about it: `600 km (JCS) ±50 km`."""
    doubt = _drawn(words, figure, figure.half_width)
    return words.say("claim.doubted", figure=figure_words(words, figure), doubt=doubt)


def _drawn(words: Words, figure: Figure, value: float) -> str:
    """Number no finer than its doubt, in degrees where the figure was read from words."""
    unit = QUANTITIES[figure.claim.quantity].unit or "deg"
    # A sector of the compass is as wide as it is: 22.5 degrees to each side.
    if figure.basis != WORDS:
        value = no_finer(value, figure.half_width)
    return unit_words(words, unit, words.number(value))


# ------------------------------------------------------------------------------- what is drawn
def flight_lines(words: Words, flight: Flight) -> list[str]:
    """Lines of the tooltip of a track."""
    number = len(flight.missiles)
    missile = missile_words(words, flight.launch.missile)
    if number > 1:
        missile = words.say("claim.missile_times", missile=missile, number=number)
    day = day_words(words, flight.launch.date)
    return [
        words.say(
            "claim.flight_failed" if flight.failed else "claim.flight", day=day, missile=missile
        ),
        _from(words, flight.launch),
        words.say(
            "claim.range_differing" if flight.differing else "claim.range",
            figure=figure_words(words, flight.range_km),
        ),
        words.say(
            "claim.azimuth_basis",
            figure=figure_words(words, flight.azimuth_deg),
            basis=words.named("basis", flight.azimuth_deg.basis),
        ),
    ]


def trace_lines(words: Words, trace: Trace) -> list[str]:
    """Lines of the tooltip of what is drawn of a launch that is known in part."""
    launch = trace.launch
    day = day_words(words, launch.date)
    return [
        words.say("claim.flight", day=day, missile=missile_words(words, launch.missile)),
        _from(words, launch),
        *trace_basis(words, trace),
    ]


def danger_area_lines(words: Words, area: DangerArea) -> list[str]:
    """Lines of the tooltip of waters that were announced as dangerous."""
    launch = area.launch
    return [
        words.say(
            "claim.flight",
            day=day_words(words, launch.date),
            missile=missile_words(words, launch.missile),
        ),
        words.say("claim.danger_area", authority=authority_words(words, area.claim.authority)),
        claim_words(words, area.claim),
    ]


def trace_basis(words: Words, trace: Trace) -> tuple[str, str]:
    """What is stated of a launch that is known in part, and what is not."""
    figure = figure_words(words, trace.figure)
    if trace.kind == "ray":
        return words.say("claim.azimuth", figure=figure), words.say("claim.no_range")
    stated = words.say("claim.range", figure=figure)
    if not trace.sea:
        return stated, words.say("claim.no_direction")
    return stated, words.say("claim.no_direction_sea", sea=words.named("sea", trace.sea))


def _from(words: Words, launch: Launch) -> str:
    if launch.site is None:
        return words.say("claim.from_unknown")
    return words.say("claim.from", site=site_words(words, launch.site))
