"""Days are bounded by the record, not by the clock of a machine, which may be years off."""

import datetime as dt
import re
from pathlib import Path

import pytest

from data import change
from data.korean_day import today

ROOT = Path(__file__).parents[1]
READERS = {
    "dashboard/assets/map/strip.js": "a number for what is chosen, larger than the one before",
    "dashboard/server/log.py": "the time of an entry",
    "data/change.py": "the name of a change, after the one before",
    "data/korean_day.py": "the day a page is cited or a report is read, none before the record's",
}
"""Files that ask a clock for the time of day, and what for."""
_CLOCK = re.compile(
    r"\b(?:datetime\.now|date\.today|time\.time|time\.localtime|time\.gmtime|utcnow)\("
    r"|\bDate\.now\(|\bnew Date\(\)"
)


def test_whoever_asks_a_clock_for_the_day_is_known():
    found = {
        str(path.relative_to(ROOT))
        for room in ("dashboard", "data", "geo")
        for pattern in ("*.py", "*.js", "*.html")
        for path in (ROOT / room).rglob(pattern)
        if "vendor" not in path.parts and _CLOCK.search(path.read_text(encoding="utf-8"))
    }
    assert found == READERS.keys()


@pytest.fixture
def clock(monkeypatch):
    """Set the clock of this machine."""

    def put(moment):
        class Off(dt.datetime):
            @classmethod
            def now(cls, tz=None):
                return dt.datetime.fromisoformat(moment).astimezone(tz)

        for module in ("data.korean_day", "data.change"):
            monkeypatch.setattr(f"{module}.dt.datetime", Off)

    return put


def test_no_day_of_today_is_before_the_record(clock):
    clock("1970-01-01T00:00Z")
    assert today("2026-11-27") == dt.date(2026, 11, 27)
    clock("2026-11-28T20:00Z")
    assert today("2026-11-27") == dt.date(2026, 11, 28)
    assert today("2026-11-27", dt.timezone(dt.timedelta(hours=9))) == dt.date(2026, 11, 29)


def test_a_change_is_after_the_one_before_though_the_clock_was_set_back(clock, tmp_path):
    table = tmp_path / "x.csv"
    table.write_bytes(b"0")
    clock("2026-11-28T00:00Z")
    change.make(tmp_path, {"x.csv": b"0"}, {"x.csv": b"1"})
    clock("1970-01-01T00:00Z")
    change.make(tmp_path, {"x.csv": b"1"}, {"x.csv": b"2"})
    # Each takes back the last one that was made.
    change.undo(tmp_path)
    assert table.read_bytes() == b"1"
    change.undo(tmp_path)
    assert table.read_bytes() == b"0"
