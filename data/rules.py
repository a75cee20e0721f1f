"""What must hold between the cells of a row, between rows and between tables.

A rule passes over what is already wrong with a cell, a row or a file, so that one mistake is
reported once. What must hold of a launch is in `launch_rules`, of a claim in `claim_rules`.
"""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches

from data import cells
from data.boost_rules import BOOST_RULES
from data.change_rules import CHANGE_RULES
from data.claim_rules import CLAIM_RULES
from data.correction_rules import CORRECTION_RULES
from data.count_rules import COUNT_RULES
from data.date_rules import DATE_RULES
from data.event_rules import EVENT_RULES
from data.launch_rules import LAUNCH_RULES
from data.leadership_rules import leaderships_in_order
from data.model import CLASSED_KINDS
from data.problem import Problem
from data.schema import RENAMED_TABLES, SCHEMAS
from data.tables import Row, Table
from data.translation_rules import TRANSLATION_RULES

LATITUDES = (33.0, 44.0)
LONGITUDES = (123.0, 132.0)
"""The Korean peninsula and the water around it: no launch was reported from farther away."""

PLACE_LATITUDES = (20.0, 55.0)
PLACE_LONGITUDES = (110.0, 180.0)
"""From the Yellow Sea to the Pacific off Japan: nothing is known to have come down elsewhere."""

Tables = Mapping[str, Table]


def broken_rules(tables: Tables) -> list[Problem]:
    """Everything that breaks a rule, in no particular order."""
    return [problem for rule in RULES for problem in rule(tables)]


def _ids(table: Table) -> list[str]:
    return [row.cells["id"] for row in table.rows if row.cells.get("id")]


def _each_id_once(tables: Tables) -> Iterator[Problem]:
    for table in tables.values():
        column = table.schema.key
        seen: dict[str, int] = {}
        for row in table.rows if column else ():
            id_ = row.cells.get(column or "")
            if id_ and seen.setdefault(id_, row.line) != row.line:
                yield row.problem(column or "", f"an id of its own: line {seen[id_]} has this one")


def _references_lead_somewhere(tables: Tables) -> Iterator[Problem]:
    for schema in SCHEMAS:
        for column in schema.columns:
            targets = [tables[name] for name in column.refers_to]
            if not targets or not all(target.whole for target in targets):
                continue
            known = {each for target in targets for each in _ids(target)}
            for row in tables[schema.name].rows:
                value = row.values[column.name]
                if value is not None and value not in known:
                    yield row.problem(column.name, f"{column.expected}{_nearest(value, known)}")


def _nearest(value: str, known: set[str]) -> str:
    """Name the id that was probably meant; among the dates of launches any would look alike."""
    if value[0].isdigit():
        return ""
    near = get_close_matches(value, sorted(known), n=1, cutoff=0.75)
    return f" (perhaps {near[0]})" if near else ""


def _record_is_described_once(tables: Tables) -> Iterator[Problem]:
    rows = tables["record"].rows
    for row in rows[1:]:
        yield row.problem("(row)", f"one row only: line {rows[0].line} is it")
    for row in rows[:1]:
        version, covers_to = row.values["version"], row.values["covers_to"]
        if version and covers_to and version < covers_to:
            yield row.problem("version", f"{covers_to} or later: covers_to says so")


def _old_id_is_free(tables: Tables) -> Iterator[Problem]:
    """Have an old id lead to what once had it, and to nothing that is called so now."""
    live = {name: set(_ids(tables[name])) for name in RENAMED_TABLES}
    for row in tables["renamed"].rows:
        old_id, id_ = row.values["old_id"], row.values["id"]
        for name, ids in live.items():
            if old_id in ids:
                singular = name.removesuffix("es" if name == "launches" else "s")
                expected = f"an id that no {singular} has now: {name}.csv has this one"
                yield row.problem("old_id", expected)
        if old_id and id_ in live["launches"] and cells.launch_id(old_id) is None:
            yield row.problem("old_id", "an id of a launch: a date and a running number")
        if sum(id_ in ids for ids in live.values()) > 1:
            yield row.problem("id", "an id of one table: several have this one")
        for name in ("sites", "missiles"):
            for line in _lines_named(tables[name], old_id) if id_ in live[name] else ():
                expected = f"an id that is no name of another: line {line} of {name}.csv has it"
                if line != _line_of(tables[name], id_):
                    yield row.problem("old_id", expected)


def _lines_named(table: Table, text: str | None) -> Iterator[int]:
    """Lines of a table whose row has a name or an alias."""
    for row in table.rows:
        names = (row.values.get(column) for column in ("name", "name_en", "name_ko", "name_ja"))
        aliases = row.values["aliases"] or ()
        if text and cells.folded(text) in {
            cells.folded(name) for name in (*names, *aliases) if name
        }:
            yield row.line


