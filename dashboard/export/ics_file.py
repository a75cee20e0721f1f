"""ICS: the launches as a calendar, by RFC 5545, to be imported or subscribed to."""

import datetime as dt
from collections.abc import Iterator

from dashboard.selection.view import View
from dashboard.words.claims import site_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from dashboard.words.views import described
from data.model import Launch

_LONGEST = 75
"""Bytes of a line, without its end; a longer one is folded (RFC 5545, 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_HOST = "north-korean-missile-launches"


def write(view: View) -> bytes:
    """View as a calendar with an event a launch, whole days where no time is known."""
    words, record = Words(view.selection.lang), view.atlas.record
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_HOST}//{record.version}//EN",
        "CALSCALE:GREGORIAN",
        _text("X-WR-CALNAME", words.say("title")),
        _text("X-WR-CALDESC", "\n".join(filter(None, _about(words, view)))),
    ]
    for launch in view.launches:
        lines += _event(words, view, launch)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _about(words: Words, view: View) -> Iterator[str | None]:
    """What the calendar says of itself."""
    record = view.atlas.record
    yield words.say("file.record", version=record.version, covers_to=record.covers_to)
    yield view.link
    yield words.say("file.credit")


def _event(words: Words, view: View, launch: Launch) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{launch.id}@{_HOST}"
    yield f"DTSTAMP:{_day(dt.date.fromisoformat(view.atlas.record.version))}T000000Z"
    if launch.time_utc:
        yield f"DTSTART:{launch.time_utc.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    else:
        # The end is the first day that is no part of it.
        yield f"DTSTART;VALUE=DATE:{_day(launch.first_day)}"
        yield f"DTEND;VALUE=DATE:{_day(launch.last_day + dt.timedelta(days=1))}"
    yield _text("SUMMARY", missile_words(words, launch.missile))
    yield _text("DESCRIPTION", described(words, view, launch))
    if launch.site:
        yield _text("LOCATION", site_words(words, launch.site))
        if launch.site.latitude is not None:
            yield f"GEO:{launch.site.latitude};{launch.site.longitude}"
    if launch.status == "preliminary":
        yield "STATUS:TENTATIVE"
    if link := view.launch_link(launch.id):
        yield f"URL:{link}"
    # A launch of the past blocks nobody's day.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: dt.date) -> str:
    return f"{day:%Y%m%d}"


def _text(name: str, text: str) -> str:
    return f"{name}:{text.translate(_ESCAPED)}"


def _folded(line: str) -> Iterator[str]:
    """Line in parts of at most 75 bytes, no letter cut, each but the first after a space."""
    part, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + length
    yield part
