"""What a film says while time passes: the day, the count so far, the launch that came last."""

from collections.abc import Sequence

from dashboard.look import INK
from dashboard.picture.paper.blocks import QUIET, RULE, Block, paragraph, stack_from_top
from dashboard.picture.paper.drawing import Box, Part, Path, Text
from dashboard.picture.paper.type_setting import line_width

MOMENT = "moment"
"""Role of what is said."""
_DAY, _COUNT, _LAUNCH = 2.1, 1.1, 1.1
"""Sizes of the letters [heights of a letter]: the day is read in passing."""
_AFTER_DAY, _AFTER_BAR, _AFTER_COUNT, _AFTER = 0.25, 0.45, 0.1, 0.8
"""Room after each [heights of a letter]."""
_BAR_HEIGHT = 0.22
"""Height of the bar that fills as time passes [heights of a letter]."""
_LONGEST_TRIED = 5
"""So many of the widest lines are set to see how much room they need."""


def caption_room(lang: str, days: Sequence[str], counts: str, launches: Sequence[str]) -> Block:
    """
    Room for captions: an empty text, whose start, size and length are theirs.

    Parameters
    ----------
    lang
        Their language.
    days
        What may stand for the day.
    counts
        The longest count.
    launches
        What may stand for the launch.
    """
    widest_day = max(days, key=lambda words: line_width(words, 1.0, lang, "semibold"))
    widest = sorted(launches, key=lambda words: -line_width(words, 1.0, lang, "regular"))

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        room = Text((x, y), "", letter, width, role=MOMENT)
        bottoms = [
            _stacked(room, lang, (widest_day, counts, launch), 1.0)[1]
            for launch in ("", *widest[:_LONGEST_TRIED])
        ]
        return [room], max(bottoms) + _AFTER * letter

    return block


def caption(room: Text, lang: str, said: tuple[str, str, str], share: float) -> tuple[Part, ...]:
    """Day, count and launch at a share of the time, in the room that is kept for them."""
    return tuple(_stacked(room, lang, said, share)[0])


def box_of(captions: Sequence[Sequence[Part]], room: Text) -> Box:
    """Box of whole pixels that holds captions."""
    bottoms = [part.box[3] for parts in captions for part in parts if isinstance(part, Text)]
    (x, y), width = room.start, room.length
    # Widths of letters are sums of advances: some reach a little beyond.
    return (int(x) - 2, int(y) - 2, int(x + width) + 3, int(max(bottoms)) + 4)


def _stacked(
    room: Text, lang: str, said: tuple[str, str, str], share: float
) -> tuple[list[Part], float]:
    day, count, launch = said
    blocks = [
        paragraph(day, lang, _DAY, after=_AFTER_DAY, style="semibold", colour=INK, role=MOMENT),
        _bar(share),
        paragraph(count, lang, _COUNT, after=_AFTER_COUNT, colour=QUIET, role=MOMENT),
        paragraph(launch, lang, _LAUNCH, colour=INK, role=MOMENT),
    ]
    (x, y), width, letter = room.start, room.length, room.size
    return stack_from_top(blocks, x, y, width, letter)


def _bar(share: float) -> Block:
    """Bar that is full when all the time has passed."""

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        bottom = y + _BAR_HEIGHT * letter

        def bar(length: float, colour: str) -> Path:
            corners = ((x, y), (x + length, y), (x + length, bottom), (x, bottom))
            return Path((corners,), colour, role="bar")

        passed = [bar(share * width, QUIET)] if share > 0 else []
        return [bar(width, RULE), *passed], bottom + _AFTER_BAR * letter

    return block
