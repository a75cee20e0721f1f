"""Build the base map from Natural Earth, as packed in npm ``world-atlas``.

Run it as ``python dashboard/assets/base/build.py PATH``, where PATH is the
unpacked npm package ``world-atlas`` 2.0.2 (the folder that holds
``countries-10m.json``). It writes two files beside itself; the same package
gives the same bytes.

``land.geojson``
    Two MultiPolygons with the property ``group``: ``land``, all land, and
    ``focus``, North Korea, which is drawn over it. `land` goes on under
    `focus`, so that no hairline of sea shows between two fills. The outline
    of `land` is coast and nothing else: it can be stroked.
``borders.geojson``
    Two MultiLineStrings, land borders without coast, with the property
    ``group``: ``focus``, those of North Korea, and ``land``, the others.

Credit: Natural Earth (https://www.naturalearthdata.com), 1:10m Admin 0
countries, version 4.1.0, public domain. The packing as TopoJSON: Mike
Bostock, world-atlas, ISC licence.

Method
------
1. The arcs of the topology are decoded. An arc is shared by the countries on
   both of its sides, so all that follows keeps neighbours together.
2. Each arc is cut where it passes from one band of detail into another (see
   `BANDS`), and each piece is simplified (Douglas-Peucker) and rounded as its
   band says. The ends of a piece stay, so fine and coarse parts meet in the
   same vertex: there is no seam to hide and no clip edge to mistake for coast.
3. Rings are put together from the pieces, unrolled over the antimeridian and
   placed whole in one world around the Pacific: what lies around a longitude
   below `WEST_EDGE_DEG` moves east by 360 degrees. Eurasia runs to 190 E and
   the Americas follow from 192 E to 325 E.
4. Rings that simplifying made invalid are mended, the two halves of what the
   source cuts at 180 are united, islands smaller than the least area of their
   band are left out, and rings wind as RFC 7946 asks.

Known limits
------------
- Longitudes pass 180 on purpose, where RFC 7946 would cut. There is one copy
  of the world, which holds no land west of 29 W or east of 349 E.
- Outside 117-151 E, 28-50 N the land is generalised, and it is for looking at
  only: no distance to a coast may be measured on it. Inside, the source itself
  lies on a grid of 0.0036 by 0.0017 degrees (about 300 by 190 m).
- No land south of `SOUTH_EDGE_DEG` (Antarctica), no lakes, no islets.
- Borders are those Natural Earth draws, by who is in control. They take no side.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from shapely import get_parts, make_valid, set_precision, union_all
from shapely.geometry import LineString, MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import linemerge

Point = tuple[float, float]
"""Longitude and latitude [deg], the order of GeoJSON."""

Line = list[Point]
Json = dict[str, Any]

FOCUS = "North Korea"

WEST_EDGE_DEG = -30.0
SOUTH_EDGE_DEG = -60.0

GRID_DEG = 0.001
"""Every vertex lies on this grid, which is the finest that a band asks for."""

LEASES = {
    "Akrotiri": "Cyprus",
    "Baikonur": "Kazakhstan",
    "Dhekelia": "Cyprus",
    "USNB Guantanamo Bay": "Cuba",
}
"""Leased places that Natural Earth outlines, and whose border is not drawn."""


@dataclass(frozen=True)
class Band:
    """A region and how finely it is drawn."""

    west: float
    south: float
    east: float
    north: float
    tolerance_deg: float
    decimals: int
    least_area_deg2: float

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies in the band's region."""
        longitude, latitude = point
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


BANDS = (
    Band(117, 28, 151, 50, 0.004, 3, 0.0005),
    Band(90, 5, 215, 66, 0.03, 2, 0.004),
    Band(-540, -90, 540, 90, 0.1, 2, 0.03),
)
"""From fine to coarse; the first that holds a point counts.

The fine band reaches to 151 E rather than 150 E, so that its edge does not run
through the island of Urup.
"""


def band_of(point: Point) -> Band:
    """Return the finest band that holds a point."""
    return next(band for band in BANDS if band.holds(point))


def unrolled(points: Iterable[Point]) -> Line:
    """Return points with no jump of longitude at the antimeridian."""
    line: Line = []
    for longitude, latitude in points:
        turns = round((longitude - line[-1][0]) / 360) if line else 0
        line.append((longitude - 360 * turns, latitude))
    return line


