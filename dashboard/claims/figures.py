"""Which stated figure a flight is drawn from, and how far it can be trusted."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.claims.authorities import MAP_READER, by_authority, party
from dashboard.claims.intervals import compass_sector, half_width, rounding_half_width
from data.impact_place import ImpactPlace, read_impact_place
from data.model import Claim, Launch, Place
from data.quantities import QUANTITIES
from geo.geodesic import direct, inverse
from geo.position import Position

STATED, WORDS, READ_OFF_A_MAP = "stated", "compass words", "read off a published map"
IMPACT_PLACE = "toward the stated impact place"
MAP_READING_ERRORS_DEG = (-8.4, 3.0)
"""How far the bearing read off a map for a salvo's first missile was from the way to its stated
impact place, in the 20 cases where that is seen within 10 degrees: lowest and highest [deg]; the
median is -1.6. Compass words were off by -34 to 57 there, so a reading goes before them."""
MAP_READING_HALF_WIDTH_DEG = 8.0
"""Doubt about a bearing read off a map [deg]: it held in 19 of those 20 cases."""
WIDEST_PLACE_DEG = 22.5
"""Half-width of a compass word [deg]: an impact place seen wider than that gives no azimuth."""
BOUNDS = ("at_least", "at_most")
BOUND_SHARE = 0.10
"""Half-width of a figure given as "at least" or "at most", as a share of it."""
OFFSET_UNITS_KM = (50.0, 10.0, 1.0)
"""What the distance from a place may be rounded to [km]."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to draw from, the interval it may lie in, and the claim it was read from."""

    value: float
    half_width: float
    basis: str
    claim: Claim

    @property
    def shown(self) -> tuple[object, ...]:
        """What two figures must share to be told apart by nothing that is shown of them."""
        claim = self.claim
        return (self.value, self.half_width, self.basis, claim.authority, claim.qualifier)


def claims_for(launch: Launch, quantity: str, missile: int) -> list[Claim]:
    """
    Claims of a quantity for one missile of a salvo, numbered from 1, the preferred first.

    Authority decides first; what an authority says of this missile goes before what the same
    authority says of the whole salvo.
    """
    speaking = [
        claim
        for claim in launch.claims
        if claim.quantity == quantity and (not claim.missiles or missile in claim.missiles)
    ]
    # Sorting keeps the order of equals, so that what is said of this missile stays before.
    return by_authority(sorted(speaking, key=lambda claim: not claim.missiles))


def range_figure(launch: Launch, missile: int, whose: str | None = None) -> Figure | None:
    """
    Range [km] to draw for one missile of a salvo.

    Parameters
    ----------
    launch
        With its claims.
    missile
        Number of the missile, from 1.
    whose
        Party whose figure is wanted; None for the preferred of all.

    Returns
    -------
    figure
        None where none is stated, or not by that party. A figure goes before a mere bound.
    """
    stated = sorted(
        claims_for(launch, "range_km", missile), key=lambda claim: only_bounds(claim, launch)
    )
    if whose is not None:
        stated = [claim for claim in stated if party(claim.authority) == whose]
    return stated_figure(stated[0]) if stated else None


def missiles_spoken_of(launch: Launch) -> int:
    """Missiles of a salvo by its count, or by the highest that a claim numbers, at least one."""
    return launch.count or max((n for claim in launch.claims for n in claim.missiles), default=1)


def only_bounds(claim: Claim, launch: Launch) -> bool:
    """Whether a claim bounds a figure without giving one: "at most", or the span of a salvo."""
    several = len(claim.missiles) or missiles_spoken_of(launch)
    return claim.qualifier in BOUNDS or (claim.low != claim.high and several > 1)


def only_span(claim: Claim, launch: Launch) -> bool:
    """Whether a claim gives no figure of one missile: the span or the bound of a salvo."""
    several = len(claim.missiles) or missiles_spoken_of(launch)
    return several > 1 and only_bounds(claim, launch)


def stated_figure(claim: Claim) -> Figure | None:
    """Middle of a stated figure with the doubt that its wording leaves."""
    if claim.low is None or claim.high is None:
        return None
    middle, doubt = (claim.low + claim.high) / 2, half_width(claim)
    if claim.qualifier in BOUNDS:
        doubt = max(doubt, BOUND_SHARE * middle)
    return Figure(middle, doubt, STATED, claim)


