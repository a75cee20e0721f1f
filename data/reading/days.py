"""Days that a sentence names, in three languages, and the Korean day that each one is."""

# ruff: noqa: E501 - a pattern is read in one piece

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from data.reading.numbers import ENGLISH
from data.reading.passage import MOST_IN_A_SENTENCE

_DAY = dt.timedelta(days=1)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAYS = {
    **{
        name: n
        for n, name in enumerate(
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        )
    },
    **{name: n for n, name in enumerate("월화수목금토일")},
    **{name: n for n, name in enumerate("月火水木金土日")},
}
_WEEKDAY = "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
_COUNT = "|".join(word for word, number in ENGLISH.items() if 0 < number < 20)
_YEAR = r"(?:19|20)\d\d"
_AFTER_DAY = r"(?!\s?(?:간\b|간의|동안|만(?=[에이의\s])|째|연속|전\b|후\b|뒤|ぶり|間|連続|前に|後に|目|以内|程度))"
DAY = re.compile(
    rf"(?<![\d.])(?P<iso>(?P<iy>{_YEAR})[-./](?P<im>\d{{1,2}})[-./](?P<id>\d{{1,2}})(?!\d))"
    rf"|\b(?P<mdy>(?P<mm>{_MONTH})\s{{1,2}}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|,\d|\s?(?:km|kilo|percent))(?:,?\s{{1,2}}(?P<my>{_YEAR}))?)(?:\s(?:and|to)\s(?P<md2>\d{{1,2}})(?![\d:]|[.,]\d|\s?(?:km|kilo|mile|a\.m|p\.m|missile|ballistic|short)))?"
    rf"|\b(?P<dmy>(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<dm>{_MONTH})\b\.?(?:,?\s(?P<dy>{_YEAR}))?)"
    rf"|\b(?P<my_>(?:(?P<when>in|since|last|late|early|mid-?|of|from|this|by|earlier in)\s)?(?P<bm>{_MONTH})\b(?:\s(?P<by>{_YEAR})\b)?)"
    rf"|(?P<cjk>(?:(?P<cy>{_YEAR})\s?[년年]|(?P<cry>지난해|작년|昨年|去年|올해|今年|同年))?(?:\s?(?:의|の|、)?\s?)(?:(?P<cm>\d{{1,2}})\s?[월月]|(?P<crm>지난달|先月|이달|이번\s?달|今月))(?:\s?の?\s?(?P<cd>\d{{1,2}})\s?[일日](?!本){_AFTER_DAY})?)"
    rf"|(?<![\d.월月~-])(?P<list>(?P<ld>\d{{1,2}})(?:\s?[일日])?\s?(?:,|·|・|、|와|과|と|및)\s?)(?=\d{{1,2}}\s?[일日](?!本){_AFTER_DAY})"
    rf"|(?<![\d.~-])(?P<only>(?P<od>\d{{1,2}})\s?[일日](?!本){_AFTER_DAY})"
    rf"|(?P<week>(?:(?P<wl>last|this past)\s)?\b(?P<wn>{_WEEKDAY})\b|(?P<wc>[월화수목금토일])요일|(?P<wj>[月火水木金土日])曜日?)"
    rf"|\b(?P<ago>(?P<an>a|the|\d{{1,2}}|{_COUNT})\s(?P<au>day|week)s?\s(?P<ad>earlier|ago|before|after|later|since)\b(?P<onto> (?=\w))?)"
    r"|\b(?P<lastmonth>last month)\b"
    r"|(?P<rel>\b(?:today|yesterday|the previous day|previous day|the same day|overnight)\b"
    r"|오늘|금일|어제|전날|그제|그저께|이날|같은 날|다음\s?날|이튿날|하루 전|本日|きょう|今日|昨日|きのう|前日|同日|この日|当日|翌日|おととい|一昨日)",
    re.IGNORECASE,
)
_SHIFT = {
    **dict.fromkeys(("today", "오늘", "금일", "本日", "きょう", "今日"), ("published", 0)),
    **dict.fromkeys(("yesterday", "어제", "昨日", "きのう"), ("published", -1)),
    **dict.fromkeys(("그제", "그저께", "おととい", "一昨日"), ("published", -2)),
    **dict.fromkeys(("the previous day", "previous day", "전날", "하루 전", "前日"), ("said", -1)),
    **dict.fromkeys(("the same day", "이날", "같은 날", "同日", "この日", "当日"), ("named", 0)),
    **dict.fromkeys(("다음날", "다음 날", "이튿날", "翌日"), ("named", 1)),
}
UNKNOWN_YEAR = "????"
"""Stands in a day whose year neither the text nor its day of publication gives."""
_FORWARD = {"after", "later", "since"}


@dataclass(frozen=True, slots=True)
class DayMention:
    """
    A day as a sentence gives it: the Korean day `date`, or `YYYY-MM`; None where it cannot be known.

    `basis` is `stated`, `weekday` or `relative`; `offset` is set for "two days after", which counts
    from what stands beside it.
    """

    start: int
    end: int
    date: str | None
    basis: str
    offset: int | None = None


