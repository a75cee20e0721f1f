"""What a map needs besides its content: a scale and the degrees of its graticule."""

import numpy as np

from dashboard.picture.labels.labels import Labelling, padded
from dashboard.picture.paper.drawing import Part, Path
from dashboard.picture.paper.type_setting import set_line
from dashboard.picture.scene.extent import MapFrame
from dashboard.picture.scene.ground import graticule_step_deg
from dashboard.picture.scene.painting import INK

_BAR_SHARE = 0.16
_MARGIN = 14.0
_DEGREES = "#6f8796"


def scale_bar(frame: MapFrame, labelling: Labelling) -> list[Part]:
    """Scale in kilometres at the lower left of the map, true in its middle."""
    left, _, right, bottom = frame.box
    room_km = _BAR_SHARE * (right - left) * frame.km_per_unit
    power = 10 ** np.floor(np.log10(room_km))
    length_km = next(n * power for n in (5, 3, 2, 1) if n * power <= room_km)
    length = float(length_km / frame.km_per_unit)
    x, y = left + _MARGIN, bottom - _MARGIN
    size = 0.85 * labelling.letter
    half = length / 2
    labelling.room.block((left, y - 2 * size, x + length + 8, bottom))
    bars = [
        Path((_rectangle(x, y - 4, length, 4),), "#ffffff", INK, 0.8, role="scale"),
        Path((_rectangle(x, y - 4, half, 4),), INK, role="scale"),
    ]
    look = {"halo": "#f6f4ee", "halo_width": 2.5, "role": "scale"}
    return [
        *bars,
        set_line("0", (x, y - 8), size, labelling.lang, **look),
        set_line(
            f"{length_km:,g} km", (x + length, y - 8), size, labelling.lang, anchor="end", **look
        ),
    ]


def degree_labels(frame: MapFrame, labelling: Labelling) -> list[Part]:
    """Degrees where meridians meet the lower edge and parallels the right one."""
    left, top, right, bottom = frame.box
    step = graticule_step_deg(frame)
    along = np.linspace(0, 1, 400)
    parts: list[Part] = []
    lower = frame.locate(np.column_stack([left + along * (right - left), np.full(400, bottom)]))
    for share, degrees in _crossings(along, lower[:, 1], step):
        east = (degrees + 180) % 360 - 180
        words = f"{abs(east):g}°{'E' if east > 0 else 'W' if east else ''}"
        parts += _degree(words, (left + share * (right - left), bottom - 6), "middle", labelling)
    side = frame.locate(np.column_stack([np.full(400, right), top + along * (bottom - top)]))
    for share, degrees in _crossings(along, side[:, 0], step):
        words = f"{abs(degrees):g}°{'N' if degrees > 0 else 'S' if degrees else ''}"
        parts += _degree(words, (right - 5, top + share * (bottom - top) - 4), "end", labelling)
    return parts


def _degree(words: str, at: tuple[float, float], anchor: str, labelling: Labelling) -> list[Part]:
    text = set_line(
        words,
        at,
        0.82 * labelling.letter,
        labelling.lang,
        anchor=anchor,
        colour=_DEGREES,
        halo="#eef2f3",
        halo_width=2.0,
        role="degree",
    )
    return [labelling.take(text)] if labelling.room.cost(padded(text.box)) < 12 else []


def _crossings(along: np.ndarray, degrees: np.ndarray, step: float) -> list[tuple[float, float]]:
    """Where a value along an edge passes multiples of a step: share of the edge, multiple."""
    found = []
    with np.errstate(invalid="ignore"):
        cells = np.floor(degrees / step)
    for number in np.flatnonzero(np.diff(cells) != 0):
        before, after = degrees[number], degrees[number + 1]
        if not (np.isfinite(before) and np.isfinite(after)) or abs(after - before) > step:
            continue
        multiple = float(max(cells[number], cells[number + 1]) * step)
        share = (multiple - before) / (after - before)
        found.append((float(along[number] + share * (along[1] - along[0])), multiple))
    return found


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
