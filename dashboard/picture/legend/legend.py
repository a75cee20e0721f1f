"""The legend of a picture, which is also the count, and the chart of launches a year."""

from collections import Counter
from collections.abc import Sequence

from dashboard.look import INK, TYPE_COLOURS
from dashboard.picture.legend.signs import SIGNS
from dashboard.picture.map.content import Content
from dashboard.picture.paper.blocks import QUIET, RULE, RULE_WIDTH, Block
from dashboard.picture.paper.drawing import Dot, Part, Path, Point, Text, holds
from dashboard.picture.paper.type_setting import LINE_HEIGHT, line_width, set_line, set_paragraph
from dashboard.picture.scene.clip import crosses
from dashboard.picture.scene.marks import Track
from dashboard.picture.scene.painting import BUNDLE
from dashboard.selection.filters import TYPES, facet

# Lengths are in heights of a letter, unless they say otherwise.
_SIGN_ROOM = 2.3
"""Room of a sign and its distance from the words that explain it."""
_SIGN_SIZE, _AFTER_SIGN, _AFTER_SIGNS = 0.92, 0.18, 0.4
"""Size of those words, and the room after them and after the last."""
_HEADING_SIZE, _AFTER_HEADING = 1.05, 0.15
_TYPE_STEP, _TYPE_BASE, _AFTER_TYPES = 1.42, 0.72, 0.5
"""Height of the line of a type; where its baseline lies, as a share of it; room after the last."""
_DOT_RADIUS, _DOT_AT, _MIDDLE = 0.36, 0.4, 0.34
"""Dot of a type: its radius, and where its middle lies: right of the left end, above the
baseline: half the height of a capital, as all that stands beside words."""
_NAME_AT, _AFTER_NAME = 1.2, 0.8
"""Where the name of a type begins, and its distance from the bar."""
_BAR_ABOVE, _BAR_HEIGHT, _AFTER_BAR = 0.7, 0.72, 0.4
"""Height of a bar's top above the baseline, its height, and its distance from the number."""
_NUMBER_ROOM = 2.4
"""Room after the longest bar for its number: four figures."""
_LEAST_LONGEST, _LEAST_BAR = 10.0, 2.0
"""Least length of the longest bar and of any other [units]: one launch of 300 is still seen."""
_LEAST_YEARS = 4
"""Years between the first and the last from which there is a chart of them."""
_LEAST_CHARTED = 2
"""Launches from which there is one."""
_CHART_HEIGHT, _CHART_TOP, _AFTER_CHART = 4.2, 0.6, 0.8
"""Height of the longest bar of the chart, room above it for its number, room after the chart."""
_YEAR_SHARE, _LEAST_YEAR = 0.8, 1.0
"""Share of a year's room that its bar takes, and its least width [units]."""
_ABOVE_YEAR = 0.2
"""Distance of the number of launches from the bar below it."""
_CHART_NUMBER = 0.85
"""Size of the chart's numbers."""


def types(content: Content, most: int = 0) -> Block:
    """
    Types with the number of launches, each with a bar; the type alone of a single launch.

    `most` is the number that the longest bar stands for, where that is more than any here: bars of
    two legends can so be compared.
    """

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        words, lang = content.words, content.words.lang
        counts = Counter(facet(launch, "type") for launch in content.view.launches)
        if not counts:
            return [], y
        alone = counts.total() == 1
        parts: list[Part] = []
        if not alone:
            parts, y = _heading(words.say("picture.by_type"), lang, (x, y), width, letter)
        step = _TYPE_STEP * letter
        names = {kind: words.say(f"picture.type.{kind}") for kind in TYPES if counts[kind]}
        widest = max(line_width(name, letter, lang, "regular") for name in names.values())
        bar_x = x + _NAME_AT * letter + widest + _AFTER_NAME * letter
        longest = max(_LEAST_LONGEST, x + width - bar_x - _NUMBER_ROOM * letter)
        for kind, name in names.items():
            base, colour = y + _TYPE_BASE * step, TYPE_COLOURS[kind]
            at = (x + _DOT_AT * letter, base - _MIDDLE * letter)
            parts += [
                Dot(at, _DOT_RADIUS * letter, colour, role="type"),
                _line(name, (x + _NAME_AT * letter, base), letter, lang),
            ]
            if not alone:
                length = max(_LEAST_BAR, longest * counts[kind] / max(most, *counts.values()))
                end = (bar_x + length + _AFTER_BAR * letter, base)
                top = base - _BAR_ABOVE * letter
                parts += [
                    _bar(bar_x, top, length, _BAR_HEIGHT * letter, colour),
                    _line(words.number(counts[kind]), end, letter, lang, style="semibold"),
                ]
            y += step
        return parts, y + _AFTER_TYPES * letter

    return block


