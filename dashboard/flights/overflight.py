"""What lies below a flight: whose land its track crosses, in whose waters it may have come down."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import shape

from dashboard.asset_files import ASSETS
from dashboard.flights.announced import announced_line
from data.model import Claim, Launch, Place
from data.overflight import Overflight
from data.quantities import QUANTITIES
from geo.zones import EEZ, LAND, TERRITORIAL_SEA, Zone, Zones

LAUNCHING = "North Korea"
JAPAN = "Japan"
OVERFLEW, NEAR_EEZ = "overflew-japan", "near-japan-eez"
REACHES = (OVERFLEW, NEAR_EEZ)
"""What a launch can be filtered by."""
NEAR_SHARE = 0.10
"""Probability from which an impact counts as in or near Japan's waters, where nobody states it."""
INSIDE, OUTSIDE = "Japan's exclusive economic zone", "outside Japan's exclusive economic zone"
JUST_OUTSIDE = "just outside Japan's exclusive economic zone"


@dataclass(frozen=True, slots=True)
class Below:
    """
    What a flight passes over, and where it may have come down.

    `crossed` are the countries whose land the track crosses, the launching one left out; `shares`
    the probability that the impact lies in each zone, where what is missing to 1 lies in none.
    """

    crossed: tuple[str, ...]
    shares: Mapping[Zone, float]

    def share_of(self, country: str) -> float:
        """Probability that the impact lies on a country's land or in its waters."""
        return sum(
            self.shares.get(Zone(country, kind), 0.0) for kind in (LAND, TERRITORIAL_SEA, EEZ)
        )


@cache
def zones() -> Zones:
    """Zones as shipped; how they were made and how far off they are stands beside them."""
    content = json.loads((ASSETS / "zones" / "zones.geojson").read_text(encoding="utf-8"))
    features = [(each["properties"], each["geometry"]) for each in content["features"]]
    # Most impacts are at sea: looked for there first, they are found in half of the time.
    features.sort(key=lambda feature: feature[0]["zone"] != EEZ)
    return Zones({(own["country"], own["zone"]): shape(outline) for own, outline in features})


def below(tracks: NDArray[np.float64], impacts: NDArray[np.float64]) -> list[Below]:
    """
    What lies below each flight.

    Parameters
    ----------
    tracks
        Ground tracks, shape (n, points, 2), latitude before longitude [deg].
    impacts
        Impacts spread by what is in doubt, shape (n, samples, 2).
    """
    shares, crossed = zones().shares(impacts), zones().crossed(tracks)
    return [
        Below(
            tuple(name for name, over in crossed.items() if over[n] and name != LAUNCHING),
            {zone: float(share[n]) for zone, share in shares.items() if share[n] > 0},
        )
        for n in range(len(tracks))
    ]


TRACK, STATEMENT = "track", "statement"
BASES = (TRACK, STATEMENT)
"""What says that a flight passed over a country: its derived track, or somebody's words."""
_NOWHERE: Mapping[str, Place] = {}


def overflights(launch: Launch) -> Iterator[tuple[Claim, Overflight]]:
    """Statements on what a launch passed over."""
    for claim in launch.claims:
        if claim.quantity == "overflight":
            said = QUANTITIES["overflight"].reads(claim.value or "")
            if isinstance(said, Overflight):
                yield claim, said


def stated_countries(said: Overflight, places: Mapping[str, Place]) -> tuple[str, ...]:
    """Countries that a statement names, or whose place it names; other words are left alone."""
    found = []
    for name in said.places:
        place = places.get(name.casefold())
        if place is None:
            found += [name] if name in _countries() else []
            continue
        (zone,) = zones().at([place.latitude], [place.longitude])
        found += [zone.country] if zone else []
    return tuple(dict.fromkeys(found))


def announced_countries(launch: Launch) -> tuple[str, ...]:
    """Countries whose land lies below the line through the danger areas announced of a launch."""
    line = announced_line(launch)
    if line is None:
        return ()
    crossed = zones().crossed(line[np.newaxis])
    return tuple(name for name, over in crossed.items() if over[0] and name != LAUNCHING)


def overflown(
    launch: Launch, known: Sequence[Below], places: Mapping[str, Place] = _NOWHERE
) -> dict[str, tuple[str, ...]]:
    """
    Countries that a launch passed over, each with which of `BASES` say so.

    The path of a space launch that was announced beforehand counts as a statement, but where the
    launch failed: then only words on what it did pass count.
    """
    by_track = {country for each in known for country in each.crossed}
    by_words = {
        country
        for _, said in overflights(launch)
        for country in stated_countries(said, places)
        if country != LAUNCHING
    }
    if launch.outcome != "failure":
        by_words |= set(announced_countries(launch))
    found = {TRACK: by_track, STATEMENT: by_words}
    return {
        country: tuple(basis for basis in BASES if country in found[basis])
        for country in sorted(by_track | by_words)
    }


@cache
def _countries() -> frozenset[str]:
    return frozenset(zone.country for zone in zones().names)


def reaches(
    launch: Launch, known: Sequence[Below], places: Mapping[str, Place] = _NOWHERE
) -> frozenset[str]:
    """Which of `REACHES` are true of a launch, by its flights or by what is stated."""
    # The probability is a guess where an authority that watched the radar has said it.
    stated = {claim.value for claim in launch.claims if claim.quantity == "impact_place"}
    overflew = JAPAN in overflown(launch, known, places)
    near = bool(stated & {INSIDE, JUST_OUTSIDE}) or any(
        each.share_of(JAPAN) >= NEAR_SHARE for each in known
    )
    return frozenset(name for name, true in ((OVERFLEW, overflew), (NEAR_EEZ, near)) if true)


def stated_of_japan(launch: Launch, missiles: Sequence[int]) -> list[Claim]:
    """Statements on whether missiles of a launch came down in Japan's exclusive economic zone."""
    return [
        claim
        for claim in launch.claims
        if claim.quantity == "impact_place"
        and claim.value in {INSIDE, OUTSIDE, JUST_OUTSIDE}
        and (not claim.missiles or not set(missiles).isdisjoint(claim.missiles))
    ]


def differs(claim: Claim, found: Below) -> bool:
    """Whether a statement on Japan's zone is less probable than its opposite."""
    share = found.share_of(JAPAN)
    return share < 0.5 if claim.value == INSIDE else share > 0.5
