"""Days that a sentence names, in three languages, and the Korean day that each one is."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Self

from data.reading.day_mention import (
    UNKNOWN_YEAR,
    DayMention,
    of_no_day,
    of_years,
    spell_out,
    stated,
    whole_day,
)
from data.reading.day_pattern import DAY, MONTHS, WEEKDAYS
from data.reading.numbers import ENGLISH
from data.reading.relative_days import KOREAN_DAYS, KOREAN_MONTHS, NEW_YEAR, SHIFT
from data.reading.undated import months_of_days, year_of

_DAY = dt.timedelta(days=1)
MOST_DAYS = 10
"""No sentence names more; what follows them is not read."""
_AFTER = re.compile(r"\b(?:after|since|following|last|earlier|previous)\b", re.IGNORECASE)
_LISTED = re.compile(r"\s?(?:과|와|,|·|및|、|と|・)\s?")
_QUOTE = re.compile(r"[\"「『]")
"""Who is quoted says "today" of the day on which he speaks."""
_DAYS_MORE = re.compile(r"\d+")
_FORWARD = {"after", "later", "since"}


@dataclass(slots=True)
class Calendar:
    """
    What a day is counted from: publication, the day named last, that in the same sentence.

    `listed` is the day before in a list ("5월 4일과 25일"), `quoted` that of the words quoted;
    `settled` says that a launch of the day of publication is told of, so that none is to come;
    `year` and `months` are what a text without a day of publication says of its days;
    `has_weekdays` is False where the year of publication, and so its weekday, is not known.
    """

    published: dt.date | None
    named: dt.date | None = None
    said: dt.date | None = None
    listed: dt.date | None = None
    quoted: dt.date | None = None
    settled: bool = False
    year: str | None = None
    months: dict[int, int] = field(default_factory=dict)
    has_weekdays: bool = True

    @classmethod
    def of(cls, published: dt.date | None, text: str) -> Self:
        """Calendar of a text; one without a day of publication may still tell its year or month."""
        if published:
            return cls(published)
        return cls(None, year=year_of(text), months=months_of_days(text))

    def mentions(self, sentence: str) -> list[DayMention]:
        """Days in the order in which a sentence has them; each is the next one's day named."""
        found: list[DayMention] = []
        self.said = None
        for match in islice(DAY.finditer(sentence), MOST_DAYS):
            before = sentence[found[-1].end : match.start()] if found else ""
            self.listed = self.said if _LISTED.fullmatch(before) else None
            self.quoted = self.said if _QUOTE.search(before) else None
            is_after = _AFTER.search(sentence, 0, match.start()) is not None
            self.settled |= is_after and self.said == self.published
            for mention in self._read(match):
                spell_out(found, mention, sentence)
                found.append(mention)
                if day := whole_day(mention.date):
                    self.named = self.said = day
        return found

    def _read(self, match: re.Match[str]) -> Iterator[DayMention]:
        """Days of a match, by the group of the pattern that it filled."""
        for group, read in self._by_group():
            if match[group]:
                yield from read(match)
                return
        yield stated(match, self._whole(match))

    def _by_group(self) -> Iterator[tuple[str, Callable[[re.Match[str]], Iterator[DayMention]]]]:
        yield "mdy", self._pair
        yield "my_", self._month_alone
        yield "vague", of_no_day
        yield "after", self._days_after
        yield "mago", self._months_ago
        yield "dago", self._days_ago
        yield "cyear", of_years
        yield "years", of_years
        yield "cjk", self._cjk
        yield "week", self._of_the_week
        yield "ago", self._ago
        yield "rel", self._by_a_word
        yield "lastmonth", self._by_a_word

    def _month_alone(self, match: re.Match[str]) -> Iterator[DayMention]:
        year = match["by"] or self._year(match["brel"])
        if match["when"] or year:
            yield stated(match, self._month_of(year, _month(match["bm"])))
            if match["bm2"]:
                date = self._month_of(year, _month(match["bm2"]))
                yield DayMention(match.start("bm2"), match.end(), date, "stated")

    def _days_after(self, match: re.Match[str]) -> Iterator[DayMention]:
        if self.named:
            date = (self.named + KOREAN_DAYS[match["ko"]] * _DAY).isoformat()
            yield DayMention(match.start(), match.end(), date, "relative")

    def _days_ago(self, match: re.Match[str]) -> Iterator[DayMention]:
        if self.published:
            number = KOREAN_DAYS[match["dk"]] if match["dk"] else int(match["dn"])
            date = (self.published - number * _DAY).isoformat()
            yield DayMention(*match.span(), date, "relative")

    def _months_ago(self, match: re.Match[str]) -> Iterator[DayMention]:
        if self.published:
            number = match["mj"] or match["mn"]
            months = int(number) if number.isdigit() else KOREAN_MONTHS[number]
            month = self.published.year * 12 + self.published.month - 1 - months
            date = f"{month // 12}-{month % 12 + 1:02d}"
            yield DayMention(match.start(), match.end(), date, "relative")

    def _of_the_week(self, match: re.Match[str]) -> Iterator[DayMention]:
        yield DayMention(match.start(), match.end(), self._weekday(match), "weekday")

    def _by_a_word(self, match: re.Match[str]) -> Iterator[DayMention]:
        rel = match["rel"]
        date = self._relative(rel.casefold()) if rel else self._last_month()
        yield DayMention(match.start(), match.end(), date, "relative")

    def _whole(self, match: re.Match[str]) -> str | None:
        """Day in digits, with or without a month."""
        if match["iso"]:
            return self._full(match["iy"], match["im"], match["id"])
        if match["dmy"]:
            return self._full(match["dy"], _month(match["dm"]), match["dd"])
        return self._day_of(int(match["ld"] or match["od"]))

    def _pair(self, match: re.Match[str]) -> Iterator[DayMention]:
        """A day after its month, and the others of "Jan. 14 and 17"."""
        year, month = match["my"] or self._year(match["mrel"]), _month(match["mm"])
        date = self._full(year, month, match["md"])
        yield DayMention(match.start("mdy"), match.end("mdy"), date, "stated")
        for more in _DAYS_MORE.finditer(match["mdlist"] or ""):
            start = match.start("mdlist") + more.start()
            date = self._full(year, month, more[0])
            yield DayMention(start, start + len(more[0]), date, "stated")

    def _year(self, word: str | None) -> str | None:
        """Year of "last year" and "this year"."""
        year = self.published.year if self.published else self.year
        return str(int(year) - (word.casefold() == "last")) if word and year else None

    def _full(self, year: str | None, month: int | str, day: int | str) -> str | None:
        if year:
            return _iso(int(year), int(month), int(day))
        return self._nearest(int(month), int(day))

    def _nearest(self, month: int, day: int) -> str | None:
        """Latest such day that is not after the day after publication."""
        if self.published is None:
            is_day = _iso(2000, month, day)
            year_said = self.year or (f"{self.said.year}" if self.said else UNKNOWN_YEAR)
            return f"{year_said}-{month:02d}-{day:02d}" if is_day else None
        for year in (self.published.year + 1, self.published.year, self.published.year - 1):
            said = _iso(year, month, day)
            if said and dt.date.fromisoformat(said) <= self.published + _DAY:
                return said
        return None

    def _month_of(self, year: str | None, month: int) -> str | None:
        if year or (self.year and not self.published):
            return f"{year or self.year}-{month:02d}"
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
        if match["cya"] and self.published:
            year = str(self.published.year - int(match["cya"]))
        if match["csm"]:
            if self.named and match["cd"]:
                date = _iso(self.named.year, self.named.month, int(match["cd"]))
                yield DayMention(match.start(), match.end(), date, "stated")
        elif match["crm"]:
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
            yield stated(match, self._full(year, match["cm"], match["cd"]))
        elif 1 <= int(match["cm"]) <= 12:
            yield stated(match, self._month_of(year, int(match["cm"])))

    def _day_of(self, day: int) -> str | None:
        """Day of the month of publication, or of the month before where it is not yet reached."""
        if self.listed and (said := _iso(self.listed.year, self.listed.month, day)):
            return said
        ref = self.published or self.named
        if ref is None:
            return self._nearest(self.months[day], day) if day in self.months else None
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
        if self.published is None or not self.has_weekdays:
            return None
        name = match["wc"] or match["wj"] or match["wn"].casefold().removesuffix("s")
        if match["wk"]:
            monday = self.published - (self.published.weekday() + 7) * _DAY
            return (monday + WEEKDAYS[name] * _DAY).isoformat()
        if match["wp"]:
            base = self.said or self.published
            return (base - ((base.weekday() - WEEKDAYS[name] - 1) % 7 + 1) * _DAY).isoformat()
        back = (self.published.weekday() - WEEKDAYS[name]) % 7
        if match["wl"] and back == 0:
            back = 7
        if (
            back == 6
            and not self.settled
            and not match["wl"]
            and not match["wc"]
            and not match["wj"]
        ):
            back = -1
        return (self.published - back * _DAY).isoformat()

    def _ago(self, match: re.Match[str]) -> Iterator[DayMention]:
        word = match["an"].casefold()
        days = 1 if word in {"a", "the"} else int(word) if word.isdigit() else ENGLISH[word]
        days *= 7 if match["au"].casefold() == "week" else 1
        way = match["ad"].casefold()
        date, offset = None, None
        if (way == "later" or match["that"]) and self.named:
            date = (self.named + days * _DAY).isoformat()
        elif way in _FORWARD or match["that"]:
            offset = days
        elif way == "before" and match["onto"]:
            offset = -days
        else:
            base = self.published if way == "ago" else self.said or self.published
            date = (base - days * _DAY).isoformat() if base else None
        yield DayMention(match.start(), match.end(), date, "relative", offset=offset)

    def _relative(self, word: str) -> str | None:
        if word in NEW_YEAR:
            return f"{self.published.year}-01-01" if self.published else None
        base, shift = SHIFT.get(re.sub(r"\s+", " ", word), ("published", 0))
        if base == "published" and self.quoted:
            return (self.quoted + shift * _DAY).isoformat()
        ref = {"published": self.published, "said": self.said or self.published}.get(
            base, self.named or self.published
        )
        return (ref + shift * _DAY).isoformat() if ref else None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].casefold()) + 1


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
