"""What a notice given before a launch says: when to expect it, and which waters to keep out of.

A statement reads `WINDOW` or `WINDOW; AREA; AREA`. A window is a day or days from `/` to, with or
without hours that hold on each of them and their offset from UTC, or two moments with theirs. An
area is its corner points, latitude before longitude [deg].
"""

import datetime as dt
import re
from dataclasses import dataclass

from data import cells

FORM = (
    "days with or without hours, or two moments (2023-05-31/2023-06-11, 2012-04-12/2012-04-16 "
    "07:00-12:00 +09:00, 2023-05-31T00:00+09:00/2023-06-11T00:00+09:00), then after a ; each area "
    "by its corners, at least three (35.2 124.9, 35.2 124.5, 35.9 124.8)"
)
"""What would be right, for who wrote something else."""
_DAYS = re.compile(
    r"(?P<first>[0-9-]{10})(?:/(?P<last>[0-9-]{10}))?"
    r"(?: (?P<begins>[0-9]{2}:[0-9]{2})-(?P<ends>[0-9]{2}:[0-9]{2}) "
    r"(?P<offset>[+-][0-9]{2}:[0-9]{2}))?"
)
_CORNER = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]+)?) (-?[0-9]{1,3}(?:\.[0-9]+)?)")
LEAST_CORNERS = 3

Area = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Announcement:
    """
    A notice that a launch is to be expected.

    Parameters
    ----------
    first_day, last_day
        Days of the window, by the clock that it is stated in; equal for a single day.
    hours
        When on each of those days, from and to, with their offset from UTC; None for all day.
    moments
        When the window opens and closes, where it is one span of time; None where it is days.
    areas
        Corners of each danger area, latitude and longitude [deg], in the order stated. Some notices
        give them row by row, so that the outline from corner to corner crosses itself: who draws
        an area draws the hull of its corners.
    """

    first_day: dt.date
    last_day: dt.date
    hours: tuple[dt.time, dt.time] | None
    moments: tuple[dt.datetime, dt.datetime] | None
    areas: tuple[Area, ...]


def read_announcement(words: str) -> Announcement | None:
    """
    Read a statement of what was announced beforehand.

    Examples
    --------
    >>> notice = read_announcement("2023-05-31/2023-06-11; 35.2 124.9, 35.2 124.5, 35.9 124.8")
    >>> notice.last_day, len(notice.areas[0])
    (datetime.date(2023, 6, 11), 3)
    >>> read_announcement("from 31 May to 11 June")
    """
    window, *corners = words.split("; ")
    areas = [_area(each) for each in corners]
    if None in areas:
        return None
    known = tuple(area for area in areas if area is not None)
    return _in_days(window, known) or _in_moments(window, known)


def _in_days(window: str, areas: tuple[Area, ...]) -> Announcement | None:
    match = _DAYS.fullmatch(window)
    if match is None:
        return None
    days = [cells.full_date(day) for day in (match["first"], match["last"] or match["first"])]
    hours = _hours(match["begins"], match["ends"], match["offset"]) if match["begins"] else None
    if None in days or (match["begins"] and hours is None):
        return None
    first, last = (dt.date.fromisoformat(day) for day in days if day)
    return Announcement(first, last, hours, None, areas) if first <= last else None


def _hours(begins: str, ends: str, offset: str) -> tuple[dt.time, dt.time] | None:
    try:
        hours = (dt.time.fromisoformat(begins + offset), dt.time.fromisoformat(ends + offset))
    except ValueError:
        return None
    return hours if hours[0] < hours[1] else None


def _in_moments(window: str, areas: tuple[Area, ...]) -> Announcement | None:
    first, _, second = window.partition("/")
    opens, closes = cells.time(first), cells.time(second)
    if opens is None or closes is None or opens >= closes:
        return None
    # A window that closes at midnight has nothing of the day that begins then.
    last = (closes - dt.timedelta(microseconds=1)).date()
    return Announcement(opens.date(), last, None, (opens, closes), areas)


def _area(corners: str) -> Area | None:
    matches = [_CORNER.fullmatch(corner) for corner in corners.split(", ")]
    points = tuple((float(match[1]), float(match[2])) for match in matches if match)
    on_earth = all(abs(latitude) <= 90 and abs(longitude) <= 180 for latitude, longitude in points)
    return points if len(points) == len(matches) >= LEAST_CORNERS and on_earth else None
