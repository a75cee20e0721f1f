"""Reading the record: every table, every rule, then the launches with all that is said of them."""

import datetime as dt
from collections import defaultdict
from pathlib import Path
from typing import Any

from data.change import finish
from data.event import Event
from data.history import VersionChange
from data.leadership import Leadership
from data.model import (
    BoostPhase,
    Claim,
    Correction,
    Estimate,
    Exclusion,
    Launch,
    Missile,
    Place,
    Record,
    Site,
    Source,
    StatedPlatform,
)
from data.problem import Problem, RecordError
from data.published_count import PublishedCount
from data.rules import broken_rules
from data.schema import SCHEMAS
from data.tables import Table, read_tables
from data.translation import Translation

TABLES = Path(__file__).parent
"""Folder of the CSV files."""


def read_record(folder: Path = TABLES) -> Record:
    """
    Read the record of launches from its CSV files.

    Parameters
    ----------
    folder
        Where `launches.csv`, `claims.csv` and the other tables are.

    Returns
    -------
    record
        The launches in order of their date, each with its site, missile, claims and corrections.

    Raises
    ------
    RecordError
        With every problem of every table, in the order of the files and their lines.
    """
    finish(folder)
    tables = read_tables(folder)
    problems = [problem for table in tables.values() for problem in table.problems]
    problems += broken_rules(tables)
    if problems:
        raise RecordError(sorted(problems, key=_place))
    return _assemble(tables)


def _place(problem: Problem) -> tuple[int, int, int]:
    """Order of files, rows and columns, with what concerns a whole file or row first."""
    files = [schema.file for schema in SCHEMAS]
    file = files.index(problem.file)
    header = SCHEMAS[file].header
    column = header.index(problem.column) if problem.column in header else -1
    return file, problem.row, column


def _assemble(tables: dict[str, Table]) -> Record:
    sites = {row["id"]: Site(**row) for row in _values(tables["sites"])}
    sources = {row["id"]: Source(**row) for row in _values(tables["sources"])}
    boosts, boost_phases = _boosts(tables["boost_phases"], sources)
    missiles = {
        row["id"]: Missile(boost=_boost_of(row, boosts), **row)
        for row in _values(tables["missiles"])
    }
    places = {
        row["id"]: Place(source=sources[row.pop("source_id")], **row)
        for row in _values(tables["places"])
    }
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for row in _values(tables["claims"]):
        claims[row["launch_id"]].append(Claim(source=sources[row.pop("source_id")], **row))
    estimates: defaultdict[str, list[Estimate]] = defaultdict(list)
    for row in _values(tables["estimates"]):
        estimate = Estimate(source=sources[row.pop("source_id")], **row)
        estimates[estimate.launch_id].append(estimate)
    platforms = {
        row["launch_id"]: StatedPlatform(source=sources[row.pop("source_id")], **row)
        for row in _values(tables["platforms"])
    }
    corrections: defaultdict[str, list[Correction]] = defaultdict(list)
    for row in _values(tables["corrections"]):
        correction = Correction(source=sources[row.pop("source_id")], **row)
        corrections[correction.launch_id].append(correction)
    launches = [
        Launch(
            site=sites.get(row.pop("site_id")),
            missile=missiles[row.pop("missile_id")],
            claims=tuple(claims[row["id"]]),
            corrections=tuple(corrections[row["id"]]),
            estimates=tuple(estimates[row["id"]]),
            stated_platform=platforms.get(row["id"]),
            **row,
        )
        for row in _values(tables["launches"])
    ]
    exclusions = tuple(
        Exclusion(source=sources[row.pop("source_id")], **row)
        for row in _values(tables["excluded"])
    )
    events = [Event(**row) for row in _values(tables["events"])]
    return Record(
        launches=tuple(sorted(launches, key=_in_time)),
        sites=sites,
        missiles=missiles,
        sources=sources,
        places=places,
        exclusions=exclusions,
        renamed={row["old_id"]: row["id"] for row in _values(tables["renamed"])},
        boost_phases=boost_phases,
        events=tuple(sorted(events, key=lambda event: (event.start, event.id))),
        counts=tuple(PublishedCount(**row) for row in _values(tables["counts"])),
        changes=tuple(VersionChange(**row) for row in _values(tables["changes"])),
        translations={
            row["text_en"]: Translation(**row) for row in _values(tables["translations"])
        },
        leaderships=tuple(
            sorted(
                (_leadership(row) for row in _values(tables["leaderships"])),
                key=lambda one: one.first_day,
            )
        ),
        **_values(tables["record"])[0],
    )


def _leadership(row: dict[str, Any]) -> Leadership:
    """Who held an office, with the days of the cells."""
    first, last = (row.pop(name) for name in ("first_day", "last_day"))
    days = (dt.date.fromisoformat(first), last and dt.date.fromisoformat(last))
    return Leadership(**row, first_day=days[0], last_day=days[1])


def _boosts(
    table: Table, sources: dict[str, Source]
) -> tuple[dict[str, BoostPhase], dict[str, BoostPhase]]:
    """Boost phases by the missile or range class they are for, and by their own ids."""
    of: dict[str, BoostPhase] = {}
    by_id: dict[str, BoostPhase] = {}
    for row in _values(table):
        names = (*row.pop("missiles"), row.pop("range_class"))
        boost = BoostPhase(source=sources[row.pop("source_id")], **row)
        by_id[boost.id] = boost
        of |= {name: boost for name in names if name}
    return of, by_id


def _boost_of(missile: dict[str, Any], boosts: dict[str, BoostPhase]) -> BoostPhase | None:
    """Boost phase of a missile: its own, or that of its class if it flies ballistically."""
    if missile["kind"] != "ballistic":
        return None
    return boosts.get(missile["id"], boosts.get(missile["range_class"]))


def _values(table: Table) -> list[dict[str, Any]]:
    return [dict(row.values) for row in table.rows]


def _in_time(launch: Launch) -> tuple[Any, int]:
    """Order of launches: by date, then by the running number of the id."""
    return launch.first_day, int(launch.id.rpartition("-")[2])