def placed(points: Iterable[Point]) -> Line:
    """Return points unrolled and moved as a whole into the Pacific's world."""
    line = unrolled(points)
    longitudes = [longitude for longitude, _ in line]
    middle = (min(longitudes) + max(longitudes)) / 2
    shift = -360 * ((middle - WEST_EDGE_DEG) // 360)
    return [(longitude + shift, latitude) for longitude, latitude in line]


def decoded(topology: Json) -> list[Line]:
    """Return the arcs of a quantised TopoJSON topology, in degrees.

    References
    ----------
    TopoJSON format specification 2.1.3 and 2.1.4,
    https://github.com/topojson/topojson-specification
    """
    step_x, step_y = topology["transform"]["scale"]
    left, bottom = topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        sums = accumulate(deltas, lambda a, b: (a[0] + b[0], a[1] + b[1]))
        arcs.append([(x * step_x + left, y * step_y + bottom) for x, y in sums])
    return arcs


def pieces(line: Line) -> Iterator[tuple[Band, Line]]:
    """Cut a line where it passes from one band into another."""
    band, piece = band_of(line[0]), [line[0]]
    for point in line[1:]:
        piece.append(point)
        if (entered := band_of(point)) is not band:
            yield band, piece
            band, piece = entered, [point]
    if len(piece) > 1:
        yield band, piece


def generalised(arc: Line) -> Line:
    """Return an arc simplified and rounded, each piece as its band says."""
    line: Line = []
    for band, piece in pieces(placed(arc)):
        simple = LineString(piece).simplify(band.tolerance_deg, preserve_topology=False)
        for x, y in simple.coords:
            point = (round(x, band.decimals), round(y, band.decimals))
            # A piece begins where the one before it ended, maybe rounded otherwise.
            if not line or point != line[-1]:
                line.append(point)
    return line


def joined(indices: list[int], arcs: list[Line]) -> Line:
    """Return the line that some arcs make; index ~i is arc i backwards."""
    line: Line = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def polygons_of(geometry: Json) -> list[list[list[int]]]:
    """Return the polygons of a TopoJSON geometry, as rings of arc indices."""
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    if geometry["type"] == "MultiPolygon":
        return list(geometry["arcs"])
    return [polygon for part in geometry["geometries"] for polygon in polygons_of(part)]


def is_large(polygon: Polygon) -> bool:
    """Tell whether a polygon is as large as its band asks."""
    middle = polygon.representative_point()
    return bool(polygon.area >= band_of((middle.x, middle.y)).least_area_deg2)


def area(geometry: Json, arcs: list[Line]) -> MultiPolygon:
    """Return a TopoJSON geometry as valid polygons on the grid, largest first."""
    drawn: list[BaseGeometry] = []
    for rings in polygons_of(geometry):
        shell, *holes = [placed(joined(ring, arcs)) for ring in rings]
        if len(shell) > 3 and max(y for _, y in shell) > SOUTH_EDGE_DEG:
            polygon = Polygon(shell, [hole for hole in holes if len(hole) > 3])
            drawn.append(make_valid(polygon, method="structure", keep_collapsed=False))
    # The source cuts land at 180: the union takes that line out of Chukotka.
    parts = get_parts(set_precision(union_all(drawn), GRID_DEG))
    kept: list[Polygon] = []
    for part in filter(is_large, parts):
        holes = [hole for hole in part.interiors if is_large(Polygon(hole))]
        kept.append(orient(Polygon(part.exterior, holes), 1.0))
    kept.sort(key=lambda polygon: (-polygon.area, polygon.bounds))
    return MultiPolygon(kept)


def owners(countries: Json) -> dict[int, set[str]]:
    """Return, for each arc, the names of the countries that it bounds."""
    bounded: dict[int, set[str]] = defaultdict(set)
    for geometry in countries["geometries"]:
        name = geometry["properties"]["name"]
        for polygon in polygons_of(geometry):
            for index in (index for ring in polygon for index in ring):
                arc = index if index >= 0 else ~index
                bounded[arc].add(LEASES.get(name, name))
    return bounded


def border_lines(lines: Iterable[Line]) -> list[Line]:
    """Return border arcs merged into as few lines as they make."""
    merged = linemerge([LineString(placed(line)) for line in lines if len(line) > 1])
    return sorted(list(line.coords) for line in getattr(merged, "geoms", [merged]))


def feature(group: str, kind: str, coordinates: Any) -> Json:
    """Return a GeoJSON feature of a group."""
    return {
        "type": "Feature",
        "properties": {"group": group},
        "geometry": {"type": kind, "coordinates": compact(coordinates)},
    }


def land_features(objects: Json, arcs: list[Line]) -> list[Json]:
    """Return the features of ``land.geojson``, in drawing order."""
    countries = objects["countries"]["geometries"]
    (focus,) = [c for c in countries if c["properties"]["name"] == FOCUS]
    return [
        feature(group, "MultiPolygon", mapping(area(geometry, arcs))["coordinates"])
        for group, geometry in (("land", objects["land"]), ("focus", focus))
    ]


def border_features(objects: Json, arcs: list[Line]) -> list[Json]:
    """Return the features of ``borders.geojson``, in drawing order."""
    groups: dict[str, list[Line]] = {"land": [], "focus": []}
    for index, names in sorted(owners(objects["countries"]).items()):
        if len(names) > 1:
            groups["focus" if FOCUS in names else "land"].append(arcs[index])
    return [
        feature(group, "MultiLineString", border_lines(lines)) for group, lines in groups.items()
    ]


def compact(coordinates: Any) -> Any:
    """Return nested coordinates as short as they can be written.

    Moving by 360 degrees leaves floats such as 187.89999999999998.
    """
    if isinstance(coordinates, (int, float)):
        number = round(coordinates, 3)
        return int(number) if number == int(number) else number
    return [compact(part) for part in coordinates]


def write(path: Path, version: str, features: list[Json]) -> None:
    """Write a GeoJSON file without needless characters, and say its size."""
    collection = {
        "type": "FeatureCollection",
        "source": f"Natural Earth 4.1.0 (public domain), world-atlas {version}",
        "features": features,
    }
    text = json.dumps(collection, separators=(",", ":")) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(text) / 1000:.0f} kB")


def main() -> None:
    """Build both files from the package that the command line names."""
    parser = argparse.ArgumentParser(description="Build the base map.")
    parser.add_argument("package", type=Path, help="npm package world-atlas, unpacked")
    package: Path = parser.parse_args().package
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    topology = json.loads((package / "countries-10m.json").read_text("utf-8"))
    arcs = [generalised(arc) for arc in decoded(topology)]
    here = Path(__file__).parent
    write(here / "land.geojson", version, land_features(topology["objects"], arcs))
    write(here / "borders.geojson", version, border_features(topology["objects"], arcs))


if __name__ == "__main__":
    main()