def azimuth_figure(
    launch: Launch, missile: int, places: Mapping[str, Place] | None = None
) -> Figure | None:
    """
    Launch azimuth [deg] to draw for one missile, or None where none is known.

    Best basis first: degrees that an authority states; the way to a stated impact place; a bearing
    read off a map; compass words. A reading within degrees or a place that are wider than it is
    drawn in their place: it agrees, and is the narrower of the two.
    """
    degrees = claims_for(launch, "azimuth_deg", missile)
    stated = _in_degrees(degrees) or _toward_the_impact(
        claims_for(launch, "impact_place", missile), launch, places or {}
    )
    read = _read_off_a_map(degrees)
    if stated and read and _allows(stated, read):
        return read
    return stated or read or _in_words(claims_for(launch, "direction", missile))


def _in_degrees(claims: Iterable[Claim]) -> Figure | None:
    for claim in claims:
        if claim.authority != MAP_READER and claim.low is not None:
            steps_deg = QUANTITIES[claim.quantity].rounding
            return _bearing(claim, STATED, rounding_half_width(claim.low, steps_deg))
    return None


def _read_off_a_map(claims: Iterable[Claim]) -> Figure | None:
    for claim in claims:
        if claim.authority == MAP_READER:
            return _bearing(claim, READ_OFF_A_MAP, MAP_READING_HALF_WIDTH_DEG)
    return None


def _in_words(claims: Iterable[Claim]) -> Figure | None:
    """Azimuth of the first statement that is a single compass word, as wide as the word."""
    for claim in claims:
        if (sector := compass_sector(claim.value or "")) is not None:
            return Figure(sector.azimuth_deg, sector.width_deg / 2, WORDS, claim)
    return None


def _toward_the_impact(
    claims: Iterable[Claim], launch: Launch, places: Mapping[str, Place]
) -> Figure | None:
    """Azimuth from the site to the first impact place that is a point, as wide as it is seen."""
    site = launch.site
    if site is None or site.latitude is None or site.longitude is None:
        return None
    start = Position(site.latitude, site.longitude)
    for claim in claims:
        impact = read_impact_place(claim.value or "", places)
        if impact is None:
            continue
        point, radius_km = impact_point(impact)
        line = inverse(start, point)
        # Seen from within the place, its impact may lie in any direction.
        if line.azimuth_deg is None or radius_km >= line.range_km:
            continue
        seen_deg = math.degrees(math.asin(radius_km / line.range_km))
        if seen_deg <= WIDEST_PLACE_DEG:
            return Figure(line.azimuth_deg, seen_deg, IMPACT_PLACE, claim)
    return None


def stated_impact(
    claims: Iterable[Claim], places: Mapping[str, Place]
) -> tuple[Claim, Position, float] | None:
    """First impact place that is a point, with its claim and the radius it leaves open [km]."""
    for claim in claims:
        impact = read_impact_place(claim.value or "", places)
        if impact is not None:
            return claim, *impact_point(impact)
    return None


def impact_point(impact: ImpactPlace) -> tuple[Position, float]:
    """
    Point that an impact place stands for.

    Returns
    -------
    point
        The place itself, or the end of the stated distance from it in the stated direction.
    radius_km
        How far from it the impact meant may lie: the extent of the place, what the distance is
        rounded to, and half the width of the compass word at that distance [km].
    """
    place = Position(impact.place.latitude, impact.place.longitude)
    sector = compass_sector(impact.direction or "")
    if sector is None:
        return place, impact.place.precision_km
    distance_km = (impact.low_km + impact.high_km) / 2
    # A compass word leaves more open the farther from the place: as wide as its sector is there.
    across_km = distance_km * math.tan(math.radians(sector.width_deg / 2))
    rounding_km = rounding_half_width(impact.low_km, units=OFFSET_UNITS_KM)
    span_km = (impact.high_km - impact.low_km) / 2
    radius_km = max(across_km, rounding_km, span_km, impact.place.precision_km)
    return direct(place, sector.azimuth_deg, distance_km), radius_km


def _allows(stated: Figure, reading: Figure) -> bool:
    """Whether a reading lies within a statement that is wider than it."""
    # The shorter way round the compass.
    apart = abs((reading.value - stated.value + 180) % 360 - 180)
    return apart <= stated.half_width and reading.half_width < stated.half_width


def _bearing(claim: Claim, basis: str, least_half_width: float) -> Figure | None:
    """Middle of the degrees that a claim gives, north as 0 and not as 360."""
    if claim.low is None or claim.high is None:
        return None
    doubt = max((claim.high - claim.low) / 2, least_half_width)
    return Figure((claim.low + claim.high) / 2 % 360, doubt, basis, claim)
