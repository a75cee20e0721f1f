"""Which stated figure a flight is drawn from, and how far it can be trusted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.model import Claim, Launch
from geo.compass import Sector, parse_direction
from geo.errors import GeometryError

AUTHORITY_ORDER = (
    "JCS",
    "ROK MND",
    "ROK military",
    "ROK government",
    "South Korea",
    "Japan MOD",
    "Japan Coast Guard",
    "Japan government",
    "USINDOPACOM",
    "USPACOM",
    "USSTRATCOM",
    "US NORTHCOM",
    "NORAD",
    "US DoD",
    "US government",
    "CNS",
    "KCNA",
    "North Korea",
    "DPRK state media",
    "Rodong Sinmun",
    "CSIS",
    "nagix",
)
"""Whose figure is drawn where several are stated: those who track the flight by radar first, the
compilers of the CNS database next, then North Korea's own figures, then the other compilers;
authorities not named here come last."""

STATED, WORDS, READ_OFF_A_MAP = "stated", "compass words", "read off a published map"
MAP_READING_HALF_WIDTH_DEG = 8.0
"""Doubt about a bearing read off a map [deg]: it ran 1.6 to 7.5 low against 10 stated places."""
ABOUT_SHARE = 0.05
"""Least half-width of a figure given as "about", as a share of it."""
BOUND_SHARE = 0.10
"""Half-width of a figure given as "at least" or "at most", as a share of it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to draw from, the interval it may lie in, and the claim it was read from."""

    value: float
    half_width: float
    basis: str
    claim: Claim


def by_authority(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order in which authorities are preferred."""
    last = len(AUTHORITY_ORDER)
    order = {name: place for place, name in enumerate(AUTHORITY_ORDER)}
    return sorted(claims, key=lambda claim: order.get(claim.authority, last))


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
    return by_authority(sorted(speaking, key=lambda claim: not claim.missiles))


def best_claim(launch: Launch, quantity: str, missile: int) -> Claim | None:
    """Preferred claim of a quantity for one missile of a salvo, numbered from 1."""
    return next(iter(claims_for(launch, quantity, missile)), None)


def range_figure(launch: Launch, missile: int) -> Figure | None:
    """Range [km] to draw for one missile of a salvo, or None where none is stated."""
    claim = best_claim(launch, "range_km", missile)
    if claim is None or ((low := claim.low) is None and (low := claim.high) is None):
        return None
    high = claim.high if claim.high is not None else low
    middle = (low + high) / 2
    half_width = max((high - low) / 2, rounding_half_width(middle))
    if claim.qualifier == "about":
        half_width = max(half_width, ABOUT_SHARE * middle)
    elif claim.qualifier != "exact":
        half_width = max(half_width, BOUND_SHARE * middle)
    return Figure(middle, half_width, STATED, claim)


def azimuth_figure(launch: Launch, missile: int) -> Figure | None:
    """
    Launch azimuth [deg] to draw for one missile, or None where none is known.

    Best basis first: degrees that an authority states; compass words; a bearing read off a map.
    A reading that the compass words allow is drawn in their place: it agrees with them, and is
    the narrower of the two.
    """
    degrees = claims_for(launch, "azimuth_deg", missile)
    for claim in degrees:
        if claim.authority != "nagix":
            return _bearing(claim, STATED, rounding_half_width(claim.low, units=(5.0, 1.0)))
    read = _bearing(degrees[0], READ_OFF_A_MAP, MAP_READING_HALF_WIDTH_DEG) if degrees else None
    for claim in claims_for(launch, "direction", missile):
        if (sector := _sector(claim.value)) is not None:
            if read and _allows(sector, read):
                return read
            return Figure(sector.azimuth_deg, sector.width_deg / 2, WORDS, claim)
    return read


def _allows(sector: Sector, reading: Figure) -> bool:
    apart = abs((reading.value - sector.azimuth_deg + 180) % 360 - 180)
    return apart <= sector.width_deg / 2


def _bearing(claim: Claim, basis: str, least_half_width: float) -> Figure:
    """Middle of the degrees that a claim gives, north as 0 and not as 360."""
    half_width = max((claim.high - claim.low) / 2, least_half_width)
    return Figure((claim.low + claim.high) / 2 % 360, half_width, basis, claim)


def _sector(words: str) -> Sector | None:
    try:
        return parse_direction(words)
    except GeometryError:
        return None  # Two directions, a coast or a target: no single azimuth.


def rounding_half_width(
    value: float, units: Sequence[float] = (100.0, 50.0, 10.0, 1.0, 0.1)
) -> float:
    """Half of the coarsest unit that a figure is a multiple of: what its rounding may hide."""
    for unit in units:
        if abs(value / unit - round(value / unit)) < 1e-9:
            return unit / 2
    return units[-1] / 2
