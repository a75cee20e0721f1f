"""Reading the CSV files of the record, and what can be wrong with a file as a file."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.column import Column, Schema
from data.damage import BEFORE, damage
from data.problem import Problem
from data.schema import SCHEMAS

_HANGUL = re.compile("[\uac00-\ud7a3]")
_FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_UTF8 = 'UTF-8 text (save the file as "CSV UTF-8")'
_OTHERWISE_SAVED = (
    "UTF-8 text, not another encoding, in which letters may have been lost: "
    f'{BEFORE}, and save that one as "CSV UTF-8"'
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, its cells as written and, by column, what they hold."""

    file: str
    line: int
    cells: dict[str, str]
    values: dict[str, Any]

    def problem(self, column: str, expected: str) -> Problem:
        """Say that this row is wrong in one column."""
        return Problem(self.file, self.line, column, self.cells.get(column, ""), expected)


@dataclass(slots=True)
class Table:
    """
    The rows of one file, and what is wrong with them.

    `whole` is False where rows may be missing from `rows`, so that nobody is told of an unknown
    reference because the file it leads to could not be read.
    """

    schema: Schema
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True

    def report(self, line: int, column: str, value: str, expected: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(self.schema.file, line, column, value, expected))


def read_tables(folder: Path) -> dict[str, Table]:
    """Read every table of a record, by name."""
    return {schema.name: read_table(folder, schema) for schema in SCHEMAS}


def read_table(folder: Path, schema: Schema) -> Table:
    """Read one table; whatever is wrong with it is in its `problems`."""
    table = Table(schema)
    content = _decode(table, folder)
    lines = None if content is None else _split(table, content)
    header = None if lines is None else next(lines, None)
    if lines is None:
        table.whole = False
    elif header is None:
        table.whole = False
        if not table.problems:
            table.report(1, "(header)", "", f"a header row: {','.join(schema.header)}")
    elif len(header[1]) == 1:
        table.whole = False
        expected = f"columns separated by commas: {','.join(schema.header)}"
        table.report(header[0], "(header)", header[1][0], expected)
    else:
        _check_header(table, *header)
        _read_rows(table, header[1], lines)
        if not table.rows and not schema.optional and not table.problems:
            table.report(header[0], "(header)", "", "at least one row after the header")
    return table


def _decode(table: Table, folder: Path) -> str | None:
    """Text of the file, which is UTF-8 with or without a byte order mark."""
    try:
        content = (folder / table.schema.file).read_bytes()
    except FileNotFoundError:
        header = ",".join(table.schema.header)
        table.report(1, "(file)", "no such file", f"a file that begins with {header}")
        return None
    except OSError as error:
        table.report(1, "(file)", error.strerror or str(error), "a file that can be read")
        return None
    for mark, name in _FOREIGN_MARKS:
        if content.startswith(mark):
            table.report(1, "(file)", name, _UTF8)
            return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{content[error.start]:02X}"
        table.report(line, "(file)", f"{byte}, perhaps {_encoding(content)}", _OTHERWISE_SAVED)
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        table.report(line, "(file)", "byte 0x00, perhaps UTF-16 without a mark", _UTF8)
        return None
    return text


def _encoding(content: bytes) -> str:
    """Guess what a file that is not UTF-8 was saved as: CP949 is what Korean Excel writes."""
    if content.count(b"\0") > len(content) // 4:
        return "UTF-16 without a mark"
    try:
        korean = _HANGUL.search(content.decode("cp949"))
    except UnicodeDecodeError:
        korean = None
    return "CP949" if korean else "Latin-1 or Windows-1252"


def _split(table: Table, content: str) -> Iterator[tuple[int, list[str]]]:
    """Cells of each row with the line the row begins in; blank lines are passed over."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        table.whole = False
        table.report(line, "(row)", str(error), 'cells with paired quotes (a quote inside is "")')


def _check_header(table: Table, line: int, names: list[str]) -> None:
    columns = table.schema.header
    for name, times in Counter(names).items():
        if name not in columns:
            table.report(line, name or "(header)", name, f"one of the columns {','.join(columns)}")
        elif times > 1:
            table.report(line, name, name, "each column once in the header")
    for name in columns:
        if name not in names:
            table.report(line, name, "", f"a column {name} in the header, which has none")
    if "id" in columns and names.count("id") != 1:
        table.whole = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A column where the header has it, and the cells seen there that are fine."""

    column: Column
    seen: dict[str, object]


def _read_rows(table: Table, header: list[str], lines: Iterator[tuple[int, list[str]]]) -> None:
    columns = {column.name: column for column in table.schema.columns}
    places = [_Place(columns[name], {}) if name in columns else None for name in header]
    unknown: dict[str, object] = dict.fromkeys(columns)
    for line, cells in lines:
        if cells == header:
            table.report(line, "(row)", "the header again", "a row of its own")
            continue
        row = Row(table.schema.file, line, {}, dict(unknown))
        _read_row(table, row, cells, places)
        table.rows.append(row)


def _read_row(table: Table, row: Row, cells: list[str], places: list[_Place | None]) -> None:
    """Read the cells of a row; of one with too many or too few, keep them as written only."""
    ragged = len(cells) != len(places)
    if ragged:
        expected = f"{len(places)} cells, as in the header"
        table.report(row.line, "(row)", f"{len(cells)} cells", expected)
    for place, cell in zip(places, cells, strict=False):
        if place is None:
            continue
        name = place.column.name
        row.cells[name] = cell
        if cell in place.seen and not ragged:
            row.values[name] = place.seen[cell]
        elif not ragged:
            row.values[name] = _read_cell(table, row, place, cell)


def _read_cell(table: Table, row: Row, place: _Place, cell: str) -> object:
    """Value of a cell; None, and a problem, where the cell does not fit its column."""
    column = place.column
    value, expected = column.empty, column.expected
    if not cell:
        fits, expected = not column.required, f"{expected}, not an empty cell"
    elif not cell.isprintable():
        fits, expected = False, "plain text: no tab, line break, control or invisible character"
    elif cell[0] == " " or cell[-1] == " ":
        fits, expected = False, "no space before or after the text"
    elif damaged := damage(cell, is_address=column.type == "uri"):
        fits, expected = False, damaged
    else:
        value = column.parse(cell)
        fits = value is not None
    if fits:
        place.seen[cell] = value
        return value
    table.problems.append(row.problem(column.name, expected))
    return None
