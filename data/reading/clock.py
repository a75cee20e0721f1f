"""Clock times in a sentence, with the offset of the zone they are given in."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from data.reading.passage import MOST_IN_A_SENTENCE

CLOCK = re.compile(
    r"(?P<noon>(?<=around )noon\b|(?<=about )noon\b|(?<=at )noon\b|정오|正午)|"
    r"(?<![\d.:])(?<![A-Za-z]-)(?P<h>\d{1,2})(?::\s?|\.(?=\d\d\s?[ap]\.?m|[0-5]\d(?:\s\w{3,6}day)?\s(?:\w+\s)?time\b))(?P<m>[0-5]\d)(?![\d:])(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    r"(?:\s?\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?(?P<zone>GMT|UTC|Greenwich Mean Time|(?:Central|Pacific|Mountain) (?:Standard |Daylight )?Time|EDT|EST|PDT|PST|CDT|CST|MDT|MST|MT|ET|HST|Z\b|Hawaii time|Moscow time|MSK|Beijing time|Singapore time|(?:US |U\.S\. )?Eastern(?: Standard| Daylight)?(?: time)?|Pyongyang time)\b)?"
    r"|(?<![\d.:-])(?P<h12>\d{1,2})\s?(?P<half12>[ap])\.?\s?m\b\.?"
    r"(?:\s?\(?(?P<zone12>GMT|UTC|Greenwich Mean Time|EDT|EST|PDT|PST|HST|ET|Hawaii time|Moscow time|MSK|Beijing time|Singapore time)\b)?"
    r"|(?<![\d.:-])(?P<mil>[0-2]\d[0-5]\d)\s?(?:(?:hours|hrs|h)\s)?\(?(?P<milzone>GMT|UTC|KST|JST|local time|Korean? time)\b"
    r"|(?P<ko>(?:(?P<kohalf>오전|오후|새벽|아침|저녁|밤|낮)\s?)?(?<![-\d])(?P<koh>\d{1,2})\s?시(?=\s?\d|[\s께쯤경에부까였로,.반(]|$)\s?(?:(?P<kom>\d{1,2})\s?분|(?P<kohalfpast>반))?(?!\s?간)(?:\((?P<kozone>평양\s?시간)\))?)"
    r"|(?P<kom2>(?<=[,·~와과터]\s)\d{1,2}|(?<=[,·~와과])\d{1,2})\s?분(?=\s?[께쯤경까에,·과와]|\s(?!간))"
    r"|(?P<ja>(?:(?P<jahalf>午前|午後|未明)\s?)?(?P<jah>\d{1,2})\s?時(?!間|台)\s?(?:(?P<jam>\d{1,2})\s?分|(?P<jahalfpast>半))?(?:\((?P<jazone>平壌時間)\))?)"
    r"|(?P<jam2>(?<=から)\d{1,2}|(?<=同)\d{1,2}|(?<=と)\d{1,2}|(?<=、)\d{1,2})\s?分(?=頃|ごろ|に|の間|、)",
    re.IGNORECASE,
)
OFFSETS = {
    **dict.fromkeys(("gmt", "utc", "greenwich mean time", "z"), "+00:00"),
    **dict.fromkeys(("edt",), "-04:00"),
    **dict.fromkeys(("est", "cdt", "central daylight time"), "-05:00"),
    **dict.fromkeys(("cst", "mdt", "central standard time"), "-06:00"),
    **dict.fromkeys(("mst", "pdt", "pacific daylight time", "mountain standard time"), "-07:00"),
    **dict.fromkeys(("pst", "pacific standard time"), "-08:00"),
    **dict.fromkeys(("et", "eastern"), "America/New_York"),
    "central time": "America/Chicago",
    **dict.fromkeys(("mt", "mountain time"), "America/Denver"),
    "pacific time": "America/Los_Angeles",
    **dict.fromkeys(("moscow time", "msk"), "+03:00"),
    **dict.fromkeys(("beijing time", "singapore time"), "+08:00"),
    **dict.fromkeys(("hst", "hawaii time"), "-10:00"),
}
"""Zones that reports give beside Korean time: their offsets, or their names where summer changes it."""
KOREA = "+09:00"
PYONGYANG = "pyongyang time"
OLD_PYONGYANG = "+08:30"
"""North Korea's own clock from 2015-08-15 to 2018-05-04."""
_OLD_MINUTES = 60 * int(OLD_PYONGYANG[1:3]) + int(OLD_PYONGYANG[4:])
_LOCAL = {"", "local time", "local"}
"""Between a time and the same time in GMT."""
_ABOUT_BEFORE = re.compile(
    r"(?:around|about|approximately|just (?:before|after)|shortly (?:before|after)|~|약|대략|約)\s*$",
    re.IGNORECASE,
)
_ABOUT_AFTER = re.compile(r"^\s?(?:께|쯤|경|무렵|頃|ごろ|前後)")
_EVENING = 18
_LATER = {"오후", "저녁", "밤", "午後", "p"}


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day "HH:MM" with its offset, `PYONGYANG` for North Korea's own; `start` and `end` count from its sentence's start."""

    time: str
    offset: str | None
    qualifier: str
    start: int
    end: int


def clock_times(sentence: str) -> list[ClockTime]:
    """
    Clock times in the order in which a sentence has them.

    Examples
    --------
    >>> [t.time for t in clock_times("at 9:06 a.m. and 2:53 p.m.; 오후 3시 50분께")]
    ['09:06', '14:53', '15:50']
    """
    found: list[ClockTime] = []
    hour, later, bare = 0, False, None
    for match in islice(CLOCK.finditer(sentence), MOST_IN_A_SENTENCE):
        if match["kom2"] or match["jam2"]:
            if not found or match.start() - found[-1].end > 12:
                continue
            minute = int(match["kom2"] or match["jam2"])
        else:
            is_next_day = hour >= _EVENING and (match["koh"] or match["jah"]) == "0"
            after_noon = later and bool(found) and not is_next_day
            hour, minute, later = _read(match, after_noon=after_noon)
        if hour > 24 or minute > 59:
            continue
        before, after = (
            sentence[max(0, match.start() - 24) : match.start()],
            sentence[match.end() :][:8],
        )
        half = match["half"] or match["half12"]
        if half and bare is not None and match.start() - found[bare].end <= 6:
            found[bare] = _in_half(found[bare], half.casefold() in _LATER)
        about = _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(after)
        zone = match["zone"] or match["zone12"] or match["milzone"]
        is_pyongyang = match["kozone"] or match["jazone"] or (zone or "").casefold() == PYONGYANG
        zone = "et" if zone and "eastern" in zone.casefold() else zone
        offset = PYONGYANG if is_pyongyang else OFFSETS.get(zone.casefold()) if zone else None
        mark = "about" if about else "exact"
        bare = len(found) if match["h"] and not half else None
        found.append(
            ClockTime(f"{hour % 24:02d}:{minute:02d}", offset, mark, match.start(), match.end())
        )
    for place, (local, told) in enumerate(pairwise(found)):
        is_told = sentence[local.end : told.start].strip(" ,(/") in _LOCAL
        if is_told and local.offset is None and told.offset == "+00:00":
            found[place] = replace(local, offset=_clock_of(local, told))
    return found


def _clock_of(local: ClockTime, told: ClockTime) -> str | None:
    """Old clock of Pyongyang where a time is half an hour behind the one told beside it in GMT."""
    minutes = [60 * int(each.time[:2]) + int(each.time[3:]) for each in (local, told)]
    return OLD_PYONGYANG if (minutes[0] - minutes[1]) % (24 * 60) == _OLD_MINUTES else None


def _in_half(time: ClockTime, later: bool) -> ClockTime:  # noqa: FBT001
    """Time of a span "11:40-11:50 p.m.", whose first end has no half of the day of its own."""
    hour = int(time.time[:2])
    hour = hour + 12 if later and hour < 12 else 0 if not later and hour == 12 else hour
    return replace(time, time=f"{hour:02d}{time.time[2:]}")


def _read(match: re.Match[str], *, after_noon: bool) -> tuple[int, int, bool]:
    """Hour and minute; an afternoon named once holds for the times after it."""
    if match["noon"]:
        return 12, 0, False
    if match["mil"]:
        return int(match["mil"][:2]), int(match["mil"][2:]), False
    hour = int(match["h"] or match["h12"] or match["koh"] or match["jah"])
    minute = int(match["m"] or match["kom"] or match["jam"] or 0)
    if match["kohalfpast"] or match["jahalfpast"]:
        minute = 30
    half = match["half"] or match["half12"] or match["kohalf"] or match["jahalf"]
    is_asian = bool(match["ko"] or match["ja"])
    later = half.casefold() in _LATER if half else after_noon and is_asian
    if half and half.casefold() == "a" and hour == 12:
        hour = 0
    if later and hour < 12 and not (half == "밤" and hour < 6):
        hour += 12
    return hour, minute, later
