"""What lies below a flight: whose land its track crosses, in whose waters it may have come down."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import shape

from dashboard.asset_files import ASSETS
from data.model import Claim, Launch
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


def reaches(launch: Launch, known: Sequence[Below]) -> frozenset[str]:
    """Which of `REACHES` are true of a launch, by its flights or by what is stated."""
    # The probability is a guess where an authority that watched the radar has said it.
    stated = {claim.value for claim in launch.claims if claim.quantity == "impact_place"}
    overflew = any(JAPAN in each.crossed for each in known)
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
