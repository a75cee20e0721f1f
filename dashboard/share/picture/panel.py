"""The words of a picture: title, what is selected, the legend that counts, method and sources."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.figures import claims_for
from dashboard.plans import BEST
from dashboard.selection import FACETS, TYPES, facet
from dashboard.share.picture.drawing import Dot, Part, Path, Text
from dashboard.share.picture.legend_signs import SIGNS
from dashboard.share.picture.marks import Mark, Track
from dashboard.share.picture.type_setting import LINE_HEIGHT, line_width, set_line, set_paragraph
from dashboard.share.picture.words import (
    count_words,
    day_words,
    figure_words,
    missile_words,
    period_words,
    say,
    site_words,
    value_words,
)
from dashboard.share.view import View
from dashboard.style import TYPE_COLOURS
from dashboard.summary import missile_number
from data.model import Launch

INK, QUIET, RULE, LINK = "#1f2a30", "#566067", "#c9d1d6", "#0a5a94"
_MARK_WIDTH = 2.3
"""Room of a mark before its words, in heights of a letter."""
_MOST_NAMED = 6
_LEAST_YEARS = 4

Block = Callable[[float, float, float, float], tuple[list[Part], float]]
"""Given left, top, width and height of a letter: the parts, and where the next block may start."""


@dataclass(frozen=True)
class Wording:
    """What the words of a picture are made of."""

    view: View
    lang: str
    shown: Sequence[Track]
    marks: Sequence[Mark]
    trace_kinds: frozenset[str]
    accounts: dict[str, str]
    centre: str

    def title(self) -> Block:
        """Title, large."""
        return self._paragraph(self.title_words(), 2.05, "semibold", INK, after=0.1)

    def subtitle(self) -> Block:
        """What is selected."""
        return self._paragraph(self.subtitle_words(), 1.2, "regular", QUIET, after=0.8)

    @property
    def _alone(self) -> Launch | None:
        """Launch that the picture is of, if it is of one that is named."""
        return self.view.launches[0] if self.view.selection.launch else None

    def title_words(self) -> str:
        """Title of the picture: the missile where it is of one launch."""
        if self._alone:
            return missile_words(self._alone.missile, self.lang)
        return say("title", self.lang)

    def subtitle_words(self) -> str:
        """Sentence on the selection, or on the launch that is named."""
        stop = "。" if self.lang == "ja" else ". "
        sentences = self._of_launch(self._alone) if self._alone else self._of_selection()
        return stop.join(sentences).strip() + stop.strip()

    def _of_launch(self, launch: Launch) -> list[str]:
        """Day, site and outcome of a launch, and the preferred of the figures stated."""
        missiles = missile_number([launch])
        comma = "、" if self.lang == "ja" else ", "
        first = [
            day_words(launch.date, self.lang),
            site_words(launch.site, self.lang),
            count_words("missiles", missiles, self.lang),
            say("outcome", self.lang) + _colon(self.lang) + value_words(launch.outcome, self.lang),
        ]
        stated = [
            f"{say(name, self.lang)} {figure_words(claims[0], self.lang)}"
            for quantity, name in (("range_km", "range"), ("apogee_km", "apogee"))
            if (claims := claims_for(launch, quantity, 1))
        ]
        return [comma.join(first), comma.join(stated)] if stated else [comma.join(first)]

    def _of_selection(self) -> list[str]:
        """How many launches, of when, and each filter that is set."""
        lang, selection = self.lang, self.view.selection
        launches = self.view.launches
        if launches:
            missiles = count_words("missiles", missile_number(launches), lang)
            counted = f"{count_words('launches', len(launches), lang)} ({missiles})"
        else:
            counted = say("none", lang)
        filters = [
            f"{say(name, lang)}{_colon(lang)}{self._values(name, getattr(selection, name))}"
            for name in (*FACETS, "reach")
            if getattr(selection, name)
        ]
        if selection.figures != BEST:
            filters.append(
                f"{say('figures', lang)}{_colon(lang)}{value_words(selection.figures, lang)}"
            )
        comma = "、" if lang == "ja" else ", "
        period = period_words(selection.period, lang)
        return [f"{counted}{comma}{period}", *(filters or [say("all", lang)])]

    def _values(self, name: str, values: Sequence[str]) -> str:
        by_name = {site.name_en: site for site in self.view.atlas.record.sites.values()}
        words = [
            site_words(by_name[value], self.lang)
            if name == "site" and value in by_name
            else value_words(value, self.lang)
            for value in values[:_MOST_NAMED]
        ]
        rest = [f"+{len(values) - _MOST_NAMED}"] if len(values) > _MOST_NAMED else []
        return ", ".join([*words, *rest])

    def legend(self) -> Block:
        """Types with the number of launches, each with a bar: the legend is also the count."""

        def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
            counts = Counter(facet(launch, "type") for launch in self.view.launches)
            if not counts:
                return [], y
            parts, y = self._heading("by_type", x, y, width, letter)
            step = 1.42 * letter
            names = {kind: value_words(kind, self.lang) for kind in TYPES if counts[kind]}
            widest = max(line_width(name, letter, self.lang, "regular") for name in names.values())
            bar_x = x + 1.2 * letter + widest + 0.8 * letter
            longest = max(10.0, x + width - bar_x - 2.4 * letter)
            for kind, name in names.items():
                base = y + 0.72 * step
                long = max(2.0, longest * counts[kind] / max(counts.values()))
                parts += [
                    Dot(
                        (x + 0.4 * letter, base - 0.34 * letter), 0.36 * letter, TYPE_COLOURS[kind]
                    ),
                    self._line(name, x + 1.2 * letter, base, letter),
                    _bar(bar_x, base - 0.7 * letter, long, 0.72 * letter, TYPE_COLOURS[kind]),
                    self._line(
                        f"{counts[kind]:,}", bar_x + long + 0.4 * letter, base, letter, "semibold"
                    ),
                ]
                y += step
            return parts, y + 0.5 * letter

        return block

    def years(self) -> Block:
        """Launches of each year, where the selection spans enough of them."""

        def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
            first, last = (day.year for day in self.view.selection.period)
            if last - first < _LEAST_YEARS or len(self.view.launches) < 2:
                return [], y
            parts, y = self._heading("by_year", x, y, width, letter)
            height = 4.2 * letter
            by_year: dict[int, Counter[str]] = {}
            for launch in self.view.launches:
                by_year.setdefault(launch.first_day.year, Counter())[facet(launch, "type")] += 1
            most = max(sum(counts.values()) for counts in by_year.values())
            wide = width / (last - first + 1)
            for year, counts in sorted(by_year.items()):
                left, foot = x + (year - first) * wide, y + height
                for kind in TYPES:
                    tall = height * counts[kind] / most
                    if tall:
                        parts.append(
                            _bar(left, foot - tall, max(1.0, 0.8 * wide), tall, TYPE_COLOURS[kind])
                        )
                        foot -= tall
                if sum(counts.values()) == most:
                    parts.append(
                        self._line(
                            str(most),
                            left + 0.4 * wide,
                            foot - 0.2 * letter,
                            0.8 * letter,
                            anchor="middle",
                            colour=QUIET,
                        )
                    )
            rule = ((x, y + height), (x + width, y + height))
            parts.append(Path((rule,), stroke=RULE, width=0.8))
            base = y + height + letter
            for year, place, anchor in ((first, x, "start"), (last, x + width, "end")):
                parts.append(
                    self._line(str(year), place, base, 0.85 * letter, anchor=anchor, colour=QUIET)
                )
            return parts, base + 0.8 * letter

        return block

    def explained_marks(self) -> Block:
        """Each mark that is on the map, with what it means."""

        def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
            size = 0.92 * letter
            parts: list[Part] = []
            for key, mark in self._marks_used():
                row = y + 0.5 * LINE_HEIGHT * size
                parts += mark(x, row, letter)
                texts, y = set_paragraph(
                    say(key, self.lang),
                    (x + _MARK_WIDTH * letter, y),
                    width - _MARK_WIDTH * letter,
                    size,
                    self.lang,
                    colour=INK,
                    role="legend",
                )
                parts += texts
                y += 0.18 * letter
            return parts, y + 0.4 * letter

        return block

    def _marks_used(self) -> list[tuple[str, Callable[[float, float, float], list[Part]]]]:
        plain = [track for track in self.shown if not track.bundled and not track.differing]
        used = {
            "track": any(not track.failed for track in plain),
            "bundle": any(track.bundled for track in self.shown),
            "differing": any(track.differing for track in self.shown),
            "failed": any(track.failed for track in self.shown)
            or any(mark.failures for mark in self.marks),
            "area": bool(plain),
            "ring": "ring" in self.trace_kinds,
            "ray": "ray" in self.trace_kinds,
            "place": any(mark.disc is None for mark in self.marks),
            "region": any(mark.disc is not None for mark in self.marks),
        }
        return [(key, SIGNS[key]) for key, is_used in used.items() if is_used]

    def statement(self) -> Block:
        """What of the selection is not on the map as a line, and why."""
        counts = Counter(self.accounts.values())
        words = [
            say(key, self.lang, launches=count_words("launches", counts[account], self.lang))
            for account, key in (
                ("site", "at_site"),
                ("none", "not_placed"),
                ("out of view", "out_of_view"),
            )
            if counts[account]
        ]
        if not words and self.view.launches:
            words = [say("all_drawn", self.lang)]
        return self._paragraph(" ".join(words), 0.92, "regular", QUIET, after=0.5)

    def method(self) -> Block:
        """How the lines follow from what was stated."""
        words = say("method", self.lang, centre=self.centre)
        return self._paragraph(words, 0.8, "regular", QUIET, after=0.25)

    def sources(self) -> Block:
        """Whose data, and which version of the record."""
        record = self.view.atlas.record
        words = say("sources", self.lang, version=record.version, covers_to=record.covers_to)
        return self._paragraph(words, 0.8, "regular", QUIET, after=0.25)

    def link(self) -> Block:
        """Address that reopens the view."""
        return self._paragraph(
            self.view.link.partition("://")[2].rstrip("/"),
            0.8,
            "regular",
            LINK,
            link=self.view.link,
        )

    def rule(self) -> Block:
        """Line between blocks."""

        def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
            drawn = ((x, y), (x + width, y))
            return [Path((drawn,), stroke=RULE, width=0.8)], y + 0.6 * letter

        return block

    def _heading(
        self, key: str, x: float, y: float, width: float, letter: float
    ) -> tuple[list[Part], float]:
        texts, y = set_paragraph(
            say(key, self.lang), (x, y), width, 1.05 * letter, self.lang, style="semibold"
        )
        return list(texts), y + 0.15 * letter

    def _paragraph(  # noqa: PLR0913 - a paragraph has as many sides
        self,
        words: str,
        size: float,
        style: str,
        colour: str,
        *,
        after: float = 0.0,
        link: str | None = None,
    ) -> Block:
        def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
            if not words:
                return [], y
            texts, bottom = set_paragraph(
                words,
                (x, y),
                width,
                size * letter,
                self.lang,
                style=style,
                colour=colour,
                link=link,
                role="words",
            )
            return list(texts), bottom + after * letter

        return block

    def _line(  # noqa: PLR0913, PLR0917 - a line of text has as many sides
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        style: str = "regular",
        anchor: str = "start",
        colour: str = INK,
    ) -> Text:
        return set_line(
            words, (x, y), size, self.lang, style=style, anchor=anchor, colour=colour, role="legend"
        )


def stacked(
    blocks: Sequence[Block], x: float, y: float, width: float, letter: float
) -> tuple[list[Part], float]:
    """Blocks below each other; returns their parts and where they end."""
    parts: list[Part] = []
    for block in blocks:
        more, y = block(x, y, width, letter)
        parts += more
    return parts, y


def standing(
    blocks: Sequence[Block], x: float, bottom: float, width: float, letter: float
) -> tuple[list[Part], float]:
    """Blocks below each other that end at the bottom; returns their parts and where they start."""
    _, height = stacked(blocks, x, 0.0, width, letter)
    parts, _ = stacked(blocks, x, bottom - height, width, letter)
    return parts, bottom - height


def _colon(lang: str) -> str:
    return ":" if lang == "ja" else ": "


def _bar(x: float, y: float, width: float, height: float, colour: str) -> Path:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Path((corners,), fill=colour, role="bar")
