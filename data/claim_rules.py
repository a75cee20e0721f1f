"""What must hold of a claim: a figure within reason, or a statement, and nothing made up."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from data import cells
from data.damage import BEFORE
from data.impact_place import OFFSET, is_meant_as_offset, read_offset
from data.korean_day import day_span, korean_date
from data.problem import Problem
from data.quantities import CONVERTED_UNITS, QUANTITIES, Bounds, Scale
from data.tables import Row, Table

Tables = Mapping[str, Table]
DAY = timedelta(days=1)
_THOUSANDS = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
NAGIX_FILLER_DEG = 90
"""Bearing of 86 of the 339 rows of nagix, 77 of them without a distance."""


def _figure_or_statement(tables: Tables) -> Iterator[Problem]:
    """Refuse a figure without its two numbers, a statement without its words, and both at once."""
    for row in tables["claims"].rows:
        quantity = row.values["quantity"]
        if quantity is None:
            continue
        is_figure = QUANTITIES[quantity].is_figure
        for column in ("low", "high", "value"):
            cell, needed = row.cells.get(column), is_figure == (column != "value")
            if needed and cell == "":
                what = "a number (low and high are equal for one figure)" if is_figure else "text"
                yield row.problem(column, f"{what} for {quantity}, not an empty cell")
            elif cell and not needed:
                place = "low and high" if is_figure else "value"
                yield row.problem(column, f"an empty cell: {quantity} stands in {place}")


def _unit_suits_the_quantity(tables: Tables) -> Iterator[Problem]:
    """Want the unit that the source uses, for rounding is to be judged in that unit."""
    for row in tables["claims"].rows:
        quantity, unit = row.values["quantity"], row.values["unit"]
        if quantity is None or row.cells.get("unit") != (unit or ""):
            continue
        units = QUANTITIES[quantity].units
        if units and unit not in units:
            yield row.problem("unit", f"the unit that the source uses, one of: {', '.join(units)}")
        elif unit and not units:
            yield row.problem("unit", f"an empty cell: {quantity} has no unit")


def _figure_is_within_bounds(tables: Tables) -> Iterator[Problem]:
    for row in tables["claims"].rows:
        quantity = QUANTITIES.get(row.values["quantity"])
        if quantity is not None:
            yield from _interval_is_within(quantity.bounds, row, "low", "high")


def _point_is_decimal(tables: Tables) -> Iterator[Problem]:
    """Refuse three decimals but for converted miles and feet: 1.380 was 1,380 or 1380 before."""
    for table, columns in (("claims", ("low", "high")), ("estimates", ("low_km", "high_km"))):
        for row in tables[table].rows:
            converted = row.values.get("unit") in CONVERTED_UNITS
            for column in columns:
                cell = row.cells.get(column, "")
                if not converted and _THOUSANDS.fullmatch(cell):
                    expected = f"at most two decimals, or {cell.replace('.', '')}: {BEFORE}"
                    yield row.problem(column, expected)


def _estimate_is_within_bounds(tables: Tables) -> Iterator[Problem]:
    """Hold what somebody published of a range to what a range can be."""
    for row in tables["estimates"].rows:
        yield from _interval_is_within(QUANTITIES["range_km"].bounds, row, "low_km", "high_km")


def _interval_is_within(
    bounds: Bounds | None, row: Row, least: str, most: str
) -> Iterator[Problem]:
    if bounds is None:
        return
    low, high = row.values[least], row.values[most]
    fitting = True
    for column, figure in ((least, low), (most, high)):
        if figure is not None and not bounds.hold(figure):
            fitting = False
            yield row.problem(column, str(bounds))
    if fitting and low is not None and high is not None and low > high:
        yield row.problem(most, f"at least {low:g}, which is {least}")


def _time_is_about_the_date(tables: Tables) -> Iterator[Problem]:
    """Allow one day of difference: authorities give their own local day, and may be wrong."""
    days = {row.values["id"]: row.values["date"] for row in tables["launches"].rows}
    for row in tables["claims"].rows:
        quantity = QUANTITIES.get(row.values["quantity"])
        if quantity is None or quantity.scale is not Scale.TIME:
            continue
        time = cells.time(row.values["value"] or "")
        if time is None:
            continue  # The reader of the quantity has refused it.
        date = days.get(row.values["launch_id"])
        span = day_span(date or "")
        if span and not span[0] - DAY <= korean_date(time) <= span[1] + DAY:
            yield row.problem("value", f"a time on {date}, give or take a day")


def _statement_can_be_read(tables: Tables) -> Iterator[Problem]:
    """Refuse fillers, and words that are not in the form of their quantity."""
    for row in tables["claims"].rows:
        value, quantity = row.values["value"], QUANTITIES.get(row.values["quantity"])
        if value is None or quantity is None or quantity.is_figure:
            continue
        if quantity.reads(value) is None:
            yield row.problem("value", quantity.expected)


def _offset_is_from_a_known_place(tables: Tables) -> Iterator[Problem]:
    """Refuse a distance from a place that has no coordinates: it would be left off the map."""
    if not tables["places"].whole:
        return
    known = {
        name.casefold()
        for row in tables["places"].rows
        for name in (row.values["name"], *(row.values["aliases"] or ()))
        if name
    }
    for row in tables["claims"].rows:
        if row.values["quantity"] != "impact_place":
            continue
        words = row.values["value"] or ""
        off = read_offset(words)
        if off is None and is_meant_as_offset(words):
            yield row.problem("value", f"{OFFSET}, such as 200 km west of Alsom island")
        elif off is not None and off.base.casefold() not in known:
            yield row.problem("value", f"{OFFSET}, a name of places.csv: {off.base} is not there")


def _missiles_are_within_the_salvo(tables: Tables) -> Iterator[Problem]:
    counts = {row.values["id"]: row.values["count"] for row in tables["launches"].rows}
    for row in tables["claims"].rows:
        missiles, count = row.values["missiles"], counts.get(row.values["launch_id"])
        if missiles and count is not None and missiles[-1] > count:
            yield row.problem("missiles", f"numbers up to {count}, the count of the launch")


def _bearing_is_no_filler(tables: Tables) -> Iterator[Problem]:
    """Refuse the filler of nagix, unless a phrase of the source states the bearing."""
    for row in tables["claims"].rows:
        is_bearing = row.values["authority"] == "nagix" and row.values["quantity"] == "azimuth_deg"
        filled = NAGIX_FILLER_DEG in (row.values["low"], row.values["high"])
        if is_bearing and filled and row.values["phrase"] is None:
            yield row.problem("low", "no row: nagix writes 90 where it knows no bearing")


def _claim_is_made_once(tables: Tables) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], Row] = {}
    for row in tables["claims"].rows:
        complete = len(row.cells) == len(row.values)
        if complete and (first := seen.setdefault(tuple(row.cells.values()), row)) is not row:
            yield row.problem("(row)", f"a claim of its own: line {first.line} is the same")


CLAIM_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _figure_or_statement,
    _unit_suits_the_quantity,
    _figure_is_within_bounds,
    _point_is_decimal,
    _estimate_is_within_bounds,
    _time_is_about_the_date,
    _statement_can_be_read,
    _offset_is_from_a_known_place,
    _missiles_are_within_the_salvo,
    _bearing_is_no_filler,
    _claim_is_made_once,
)
