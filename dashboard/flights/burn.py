"""How the missile of a flight burnt: as its type does, or for less where it fell far short."""

from dataclasses import replace

from dashboard.claims.figures import Figure
from data.model import BoostPhase, Missile
from geo.trajectory_kind import greatest_range_km

LEAST_KM = {"MRBM": 1000.0, "IRBM": 3000.0, "ICBM": 5500.0}
"""Range from which a class begins, as in `GLOSSARY.md` [km]."""
FAR_SHORT = 0.5
"""Share of it that a flight does not reach that fell far short, however it had been aimed."""


def fell_far_short(missile: Missile, distance: Figure, apogee: Figure) -> bool:
    """Whether a flight was far too slow for the class of its missile: it failed, or was cut off."""
    least = LEAST_KM.get(missile.range_class or "")
    if least is None or min(distance.value, apogee.value) <= 0:
        return False
    return greatest_range_km(distance.value, apogee.value) < FAR_SHORT * least


def burn(missile: Missile, distance: Figure, apogee: Figure) -> BoostPhase | None:
    """Boost phase of a flight; one that fell far short may have burnt its first stage alone."""
    boost = missile.boost
    if boost is None or not fell_far_short(missile, distance, apogee):
        return boost
    return replace(boost, id=f"{boost.id}-short", low_s=boost.low_s / boost.stages)
