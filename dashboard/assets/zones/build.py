"""Build the sea zones of five countries from Natural Earth, as packed in npm ``world-atlas``.

Run it as ``python dashboard/assets/zones/build.py PATH``, where PATH is the
unpacked npm package ``world-atlas`` 2.0.2 (the folder that holds
``countries-10m.json``). It writes ``zones.geojson`` beside itself, and prints
how far its limits and median lines are from where they ought to be; the same
package gives the same bytes. What the file holds, and what it does not, is told
in ``README.md``.

Method
------
1. The coast is cut into points about 0.5 km apart, each of one country. Arcs
   that two countries share are land borders and hold no coast.
2. Median lines are the Voronoi edges between points of different countries.
   Their corners are the points of the ellipsoid as far from three coast points
   (by the straight line through the Earth, see `CHORD`), and which three belong
   together is told by the Delaunay triangles of a stereographic map: it keeps
   circles, so the triangles are those of the globe.
3. Limits are the outlines of all geodesic circles round coast points.
4. Coast, land borders, median lines, limits and the edge of the area are laid
   over each other. Each face that they make is of the country whose land it is,
   or whose coast is nearest, so faces share their sides exactly.
5. The lines between zones are simplified (Douglas-Peucker, all in one network,
   so that zones still share their sides), put on the grid of three decimals and
   filled again.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely import make_valid
from shapely.affinity import scale
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import substring

sys.path.insert(0, str(Path(__file__).parents[3]))
from dashboard.assets.base.build import compact, decoded, joined, owners, placed, polygons_of

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Zones = dict[tuple[str, str], BaseGeometry]
"""Shapes by country and kind of zone."""

COUNTRIES = ("North Korea", "South Korea", "Japan", "Russia", "China")
"""Those whose zones are written; every other country is a neighbour only."""

PART_OF = {"Hong Kong": "China", "Macao": "China"}
"""Taiwan is not among them: it is a neighbour of its own, and has no zones here."""

CLOSE = ("North Korea", "South Korea", "Japan")
"""Those whose coast is kept finer."""

KINDS = ("land", "territorial sea", "eez")

AREA = shapely.box(117, 20, 160, 52)
REACH = shapely.box(117 - 6, 20 - 4, 160 + 6, 52 + 4)
"""Holds all coast within 200 nautical miles of the area."""

NAUTICAL_MILE_KM = 1.852
LIMITS_KM = {"territorial sea": 12 * NAUTICAL_MILE_KM, "eez": 200 * NAUTICAL_MILE_KM}
"""United Nations Convention on the Law of the Sea, articles 3 and 57."""

CIRCLE_POINTS = {"territorial sea": 90, "eez": 720}
"""A circle's chords run inside it by 14 m and 4 m."""

COAST_STEP_DEG = 0.005
MOUTH_DEG = 0.001
"""The coast stops this short of a land border, on both sides, for no point is of two countries."""

MEDIAN_STEP_M = 5_000.0
COAST_TOLERANCE_DEG = 0.015
FAR_COAST_TOLERANCE_DEG = 0.025
SEA_TOLERANCE_DEG = 0.008
GRID_DEG = 0.001
MIDDLE_COSINE = float(np.cos(np.radians(36)))

GEOD = Geod(ellps="WGS84")
TO_GLOBE = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
TO_PLANE = Transformer.from_crs("EPSG:4326", "+proj=stere +lat_0=38 +lon_0=138", always_xy=True)
SEMI_AXES_M = np.array([GEOD.a, GEOD.a, GEOD.b])

MEDIAN_WIDTH_KM = 5.0
SAMPLE_STEP_DEG = 0.02

CHORD = "the straight line between two points of the ellipsoid, through the Earth"
"""Up to 370 km a chord is shorter than its geodesic by 52 m at most, and by the same length
within 1 m wherever it lies and points: whichever chord is shorter has the shorter geodesic."""


