"""What is wrong with the record, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One thing wrong in one table.

    `row` is the line of the file as an editor counts it, from 1 for the header; `column` is
    `(file)`, `(header)` or `(row)` where no single column is to blame; `expected` says what would
    be right.
    """

    file: str
    row: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        """One line: `file:row: column: 'value' - expected ...`."""
        value = self.value if len(self.value) <= _SHOWN else f"{self.value[:_SHOWN]}..."
        # The name of an unknown column is text of the file, and may hold control characters.
        column = self.column if self.column.isprintable() else repr(self.column)
        return f"{self.file}:{self.row}: {column}: {value!r} - expected {self.expected}"


class RecordError(ValueError):
    """The record cannot be read; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Every problem, one a line."""
        return "\n".join(str(problem) for problem in self.problems)
