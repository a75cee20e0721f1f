"""What must hold of leaderships: days in order, and one of an office at a time."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from data.problem import Problem
from data.tables import Row, Table


def leaderships_in_order(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Say where a row ends before it begins, or reaches past the first day of the next."""
    offices: dict[str, list[Row]] = {}
    for row in tables["leaderships"].rows:
        first, last = row.values["first_day"], row.values["last_day"]
        if first and last and first > last:
            yield row.problem("last_day", f"a day from {first} on, which is first_day")
        elif first and row.values["office"]:
            offices.setdefault(row.values["office"], []).append(row)
    for rows in offices.values():
        rows.sort(key=lambda row: row.values["first_day"])
        for row, later in pairwise(rows):
            last = row.values["last_day"]
            if last is None or last > later.values["first_day"]:
                begins = f"{later.values['first_day']}, on which line {later.line} begins"
                yield row.problem("last_day", f"at the latest {begins}")