class Coast(NamedTuple):
    """Points of the coast: longitude and latitude, place in space [m], country."""

    degrees: Floats
    globe: Floats
    country: NDArray[np.str_]

    def where(self, chosen: NDArray[np.bool_]) -> "Coast":
        """Return those points of the coast that are chosen."""
        return Coast(self.degrees[chosen], self.globe[chosen], self.country[chosen])


def on_globe(degrees: Floats) -> Floats:
    """Return points of the ellipsoid in space [m]."""
    x, y = degrees[:, 0], degrees[:, 1]
    return np.column_stack(TO_GLOBE.transform(x, y, np.zeros(len(x))))


def from_globe(points: Floats) -> Floats:
    """Return longitudes and latitudes of points in space."""
    x, y, z = points.T
    x, y, _ = TO_GLOBE.transform(x, y, z, direction="INVERSE")
    return np.column_stack((x, y))


def chord_m(limit_km: float) -> float:
    """Return the chord of a geodesic, on a sphere of the Earth's mean radius [m]."""
    return 2 * 6_371_008.8 * float(np.sin(limit_km / (2 * 6_371.0088)))


def lands_of(countries: dict[str, Any], arcs: list[list[Any]]) -> dict[str, BaseGeometry]:
    """Return the land of each country in reach of the area."""
    lands: dict[str, list[BaseGeometry]] = {}
    for geometry in countries["geometries"]:
        name = geometry["properties"]["name"]
        for rings in polygons_of(geometry):
            shell, *holes = [placed(joined(ring, arcs)) for ring in rings]
            if len(shell) > 3 and shapely.box(*LineString(shell).bounds).intersects(REACH):
                land = make_valid(Polygon(shell, holes), method="structure", keep_collapsed=False)
                lands.setdefault(PART_OF.get(name, name), []).append(land)
    return {name: shapely.union_all(lands[name]) for name in sorted(lands)}


def coast_of(countries: dict[str, Any], arcs: list[list[Any]]) -> Coast:
    """Return the coast in reach of the area as points."""
    sides = {arc: {PART_OF.get(n, n) for n in names} for arc, names in owners(countries).items()}
    borders = [placed(arcs[arc]) for arc, names in sides.items() if len(names) > 1]
    mouths = {point for line in borders for point in (line[0], line[-1])}
    points: dict[tuple[float, float], str] = {}
    for arc, names in sorted(sides.items()):
        line = LineString(placed(arcs[arc]))
        if len(names) == 1 and line.intersects(REACH):
            ends = [point in mouths for point in (line.coords[0], line.coords[-1])]
            for point in cut_short(line, *ends).segmentize(COAST_STEP_DEG).coords:
                points.setdefault((point[0], point[1]), *names)
    degrees = np.array(list(points))
    near = shapely.intersects_xy(REACH, degrees)
    return Coast(degrees[near], on_globe(degrees[near]), np.array(list(points.values()))[near])


def cut_short(line: LineString, start: bool, end: bool) -> LineString:  # noqa: FBT001
    """Return a coast line without the land borders' ends."""
    kept = substring(line, MOUTH_DEG * start, line.length - MOUTH_DEG * end)
    if not isinstance(kept, LineString):
        raise TypeError(f"a coast line of {line.length} deg is no longer than its mouths")
    return kept


def triangles_of(coast: Coast) -> tuple[Numbers, Coast]:
    """Return the Delaunay triangles of a coast, with the far points that enclose it."""
    far = shapely.get_coordinates(REACH.buffer(15).segmentize(2))[:-1]
    degrees = np.vstack((coast.degrees, far))
    country = np.concatenate((coast.country, np.full(len(far), "")))
    plane = np.column_stack(TO_PLANE.transform(*degrees.T))
    found = shapely.delaunay_triangles(shapely.MultiPoint(plane))
    corners = shapely.get_coordinates(found).reshape(-1, 4, 2)[:, :3] @ [1, 1j]
    keys = plane @ [1, 1j]
    order = np.argsort(keys)
    triangles = order[np.searchsorted(keys, corners, sorter=order)]
    return triangles, Coast(degrees, on_globe(degrees), country)


