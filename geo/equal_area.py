"""Lambert azimuthal equal-area projection, for pictures of a part of the world.

On a picture a few thousand kilometres wide it keeps areas, hardly bends a geodesic and changes the
scale by less than one percent over the peninsula and the East Sea. Source: J. P. Snyder, "Map
projections: a working manual", USGS Professional Paper 1395 (1987), chapter 24; computed by PROJ.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pyproj import Proj

from geo.geodesic import FULL_TURN_DEG

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class EqualArea:
    """
    Plane that touches the ellipsoid of WGS 84 at a place [deg]; x points east and y north there.

    The longitude may pass 180: those of the places that are found are near it.
    """

    latitude: float
    longitude: float

    @cached_property
    def _proj(self) -> Proj:
        return Proj(
            proj="laea",
            lat_0=self.latitude,
            lon_0=self.longitude,
            ellps="WGS84",
            units="km",
        )

    def project(self, latitude: ArrayLike, longitude: ArrayLike) -> FloatArray:
        """
        Place points in the plane.

        Parameters
        ----------
        latitude, longitude
            Arrays of one shape (n,) [deg]; longitudes may pass 180.

        Returns
        -------
        points
            Shape (n, 2): x and y [km].
        """
        east, north = np.atleast_1d(longitude), np.atleast_1d(latitude)
        return np.column_stack(self._proj(east, north)).astype(float)

    def locate(self, points: ArrayLike) -> FloatArray:
        """
        Find the places of points of the plane: the inverse of `project`.

        Parameters
        ----------
        points
            Shape (n, 2): x and y [km].

        Returns
        -------
        places
            Shape (n, 2): latitude and longitude [deg], the longitude within 180 degrees of the
            centre's; infinite for points beyond the edge of the world.
        """
        x, y = np.asarray(points, dtype=float).T
        longitude, latitude = self._proj(x, y, inverse=True)
        offset = np.asarray(longitude) - self.longitude
        # Only finite ones can be turned.
        turns = np.round(np.where(np.isfinite(offset), offset, 0.0) / FULL_TURN_DEG)
        return np.column_stack([latitude, longitude - FULL_TURN_DEG * turns])
