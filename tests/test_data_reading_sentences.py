"""Short reports of ours in three languages, in `reading_sentences.txt`, and what is read of them.

Nothing in them happened as they say. A line is the day of publication ("-" where it is not known),
what is to be read, and the text, where a backslash and an n stand for a new line:

    r700@10-13     range of 700 km, put to the launch of that day (a: apogee)
    q700:about     qualifier of the figure, w700:jcs the party that states it
    M10-13         day of a launch that is news, D10-04 of any, F10-13 of one that failed
    n2 t07:10 f69  count, time of the launch and of the flight [s]
    ssunan cSRBM   site and range class

No range or apogee but those may be read.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.model import PARTIES
from data.reading.names import read_names
from data.reading.proposal import ClaimProposal, LaunchProposal
from data.reading.reader import read_report

NAMES = read_names()
LINES = (Path(__file__).parent / "reading_sentences.txt").read_text("utf-8").splitlines()
PARTY = {"jcs": "JCS", "jpn": "Japan MOD", "kcna": "KCNA", "us": "United States"}
QUANTITY = {"r": "range_km", "a": "apogee_km"}
GROUP = 20
"""Lines a test: one test a line would cost more than the reading."""


@dataclass(frozen=True)
class Read:
    """What was read of a text, and the year that its days are written without."""

    launches: tuple[LaunchProposal, ...]
    year: str

    def claims(self, *quantities: str) -> Iterator[tuple[LaunchProposal, ClaimProposal]]:
        """Claims of quantities with their launches."""
        for launch in self.launches:
            for claim in launch.claims:
                if claim.quantity in quantities:
                    yield launch, claim

    def figures(self, value: str) -> list[ClaimProposal]:
        """Ranges and apogees that a number stands for: conversions differ in their last digit."""
        return [c for _, c in self.claims(*QUANTITY.values()) if _is_near(c, float(value))]

    def day(self, written: str) -> str:
        """Day with its year."""
        has_year = written[:4].isdigit() or written.startswith("?")
        return written if has_year else f"{self.year}-{written}"


def _is_near(claim: ClaimProposal, value: float) -> bool:
    return any(
        bound is not None and abs(bound - value) <= max(1.0, 0.01 * value)
        for bound in (claim.low, claim.high)
    )


def _at(read: Read, kind: str, said: str) -> bool:
    value, _, day = said.partition("@")
    return any(
        (launch.date or "").startswith(read.day(day))
        for launch, claim in read.claims(QUANTITY[kind])
        if _is_near(claim, float(value))
    )


def _party(read: Read, said: str) -> bool:
    value, _, party = said.partition(":")
    return any(claim.authority in PARTIES[PARTY[party]] for claim in read.figures(value))


def _mark(read: Read, said: str) -> bool:
    value, _, mark = said.partition(":")
    return any(claim.qualifier == mark for claim in read.figures(value))


def _number(read: Read, quantity: str, said: str) -> bool:
    return any(claim.low == float(said) for _, claim in read.claims(quantity))


CHECKS: dict[str, Callable[[Read, str], bool]] = {
    "r": lambda read, said: _at(read, "r", said),
    "a": lambda read, said: _at(read, "a", said),
    "q": _mark,
    "w": _party,
    "M": lambda read, said: read.day(said) in {x.date for x in read.launches if not x.background},
    "D": lambda read, said: any((x.date or "").startswith(read.day(said)) for x in read.launches),
    "F": lambda read, said: any(
        x.outcome == "failure" and x.date == read.day(said) for x in read.launches
    ),
    "n": lambda read, said: _number(read, "count", said),
    "f": lambda read, said: _number(read, "flight_time_s", said),
    "t": lambda read, said: said in {(c.value or "")[11:16] for _, c in read.claims("launch_time")},
    "s": lambda read, said: any((x.site_id or "").startswith(said) for x in read.launches),
    "c": lambda read, said: said in {x.range_class for x in read.launches},
}


def faults(line: str) -> list[str]:
    """What is not read of a line as it should be, and what is read besides."""
    published, expected, text = (part.strip() for part in line.split(" | ", 2))
    day = None if published == "-" else dt.date.fromisoformat(published)
    text = text.replace("\\n", "\n")
    read = Read(read_report(text, day, NAMES).launches, published[:4])
    tokens = expected.split()
    values = [float(each[1:].partition("@")[0]) for each in tokens if each[0] in QUANTITY]
    invented = [
        f"{claim.quantity} of {claim.low:g} is invented"
        for _, claim in read.claims(*QUANTITY.values())
        if not any(_is_near(claim, value) for value in values)
    ]
    return [each for each in tokens if not CHECKS[each[0]](read, each[1:])] + invented


@pytest.mark.parametrize("first", range(0, len(LINES), GROUP))
def test_short_reports_are_read(first: int) -> None:
    found = {line: missed for line in LINES[first : first + GROUP] if (missed := faults(line))}
    assert not found
