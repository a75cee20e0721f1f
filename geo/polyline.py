"""
Lines as short texts that a browser reads only when it draws them.

The format is Google's encoded polyline: each coordinate less the one before it, in groups of five
bits (https://developers.google.com/maps/documentation/utilities/polylinealgorithm).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_GROUP_BITS, _MOST_GROUPS = 5, 7
_MORE = 1 << _GROUP_BITS
"""Set in every group but the last of a number."""
_FIRST_SIGN = 63


def encoded(lines: Sequence[NDArray[np.float64]], decimals: int) -> list[str]:
    """
    Encode lines.

    Parameters
    ----------
    lines
        Latitude and longitude of the vertices of each [deg].
    decimals
        Decimals of a degree that are kept.

    Returns
    -------
    texts
        One for each line.

    Examples
    --------
    >>> encoded([np.array([(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)])], 5)
    ['_p~iF~ps|U_ulLnnqC_mqNvxq`@']
    """
    if not lines:
        return []
    lengths = np.array([len(line) for line in lines])
    places = np.rint(np.concatenate(lines) * 10**decimals).astype(np.int64)
    steps = np.diff(places, axis=0, prepend=0)
    first = np.cumsum(lengths) - lengths
    steps[first] = places[first]
    # The sign goes last, so that small steps back are as short as small steps forth.
    numbers = ((steps << 1) ^ (steps >> 63)).ravel()
    shifts = _GROUP_BITS * np.arange(_MOST_GROUPS)
    size = 1 + (numbers[:, None] >> shifts[1:] > 0).sum(axis=1)
    group = np.arange(_MOST_GROUPS)
    signs = (numbers[:, None] >> shifts) % _MORE + _MORE * (group < size[:, None] - 1) + _FIRST_SIGN
    text = signs[group < size[:, None]].astype(np.uint8).tobytes().decode("ascii")
    ends = np.cumsum(size)[2 * np.cumsum(lengths) - 1].tolist()
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
