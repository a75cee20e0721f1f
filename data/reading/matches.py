"""Launches of the record that a launch of a text may be."""

from typing import Any

from data.reading.names import RecordNames
from data.reading.proposal import LaunchProposal


def matches(launch: LaunchProposal, names: RecordNames) -> tuple[str, ...]:
    """Ids of the launches of that day; of the type, class and site named where any of them is."""
    if launch.date is None:
        return ()
    rows = [row for row in names.launches if (row["date"] or "").startswith(launch.date)]
    rows = _narrowed(rows, lambda row: launch.missile_id in (None, row["missile_id"]))
    rows = _narrowed(rows, lambda row: _class_fits(launch, names, row))
    rows = _narrowed(rows, lambda row: _kind_fits(launch, names, row))
    rows = _narrowed(rows, lambda row: launch.site_id in (None, row["site_id"]))
    return tuple(row["id"] for row in rows)


def _narrowed(rows: list[dict[str, Any]], fits: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    return [row for row in rows if fits(row)] or rows


def _class_fits(launch: LaunchProposal, names: RecordNames, row: dict[str, Any]) -> bool:
    missile = names.missile_rows.get(row["missile_id"] or "", {})
    return launch.range_class in (None, missile.get("range_class"))


def _kind_fits(launch: LaunchProposal, names: RecordNames, row: dict[str, Any]) -> bool:
    missile = names.missile_rows.get(row["missile_id"] or "", {})
    return launch.kind in (None, missile.get("kind"))
