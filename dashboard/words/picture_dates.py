"""Days and periods in the languages of pictures."""

import datetime as dt

_SPAN = {"en": "–", "ko": "~", "ja": "〜"}
_UNITS = {"en": ("", "", ""), "ko": ("년", "월", "일"), "ja": ("年", "月", "日")}
"""What follows a year, a month and a day."""
_MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS = [name[:3] for name in _MONTH_NAMES]


def day_words(date: str, lang: str, *, year: bool = True) -> str:
    """
    Korean date, which may be a month or a year, in a language.

    Examples
    --------
    >>> day_words("2022-01-05", "en"), day_words("2022-01-05", "ko", year=False)
    ('5 Jan 2022', '1월 5일')
    """
    parts = [int(part) for part in date.split("-")]
    if lang == "en":
        words = [str(parts[0])] if year or len(parts) == 1 else []
        words = ([MONTHS[parts[1] - 1]] if len(parts) > 1 else []) + words
        return " ".join(([str(parts[2])] if len(parts) > 2 else []) + words)
    first = 0 if year or len(parts) == 1 else 1
    gap = " " if lang == "ko" else ""
    return gap.join(
        f"{number}{unit}" for number, unit in list(zip(parts, _UNITS[lang], strict=False))[first:]
    )


def period_words(period: tuple[dt.date, dt.date], lang: str) -> str:
    """
    Period in a language: whole years and months as such, else from day to day.

    Examples
    --------
    >>> period_words((dt.date(2022, 1, 1), dt.date(2022, 1, 30)), "en")
    '1–30 Jan 2022'
    >>> period_words((dt.date(2022, 1, 1), dt.date(2022, 1, 31)), "ko")
    '2022년 1월'
    """
    first, last = period
    if first == last:
        return day_words(str(first), lang)
    whole = _whole(first, last, lang)
    if whole:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        if lang == "en":
            return f"{first.day}–{day_words(str(last), lang)}"
        return f"{day_words(str(first), lang)}{_SPAN[lang]}{last.day}{_UNITS[lang][2]}"
    same = first.year == last.year
    if lang == "en":
        return f"{day_words(str(first), lang, year=not same)} – {day_words(str(last), lang)}"
    return f"{day_words(str(first), lang)}{_SPAN[lang]}{day_words(str(last), lang, year=not same)}"


def _whole(first: dt.date, last: dt.date, lang: str) -> str:
    """Words of a period of whole years, or of one month; empty for any other."""
    if first.day != 1 or (last + dt.timedelta(days=1)).day != 1:
        return ""
    if (first.month, last.month) == (1, 12):
        years = dict.fromkeys([first.year, last.year])
        return _SPAN[lang].join(map(str, years)) + _UNITS[lang][0]
    same = (first.year, first.month) == (last.year, last.month)
    if same and lang == "en":
        return f"{_MONTH_NAMES[first.month - 1]} {first.year}"
    return day_words(f"{first:%Y-%m}", lang) if same else ""
