"""Reports written out: how much of them is read, and how much is invented."""

import datetime as dt
import time
from collections import Counter
from itertools import cycle, islice

import pytest

from data.reading.names import read_names
from data.reading.reader import read_report
from reading_reports import Said, Written, read_out, written

NAMES = read_names()
REPORTS = list(written())
MOST_SECONDS = 5.0
"""For a hundred reports, of the process's own time."""
LEAST = {
    "figures": (0.96, 0.88),
    "who": (0.93, 0.88),
    "marks": (0.95, 0.95),
    "days of figures": (0.95, 0.95),
    "days": (0.95, 0.95),
    "recalled": (0.85, 0.8),
    "times": (0.95, 0.93),
    "flight times": (0.9, 0.9),
    "counts": (0.9, 0.65),
}
"""Precision and recall by field. Some of the reports are written so that they are not read."""


def near(a: Said, b: Said) -> bool:
    """Whether two figures are one: conversions from miles differ in their last digit."""
    close = all(abs(x - y) <= max(1.0, 0.01 * y) for x, y in ((a.low, b.low), (a.high, b.high)))
    return a.quantity == b.quantity and close


def tally(report: Written) -> Counter[tuple[str, str]]:
    """Hits, inventions and misses, by field."""
    said = read_out(read_report(report.text, dt.date.fromisoformat(report.published), NAMES))
    score: Counter[tuple[str, str]] = Counter()
    for true in {(f.quantity, f.low, f.high): f for f in report.figures}.values():
        gold = [f for f in report.figures if near(f, true)]
        mine = [f for f in said.figures if near(f, true)]
        score["figures", "hit" if mine else "missed"] += 1
        if mine:
            compare(score, "who", {f.who for f in gold} - {"-"}, {f.who for f in mine} - {"-"})
            same = bool({f.mark for f in gold} & {f.mark for f in mine})
            compare(score, "marks", {same}, {True})
            days = {f.day for f in gold}
            compare(
                score,
                "days of figures",
                {"?" in days or bool(days & {f.day for f in mine})},
                {True},
            )
    score["figures", "wrong"] += sum(
        not any(near(f, g) for g in report.figures) for f in said.figures
    )
    compare(score, "days", report.days, said.days)
    compare(score, "recalled", report.recalled, said.recalled - {"?"})
    compare(score, "times", report.times, said.times)
    compare(score, "flight times", report.flight_times, said.flight_times)
    compare(score, "counts", report.counts, said.counts)
    return score


def compare(score: Counter[tuple[str, str]], what: str, true: set, mine: set) -> None:
    """Count what two sets share and what only one of them has."""
    score[what, "hit"] += len(true & mine)
    score[what, "wrong"] += len(mine - true)
    score[what, "missed"] += len(true - mine)


SCORES = {report.id: tally(report) for report in REPORTS}


def test_there_are_enough_reports_in_each_language() -> None:
    languages = Counter(report.language for report in REPORTS)
    assert languages["en"] >= 30
    assert min(languages["ko"], languages["ja"]) >= 15
    assert len({report.id for report in REPORTS}) == len(REPORTS)


@pytest.mark.parametrize("what", LEAST)
def test_written_reports_are_read(what: str) -> None:
    score = sum((SCORES[report.id] for report in REPORTS), Counter())
    hit, wrong, missed = (score[what, kind] for kind in ("hit", "wrong", "missed"))
    precision, recall = LEAST[what]
    assert hit / (hit + wrong) >= precision, (what, "precision", hit, wrong)
    assert hit / (hit + missed) >= recall, (what, "recall", hit, missed)


def test_a_hundred_reports_are_read_in_seconds() -> None:
    start = time.process_time()
    for report in islice(cycle(REPORTS), 100):
        read_report(report.text, dt.date.fromisoformat(report.published), NAMES)
    assert time.process_time() - start < MOST_SECONDS