def _line_of(table: Table, id_: str | None) -> int | None:
    return next((row.line for row in table.rows if row.values["id"] == id_), None)


def _site_is_in_the_region(tables: Tables) -> Iterator[Problem]:
    for row in tables["sites"].rows:
        latitude, longitude = row.values["latitude"], row.values["longitude"]
        if _between(latitude, LONGITUDES) and _between(longitude, LATITUDES):
            stands = row.cells["longitude"]
            expected = f"{stands}, which stands in longitude: the two look swapped"
            yield row.problem("latitude", expected)
            continue
        if latitude is not None and not _between(latitude, LATITUDES):
            yield row.problem("latitude", _region("north", LATITUDES))
        if longitude is not None and not _between(longitude, LONGITUDES):
            yield row.problem("longitude", _region("east", LONGITUDES))


def _between(value: float | None, bounds: tuple[float, float]) -> bool:
    return value is not None and bounds[0] <= value <= bounds[1]


def _region(side: str, bounds: tuple[float, float]) -> str:
    return f"{bounds[0]:g} to {bounds[1]:g} degrees {side}: the region of Korea"


def _coordinates_come_in_pairs(tables: Tables) -> Iterator[Problem]:
    for row in tables["sites"].rows:
        for column, other in (("latitude", "longitude"), ("longitude", "latitude")):
            if row.cells.get(column) == "" and row.cells.get(other):
                yield row.problem(column, f"a number, since {other} has one (or both empty)")


def _place_is_in_its_part_of_the_world(tables: Tables) -> Iterator[Problem]:
    for row in tables["places"].rows:
        for column, bounds in (("latitude", PLACE_LATITUDES), ("longitude", PLACE_LONGITUDES)):
            value = row.values[column]
            if value is not None and not _between(value, bounds):
                yield row.problem(column, f"{bounds[0]:g} to {bounds[1]:g} degrees: East Asia")


def _citation_names_an_entry(tables: Tables) -> Iterator[Problem]:
    sources = set(_ids(tables["sources"]))
    for row in tables["sources"].rows:
        for entry in row.values["cited_by"] or ():
            source, _, place = entry.partition(" ")
            if source not in sources or not place:
                expected = "the id of a source and the place in it, such as csis row 5"
                yield row.problem("cited_by", f"{expected}, not {entry}")


def _name_means_one_thing(tables: Tables) -> Iterator[Problem]:
    for table, name in (("sites", "name_en"), ("missiles", "name"), ("places", "name")):
        owners: dict[str, Row] = {}
        for row in tables[table].rows:
            own = dict.fromkeys(row.values["aliases"] or (), "aliases")
            if row.values[name]:
                own[row.values[name]] = name
            for word, column in own.items():
                owner = owners.setdefault(cells.folded(word), row)
                if owner.cells.get("id") != row.cells.get("id"):
                    expected = f"names no other row has: {word} is in line {owner.line} already"
                    yield row.problem(column, expected)


def _platform_is_stated_once_and_differs(tables: Tables) -> Iterator[Problem]:
    """Have what a type says already said by the type alone."""
    of_type = {row.values["id"]: row.values["platform"] for row in tables["missiles"].rows}
    types = {row.values["id"]: row.values["missile_id"] for row in tables["launches"].rows}
    seen: dict[str | None, int] = {}
    for row in tables["platforms"].rows:
        launch_id, platform = row.values["launch_id"], row.values["platform"]
        if launch_id and seen.setdefault(launch_id, row.line) != row.line:
            yield row.problem("launch_id", f"one row a launch: line {seen[launch_id]} has this one")
        if platform and platform == of_type.get(types.get(launch_id)):
            yield row.problem("platform", "another platform than that of its type in missiles.csv")


def _range_class_fits_the_kind(tables: Tables) -> Iterator[Problem]:
    for row in tables["missiles"].rows:
        kind, range_class = row.values["kind"], row.values["range_class"]
        if kind in CLASSED_KINDS and row.cells.get("range_class") == "":
            yield row.problem("range_class", f"a class (or unknown) for the kind {kind}")
        elif kind not in (*CLASSED_KINDS, "unknown", None) and range_class is not None:
            yield row.problem("range_class", f"an empty cell: {kind} has no range classes")


RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _each_id_once,
    _references_lead_somewhere,
    _record_is_described_once,
    _old_id_is_free,
    _site_is_in_the_region,
    _coordinates_come_in_pairs,
    _place_is_in_its_part_of_the_world,
    _citation_names_an_entry,
    _name_means_one_thing,
    _platform_is_stated_once_and_differs,
    _range_class_fits_the_kind,
    *LAUNCH_RULES,
    *CLAIM_RULES,
    *BOOST_RULES,
    *CHANGE_RULES,
    *CORRECTION_RULES,
    *COUNT_RULES,
    *DATE_RULES,
    *EVENT_RULES,
    *TRANSLATION_RULES,
    leaderships_in_order,
)