def middles(triangles: Numbers, globe: Floats) -> Floats:
    """Return the points of the ellipsoid as far from each of a triangle's corners, in space.

    They lie on the line through the middle of the corners' circle, square to its plane.
    """
    a, b, c = (globe[triangles[:, corner]] for corner in range(3))
    ab, ac = b - a, c - a
    normal = np.cross(ab, ac)
    inner = squares(ac) * np.cross(normal, ab) + squares(ab) * np.cross(ac, normal)
    start = (a + inner / (2 * squares(normal))) / SEMI_AXES_M
    step = normal * np.sign(np.sum(normal * a, axis=1, keepdims=True)) / SEMI_AXES_M
    step /= np.sqrt(squares(step))
    half = np.sum(step * start, axis=1, keepdims=True)
    along = np.sqrt(np.maximum(half**2 + 1 - squares(start), 0)) - half
    return np.asarray((start + along * step) * SEMI_AXES_M)


def squares(vectors: Floats) -> Floats:
    """Return the squared lengths of vectors, as a column."""
    return np.asarray(np.sum(vectors**2, axis=1, keepdims=True))


def median_lines(triangles: Numbers, corners: Floats, country: NDArray[np.str_]) -> BaseGeometry:
    """Return the Voronoi edges between different countries, one or both of the five."""
    number = np.tile(np.arange(len(triangles)), 3)
    sides = np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]))
    order = np.lexsort(sides.T)
    sides, number = sides[order], number[order]
    twice = np.flatnonzero(np.all(sides[:-1] == sides[1:], axis=1))
    of = country[sides[twice]]
    wanted = twice[(of[:, 0] != of[:, 1]) & np.isin(of, COUNTRIES).any(axis=1) & (of != "").all(1)]
    starts, ends = corners[number[wanted]], corners[number[wanted + 1]]
    lines = []
    for start, end in zip(starts, ends, strict=True):
        parts = int(np.ceil(np.linalg.norm(end - start) / MEDIAN_STEP_M)) + 1
        if parts < 10_000_000 / MEDIAN_STEP_M:
            lines.append(LineString(from_globe(np.linspace(start, end, max(parts, 2)))))
    return shapely.union_all(lines)


def limit_lines(kind: str, triangles: Numbers, corners: Floats, coast: Coast) -> BaseGeometry:
    """Return the outlines of all circles round coast points.

    Only a point with a Voronoi corner beyond the limit has a part in the outline.
    """
    limit = LIMITS_KM[kind]
    radius = np.sqrt(squares(corners - coast.globe[triangles[:, 0]]))[:, 0]
    points = np.unique(triangles[radius > chord_m(limit)])
    points = points[coast.country[points] != ""]
    azimuths = np.linspace(0, 360, CIRCLE_POINTS[kind], endpoint=False)
    x, y = (np.repeat(column, len(azimuths)) for column in coast.degrees[points].T)
    around = np.tile(azimuths, len(points))
    x, y, _ = GEOD.fwd(x, y, around, np.full(len(x), 1000 * limit))
    rings = np.stack((x, y), axis=-1).reshape(len(points), -1, 2)
    # Longitudes run on past 180, as the coast's do.
    rings[..., 0] %= 360
    return shapely.union_all(shapely.polygons(rings)).boundary


def nearest(points: Floats, coast: Coast) -> tuple[Numbers, Floats]:
    """Return the coast point nearest to each point, and its chord [m]."""
    globe = on_globe(points)
    # Near the area's middle the squares below are small, and so is their rounding.
    middle = coast.globe.mean(axis=0)
    goal = coast.globe - middle
    goal2 = squares(goal)[:, 0]
    parts = [np.argmin(goal2 - 2 * part @ goal.T, axis=1) for part in chunks(globe - middle)]
    found = np.concatenate([np.zeros(0, dtype=np.intp), *parts])
    return found, np.sqrt(squares(coast.globe[found] - globe))[:, 0]


