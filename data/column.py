"""What a table and a column of it are."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column of a table.

    `parse` returns None for a cell that is not as `expected`; `empty` is what an empty cell
    stands for; `refers_to` names the tables whose ids the column holds.
    """

    name: str
    expected: str
    parse: Callable[[str], object]
    required: bool = False
    refers_to: tuple[str, ...] = ()
    empty: object = None


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
    def header(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)
