"""What is to be drawn of a launch: which of its missiles share a line, and from whose figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from dashboard.claims.figures import Figure
from dashboard.flights.launch_point import LaunchPoint, launch_point
from dashboard.flights.missile_figures import MissileFigures
from data.model import Launch

ARC_KINDS = ("ballistic", "glide", "rocket artillery")
"""Kinds whose stated range is a distance over the ground in one direction.

Cruise missiles fly patterns, space launches reach orbit, interceptors turn: no arc for those.
"""
BEST, DIFFERING = "best", "all"
ALONE = {"jcs": "JCS", "japan": "Japan MOD", "kcna": "KCNA"}
"""Party whose figures alone are drawn, by the choice of them."""
WHOSE = (BEST, *ALONE, DIFFERING)
"""Whose ranges are drawn, by id: the preferred authority's; one party's and nobody else's; or the
preferred ones with, beside them, those of every state that excludes them. The azimuth is the best
there is, whoever gave it: authorities hardly ever state one."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to draw of missiles of a launch that are told apart by nothing that is shown."""

    launch: Launch
    missiles: tuple[int, ...]

    @property
    def shown(self) -> tuple[object, ...]:
        """What missiles must share for one line to serve them all."""
        raise NotImplementedError

    @property
    def key(self) -> tuple[object, ...]:
        """What two plans, of whatever choice, must share to be drawn as one object."""
        return (self.launch.id, self.missiles, *self.shown)


@dataclass(frozen=True, slots=True)
class Arc(Planned):
    """
    A track, and the figures it follows from.

    `figures` are those of the first of its missiles; `differing` marks a range that excludes the
    preferred one.
    """

    point: LaunchPoint
    figures: MissileFigures = field(repr=False, compare=False)
    range_km: Figure
    azimuth_deg: Figure
    failed: bool
    differing: bool

    @property
    def shown(self) -> tuple[object, ...]:
        """Range, azimuth, outcome, and whether it is drawn beside a preferred one."""
        return (self.range_km.shown, self.azimuth_deg.shown, self.failed, self.differing)


@dataclass(frozen=True, slots=True)
class Part(Planned):
    """
    A line for missiles of which only the range or only the azimuth is stated.

    `figure` is that range [km] or azimuth [deg]; `kind` says which: a `ring` or a `ray`. `sea` is
    the one stated for a ring, or None.
    """

    point: LaunchPoint
    kind: str
    figure: Figure
    sea: str | None

    @property
    def shown(self) -> tuple[object, ...]:
        """The figure, and the sea that limits its ring."""
        return (self.kind, self.figure.shown, self.sea)


_Planned = TypeVar("_Planned", bound=Planned)


def planned(missiles: Sequence[MissileFigures], whose: str) -> tuple[list[Arc], list[Part]]:
    """
    Lines to draw of a launch.

    Parameters
    ----------
    missiles
        The figures of each of its missiles.
    whose
        One of `WHOSE`.

    Returns
    -------
    arcs, parts
        Tracks, and what is drawn of missiles of which the range or the azimuth is not stated. Both
        empty for a launch without a site or with neither, and for kinds without an arc.
    """
    launch = missiles[0].launch
    point = launch_point(launch.site)
    if launch.missile.kind not in ARC_KINDS or point is None:
        return [], []
    wanted = wanted_party(whose)
    arcs: list[Arc] = []
    parts: list[Part] = []
    for each in missiles:
        azimuth, distance = each.azimuth_deg, each.range_km(wanted)
        if azimuth and distance:
            beside = each.differing_ranges_km if whose == DIFFERING else ()
            arcs += _arcs(each, point, azimuth, (distance, *beside))
        else:
            # An azimuth is hardly ever the party's own: alone, it would stand under a false name.
            parts += _parts(each, point, azimuth if wanted is None else None, distance)
    return joined(arcs), joined(parts)


def _arcs(
    each: MissileFigures, point: LaunchPoint, azimuth: Figure, ranges: Sequence[Figure]
) -> Iterator[Arc]:
    for place, distance in enumerate(ranges):
        yield Arc(
            each.launch,
            (each.missile,),
            point,
            each,
            distance,
            azimuth,
            each.failed,
            differing=place > 0,
        )


def _parts(
    each: MissileFigures, point: LaunchPoint, azimuth: Figure | None, distance: Figure | None
) -> Iterator[Part]:
    """Ring of a range, or ray of an azimuth; a failure without a range keeps its cross alone."""
    if distance:
        yield Part(each.launch, (each.missile,), point, "ring", distance, each.sea)
    elif azimuth and not each.failed:
        yield Part(each.launch, (each.missile,), point, "ray", azimuth, None)


def joined(several: Iterable[_Planned]) -> list[_Planned]:
    """Join what is shown alike of several missiles, in the order of the first of each."""
    groups: dict[object, _Planned] = {}
    for each in several:
        alike = groups.get(each.shown)
        groups[each.shown] = (
            each if alike is None else replace(alike, missiles=(*alike.missiles, *each.missiles))
        )
    return list(groups.values())


def wanted_party(whose: str) -> str | None:
    """Party whose figures alone are wanted, or None where those of any will do."""
    return None if whose in {BEST, DIFFERING} else ALONE[whose]
