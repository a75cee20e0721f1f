"""Round values along an axis."""

import math

_STEPS, _MOST_STEPS = (1, 2, 5, 10), 7
"""First figures of the distance between two values, and how many there are at most."""
_NEARLY = 0.01
"""Share of that distance by which the last may lie beyond the most: a flight that is solved for
1,000 km ends some metres before them."""


def steps(most: float) -> list[float]:
    """
    Round values from 0 to a most one, few enough to be read.

    Examples
    --------
    >>> steps(1090.0), steps(6700.0)[-2:], steps(999.99)[-1]
    ([0.0, 200.0, 400.0, 600.0, 800.0, 1000.0], [5000.0, 6000.0], 1000.0)
    """
    power = 10.0 ** math.floor(math.log10(most / _MOST_STEPS))
    step = next(first * power for first in _STEPS if first * power * _MOST_STEPS >= most)
    return [number * step for number in range(math.floor(most / step + _NEARLY) + 1)]
