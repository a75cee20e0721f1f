"""A film composed: the flights of a view at their launches, over the picture of its map."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.flights.trajectories import flight_times_s
from dashboard.look import TYPE_COLOURS, TYPE_RANKS
from dashboard.picture.film.caption import MOMENT, box_of, caption, caption_room
from dashboard.picture.film.time import FASTER, MOST_AFTER_S, Moment, Pace, moments, pace
from dashboard.picture.map.content import Content
from dashboard.picture.map.main_map import draw_map
from dashboard.picture.paper.blocks import paragraph
from dashboard.picture.paper.drawing import Part, Text
from dashboard.picture.paper.film import Film, Moving
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.scene.exits import exits
from dashboard.picture.scene.extent import FIT
from dashboard.picture.scene.marks import Track, flights_of, track_of
from dashboard.picture.scene.painting import (
    MANY_SITES,
    arrow_head,
    line,
    paint_area,
    paint_danger_areas,
    paint_ends,
    paint_line,
    paint_region,
    paint_sign,
    paint_traces,
)
from dashboard.picture.sheet import Passing, Sheet, lay_out
from dashboard.picture.text import AFTER_SMALL, SMALL
from dashboard.selection.view import View
from dashboard.words.claims import site_words
from dashboard.words.dates import day_words, period_words
from dashboard.words.filters import words_of
from dashboard.words.names import launch_label
from dashboard.words.say import Words

FRAMES_PER_S = 25
CLOSING_S = 3.0
"""How long the whole picture stands at the end [s]."""


def compose_film(view: View, size: str, lang: str, extent: str = FIT) -> Film:
    """
    Film of a view: at most 24 s in which time passes, 6 s of flights and 3 s of the whole picture.

    Parameters
    ----------
    view
        The selection with its flights, at least one.
    size
        A name of `FILM_SIZES`.
    lang
        A language of `LANGUAGES`.
    extent
        As a picture takes it.
    """
    words = words_of(view.selection, lang)
    coming = moments(view.launches)
    passing = pace(coming)
    lines = [_launch_line(words, each) for each in coming]
    sheet, room = _sheet(view, size, words, extent, coming, lines)
    drawn = draw_map(sheet.content, sheet.form.letter, sheet.free)
    moving = tuple(_moving(sheet.content, sheet.form.letter, coming, passing))
    over_s = max(each.first_s + each.flying_s for each in moving)
    passing_s = min(max(passing.passing_s, over_s), passing.passing_s + MOST_AFTER_S)
    told = _Told(words, room, coming, lines, passing)
    captions = tuple(
        told.caption(frame / FRAMES_PER_S) for frame in range(math.ceil(passing_s * FRAMES_PER_S))
    )
    closing = sheet.drawing(drawn.whole)
    closing = replace(closing, parts=(*closing.parts, *told.closing()))
    return Film(
        sheet.drawing(drawn.bare),
        drawn.box,
        moving,
        captions,
        box_of(captions, room),
        closing,
        round(CLOSING_S * FRAMES_PER_S),
        FRAMES_PER_S,
    )


def _sheet(  # noqa: PLR0913, PLR0917 - what is laid out, and what it has to hold
    view: View,
    size: str,
    words: Words,
    extent: str,
    coming: Sequence[Moment],
    lines: Sequence[str],
) -> tuple[Sheet, Text]:
    """Words around the map, and the room among them in which those of the moment are said."""
    days = [day_words(words, str(each.launch.first_day)) for each in coming]
    count = words.say("strip.so_far", n=len(coming), all=len(coming))
    time = caption_room(words.lang, [*days, _period(words, coming)], count, lines)
    how = words.say("strip.how_flights_move")
    method = paragraph(how, words.lang, SMALL, after=AFTER_SMALL)
    sheet = lay_out(view, SIZES[size], words, extent, Passing(time, method))
    (room,) = (each for each in sheet.words if isinstance(each, Text) and each.role == MOMENT)
    return replace(sheet, words=[part for part in sheet.words if part is not room]), room


@dataclass(frozen=True)
class _Told:
    """What is said as time passes."""

    words: Words
    room: Text
    coming: Sequence[Moment]
    lines: Sequence[str]
    pace: Pace

    def caption(self, second: float) -> tuple[Part, ...]:
        """Day, count and launch at a second of the film."""
        number = sum(self.pace.second(each.at) <= second for each in self.coming)
        day = day_words(self.words, str(dt.date.fromordinal(self.pace.day(second))))
        launch = self.lines[number - 1] if number else ""
        share = min(second / self.pace.passing_s, 1.0)
        return caption(self.room, self.words.lang, (day, self._count(number), launch), share)

    def closing(self) -> tuple[Part, ...]:
        """The days that have passed, and how many launches they had."""
        said = (_period(self.words, self.coming), self._count(len(self.coming)), "")
        return caption(self.room, self.words.lang, said, 1.0)

    def _count(self, number: int) -> str:
        return self.words.say("strip.so_far", n=number, all=len(self.coming))


def _launch_line(words: Words, moment: Moment) -> str:
    """A launch in a line, as on the time strip: its name on the map, and its site."""
    launch = moment.launch
    label = launch_label(words, launch)
    if launch.site is None or launch.site.latitude is None:
        return label
    return words.say("strip.line", launch=label, site=site_words(words, launch.site))


def _period(words: Words, coming: Sequence[Moment]) -> str:
    """Days from the first launch to the last."""
    first, last = (dt.date.fromordinal(int(coming[place].at)) for place in (0, -1))
    return period_words(words, (first, last))


def _moving(
    content: Content, letter: float, coming: Sequence[Moment], passing: Pace
) -> list[Moving]:
    """What is seen to move, in the order of painting."""
    seconds = {each.launch.id: passing.second(each.at) for each in coming}
    fading_s = passing.fading_s
    flights = flights_of(content.view)
    tracks = [track_of(flight, content.frame) for flight in flights]
    flown_s = dict(zip(tracks, flight_times_s(flights), strict=True))
    shown = sorted(tracks, key=lambda track: track.rank)

    def times(track: Track) -> tuple[float, float]:
        """When a flight begins and how long it is shown [s]."""
        return seconds[track.flights[0].launch.id], flown_s[track] / FASTER

    def over(track: Track, parts: Sequence[Part]) -> Moving:
        """Parts that are seen once a flight is over."""
        begun, flying_s = times(track)
        return Moving(tuple(parts), begun + flying_s, fading_s=fading_s)

    def running(track: Track, parts: Sequence[Part]) -> Moving:
        return Moving(tuple(parts), *times(track), fading_s, line(track.line))

    # The whole picture, whose legend it is, has none where tracks are drawn together.
    crowded = any(track.bundled for track in content.shown)
    areas = [] if crowded else [over(track, paint_area(track)) for track in shown]
    traces = [
        Moving(
            tuple(paint_traces([trace], content.frame, letter)),
            seconds[trace.launch.id],
            fading_s=fading_s,
        )
        for trace in content.traces
    ]
    announced = [
        Moving(
            tuple(paint_danger_areas([area], content.frame)),
            seconds[area.launch.id],
            fading_s=fading_s,
        )
        for area in content.announced
    ]
    lines = [running(track, paint_line(track, letter)) for track in shown]
    arrows = [
        over(track, [arrow_head(*where, letter, TYPE_COLOURS[track.type])])
        for track, where in exits(shown, content.frame.box).items()
    ]
    by_rank = sorted(shown, key=lambda track: TYPE_RANKS[track.type])
    ends = [running(track, paint_ends([track], letter)) for track in by_rank]
    begun = {mark: min(seconds[each.id] for each in mark.launches) for mark in content.marks}
    faint = len(content.marks) > MANY_SITES
    regions = [Moving(tuple(paint_region(mark, faint=faint)), begun[mark]) for mark in begun]
    # Signs of sites come last: flights on their way start below them.
    signs = [Moving(tuple(paint_sign(mark, letter)), begun[mark]) for mark in begun]
    whole = [*announced, *areas, *traces, *regions, *lines, *arrows, *ends, *signs]
    return [each for each in whole if each.parts]