def years(content: Content) -> Block:
    """Launches of each year, where the selection spans enough of them."""

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        first, last = (day.year for day in content.view.selection.period)
        if last - first < _LEAST_YEARS or len(content.view.launches) < _LEAST_CHARTED:
            return [], y
        words, lang = content.words, content.words.lang
        parts, y = _heading(words.say("picture.by_year"), lang, (x, y), width, letter)
        by_year: dict[int, Counter[str]] = {}
        for launch in content.view.launches:
            by_year.setdefault(launch.first_day.year, Counter())[facet(launch, "type")] += 1
        height = _CHART_HEIGHT * letter
        room = width / (last - first + 1)
        foot = y + height + _CHART_TOP * letter
        most = max(by_year.values(), key=Counter.total)
        for year, counts in sorted(by_year.items()):
            left, top = x + (year - first) * room, foot
            for kind in TYPES:
                tall = height * counts[kind] / most.total()
                if tall:
                    top -= tall
                    wide = max(_LEAST_YEAR, _YEAR_SHARE * room)
                    parts.append(_bar(left, top, wide, tall, TYPE_COLOURS[kind]))
            if counts is most:
                at = (left + _YEAR_SHARE * room / 2, top - _ABOVE_YEAR * letter)
                parts.append(_number(words.number(most.total()), at, letter, lang, "middle"))
        parts.append(Path((((x, foot), (x + width, foot)),), stroke=RULE, width=RULE_WIDTH))
        base = foot + letter
        parts += [
            _number(str(first), (x, base), letter, lang, "start"),
            _number(str(last), (x + width, base), letter, lang, "end"),
        ]
        return parts, base + _AFTER_CHART * letter

    return block


def signs(content: Content) -> Block:
    """Each mark that is on the map, with what it means."""

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        size = _SIGN_SIZE * letter
        parts: list[Part] = []
        for key, colour in signs_used(content).items():
            parts += SIGNS[key](x, y + LINE_HEIGHT * size / 2, letter, colour)
            at = (x + _SIGN_ROOM * letter, y)
            texts, y = set_paragraph(
                content.words.say(f"picture.sign.{key}"),
                at,
                width - _SIGN_ROOM * letter,
                size,
                content.words.lang,
                colour=INK,
                role="legend",
            )
            parts += texts
            y += _AFTER_SIGN * letter
        return parts, y + _AFTER_SIGNS * letter

    return block


def signs_used(content: Content) -> dict[str, str]:
    """Key of each sign on the map, with the colour of one that is there, in the order shown."""
    box = content.frame.box
    seen = [track for track in content.shown if crosses(track.line, box)]
    single = [track for track in seen if not track.bundled]
    crowded = len(single) < len(seen)
    flown = [track for track in single if not track.failed and not track.differing]
    spread = [
        track
        for track in single
        if not crowded and not track.differing and crosses(track.area, box)
    ]
    sites = [mark for mark in content.marks if holds(box, mark.at)]
    failed = [mark for mark in sites if mark.failures == len(mark.launches)]
    placed = [mark for mark in sites if mark.disc is None and mark not in failed]
    regions = [
        mark
        for mark in content.marks
        if mark.disc is not None and (mark in sites or crosses(mark.disc, box))
    ]
    several = any(track.missiles > 1 for track in flown)
    alone = len(content.view.launches) == 1

    used: dict[str, str] = {}
    if flown:
        used["tracks" if several else "track"] = _commonest(flown)
    if crowded:
        used["bundle"] = BUNDLE
    for key, found in (
        ("differing", [track for track in single if track.differing]),
        ("failed", [track for track in single if track.failed]),
        ("area", spread),
        ("beyond", list(content.exits)),
    ):
        if found:
            used[key] = _commonest(found)
    lines = [(trace.kind, trace.launch, trace.line) for trace in content.traces]
    lines += [("announced", area.launch, area.line) for area in content.announced]
    for kind, launch, line in lines:
        if crosses(content.frame.place_line(line), box):
            used.setdefault(kind, TYPE_COLOURS[facet(launch, "type")])
    for key, marks in (
        ("place_alone" if alone else "place", placed),
        ("region", regions),
        ("failed_here", failed),
    ):
        if marks:
            used[key] = INK
    return used


def _commonest(found: Sequence[Track]) -> str:
    """Colour of the type that most tracks have."""
    return TYPE_COLOURS[Counter(track.type for track in found).most_common(1)[0][0]]


def _heading(
    words: str, lang: str, at: tuple[float, float], width: float, letter: float
) -> tuple[list[Part], float]:
    size = _HEADING_SIZE * letter
    texts, y = set_paragraph(words, at, width, size, lang, style="semibold", role="legend")
    return list(texts), y + _AFTER_HEADING * letter


def _line(words: str, at: Point, size: float, lang: str, style: str = "regular") -> Text:
    return set_line(words, at, size, lang, style=style, colour=INK, role="legend")


def _number(words: str, at: Point, letter: float, lang: str, anchor: str) -> Text:
    size = _CHART_NUMBER * letter
    return set_line(words, at, size, lang, anchor=anchor, colour=QUIET, role="legend")


def _bar(x: float, y: float, width: float, height: float, colour: str) -> Path:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Path((corners,), fill=colour, role="bar")
