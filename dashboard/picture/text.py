"""The words of a picture: title, what is selected, the legend that counts, method and sources."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.claims.figures import claims_for
from dashboard.flights.plan import BEST
from dashboard.look import INK, PICTURE
from dashboard.picture.map.content import Content
from dashboard.picture.paper.blocks import Block, paragraph
from dashboard.picture.paper.drawing import Part
from dashboard.picture.paper.type_setting import line_width
from dashboard.selection.selection import FACETS
from dashboard.selection.view import View
from dashboard.words.picture_dates import day_words, period_words
from dashboard.words.picture_words import (
    count_words,
    figure_words,
    missile_words,
    say,
    site_words,
    value_words,
)
from dashboard.words.summary import missile_number
from data.model import Launch
from geo.geodesic import FULL_TURN_DEG, HALF_TURN_DEG

_MOST_NAMED = 6
"""Values of a filter that a subtitle names, so that it stays a sentence; the rest is a number."""
_LEAST_TITLE, _SUBTITLE, _STATEMENT, _SMALL = 1.8, 1.2, 0.92, 0.8
"""Sizes of letters [heights of a letter]: a title is never taken for a subtitle; method, sources
and link are read by whoever asks."""
_AFTER_TITLE, _AFTER_SUBTITLE, _AFTER_STATEMENT, _AFTER_SMALL = 0.2, 0.8, 0.5, 0.25
"""Room after them [heights of a letter]."""
_FITS = 0.999
"""Share of a width that the widest word of a title may fill: widths are sums of rounded ones."""


@dataclass(frozen=True)
class PictureText:
    """The words that go with a map."""

    content: Content

    @property
    def view(self) -> View:
        """What is selected."""
        return self.content.view

    @property
    def lang(self) -> str:
        """Language of the words."""
        return self.content.lang

    def title(self, size: float) -> Block:
        """Title, in letters of a size, or of a smaller one that need not cut its words."""
        words = self.title_words()
        widest = max(line_width(word, 1.0, self.lang, "semibold") for word in words.split())

        def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
            fitting = min(size, max(_LEAST_TITLE, _FITS * width / (letter * widest)))
            title = paragraph(
                words, self.lang, fitting, after=_AFTER_TITLE, style="semibold", colour=INK
            )
            return title(x, y, width, letter)

        return block

    def subtitle(self) -> Block:
        """What is selected."""
        return paragraph(self.subtitle_words(), self.lang, _SUBTITLE, after=_AFTER_SUBTITLE)

    @property
    def _alone(self) -> Launch | None:
        """Launch that the picture is of, if it is of one that is named."""
        return self.view.launches[0] if self.view.selection.launch else None

    @property
    def _whole_record(self) -> bool:
        return self.view.selection.period == self.view.library.vocabulary.period

    def title_words(self) -> str:
        """Title of the picture: the missile where it is of one launch, else the period."""
        if self._alone:
            return missile_words(self._alone.missile, self.lang)
        if self._whole_record:
            return say("title", self.lang)
        period = period_words(self.view.selection.period, self.lang)
        return say("title_of", self.lang, period=period)

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
            say("outcome", self.lang).lower()
            + _colon(self.lang)
            + value_words(launch.outcome, self.lang),
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
        if self._whole_record:
            comma = "、" if lang == "ja" else ", "
            counted += comma + period_words(selection.period, lang)
        return [counted, *(filters or [say("all", lang)])]

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

    def statement(self) -> Block:
        """What of the selection is not on the map as a line, and why."""
        counts = Counter(self.content.accounts.values())
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
        return paragraph(" ".join(words), self.lang, _STATEMENT, after=_AFTER_STATEMENT)

    def method(self) -> Block:
        """How the lines follow from what was stated."""
        words = say("method", self.lang, centre=self._centre())
        return paragraph(words, self.lang, _SMALL, after=_AFTER_SMALL)

    def sources(self) -> Block:
        """Whose data, and which version of the record."""
        record = self.view.atlas.record
        words = say("sources", self.lang, version=record.version, covers_to=record.covers_to)
        return paragraph(words, self.lang, _SMALL, after=_AFTER_SMALL)

    def link(self) -> Block:
        """Address that reopens the view."""
        link = self.view.link
        shown = link.partition("://")[2].rstrip("/")
        return paragraph(shown, self.lang, _SMALL, colour=PICTURE["link"], link=link)

    def _centre(self) -> str:
        """Where the projection touches the ground."""
        centre = self.content.frame.projection
        east = (centre.longitude + HALF_TURN_DEG) % FULL_TURN_DEG - HALF_TURN_DEG
        return (
            f"{abs(centre.latitude):.1f}°{'N' if centre.latitude >= 0 else 'S'} "
            f"{abs(east):.1f}°{'E' if east >= 0 else 'W'}"
        )


def _colon(lang: str) -> str:
    return ":" if lang == "ja" else ": "
