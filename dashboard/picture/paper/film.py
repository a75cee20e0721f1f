"""The display list of a film: a still picture, and what is seen to move over its map.

Plain values only, as of a picture, so that a film can be handed to another process. Times are
seconds from the start of the film.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dashboard.picture.paper.drawing import Box, Dot, Drawing, Line, Part, Path, Point, Text

RUN = frozenset({"track", "casing"})
"""Roles of lines that are drawn as far as a flight has got; other parts stand where it is."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen at a time: the share of a track that is flown, and the opacity."""

    share: float = 1.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Moving:
    """
    Parts that are seen from a time on.

    They run along `track` for `flying_s`, or stand at once where there is none, and then fade
    within `fading_s`.
    """

    parts: tuple[Part, ...]
    first_s: float
    flying_s: float = 0.0
    fading_s: float = math.inf
    track: Line = ()

    def seen(self, time_s: float) -> Seen | None:
        """What is seen of it at a time; None before its launch and once it has faded."""
        if time_s < self.first_s:
            return None
        if time_s < self.first_s + self.flying_s:
            return Seen((time_s - self.first_s) / self.flying_s)
        left = 1 - (time_s - self.first_s - self.flying_s) / self.fading_s
        return Seen(1.0, min(left, 1.0)) if left > 0 else None

    def at(self, seen: Seen) -> Iterator[Part]:
        """Parts as they are then."""
        flown = flown_of(self.track, seen.share) if self.track and seen.share < 1 else ()
        for part in self.parts:
            shown = _on_its_way(part, flown, self.track[-1]) if flown else part
            yield shown if seen.opacity == 1 else _faded(shown, seen.opacity)


@dataclass(frozen=True, slots=True)
class Film:
    """
    A film of one size.

    `base` is what stands still; within `box` of it `moving` is seen, in the order of painting.
    `captions` has what is written over it in each frame while time passes, within `caption_box`.
    The film ends with `closing`, for so many frames. Units of the layout are pixels.
    """

    base: Drawing
    box: Box
    moving: tuple[Moving, ...]
    captions: tuple[tuple[Part, ...], ...]
    caption_box: Box
    closing: Drawing
    closing_frames: int
    frames_per_s: int

    @property
    def frames(self) -> int:
        """Number of its frames."""
        return len(self.captions) + self.closing_frames

    @property
    def seconds(self) -> float:
        """How long it lasts [s]."""
        return self.frames / self.frames_per_s


def flown_of(track: Line, share: float) -> Line:
    """
    Points of a track up to a share of it; its own are evenly spaced.

    Examples
    --------
    >>> flown_of(((0.0, 0.0), (10.0, 20.0), (20.0, 40.0)), 0.75)
    ((0.0, 0.0), (10.0, 20.0), (15.0, 30.0))
    """
    at = share * (len(track) - 1)
    whole = int(at)
    if whole + 1 >= len(track):
        return track
    (x, y), (next_x, next_y), rest = track[whole], track[whole + 1], at - whole
    return (*track[: whole + 1], (x + rest * (next_x - x), y + rest * (next_y - y)))


def _on_its_way(part: Part, flown: Line, end: Point) -> Part:
    """Part of a flight that has got to the last of these points, and is drawn at its end."""
    if isinstance(part, Path) and part.role in RUN:
        return replace(part, lines=(flown,))
    right, down = flown[-1][0] - end[0], flown[-1][1] - end[1]

    def moved(points: Iterable[Point]) -> Line:
        return tuple((x + right, y + down) for x, y in points)

    if isinstance(part, Path):
        return replace(part, lines=tuple(moved(line) for line in part.lines))
    if isinstance(part, Dot):
        return replace(part, centre=moved([part.centre])[0])
    return replace(part, start=moved([part.start])[0])


def _faded(part: Part, opacity: float) -> Part:
    # Words stay or go: nothing that fades holds any.
    return part if isinstance(part, Text) else replace(part, opacity=part.opacity * opacity)
