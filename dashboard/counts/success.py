"""How many launches went well: of all, and of those whose outcome is known."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from data.model import Launch

Z_95 = 1.959963984540054
"""Quantile of the normal distribution that leaves 2.5 % on each side."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Successes among launches, with the interval that holds the share with 95 % confidence."""

    successes: int
    launches: int

    @property
    def share(self) -> float:
        """Share of successes."""
        return self.successes / self.launches

    @property
    def interval(self) -> tuple[float, float]:
        """
        Wilson's score interval: Wilson (1927), JASA 22 (158), 209-212, doi:10.2307/2276774.

        Examples
        --------
        >>> [round(bound, 4) for bound in Rate(8, 10).interval]
        [0.4902, 0.9433]
        """
        square = Z_95**2
        whole = self.launches + square
        middle = (self.successes + square / 2) / whole
        failures = self.launches - self.successes
        half = Z_95 / whole * math.sqrt(self.successes * failures / self.launches + square / 4)
        return max(0.0, middle - half), min(1.0, middle + half)


def rates(launches: Iterable[Launch]) -> tuple[Rate | None, Rate | None]:
    """
    Rates of all launches and of those with a known outcome; None where there are none.

    A launch that succeeded in part is known, and no success.
    """
    outcomes = [launch.outcome for launch in launches]
    known = [outcome for outcome in outcomes if outcome != "unknown"]
    return tuple(  # type: ignore[return-value] # two, as they are made of two
        Rate(each.count("success"), len(each)) if each else None for each in (outcomes, known)
    )
