"""The legend of a picture, which is also the count, and the chart of launches a year."""

from collections import Counter
from collections.abc import Sequence

from dashboard.look import TYPE_COLOURS
from dashboard.picture.legend.signs import SIGNS
from dashboard.picture.map.content import Content
from dashboard.picture.paper.blocks import INK, QUIET, RULE, Block
from dashboard.picture.paper.drawing import Dot, Part, Path, Text, holds
from dashboard.picture.paper.type_setting import LINE_HEIGHT, line_width, set_line, set_paragraph
from dashboard.picture.scene.clip import crosses
from dashboard.picture.scene.exits import exits
from dashboard.picture.scene.marks import Track, drawn_traces
from dashboard.picture.scene.painting import BUNDLE
from dashboard.selection.selection import TYPES, facet
from dashboard.words.picture_words import say, value_words

_MARK_WIDTH = 2.3
"""Room of a mark before its words, in heights of a letter."""
_LEAST_YEARS = 4


def types(content: Content) -> Block:
    """Types with the number of launches, each with a bar; the type alone of a single launch."""

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        lang = content.lang
        counts = Counter(facet(launch, "type") for launch in content.view.launches)
        if not counts:
            return [], y
        alone = counts.total() == 1
        parts, y = ([], y) if alone else _heading(say("by_type", lang), lang, (x, y), width, letter)
        step = 1.42 * letter
        names = {kind: value_words(kind, lang) for kind in TYPES if counts[kind]}
        widest = max(line_width(name, letter, lang, "regular") for name in names.values())
        bar_x = x + 1.2 * letter + widest + 0.8 * letter
        longest = max(10.0, x + width - bar_x - 2.4 * letter)
        for kind, name in names.items():
            base, colour = y + 0.72 * step, TYPE_COLOURS[kind]
            at = (x + 0.4 * letter, base - 0.34 * letter)
            parts += [
                Dot(at, 0.36 * letter, colour),
                _line(name, (x + 1.2 * letter, base), letter, lang),
            ]
            if not alone:
                long = max(2.0, longest * counts[kind] / max(counts.values()))
                end = (bar_x + long + 0.4 * letter, base)
                number = _line(f"{counts[kind]:,}", end, letter, lang, style="semibold")
                parts += [_bar(bar_x, base - 0.7 * letter, long, 0.72 * letter, colour), number]
            y += step
        return parts, y + 0.5 * letter

    return block


def years(content: Content) -> Block:
    """Launches of each year, where the selection spans enough of them."""

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        first, last = (day.year for day in content.view.selection.period)
        if last - first < _LEAST_YEARS or len(content.view.launches) < 2:
            return [], y
        parts, y = _heading(say("by_year", content.lang), content.lang, (x, y), width, letter)
        by_year: dict[int, Counter[str]] = {}
        for launch in content.view.launches:
            by_year.setdefault(launch.first_day.year, Counter())[facet(launch, "type")] += 1
        height = 4.2 * letter
        wide = width / (last - first + 1)
        foot = y + height + 0.6 * letter
        most = max(by_year.values(), key=Counter.total)
        for year, counts in sorted(by_year.items()):
            left, top = x + (year - first) * wide, foot
            for kind in TYPES:
                tall = height * counts[kind] / most.total()
                if tall:
                    top -= tall
                    bar = _bar(left, top, max(1.0, 0.8 * wide), tall, TYPE_COLOURS[kind])
                    parts.append(bar)
            if counts is most:
                at = (left + 0.4 * wide, top - 0.2 * letter)
                parts.append(_number(str(most.total()), at, letter, content.lang, "middle"))
        parts.append(Path((((x, foot), (x + width, foot)),), stroke=RULE, width=0.8))
        base = foot + letter
        parts += [
            _number(str(first), (x, base), letter, content.lang, "start"),
            _number(str(last), (x + width, base), letter, content.lang, "end"),
        ]
        return parts, base + 0.8 * letter

    return block


def explained_marks(content: Content) -> Block:
    """Each mark that is on the map, with what it means."""

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        size = 0.92 * letter
        parts: list[Part] = []
        for key, colour in marks_used(content).items():
            parts += SIGNS[key](x, y + 0.5 * LINE_HEIGHT * size, letter, colour)
            at = (x + _MARK_WIDTH * letter, y)
            words = say(key, content.lang)
            texts, y = set_paragraph(
                words,
                at,
                width - _MARK_WIDTH * letter,
                size,
                content.lang,
                colour=INK,
                role="legend",
            )
            parts += texts
            y += 0.18 * letter
        return parts, y + 0.4 * letter

    return block


def marks_used(content: Content) -> dict[str, str]:
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
    gone = exits(content.shown, box)
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
        ("beyond", list(gone)),
    ):
        if found:
            used[key] = _commonest(found)
    for trace in drawn_traces(content.view):
        if crosses(content.frame.place_line(trace.line), box):
            used.setdefault(trace.kind, TYPE_COLOURS[facet(trace.launch, "type")])
    for key, found in (
        ("place_alone" if alone else "place", placed),
        ("region", regions),
        ("failed_here", failed),
    ):
        if found:
            used[key] = INK
    return used


def _commonest(found: Sequence[Track]) -> str:
    """Colour of the type that most tracks have."""
    return TYPE_COLOURS[Counter(track.type for track in found).most_common(1)[0][0]]


def _heading(
    words: str, lang: str, at: tuple[float, float], width: float, letter: float
) -> tuple[list[Part], float]:
    texts, y = set_paragraph(words, at, width, 1.05 * letter, lang, style="semibold", role="legend")
    return list(texts), y + 0.15 * letter


def _line(words: str, at: tuple[float, float], size: float, lang: str, **look: str) -> Text:
    return set_line(words, at, size, lang, **({"colour": INK, "role": "legend"} | look))


def _number(words: str, at: tuple[float, float], letter: float, lang: str, anchor: str) -> Text:
    return _line(words, at, 0.85 * letter, lang, anchor=anchor, colour=QUIET)


def _bar(x: float, y: float, width: float, height: float, colour: str) -> Path:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Path((corners,), fill=colour, role="bar")
