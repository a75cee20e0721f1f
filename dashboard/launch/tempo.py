"""The tempo of some launches as HTML: charts that are tables, or have one, for page and site."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from babel.dates import get_day_names
from markupsafe import Markup

from dashboard.html import render
from dashboard.tempo.windows import (
    HOURS,
    LENGTHS,
    WEEKDAYS,
    busiest,
    curves,
    hours,
    launch_days,
    moving,
    silence,
    weekdays,
    yearly,
)
from dashboard.words.dates import day_words, period_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from dashboard.words.views import missile_number
from data.model import Launch

MOST_PARTS = 120
"""Bars of a moving window: three pixels each on a phone."""
MOST_WINDOWS, MOST_GAPS, MOST_CURVES = 5, 10, 5
YEAR_DAYS = 366
DARKEST = 3
"""Launches of a day from which its square is as dark as any."""
_NOTHING = "–"
"""What stands where nothing is to be said."""
Link = Callable[[Launch], str]
Period = tuple[dt.date, dt.date]


def tempo_html(
    words: Words,
    launches: Sequence[Launch],
    period: Period,
    link: Link,
    lengths: Sequence[int] = LENGTHS,
) -> Markup:
    """Everything on the pace of launches within a period, with windows of these lengths."""
    by_day = launch_days(launches)
    if not by_day:
        return render("launch/tempo.html", words, empty=True)
    undated = sum(launch.first_day != launch.last_day for launch in launches)
    return render(
        "launch/tempo.html",
        words,
        empty=False,
        launches=words.say("count.launches", n=len(launches)),
        missiles=words.say("count.missiles", n=missile_number(launches)),
        undated=undated,
        windows=[_window(words, launches, period, length, link) for length in lengths],
        curves=_curves(words, launches),
        months=[day_words(words, f"2022-{month:02d}", year=False) for month in range(1, 13)],
        years=[(f"{year}", counts) for year, counts in reversed(yearly(launches).items())],
        calendar=_calendar(words, by_day, link),
        hours=_bars([(_hour(words, hour), n) for hour, n in enumerate(hours(launches))]),
        timeless=sum(launch.time_utc is None for launch in launches),
        weekdays=_bars(list(zip(_day_names(words), weekdays(launches), strict=True))),
        gaps=_gaps(words, launches, link),
    )


def _window(
    words: Words, launches: Sequence[Launch], period: Period, length: int, link: Link
) -> dict[str, Any]:
    """Bars of a moving window over the period, and its fullest places."""
    first = min(launch.first_day for launch in launches)
    last = max(launch.last_day for launch in launches) + dt.timedelta(days=length)
    parts = moving(launches, (max(period[0], first), min(period[1], last)), length, MOST_PARTS)
    top = max(n for _, n in parts)
    day = next(each for each, n in parts if n == top)
    days = words.say("tempo.days", n=length)
    return {
        "days": days,
        "alt": words.say(
            "tempo.window.alt", days=days, most=top, day=day_words(words, day.isoformat())
        ),
        "top": words.number(top),
        "first": day_words(words, parts[0][0].isoformat()),
        "last": day_words(words, parts[-1][0].isoformat()),
        "bars": [round(100 * n / top) for _, n in parts],
        "rows": [
            {
                # Of the days after the period nothing is counted.
                "days": period_words(words, (each.first, min(each.last, period[1]))),
                "link": link(each.launches[0]),
                "id": each.launches[0].id,
                "launches": words.number(len(each.launches)),
                "launch_days": words.number(each.days),
                "missiles": words.number(each.missiles),
                "elapsed": words.number(each.elapsed),
            }
            for each in busiest(launches, length, MOST_WINDOWS)
        ],
    }


def _curves(words: Words, launches: Sequence[Launch]) -> dict[str, Any]:
    """Curves of the newest year and the fullest others, with the number each ends at."""
    found = curves(launches)
    newest = max(found)
    fullest = sorted(found, key=lambda year: (year != newest, -len(found[year]), -year))
    shown = fullest[:MOST_CURVES]
    top = max(len(found[year]) for year in shown)
    names = [words.say("tempo.curves.year", year=f"{year}", n=len(found[year])) for year in shown]
    return {
        "alt": words.say("tempo.curves.alt", years=words.listed(f"{year}" for year in shown)),
        "top": words.number(top),
        "lines": [
            {"name": name, "shape": _shape(found[year], top)}
            for name, year in zip(names, shown, strict=True)
        ],
    }


def _shape(curve: Sequence[tuple[dt.date, int]], top: int) -> str:
    """Steps of a curve as the polygon of a line two pixels wide, for `clip-path`."""
    points = [(0.0, 100.0)]
    for day, number in curve:
        across = 100 * day.timetuple().tm_yday / YEAR_DAYS
        points += [(across, points[-1][1]), (across, 100 - 100 * number / top)]
    there = [f"{x:.2f}% calc({y:.2f}% - 2px)" for x, y in points]
    back = [f"calc({x:.2f}% + 2px) {y:.2f}%" for x, y in reversed(points)]
    return f"polygon({', '.join(there + back)})"


def _calendar(
    words: Words, by_day: Mapping[dt.date, list[Launch]], link: Link
) -> list[dict[str, Any]]:
    """A grid of weeks for each year with a launch, the newest first."""
    years: dict[int, list[tuple[dt.date, list[Launch]]]] = {}
    for day, found in by_day.items():
        years.setdefault(day.year, []).append((day, found))
    return [
        {
            "name": words.say(
                "tempo.calendar.year",
                year=f"{year}",
                days=words.say("tempo.calendar.launch_days", n=len(days)),
            ),
            "year": f"{year}",
            "days": [_square(words, day, found, link) for day, found in days],
        }
        for year, days in sorted(years.items(), reverse=True)
    ]


def _square(words: Words, day: dt.date, launches: Sequence[Launch], link: Link) -> dict[str, Any]:
    eve = dt.date(day.year, 1, 1)
    name = day_words(words, day.isoformat())
    return {
        "column": ((day - eve).days + eve.weekday()) // WEEKDAYS + 1,
        "row": day.weekday() + 1,
        "shade": min(len(launches), DARKEST),
        "name": words.say(
            "tempo.calendar.day",
            day=name,
            launches=words.say("count.launches", n=len(launches)),
        ),
        "links": [
            {"link": link(each), "id": each.id, "name": missile_words(words, each.missile)}
            for each in launches
        ],
        "day": name,
    }


def _bars(rows: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    top = max((n for _, n in rows), default=0) or 1
    return [{"name": name, "n": n, "share": round(100 * n / top)} for name, n in rows]


def _hour(words: Words, hour: int) -> str:
    return words.say(
        "tempo.hours.hour", first=f"{hour:02d}:00", last=f"{(hour + 1) % HOURS:02d}:00"
    )


def _day_names(words: Words) -> list[str]:
    names = get_day_names("wide", context="stand-alone", locale=words.locale)
    return [names[day] for day in range(WEEKDAYS)]


def _gaps(words: Words, launches: Sequence[Launch], link: Link) -> list[dict[str, Any]]:
    found = silence(launches, MOST_GAPS)
    top = max((gap.days for gap in found), default=0) or 1
    return [
        {
            "days": words.number(gap.days),
            "share": round(100 * gap.days / top),
            "before": _end(words, gap.before, link),
            "after": _end(words, gap.after, link),
            "possible": words.say("tempo.silence.possible", n=len(gap.possible))
            if gap.possible
            else _NOTHING,
        }
        for gap in found
    ]


def _end(words: Words, launch: Launch, link: Link) -> dict[str, str]:
    return {"day": day_words(words, launch.date), "link": link(launch), "id": launch.id}
