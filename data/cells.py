"""What one cell may hold: each function reads a cell's text, or returns None if it does not fit.

Empty cells never come here: an empty cell is the unknown.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable

from data.korean_day import day_span

FIRST_YEAR = 1984
"""Year of the first flight test in the CNS North Korea Missile Test Database."""
LAST_YEAR = 2099
"""Days of another century are slips of the pen; closer bounds are those of the record itself
(`date_rules.py`), never the clock of a machine, which may be wrong."""
MOST_STAGES = 4
"""No missile of the record has more."""
MOST_MISSILES = 200
"""More missiles than this in one salvo are taken for a slip of the pen."""
MOST_PRECISION_KM = 500.0
"""A wider doubt about a place is no place at all."""
MOST_WORDS = 25
"""A quotation of this many words is a citation; a longer one is a copy."""
MOST_PHRASE_CHARACTERS = 250
"""The same bound for writing that puts no spaces between words."""

FILLERS = frozenset({"-", "--", "?", "n/a", "na", "nan", "nil", "none", "null", "tbd", "unknown"})
"""Words that stand for nothing; the record leaves the cell empty instead."""

_HANGUL = re.compile("[가-힣]")
_FOREIGN_TO_KOREAN = re.compile("[^\\W\\d가-힣]")
_KANA_OR_KANJI = re.compile("[ぁ-ヿ一-鿿]")
_FOREIGN_TO_JAPANESE = re.compile("[^\\W\\d々ぁ-ヿ一-鿿]")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LAUNCH_ID = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}-[1-9][0-9]{0,2}")
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_WHOLE = re.compile(r"[0-9]{1,9}")
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
_URL = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#]\S*)?"
)
_MISSILES = re.compile(r"[1-9][0-9]{0,2}(?:-[1-9][0-9]{0,2})?")


def one_of(words: tuple[str, ...]) -> Callable[[str], str | None]:
    """Make the reader of a cell that holds one word of a vocabulary."""
    known = {word: word for word in words}
    return known.get


def text(cell: str) -> str | None:
    """Read free text, but no word that stands for nothing."""
    return None if cell.casefold() in FILLERS else cell


def quotation(cell: str) -> str | None:
    """Read a phrase that is short enough to be a citation."""
    short = len(cell.split()) <= MOST_WORDS and len(cell) <= MOST_PHRASE_CHARACTERS
    return text(cell) if short else None


def names(cell: str) -> tuple[str, ...] | None:
    """Read names separated by `;`, each of them once."""
    listed = tuple(name.strip() for name in cell.split(";"))
    once = len({folded(name) for name in listed}) == len(listed)
    return listed if once and all(text(name) for name in listed) else None


def folded(name: str) -> str:
    """
    Name as it is compared: full-width and other forms of a letter are one, and so are its cases.

    Examples
    --------
    >>> folded("ＫＮ-23") == folded("kn-23")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def korean(cell: str) -> str | None:
    """Read a name in Hangul."""
    return cell if _HANGUL.search(cell) and not _FOREIGN_TO_KOREAN.search(cell) else None


def japanese(cell: str) -> str | None:
    """Read a name in kana and kanji."""
    return cell if _KANA_OR_KANJI.search(cell) and not _FOREIGN_TO_JAPANESE.search(cell) else None


def slug(cell: str) -> str | None:
    """Read the id of a site, a missile or a source."""
    return cell if _SLUG.fullmatch(cell) else None


def launch_id(cell: str) -> str | None:
    """Read the id of a launch: a date and a running number."""
    return cell if _LAUNCH_ID.fullmatch(cell) else None


def number(cell: str) -> float | None:
    """Read a decimal number written with digits and a point only."""
    return float(cell) if _NUMBER.fullmatch(cell) else None


def precision(cell: str) -> float | None:
    """Read the doubt about a place [km]."""
    value = number(cell)
    return value if value is not None and 0 < value <= MOST_PRECISION_KM else None


def salvo_count(cell: str) -> int | None:
    """Read how many missiles a salvo had."""
    value = int(cell) if _WHOLE.fullmatch(cell) else 0
    return value if 1 <= value <= MOST_MISSILES else None


def whole(cell: str) -> int | None:
    """Read a whole number, which may be 0."""
    return int(cell) if _WHOLE.fullmatch(cell) else None


def stages(cell: str) -> int | None:
    """Read how many stages burn one after the other."""
    value = int(cell) if _WHOLE.fullmatch(cell) else 0
    return value if 1 <= value <= MOST_STAGES else None


def salvo_members(cell: str) -> tuple[int, ...] | None:
    """Read which missiles of a salvo are meant, such as `2`, `2-3` or `1;3`."""
    members: list[int] = []
    for part in cell.split(";"):
        if not _MISSILES.fullmatch(part):
            return None
        first, _, last = part.partition("-")
        span = range(int(first), int(last or first) + 1)
        if not span or span[-1] > MOST_MISSILES or (members and span[0] <= members[-1]):
            return None
        members += span
    return tuple(members)


def date(cell: str) -> str | None:
    """Read a date, or a month or a year, that a launch can have."""
    span = day_span(cell)
    return cell if span and FIRST_YEAR <= span[0].year <= LAST_YEAR else None


def full_date(cell: str) -> str | None:
    """Read a date down to its day."""
    span = day_span(cell)
    return date(cell) if span and span[0] == span[1] else None


def day(cell: str) -> str | None:
    """Read a day of any year."""
    span = day_span(cell)
    return cell if span and span[0] == span[1] else None


def time(cell: str) -> dt.datetime | None:
    """Read a time with its offset from UTC."""
    if not _TIME.fullmatch(cell):
        return None
    try:
        moment = dt.datetime.fromisoformat(cell)
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def utc_time(cell: str) -> dt.datetime | None:
    """Read a time in UTC, which ends in Z."""
    return time(cell) if cell.endswith("Z") else None


def url(cell: str) -> str | None:
    """Read a web address; no other scheme, since the page makes links of them."""
    return cell if _URL.fullmatch(cell) and not set(cell) & set("<>\"'`\\") else None
