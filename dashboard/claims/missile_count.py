"""How many missiles a launch had, where no number is settled."""

from data.model import Launch


def least_missiles(launch: Launch) -> int:
    """Number of missiles, or the smallest that a claim on the whole salvo allows, or 1."""
    if launch.count:
        return launch.count
    stated = [
        claim.low
        for claim in launch.claims
        if claim.quantity == "count" and not claim.missiles and claim.low is not None
        if claim.qualifier != "at_most"
    ]
    return int(min(stated, default=1))
