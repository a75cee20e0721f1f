"""What is new about a launch, as rows: their fields, and what each holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from dashboard.export.rows import Statement
from dashboard.export.values import Derived, LaunchId, Length, Text, one_of
from dashboard.selection.view import View
from dashboard.tempo.chronicle import Novelty
from dashboard.tempo.entries import COUNTED_KINDS
from dashboard.tempo.firsts import FACETS, GREATEST
from dashboard.tempo.ordinals import SCOPES
from data.model import Launch

Kinds = Annotated[
    str, one_of(COUNTED_KINDS, "Launches counted: every kind, or ballistic and gliding ones alone.")
]
Least = Annotated[int, Meta(ge=0, description="Least that it can be, by what the record knows.")]
Most = Annotated[int | None, Meta(description="Most that it can be; null where nothing bounds it.")]
Open = Annotated[
    int,
    Meta(
        ge=0,
        description="Launches since then that may be one too: a value or day is unknown, or they "
        "are in doubt.",
    ),
]


@dataclass(frozen=True, kw_only=True)
class OrdinalCount:
    """The how-manyeth a launch is: counted up to it, itself included."""

    within: Annotated[
        str, one_of(SCOPES, "Korean month or year, leader in the North, government in the South.")
    ]
    of: Annotated[str, Meta(description="Month, year, or id in leaderships.csv.")]
    kinds: Kinds
    days_low: Annotated[Least, Meta(description="Days with a launch, at least.")]
    days_high: Most
    launches_low: Annotated[Least, Meta(description="Launches, those of a day by time, at least.")]
    launches_high: Most
    missiles_low: Annotated[Least, Meta(description="Missiles fired by then, at least.")]
    missiles_high: Most


@dataclass(frozen=True, kw_only=True)
class FirstOf:
    """The last launch before with the same type, class, site or platform."""

    facet: Annotated[str, one_of(FACETS, "What is the same.")]
    value: Annotated[str, Meta(description="Id of the value.")]
    last_launch_id: Annotated[Text, Meta(description="Last launch before; null: the first ever.")]
    last_flown_launch_id: Annotated[
        Text, Meta(description="Last launch before that is not known to have failed.")
    ]
    possible: Open


@dataclass(frozen=True, kw_only=True)
class GreatestSince:
    """The last ballistic launch before with a figure as great."""

    quantity: Annotated[str, one_of(GREATEST, "What is compared.")]
    value: Annotated[Length, Meta(description="Greatest figure of the salvo, as shown first.")]
    since_launch_id: Annotated[Text, Meta(description="Last launch as great; null: none before.")]
    possible: Open


@dataclass(frozen=True, kw_only=True)
class PauseBefore:
    """Days since the launch day before."""

    kinds: Kinds
    last_launch_id: Annotated[LaunchId, Meta(description="Last launch of known day before.")]
    days_low: Least
    days_high: Most


@dataclass(frozen=True, kw_only=True)
class Ordinals:
    """What is new about a launch, by the whole record, whatever of it is selected."""

    derived: Derived
    counts: list[OrdinalCount]
    firsts: list[FirstOf]
    greatest: list[GreatestSince]
    pauses: list[PauseBefore]


def ordinals_row(launch: Launch, view: View) -> Ordinals:
    """Everything that is new about a launch."""
    novelty = view.library.chronicle.novelty(launch.id)
    return Ordinals(
        derived=True,
        counts=list(_counts(novelty)),
        firsts=[
            FirstOf(
                facet=each.facet,
                value=each.value,
                last_launch_id=_id(each.last),
                last_flown_launch_id=_id(each.last_flown),
                possible=len(each.possible),
            )
            for each in novelty.firsts
        ],
        greatest=[
            GreatestSince(
                quantity=each.quantity,
                value=round(each.figure.value, 3),
                since_launch_id=_id(each.since),
                possible=len(each.possible),
            )
            for each in novelty.greatest
        ],
        pauses=[
            PauseBefore(
                kinds=each.kinds,
                last_launch_id=each.last.id,
                days_low=each.days.low,
                days_high=each.days.high,
            )
            for each in novelty.pauses
        ],
    )


def _id(launch: Launch | None) -> str | None:
    return launch.id if launch else None


def _counts(novelty: Novelty) -> Iterator[OrdinalCount]:
    for each in novelty.ordinals:
        yield OrdinalCount(
            within=each.scope.name,
            of=each.scope.of,
            kinds=each.kinds,
            days_low=each.days.low,
            days_high=each.days.high,
            launches_low=each.launches.low,
            launches_high=each.launches.high,
            missiles_low=each.missiles.low,
            missiles_high=each.missiles.high,
        )


def ordinal_statements(launch: Launch, view: View) -> Iterator[Statement]:
    """What a table holds of it: days and missiles counted would double it, and stand in JSON."""
    row = ordinals_row(launch, view)
    for count in row.counts:
        yield _statement(
            f"ordinal_{count.within}_{count.kinds}",
            count.of,
            count.launches_low,
            count.launches_high,
        )
    for first in row.firsts:
        yield _statement(f"last_of_{first.facet}", first.last_launch_id)
    for greatest in row.greatest:
        yield _statement(f"last_as_great_{greatest.quantity}", greatest.since_launch_id)
    for pause in row.pauses:
        yield _statement(
            f"days_since_last_{pause.kinds}", pause.last_launch_id, pause.days_low, pause.days_high
        )


def _statement(
    quantity: str, value: str | None, low: int | None = None, high: int | None = None
) -> Statement:
    return Statement(
        statement="derived",
        shape="ordinals",
        quantity=quantity,
        low=low,
        high=high,
        value=value,
    )