@dataclass(slots=True)
class Calendar:
    """What a day is counted from: publication, the day named last, that in the same sentence."""

    published: dt.date | None
    named: dt.date | None = None
    said: dt.date | None = None

    def mentions(self, sentence: str) -> list[DayMention]:
        """Days in the order in which a sentence has them; each is the next one's day named."""
        found = []
        self.said = None
        for match in islice(DAY.finditer(sentence), MOST_IN_A_SENTENCE):
            for mention in self._read(match):
                found.append(mention)
                if mention.date and len(mention.date) == 10 and mention.date[0] != UNKNOWN_YEAR[0]:
                    self.named = self.said = dt.date.fromisoformat(mention.date)
        return found

    def _read(self, match: re.Match[str]) -> Iterator[DayMention]:
        start, end = match.start(), match.end()
        if match["mdy"]:
            yield from self._pair(match)
        elif match["my_"]:
            if match["when"] or match["by"]:
                yield _stated(match, self._month_of(match["by"], _month(match["bm"])))
        elif match["cjk"]:
            yield from self._cjk(match)
        elif match["week"]:
            yield DayMention(start, end, self._weekday(match), "weekday")
        elif match["ago"]:
            yield self._ago(match)
        elif match["rel"] or match["lastmonth"]:
            rel = match["rel"]
            date = self._relative(rel.casefold()) if rel else self._last_month()
            yield DayMention(start, end, date, "relative")
        else:
            yield _stated(match, self._whole(match))

    def _whole(self, match: re.Match[str]) -> str | None:
        """Day in digits, with or without a month."""
        if match["iso"]:
            return self._full(match["iy"], match["im"], match["id"])
        if match["dmy"]:
            return self._full(match["dy"], _month(match["dm"]), match["dd"])
        return self._day_of(int(match["ld"] or match["od"]))

    def _pair(self, match: re.Match[str]) -> Iterator[DayMention]:
        """A day after its month, and the second one of "Jan. 14 and 17"."""
        for day, last in (("md", "mdy"), ("md2", "md2")):
            if match[day]:
                date = self._full(match["my"], _month(match["mm"]), match[day])
                start = match.start("mdy") if day == "md" else match.start("md2")
                yield DayMention(start, match.end(last), date, "stated")

    def _full(self, year: str | None, month: int | str, day: int | str) -> str | None:
        if year:
            return _iso(int(year), int(month), int(day))
        return self._nearest(int(month), int(day))

    def _nearest(self, month: int, day: int) -> str | None:
        """Latest such day that is not after the day after publication."""
        if self.published is None:
            return f"{UNKNOWN_YEAR}-{month:02d}-{day:02d}" if _iso(2000, month, day) else None
        for year in (self.published.year + 1, self.published.year, self.published.year - 1):
            said = _iso(year, month, day)
            if said and dt.date.fromisoformat(said) <= self.published + _DAY:
                return said
        return None

    def _month_of(self, year: str | None, month: int) -> str | None:
        if year:
            return f"{year}-{month:02d}"
        if self.published is None:
            return None
        is_over = month <= self.published.month
        return f"{self.published.year - (not is_over):04d}-{month:02d}"

    def _last_month(self) -> str | None:
        if self.published is None:
            return None
        return f"{self.published.replace(day=1) - _DAY:%Y-%m}"

    def _cjk(self, match: re.Match[str]) -> Iterator[DayMention]:
        year = match["cy"]
        if match["cry"] and self.published:
            back = match["cry"] in {"지난해", "작년", "昨年", "去年"}
            year = str(self.published.year - back)
        if match["crm"]:
            if self.published is None:
                return
            back = match["crm"] in {"지난달", "先月"}
            first = self.published.replace(day=1)
            month = (first - _DAY) if back else first
            day = match["cd"]
            date = _iso(month.year, month.month, int(day)) if day else f"{month:%Y-%m}"
            if day or back:
                yield DayMention(match.start(), match.end(), date, "stated")
        elif match["cd"]:
            yield _stated(match, self._full(year, match["cm"], match["cd"]))
        elif 1 <= int(match["cm"]) <= 12:
            yield _stated(match, self._month_of(year, int(match["cm"])))

    def _day_of(self, day: int) -> str | None:
        """Day of the month of publication, or of the month before where it is not yet reached."""
        ref = self.published or self.named
        if ref is None:
            return None
        limit = ref + _DAY if self.published else ref + 31 * _DAY
        for month in (limit.replace(day=1), ref.replace(day=1), ref.replace(day=1) - _DAY):
            said = _iso(month.year, month.month, day)
            if said and dt.date.fromisoformat(said) <= limit:
                return said
        return None

    def _weekday(self, match: re.Match[str]) -> str | None:
        """
        Day of the week up to publication, or the day after it.

        A report written in America on Tuesday evening says "Wednesday" of a launch on Wednesday
        in Korea.
        """
        if self.published is None:
            return None
        name = match["wc"] or match["wj"] or match["wn"].casefold().removesuffix("s")
        back = (self.published.weekday() - _WEEKDAYS[name]) % 7
        if match["wl"] and back == 0:
            back = 7
        if back == 6 and not match["wl"] and not match["wc"] and not match["wj"]:
            back = -1
        return (self.published - back * _DAY).isoformat()

    def _ago(self, match: re.Match[str]) -> DayMention:
        word = match["an"].casefold()
        number = 1 if word in {"a", "the"} else int(word) if word.isdigit() else ENGLISH[word]
        days = number * (7 if match["au"].casefold() == "week" else 1)
        way = match["ad"].casefold()
        if way == "before" and match["onto"]:
            return DayMention(match.start(), match.end(), None, "relative", offset=-days)
        if way in _FORWARD:
            return DayMention(match.start(), match.end(), None, "relative", offset=days)
        ref = self.published if way == "ago" else self.said or self.published
        date = (ref - days * _DAY).isoformat() if ref else None
        return DayMention(match.start(), match.end(), date, "relative")

    def _relative(self, word: str) -> str | None:
        base, shift = _SHIFT.get(re.sub(r"\s+", " ", word), ("published", 0))
        ref = {"published": self.published, "said": self.said or self.published}.get(
            base, self.named or self.published
        )
        return (ref + shift * _DAY).isoformat() if ref else None


def _stated(match: re.Match[str], date: str | None) -> DayMention:
    return DayMention(match.start(), match.end(), date, "stated")


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
