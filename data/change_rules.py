"""What must hold of the history of the record: it names launches that were, and what can change."""

from collections.abc import Callable, Iterator, Mapping

from data.history import REMOVED, REVISED
from data.problem import Problem
from data.schema import LAUNCHES, SCHEMAS
from data.tables import Table

Tables = Mapping[str, Table]
_COLUMNS = frozenset(LAUNCHES.header) - {"id"}
_TABLES = frozenset(schema.name for schema in SCHEMAS) - {"record", "changes", "launches"}


def _launch_is_or_was_there(tables: Tables) -> Iterator[Problem]:
    launches = tables["launches"]
    if not launches.whole:
        return
    there = {row.cells.get("id") for row in launches.rows}
    once = {row.cells.get("old_id") for row in tables["renamed"].rows}
    for row in tables["changes"].rows:
        id_, change = row.values["launch_id"], row.values["change"]
        if id_ and change == REMOVED and id_ in there:
            yield row.problem("launch_id", "a launch that is gone: launches.csv has this one")
        elif id_ and change not in {None, REMOVED} and id_ not in there | once:
            yield row.problem("launch_id", "an id in launches.csv, or one that renamed.csv has")


def _version_is_of_the_record(tables: Tables) -> Iterator[Problem]:
    """Have the record be of its newest change, which is said of the first row that is too new."""
    newest, covers_to = (
        next((row.values[name] for row in tables["record"].rows), None)
        for name in ("version", "covers_to")
    )
    for row in tables["changes"].rows:
        version = row.values["version"]
        if newest and covers_to and version and version > newest >= covers_to:
            yield row.problem("version", f"a day up to {newest}, the version in record.csv")
            return


def _launch_changes_once_a_version(tables: Tables) -> Iterator[Problem]:
    seen: dict[tuple[str | None, str | None], int] = {}
    for row in tables["changes"].rows:
        key = row.values["version"], row.values["launch_id"]
        if key[0] and seen.setdefault(key, row.line) != row.line:
            yield row.problem("launch_id", f"one row a version: line {seen[key]} has this launch")


def _what_changed_is_named(tables: Tables) -> Iterator[Problem]:
    for row in tables["changes"].rows:
        what, change = row.values["what"] or (), row.values["change"]
        for name in what:
            if name not in _COLUMNS | _TABLES:
                yield row.problem("what", f"columns of launches.csv, or tables, not {name}")
        if change == REVISED and row.cells.get("what") == "":
            yield row.problem("what", "what was revised, not an empty cell")
        elif what and change not in {None, REVISED}:
            yield row.problem("what", f"an empty cell: all of it was {change}")


CHANGE_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _launch_is_or_was_there,
    _version_is_of_the_record,
    _launch_changes_once_a_version,
    _what_changed_is_named,
)
