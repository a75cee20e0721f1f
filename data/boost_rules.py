"""What must hold of a boost phase: sensible numbers, and one row at most for each missile."""

from collections.abc import Callable, Iterator, Mapping

from data.problem import Problem
from data.quantities import Bounds
from data.tables import Row, Table

Tables = Mapping[str, Table]
BURN_S = Bounds(1, 600, "the time that a missile burns")
"""No missile burns longer: an intercontinental one takes four to five minutes."""
LIFTOFF_G = Bounds(1, 20, "what lifts a missile and does not break it")
"""Less than 1 g does not lift; an interceptor's 20 is more than any missile of the record has."""


def _numbers_are_within_reason(tables: Tables) -> Iterator[Problem]:
    for row in tables["boost_phases"].rows:
        low, high = row.values["low_s"], row.values["high_s"]
        for column, bounds in (("low_s", BURN_S), ("high_s", BURN_S), ("liftoff_g", LIFTOFF_G)):
            value = row.values[column]
            if value is not None and not bounds.hold(value):
                yield row.problem(column, str(bounds))
        if low is not None and high is not None and low > high:
            yield row.problem("high_s", f"at least {low:g}, which is low_s")


def _missile_has_one_boost_phase(tables: Tables) -> Iterator[Problem]:
    missiles = tables["missiles"]
    known = {row.cells.get("id") for row in missiles.rows}
    owners: dict[str, Row] = {}
    classes: dict[str, Row] = {}
    for row in tables["boost_phases"].rows:
        for missile in row.values["missiles"] or ():
            owner = owners.setdefault(missile, row)
            if missiles.whole and missile not in known:
                yield row.problem("missiles", f"ids in missiles.csv, not {missile}")
            elif owner is not row:
                yield row.problem(
                    "missiles", f"ids of no other row: line {owner.line} has {missile}"
                )
        range_class = row.values["range_class"]
        if range_class and (owner := classes.setdefault(range_class, row)) is not row:
            yield row.problem("range_class", f"a class of no other row: line {owner.line} has it")


BOOST_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _numbers_are_within_reason,
    _missile_has_one_boost_phase,
)
