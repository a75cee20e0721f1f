"""The frames of a film, one after another, as images."""

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PIL import Image

from dashboard.picture.paper.draw import rasterised, write
from dashboard.picture.paper.drawing import Box, Dot, Drawing, Part, Path, Text
from dashboard.picture.paper.film import Film, Seen

FADING_FRAMES = 5
"""Frames for which what fades keeps its opacity: it takes seconds, and each change is drawn."""
_AROUND = 8.0
"""How far a part may reach beyond its points [units]: half a line, a dot, the tail of a letter."""
_SEEN_OPACITY = 2
"""Decimals of an opacity that make a difference."""


def frames(film: Film) -> Iterator[Image.Image]:
    """Frames of a film; one that is as the last was is the same image."""
    base = _whole(film.base)
    resting_known: tuple[tuple[int, float], ...] = ()
    resting = shown = base
    caption_known: tuple[Part, ...] = ()
    for number, caption in enumerate(film.captions):
        still, flying = _seen(film, number)
        changed = still != resting_known
        if changed:
            parts = [part for place, seen in still for part in film.moving[place].at(Seen(1, seen))]
            resting = _laid(film.base, base, parts, film.box)
            resting_known = still
        if changed or flying or caption != caption_known:
            shown = _laid(film.base, resting, flying, film.box) if flying else resting
            shown = _laid(film.base, shown, caption, film.caption_box)
        caption_known = () if flying else caption
        yield shown
    closing = _whole(film.closing)
    for _ in range(film.closing_frames):
        yield closing


def _seen(film: Film, number: int) -> tuple[tuple[tuple[int, float], ...], list[Part]]:
    """Places and opacities of what rests in a frame, and the parts that are on their way."""
    now = number / film.frames_per_s
    lately = number // FADING_FRAMES * FADING_FRAMES / film.frames_per_s
    still: list[tuple[int, float]] = []
    flying: list[Part] = []
    for place, moving in enumerate(film.moving):
        seen = moving.seen(now)
        if seen and seen.share < 1:
            flying += moving.at(seen)
        elif seen:
            before = moving.seen(lately)
            opacity = before.opacity if before else seen.opacity
            still.append((place, round(opacity, _SEEN_OPACITY)))
            # What lies above a flight and does not fade, as the sign of its site, stays above it.
            if flying and math.isinf(moving.fading_s):
                flying += moving.parts
    return tuple(still), flying


def _laid(base: Drawing, below: Image.Image, parts: Sequence[Part], box: Box) -> Image.Image:
    """Image with parts painted over it, as far as they lie within a box."""
    laid = below.copy()
    left, top, right, bottom = _covered(parts, box)
    if left < right and top < bottom:
        size = (right - left, bottom - top)
        layer = replace(base, size=size, pixels=size, parts=tuple(parts))
        with Image.open(io.BytesIO(rasterised(layer, (left, top)))) as image:
            laid.paste(image, (left, top), image)
    return laid


def _covered(parts: Sequence[Part], box: Box) -> tuple[int, int, int, int]:
    """Whole pixels of a box that parts may cover: less of them is drawn the sooner."""
    boxes = [part.box for part in parts if isinstance(part, Text)]
    points = [part.centre for part in parts if isinstance(part, Dot)]
    points += [at for part in parts if isinstance(part, Path) for line in part.lines for at in line]
    boxes += [(x, y, x, y) for x, y in points]
    if not boxes:
        return (0, 0, 0, 0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (
        math.floor(max(min(lefts) - _AROUND, box[0])),
        math.floor(max(min(tops) - _AROUND, box[1])),
        math.ceil(min(max(rights) + _AROUND, box[2])),
        math.ceil(min(max(bottoms) + _AROUND, box[3])),
    )


def _whole(drawing: Drawing) -> Image.Image:
    with Image.open(io.BytesIO(write(drawing, "png"))) as image:
        return image.convert("RGB")
