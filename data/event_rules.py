"""What must hold of an event: its days, its id, its sentences, and that it stands once."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

from data.event import EVENT_PARTIES, PARTIES_EXPECTED
from data.problem import Problem
from data.tables import Row, Table

Tables = Mapping[str, Table]
MOST_DAYS = 120
"""No event of the record lasts longer: the longest exercises take two to three months."""
SENTENCE_ENDS = {"text_en": ".", "text_ko": ".", "text_ja": "。"}
"""How a sentence ends in each language."""
_ANOTHER = re.compile(r"(?<=[^A-Z.])\. |。(?=.)")
"""A full stop with more behind it, but not that of an initial."""


def _id_begins_with_its_day(tables: Tables) -> Iterator[Problem]:
    for row in tables["events"].rows:
        id_, start = row.values["id"], row.values["start"]
        if id_ and start and not id_.startswith(f"{start}-"):
            yield row.problem("id", f"{start}-...: the day it began and what it was")


def _parties_are_known(tables: Tables) -> Iterator[Problem]:
    for row in tables["events"].rows:
        if not set(row.values["parties"] or ()) <= set(EVENT_PARTIES):
            yield row.problem("parties", PARTIES_EXPECTED)


def _end_comes_after_the_start(tables: Tables) -> Iterator[Problem]:
    for row in tables["events"].rows:
        start, end = row.values["start"], row.values["end"]
        if not start or not end:
            continue
        days = (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days
        if days == 0:
            yield row.problem("end", "an empty cell, since it ended on the day it began")
        elif not 0 < days < MOST_DAYS:
            yield row.problem("end", f"a day after {start}, at most {MOST_DAYS} days")


def _event_is_covered(tables: Tables) -> Iterator[Problem]:
    covers_to = next((row.values["covers_to"] for row in tables["record"].rows), None)
    for row in tables["events"].rows:
        start = row.values["start"]
        if covers_to and start and start > covers_to:
            yield row.problem("start", f"a day up to {covers_to}, which record.csv covers")


def _text_is_one_sentence(tables: Tables) -> Iterator[Problem]:
    for row in tables["events"].rows:
        for column, end in SENTENCE_ENDS.items():
            text = row.values[column]
            if text and (not text.endswith(end) or _ANOTHER.search(text)):
                yield row.problem(column, f"one sentence that ends with {end}")


def _event_stands_once(tables: Tables) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Row] = {}
    for row in tables["events"].rows:
        start, text = row.values["start"], row.values["text_en"]
        if start and text and (first := seen.setdefault((start, text), row)) is not row:
            yield row.problem("text_en", f"an event of its own: line {first.line} has this one")


def _report_comes_with_its_words(tables: Tables) -> Iterator[Problem]:
    for row in tables["events"].rows:
        for column, other in (("named_in", "named_as"), ("named_as", "named_in")):
            if row.cells.get(column) == "" and row.cells.get(other):
                yield row.problem(column, f"a cell that is filled, since {other} is")


EVENT_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _id_begins_with_its_day,
    _parties_are_known,
    _end_comes_after_the_start,
    _event_is_covered,
    _text_is_one_sentence,
    _event_stands_once,
    _report_comes_with_its_words,
)