def chunks(rows: Floats) -> Iterator[Floats]:
    """Cut rows into parts that fit in memory."""
    for start in range(0, len(rows), 500):
        yield rows[start : start + 500]


def zones_of(lines: BaseGeometry, lands: dict[str, BaseGeometry], coast: Coast) -> Zones:
    """Return the zones made of the faces between lines."""
    faces = shapely.get_parts(shapely.polygonize([lines]))
    points = shapely.get_coordinates(shapely.point_on_surface(faces))
    found, chord = nearest(points, coast)
    country = coast.country[found].astype(object)
    kind = np.full(len(faces), "", dtype=object)
    for name in reversed(LIMITS_KM):
        kind[chord <= chord_m(LIMITS_KM[name])] = name
    for name, land in lands.items():
        shapely.prepare(land)
        on_land = shapely.intersects_xy(land, points)
        country[on_land], kind[on_land] = name, "land"
    wanted = [(country, kind) for kind in KINDS for country in COUNTRIES]
    return {
        zone: shapely.union_all(faces[(country == zone[0]) & (kind == zone[1])]) for zone in wanted
    }


def simplified(zones: Zones) -> BaseGeometry:
    """Return the lines between zones simplified, on the grid, cut where they meet."""
    # Straight sides shall be straight in degrees, so degrees are simplified, made square here.
    squared = {name: scale(zone, MIDDLE_COSINE, 1, origin=(0, 0)) for name, zone in zones.items()}
    network = shapely.union_all([zone.boundary for zone in squared.values()])
    # Merged lines end where three zones meet, and simplifying keeps their ends.
    lines = shapely.get_parts(shapely.line_merge(network))
    fine, coarse = (coast_among(lines, squared, countries) for countries in (CLOSE, COUNTRIES))
    parts = (
        (lines[fine], COAST_TOLERANCE_DEG),
        (lines[coarse & ~fine], FAR_COAST_TOLERANCE_DEG),
        (lines[~coarse & ~fine], SEA_TOLERANCE_DEG),
    )
    simple = [shapely.simplify(MultiLineString(list(part)), by) for part, by in parts]
    back = [scale(part, 1 / MIDDLE_COSINE, 1, origin=(0, 0)) for part in simple]
    return shapely.union_all(back, grid_size=GRID_DEG)


def coast_among(
    lines: NDArray[np.object_], zones: Zones, countries: Sequence[str]
) -> NDArray[np.bool_]:
    """Tell which lines are outlines of the land of some countries."""
    land = shapely.union_all([zones[country, "land"].boundary for country in countries])
    return np.asarray(shapely.covered_by(lines, land))


def refilled(zones: Zones, lines: BaseGeometry) -> Zones:
    """Return zones made of the faces between new lines, each of the zone it has most of."""
    faces = shapely.get_parts(shapely.polygonize([lines]))
    tree = shapely.STRtree(faces)
    of = np.zeros((len(zones) + 1, len(faces)))
    for row, zone in zip(of, zones.values(), strict=False):
        near = tree.query(zone, predicate="intersects")
        row[near] = shapely.area(shapely.intersection(faces[near], zone))
    of[-1] = shapely.area(faces) - of.sum(axis=0)  # of no zone
    result: Zones = {}
    for number, name in enumerate(zones):
        parts = shapely.get_parts(shapely.union_all(faces[np.argmax(of, axis=0) == number]))
        turned: list[Polygon] = [orient(part) for part in parts]
        turned.sort(key=largest_first)
        result[name] = MultiPolygon(turned)
    return result


def largest_first(polygon: Polygon) -> tuple[float, tuple[float, ...]]:
    """Return what puts polygons in order of size."""
    return -polygon.area, polygon.bounds


