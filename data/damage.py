"""Signs that a program changed the text of a cell when it opened or saved a table.

What is lost is in the file as it was before: each sign says so, since to save the damaged one again
would only keep the loss.
"""

import re
import unicodedata
from collections.abc import Callable

BEFORE = "go back to the file as it was before that"
_ASIAN = ("cp949", "cp932", "gb18030", "big5")
_WESTERN = ("cp1252", "latin-1", "cp1251")
"""What spreadsheets of Korea, Japan, China, the West and Russia take a file without a mark for."""
_FEWEST_MISREAD = 3
"""Asian letters that make a sign: two, as in the Japanese name of Wonsan, may be so by chance."""
_ERROR = re.compile(
    r"#(?:N/A|NAME\?|REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)"
    r"|#{3,}|^Err:[0-9]{3}$"
)
"""What Excel and LibreOffice show in place of what they cannot work out, or have no room for."""
_LOST = re.compile(r"\?\?|\?\w|(?:^|(?<=[\s(\[{“‘\"']))\?")
"""A question mark where no sentence ends: a letter that the encoding of a file had none for."""
_LATIN = re.compile("[\u00a1-\u00ff]{3,}")
"""Signs of Western Europe in a row: Korean or Japanese that was read as Western."""
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
"""Half-width kana, which nobody writes sentences in: UTF-8 that was read as Japanese."""
_QUOTES = re.compile(r"\\\"|[“”]{2}|^'.*\w''\w.*'$")
"""Quotes of a file that another program wrote as its own, or a word processor made curly."""
_TURNED = re.compile(
    r"[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{2}|[0-9]{4})"
    r"|[0-9]{4}/[0-9]{1,2}(?:/[0-9]{1,2})?|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}"
    r"|[0-9]{4}\. ?[0-9]{1,2}\. ?[0-9]{1,2}\.?"
    r"|[0-9]{4}[년年] ?[0-9]{1,2}[월月](?: ?[0-9]{1,2}[일日])?"
    r"|[0-9]{1,2}[월月] ?[0-9]{1,2}[일日]"
    r"|[A-Z][a-z]{2}-[0-9]{2}|[0-9]{1,2}-[A-Z][a-z]{2}(?:-(?:[0-9]{2}|[0-9]{4}))?"
    r"|[0-9]:[0-9]{2}|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? [AP]M|[0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
"""A whole cell that is a day or a time as spreadsheets write them, and never the record."""


_DAY = (
    "a day such as 1984-04-09, a month such as 1984-04, a time such as 06:50, or what else it was "
    "before a spreadsheet made a date of it"
)


def damage(cell: str, *, is_address: bool = False) -> str | None:
    """
    Say what a cell should be, where it shows that it was damaged; None where it does not.

    Parameters
    ----------
    cell
        Its text.
    is_address
        Whether it holds a web address, in which question marks have a meaning.

    Examples
    --------
    >>> damage("#NAME?")
    'text, not the error of a spreadsheet: go back to the file as it was before that'
    >>> damage("about 700 km?"), damage("백운"), damage("https://a.example/?x=1", is_address=True)
    (None, None, None)
    """
    found = next((said for sign, said in _SIGNS if sign(cell)), None)
    if found is None and not is_address and _LOST.search(cell):
        found = "text without ? in place of letters, which a program saved in an encoding without"
        found += " them"
    if found is None and not cell.isascii():
        found = _of_letters(cell)
    return f"{found}: {BEFORE}" if found else None


def _of_letters(cell: str) -> str | None:
    if unicodedata.normalize("NFC", cell) != cell:
        return "letters in one piece (Unicode NFC), where a program took them apart"
    letters = sum(not letter.isascii() for letter in cell)
    encodings = (*_WESTERN, *(_ASIAN if letters >= _FEWEST_MISREAD else ()))
    if _LATIN.search(cell) or _HALF_WIDTH.search(cell) or any(map(_misread(cell), encodings)):
        return "text as it was written, which a program read in another encoding"
    return None


def _misread(cell: str) -> Callable[[str], bool]:
    """Whether bytes of UTF-8 were read in an encoding: put back, they are text again."""

    def through(encoding: str) -> bool:
        try:
            return cell.encode(encoding).decode() != cell
        except UnicodeError:
            return False

    return through


_SIGNS: tuple[tuple[Callable[[str], object], str], ...] = (
    (_ERROR.search, "text, not the error of a spreadsheet"),
    (lambda cell: "\ufffd" in cell, "text without U+FFFD, which stands for what was lost"),
    (_TURNED.fullmatch, _DAY),
    (lambda cell: "  " in cell, "one space between words"),
    (_QUOTES.search, "quotes as they were, which a program escaped or curled"),
)
