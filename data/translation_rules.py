"""What must hold of translations: each text once, with the numbers of the English one."""

import re
from collections.abc import Callable, Iterator, Mapping

from data.problem import Problem
from data.tables import Row, Table

Tables = Mapping[str, Table]
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def _translated_once(tables: Tables) -> Iterator[Problem]:
    seen: dict[str, Row] = {}
    for row in tables["translations"].rows:
        text = row.values["text_en"]
        if text and (first := seen.setdefault(text, row)) is not row:
            yield row.problem("text_en", f"a text of its own: line {first.line} has this one")


def _numbers_are_kept(tables: Tables) -> Iterator[Problem]:
    for row in tables["translations"].rows:
        for column in ("text_ko", "text_ja"):
            text = row.values[column]
            lost = _numbers(row.values["text_en"] or "") - _numbers(text or "")
            if text and lost:
                names = ", ".join(f"{each:g}" for each in sorted(lost))
                yield row.problem(column, f"the numbers of text_en: {names} is not there")


def _numbers(text: str) -> set[float]:
    """Numbers of a text; 0 is left out, since `08:00` is written `8時` as well."""
    found = {float(each.replace(",", "")) for each in _NUMBER.findall(text)}
    return found - {0.0}


TRANSLATION_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _translated_once,
    _numbers_are_kept,
)
