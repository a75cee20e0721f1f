"""How soon reports are read: the reports written out in `tests/reports`, again and again."""

import datetime as dt
import time
from itertools import cycle, islice

from data.reading.names import read_names
from data.reading.reader import read_report
from reading_reports import written

REPORTS = 100


def hundred_reports_s() -> float:
    """Time for a hundred reports, the names of the record read once [s]."""
    names, reports = read_names(), list(written())
    start = time.perf_counter()
    for report in islice(cycle(reports), REPORTS):
        read_report(report.text, dt.date.fromisoformat(report.published), names)
    return time.perf_counter() - start
