"""Launch reports of our own, written out, each with what a person reads out of it.

`tests/reports/*.txt`: a report begins at `@@ id language day-of-publication`; a line `>>` is a
launch that it speaks of: its day (`?` where the text gives none), `bg` if it is only recalled, `n`
missiles, `type`, `site`, `t` times in Korea, `ft` flight times [s], `out`come; `r` a range and `a`
an apogee [km] with `=` exact, `~` about, `>` at least or `<` at most, and who states it (`-`:
nobody).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from data.model import PARTIES
from data.reading.proposal import Reading

REPORTS = Path(__file__).parent / "reports"
MARKS = {"=": "exact", "~": "about", ">": "at_least", "<": "at_most"}
PARTY = {"JCS": "jcs", "Japan MOD": "jpn", "KCNA": "kcna", "United States": "us", "Russia": "ru"}
PARTY_OF = {name: PARTY[party] for party, names in PARTIES.items() for name in names}
_FIGURE = re.compile(
    r"(?P<what>[ra])=(?P<low>[\d.]+)(?:-(?P<high>[\d.]+))?(?P<mark>[=~<>])(?P<who>\w+|-)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of a text: what it is, its bounds, its mark, who states it, of which day."""

    quantity: str
    low: float
    high: float
    mark: str
    who: str
    day: str


@dataclass(slots=True)
class Written:
    """A report and what is true of it; `days` are those of launches that are not only recalled."""

    id: str
    language: str
    published: str
    text: str = ""
    figures: set[Said] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    recalled: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    flight_times: set[float] = field(default_factory=set)
    counts: set[int] = field(default_factory=set)


def written() -> Iterator[Written]:
    """Reports of all languages in the order of their files."""
    for path in sorted(REPORTS.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("@@ ")[1:]:
            yield _written(block)


def _written(block: str) -> Written:
    head, *lines = block.splitlines()
    report = Written(*head.split())
    report.text = "\n".join(line for line in lines if not line.startswith(">>")).strip()
    for line in lines:
        if line.startswith(">> "):
            day, *words = line[3:].split()
            (report.recalled if "bg" in words else report.days).add(day)
            for word in words:
                _add(report, word, day)
    return report


def _add(report: Written, word: str, day: str) -> None:
    if figure := _FIGURE.fullmatch(word):
        low = float(figure["low"])
        quantity = "range_km" if figure["what"] == "r" else "apogee_km"
        high = float(figure["high"] or low)
        report.figures.add(Said(quantity, low, high, MARKS[figure["mark"]], figure["who"], day))
        return
    what, _, value = word.partition("=")
    if what == "t":
        report.times |= set(value.split(","))
    elif what == "ft":
        report.flight_times |= set(map(float, value.split(",")))
    elif what == "n":
        report.counts.add(int(value))


def read_out(reading: Reading) -> Written:
    """The same of a reading."""
    found = Written("", reading.language, reading.published or "")
    for launch in reading.launches:
        day = launch.date or "?"
        (found.recalled if launch.background else found.days).add(day)
        for claim in launch.claims:
            if claim.quantity in {"range_km", "apogee_km"} and claim.low and claim.high:
                who = PARTY_OF.get(claim.authority, "-")
                said = Said(claim.quantity, claim.low, claim.high, claim.qualifier, who, day)
                found.figures.add(said)
            elif claim.quantity == "launch_time" and claim.value:
                found.times.add(claim.value[11:16])
            elif claim.quantity == "flight_time_s" and claim.low:
                found.flight_times.add(claim.low)
            elif claim.quantity == "count" and claim.low:
                found.counts.add(int(claim.low))
    return found
