"""What a table consists of: its columns, and for each what a cell may hold."""

from collections.abc import Callable
from dataclasses import dataclass

from data import cells

Reader = Callable[[str], object]
TYPES: dict[Reader, str] = {
    cells.number: "number",
    cells.precision: "number",
    cells.salvo_count: "integer",
    cells.stages: "integer",
    cells.whole: "integer",
    cells.full_date: "date",
    cells.day: "date",
    cells.utc_time: "datetime",
    cells.names: "texts",
    cells.salvo_members: "integers",
    cells.url: "uri",
}
"""What a cell holds, by what reads it; all else is text."""


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column of a table.

    `parse` returns None for a cell that is not as `expected`; `empty` is what an empty cell
    stands for; `refers_to` names the tables whose ids the column holds; `words` are all that it
    may hold, where it holds one of a few.
    """

    name: str
    expected: str
    parse: Reader
    required: bool = False
    refers_to: tuple[str, ...] = ()
    empty: object = None
    words: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """What a cell holds: `text`, or one of `TYPES`."""
        return TYPES.get(self.parse, "text")


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of one CSV file; `optional` where a file without a single row is fine."""

    name: str
    columns: tuple[Column, ...]
    optional: bool = False

    @property
    def file(self) -> str:
        """Name of the file in the folder of the record."""
        return f"{self.name}.csv"

    @property
    def key(self) -> str | None:
        """Column of the row's own id, which is the first one, where it has one."""
        first = self.columns[0].name
        return first if first in {"id", "old_id"} else None

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)
