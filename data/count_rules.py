"""What must hold of a published count: a figure, of a time that does not end before it begins."""

from collections.abc import Callable, Iterator, Mapping

from data.problem import Problem
from data.tables import Table

Tables = Mapping[str, Table]


def _count_says_something_of_a_time(tables: Tables) -> Iterator[Problem]:
    for row in tables["counts"].rows:
        first, last = row.values["first"], row.values["last"]
        if row.cells.get("occasions") == row.cells.get("missiles") == "":
            yield row.problem("missiles", "a number here or in occasions")
        if first and last and first > last:
            yield row.problem("last", f"{first} or later, which is first")


COUNT_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (_count_says_something_of_a_time,)
