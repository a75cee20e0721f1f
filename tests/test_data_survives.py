"""Tables that a program opened and saved: taken without any change, or refused, never otherwise.

Sixty ways and more in which spreadsheets, editors and scripts save a table, each with all tables: a
table has to come out with the very values that it had, or to be refused by file, row and column.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.damage import BEFORE, damage
from data.record import TABLES
from data.rules import broken_rules
from data.schema import SCHEMAS
from data.tables import Table, read_tables

Rows = list[list[str]]
Way = Callable[[Rows], bytes]
EVERY = 9
"""Of the launches every ninth is taken, with all rows that speak of it: the tests stay quick."""


def plain(rows: Rows, **dialect: object) -> str:
    """Text of a table as the record has it, or with another dialect."""
    text = io.StringIO(newline="")
    csv.writer(text, **{"lineterminator": "\n"} | dialect).writerows(rows)
    return text.getvalue()


# --------------------------------------------------------------------------------- ways of encoding
def encoded(encoding: str, errors: str = "replace", **dialect: object) -> Way:
    return lambda rows: plain(rows, **dialect).encode(encoding, errors)


def misread(encoding: str, written: str = "utf-8", errors: str = "replace") -> Way:
    """UTF-8, or what was written, opened as another encoding and then saved as UTF-8."""

    def save(rows: Rows) -> bytes:
        return plain(rows).encode(written, "replace").decode(encoding, errors).encode()

    return save


def twice_misread(rows: Rows) -> bytes:
    once = plain(rows).encode().decode("latin-1")
    return once.encode().decode("latin-1").encode()


def text(change: Callable[[str], str]) -> Way:
    """Whole text changed."""
    return lambda rows: change(plain(rows)).encode()


# ------------------------------------------------------------------------------------ ways of cells
def cells(change: Callable[[str], str]) -> Way:
    """Cells changed, but for the header."""

    def save(rows: Rows) -> bytes:
        return plain([rows[0], *([change(cell) for cell in row] for row in rows[1:])]).encode()

    return save


def where(pattern: str, change: Callable[[re.Match[str]], str]) -> Way:
    """Cells changed that a pattern matches as a whole."""
    compiled = re.compile(pattern)

    def one(cell: str) -> str:
        found = compiled.fullmatch(cell)
        return change(found) if found else cell

    return cells(one)


def some(value: str, column: int = -1) -> Way:
    """One cell in each seventh row replaced, in the longest column of text."""

    def save(rows: Rows) -> bytes:
        header, *others = rows
        widest = max(range(len(header)), key=lambda place: sum(len(row[place]) for row in others))
        changed = [list(row) for row in others]
        for row in changed[::7]:
            row[widest if column < 0 else column] = value
        return plain([header, *changed]).encode()

    return save


def table(change: Callable[[Rows], Rows], **dialect: object) -> Way:
    return lambda rows: plain(change(rows), **dialect).encode()


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = r"(\d{4})-(\d\d)-(\d\d)"
MONTH = r"(\d{4})-(\d\d)"


def name_of(month: str) -> str:
    return MONTHS[int(month) - 1]


def serial(found: re.Match[str]) -> str:
    import datetime as dt

    day = dt.date(*(int(part) for part in found.groups()))
    return str((day - dt.date(1899, 12, 30)).days)


def span(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    return f"{last}-{MONTHS[first - 1]}" if first <= 12 else found[0]


NUMBER = r"-?\d+(?:\.\d+)?"
WAYS: dict[str, Way] = {
    "as it is": encoded("utf-8"),
    "utf-8 with a mark": encoded("utf-8-sig"),
    "utf-8 with two marks": lambda rows: b"\xef\xbb\xbf" + plain(rows).encode("utf-8-sig"),
    "utf-16": encoded("utf-16"),
    "utf-16-le": encoded("utf-16-le"),
    "utf-16-be": encoded("utf-16-be"),
    "utf-32": encoded("utf-32"),
    "Korean Excel": encoded("cp949", lineterminator="\r\n"),
    "Japanese Excel": encoded("cp932", lineterminator="\r\n"),
    "Western Excel": encoded("cp1252", lineterminator="\r\n"),
    "Chinese": encoded("gb18030"),
    "Taiwanese": encoded("big5"),
    "Latin-1": encoded("latin-1"),
    "Mac": encoded("mac_roman", lineterminator="\r"),
    "ASCII": encoded("ascii"),
    "Unicode Text of Excel": encoded("utf-16", delimiter="\t", lineterminator="\r\n"),
    "opened as Korean": misread("cp949"),
    "opened as Japanese": misread("cp932"),
    "opened as Western": misread("cp1252"),
    "opened as Latin-1": misread("latin-1"),
    "opened as Chinese": misread("gb18030"),
    "opened as Russian": misread("cp1251"),
    "opened as ASCII": misread("ascii"),
    "Korean opened as Western": misread("latin-1", "cp949"),
    "Japanese opened as Western": misread("latin-1", "cp932"),
    "Korean opened as UTF-8": misread("utf-8", "cp949"),
    "Western then UTF-8": misread("cp1252", "cp1252"),
    "ASCII then UTF-8": misread("ascii", "ascii"),
    "Latin-1 twice": twice_misread,
    "decomposed": text(lambda known: unicodedata.normalize("NFD", known)),
    "CRLF": encoded("utf-8", lineterminator="\r\n"),
    "CR": encoded("utf-8", lineterminator="\r"),
    "no last newline": text(lambda known: known.rstrip("\n")),
    "blank lines": text(lambda known: known.replace("\n", "\n\n")),
    "lines of commas": table(lambda rows: [*rows, *[[""] * len(rows[0])] * 3]),
    "end of file of DOS": text(lambda known: known + "\x1a"),
    "a zero byte": text(lambda known: known + "\0"),
    "semicolons": encoded("utf-8", delimiter=";"),
    "tabs": encoded("utf-8", delimiter="\t"),
    "bars": encoded("utf-8", delimiter="|"),
    "a line that says sep": text(lambda known: f"sep=,\n{known}"),
    "all quoted": encoded("utf-8", quoting=csv.QUOTE_ALL),
    "single quotes": encoded("utf-8", quotechar="'"),
    "backslashes": encoded("utf-8", doublequote=False, escapechar="\\"),
    "no quotes": lambda rows: "".join(f"{','.join(row)}\n" for row in rows).encode(),
    "curly quotes": text(lambda known: re.sub(r'"([^"]*)"', "“\\1”", known)),
    "columns reversed": table(lambda rows: [row[::-1] for row in rows]),
    "rows reversed": table(lambda rows: [rows[0], *rows[:0:-1]]),
    "header twice": table(lambda rows: [rows[0], *rows]),
    "header in capitals": table(lambda rows: [[each.upper() for each in rows[0]], *rows[1:]]),
    "no header": table(lambda rows: rows[1:]),
    "an empty column": table(lambda rows: [[*row, ""] for row in rows]),
    "a numbered column": table(lambda rows: [[str(place), *row] for place, row in enumerate(rows)]),
    "last column lost": table(lambda rows: [row[:-1] for row in rows]),
    "empty ends cut": table(lambda rows: [rows[0], *(_cut(row) for row in rows[1:])]),
    "merge marks": text(lambda known: known.replace("\n", "\n<<<<<<< HEAD\n", 2)),
    "space before": cells(lambda cell: f" {cell}" if cell else cell),
    "space behind": cells(lambda cell: f"{cell} " if cell else cell),
    "two spaces": cells(lambda cell: cell.replace(" ", "  ")),
    "no-break spaces": cells(lambda cell: cell.replace(" ", "\u00a0")),
    "zero width": cells(lambda cell: f"\u200b{cell}" if cell else cell),
    "full-width digits": where(NUMBER, lambda found: _wide(found[0])),
    "line breaks within": cells(lambda cell: cell.replace(" ", "\n", 1)),
    "apostrophes before numbers": where(NUMBER, lambda found: f"'{found[0]}"),
    "American days": where(DAY, lambda found: f"{int(found[2])}/{int(found[3])}/{found[1]}"),
    "American days, short": where(DAY, lambda f: f"{int(f[2])}/{int(f[3])}/{f[1][2:]}"),
    "German days": where(DAY, lambda found: f"{found[3]}.{found[2]}.{found[1]}"),
    "Japanese days": where(DAY, lambda f: f"{f[1]}/{int(f[2])}/{int(f[3])}"),
    "days in Korean": where(DAY, lambda f: f"{f[1]}년 {int(f[2])}월 {int(f[3])}일"),
    "Korean days": where(DAY, lambda found: f"{found[1]}. {int(found[2])}. {int(found[3])}"),
    "days with names": where(DAY, lambda f: f"{f[3]}-{name_of(f[2])}-{f[1][2:]}"),
    "days with midnight": where(DAY, lambda found: f"{found[0]} 00:00:00"),
    "days as serial numbers": where(DAY, serial),
    "months with names": where(MONTH, lambda found: f"{name_of(found[2])}-{found[1][2:]}"),
    "ids as days": where(r"(\d{4}-\d\d)-(\d)", lambda found: f"{found[1]}-0{found[2]}"),
    "ids as American days": where(MONTH + r"-(\d)", lambda f: f"{int(f[2])}/{f[3]}/{f[1]}"),
    "missiles as days": where(r"(\d{1,2})-(\d{1,2})", span),
    "missiles as one number": where(r"\d+(?:;\d+)+", lambda found: found[0].replace(";", "")),
    "times with seconds": where(r"(\d\d:\d\d)", lambda found: f"{found[1]}:00"),
    "times of America": where(r"(\d\d:\d\d)", lambda found: f"{found[1]}:00 AM"),
    "times without a zero": where(r"0(\d:\d\d)", lambda found: found[1]),
    "times without a T": cells(lambda cell: re.sub(r"(\d)T(\d\d:\d\d)", r"\1 \2", cell)),
    "times without an offset": cells(lambda cell: re.sub(r"(:\d\d)(?:Z|\+09:00)\b", r"\1", cell)),
    "thousands": where(r"\d{4,}", lambda found: f"{int(found[0]):,}"),
    "thousands with points": where(r"\d{4,}", lambda f: f"{int(f[0]):,}".replace(",", ".")),
    "thousands with spaces": where(r"\d{4,}", lambda f: f"{int(f[0]):,}".replace(",", " ")),
    "decimal commas": where(r"-?\d+\.\d+", lambda found: found[0].replace(".", ",")),
    "decimal points lost": where(r"\d+\.\d{3,}", lambda found: found[0].replace(".", "")),
    "exponents": where(r"\d{3,}", lambda found: f"{float(found[0]):.2E}"),
    "a zero behind": where(r"\d+\.\d+", lambda found: f"{found[0]}0"),
    "percent": where(NUMBER, lambda found: f"{found[0]}%"),
    "errors of names": some("#NAME?"),
    "errors of references": some("#REF!"),
    "errors of values": some("#VALUE!"),
    "not available": some("#N/A"),
    "too narrow": some("########"),
    "errors of LibreOffice": some("Err:508"),
    "nan": cells(lambda cell: cell or "nan"),
    "None": cells(lambda cell: cell or "None"),
    "NULL": cells(lambda cell: cell or "NULL"),
    "not known": cells(lambda cell: cell or "N/A"),
    "an empty file": lambda _: b"",
    "a workbook": lambda _: b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
    "a web page": lambda _: b"<!doctype html><table><tr><td>id</td></tr></table>",
    "a pointer to the file": lambda _: b"version https://git-lfs.github.com/spec/v1\n",
    "JSON": lambda _: b'[{"id": "1984-04-1"}]',
}


def _cut(row: list[str]) -> list[str]:
    """Row without its empty end."""
    while row and not row[-1]:
        row = row[:-1]
    return row


def _wide(number: str) -> str:
    return number.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})


@pytest.fixture(scope="module")
def known() -> dict[str, Rows]:
    """Part of the record that is a record by itself: some launches, and all that they need."""
    tables = {}
    for schema in SCHEMAS:
        with (TABLES / schema.file).open(encoding="utf-8", newline="") as file:
            tables[schema.name] = list(csv.DictReader(file))
    launches = [
        row
        for place, row in enumerate(tables["launches"])
        if place % EVERY == 0 or row["date"].count("-") < 2
    ]
    kept = {row["id"] for row in launches}
    tables["launches"] = launches
    for name, rows in tables.items():
        if rows and "launch_id" in rows[0]:
            tables[name] = [row for row in rows if row["launch_id"] in kept | {""}]
    tables["renamed"] = [row for row in tables["renamed"] if row["id"] in kept]
    named = {row["source_id"] for rows in tables.values() for row in rows if "source_id" in row}
    named |= {
        entry.split()[0]
        for row in tables["sources"]
        for entry in row["cited_by"].split(";")
        if entry
    }
    tables["sources"] = [row for row in tables["sources"] if row["id"] in named]
    return {
        schema.name: [list(schema.header), *(list(row.values()) for row in tables[schema.name])]
        for schema in SCHEMAS
    }


def values(table: Table) -> list[str]:
    """What the rows of a table hold, in no order."""
    return sorted(repr(sorted(row.values.items(), key=str)) for row in table.rows)


@pytest.fixture(scope="module")
def unchanged(known: dict[str, Rows], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Table]:
    folder = tmp_path_factory.mktemp("unchanged")
    tables = saved(folder, known, WAYS["as it is"])
    assert not [*problems(tables)]
    return tables


def saved(folder: Path, known: dict[str, Rows], way: Way) -> dict[str, Table]:
    for schema in SCHEMAS:
        (folder / schema.file).write_bytes(way(known[schema.name]))
    return read_tables(folder)


def problems(tables: dict[str, Table]) -> Iterator[object]:
    for each in tables.values():
        yield from each.problems
    yield from broken_rules(tables)


@pytest.mark.parametrize("way", WAYS)
def test_a_saved_table_is_taken_without_any_change_or_refused(
    way: str, known: dict[str, Rows], unchanged: dict[str, Table], tmp_path: Path
) -> None:
    tables = saved(tmp_path, known, WAYS[way])
    refused = {problem.file for problem in problems(tables)}  # type: ignore[attr-defined]
    silent = [
        name
        for name, table in tables.items()
        if f"{name}.csv" not in refused and values(table) != values(unchanged[name])
    ]
    assert not silent, silent


TAKEN = {
    "as it is",
    *("utf-8 with a mark", "CRLF", "CR", "no last newline", "blank lines", "all quoted"),
    *("columns reversed", "rows reversed", "a zero behind", "empty ends cut"),
}


def test_ways_are_many_and_those_that_change_nothing_are_taken(
    known: dict[str, Rows], tmp_path: Path
) -> None:
    assert len(WAYS) >= 60
    for way in TAKEN - {"empty ends cut"}:
        assert not [*problems(saved(tmp_path, known, WAYS[way]))], way


DAMAGED = (
    *("諛깆슫", "ë°±ìš´", "逋ｱ鬮ｮ", "¹é¿î", "??", "r?sum?", "\ufffd", "it ?says?"),
    *("#NAME?", "########", "#N/A", "a #REF! b", "Err:508", "4/9/1984", "Apr-84", "2-Mar"),
    *("06:50:00 AM", "6:50", "09.04.1984", "1984. 4. 9", "1984년 4월 9일", "two  spaces"),
    unicodedata.normalize("NFD", "백운"),
)
FINE = (
    *("백운", "白雲(ペグン)", '軍 "北미사일 최대고도 120km', "Is it? Yes: 60 % of 3.5", "résumé"),
    *("약 48㎞-400여㎞", "1984-04-09", "06:50", "row 5", "data[0-2]", "8.4", "40° 30′ N"),
    *("naïve", "#1 of 2", "“Why?” he asked", "元山"),
)


@pytest.mark.parametrize("cell", DAMAGED)
def test_damage_is_seen_and_the_advice_leads_back_to_the_file_before(cell: str) -> None:
    assert (damage(cell) or "").endswith(BEFORE)


@pytest.mark.parametrize("cell", FINE)
def test_text_that_is_as_it_was_written_is_no_damage(cell: str) -> None:
    assert damage(cell) is None