def errors_km(zones: Zones, coast: Coast) -> Iterator[tuple[str, Floats]]:
    """Measure with geodesics by how much limits and median lines miss their distances."""
    others = coast.where(~np.isin(coast.country, COUNTRIES))
    inner = outline(zones, "land")
    for kind, limit in LIMITS_KM.items():
        missed = [np.zeros(0)]
        for one, other in combinations(COUNTRIES, 2):
            points = samples(zones[one, kind].boundary & zones[other, kind].boundary)
            missed.append(np.abs(coast_km(points, coast, one) - coast_km(points, coast, other)))
        yield f"median lines, {kind}", np.concatenate(missed)
        outer = outline(zones, kind)
        points = samples(outer - inner - AREA.exterior.buffer(GRID_DEG))
        km = coast_km(points, coast)
        # What is about as far from another country is a median line with it.
        km = km[coast_km(points, others) > km + MEDIAN_WIDTH_KM]
        yield f"limit, {kind}", np.abs(km - limit)
        inner = outer


def outline(zones: Zones, kind: str) -> BaseGeometry:
    """Return the outline of all zones of a kind together."""
    return shapely.union_all([zones[country, kind] for country in COUNTRIES]).boundary


def samples(lines: BaseGeometry) -> Floats:
    """Return about a thousand points along lines, corners and others."""
    points = shapely.get_coordinates(shapely.segmentize(lines, SAMPLE_STEP_DEG))
    return points[:: max(1, len(points) // 1000)]


def coast_km(points: Floats, coast: Coast, country: str | None = None) -> Floats:
    """Return the geodesic from each point to the nearest coast, or to that of one country."""
    if country:
        coast = coast.where(coast.country == country)
    found, _ = nearest(points, coast)
    _, _, metres = GEOD.inv(*points.T, *coast.degrees[found].T)
    return np.asarray(metres) / 1000


def feature(zone: tuple[str, str], shape: BaseGeometry) -> dict[str, Any]:
    """Return the GeoJSON feature of a zone."""
    return {
        "type": "Feature",
        "properties": {"country": zone[0], "zone": zone[1]},
        "geometry": {
            "type": "MultiPolygon",
            "coordinates": compact(mapping(shape)["coordinates"]),
        },
    }


def main() -> None:
    """Build the file from the package that the command line names."""
    parser = argparse.ArgumentParser(description="Build the sea zones.")
    parser.add_argument("package", type=Path, help="npm package world-atlas, unpacked")
    package: Path = parser.parse_args().package
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    topology = json.loads((package / "countries-10m.json").read_text("utf-8"))
    countries, arcs = topology["objects"]["countries"], decoded(topology)

    lands, coast = lands_of(countries, arcs), coast_of(countries, arcs)
    triangles, enclosed = triangles_of(coast)
    corners = middles(triangles, enclosed.globe)
    lines = [
        *(land.boundary for land in lands.values()),
        median_lines(triangles, corners, enclosed.country),
        *(limit_lines(kind, triangles, corners, enclosed) for kind in LIMITS_KM),
    ]
    edges = shapely.union_all([*(line & AREA for line in lines), AREA.exterior])
    exact = zones_of(edges, lands, coast)
    zones = refilled(exact, simplified(exact))

    collection = {
        "type": "FeatureCollection",
        "source": f"Natural Earth 4.1.0 (public domain), world-atlas {version}",
        "features": [feature(zone, shape) for zone, shape in zones.items()],
    }
    text = json.dumps(collection, separators=(",", ":")) + "\n"
    path = Path(__file__).parent / "zones.geojson"
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(text) / 1000:.0f} kB")
    for title, measured in (("before simplifying", exact), ("in the file", zones)):
        for line, km in errors_km(measured, coast):
            half, most, worst = np.percentile(km, (50, 95, 100))
            print(f"{title}, {line}: {half:.3f}, {most:.3f}, {worst:.3f} km (50, 95, 100 percent)")


if __name__ == "__main__":
    main()
