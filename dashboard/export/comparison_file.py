"""CSV of two periods compared: a row for each number, with both periods in their columns."""

import csv
import io

from dashboard.export.csv_file import cell
from dashboard.selection.comparison import Comparison
from dashboard.words.comparison import compared

COLUMNS = (
    *("measure", "value", "a", "b"),
    *("a_first_day", "a_last_day", "b_first_day", "b_last_day", "record_version"),
)


def write(comparison: Comparison) -> bytes:
    """Two periods as a table, with a byte order mark and lines as those of launches have."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    views = comparison.views
    days = [str(day) for view in views for day in view.selection.period]
    version = views[0].atlas.record.version
    for row in compared(views):
        values = (row.measure, row.value, *row.numbers, *days, version)
        writer.writerow(["" if value is None else cell(value) for value in values])
    return text.getvalue().encode("utf-8-sig")
