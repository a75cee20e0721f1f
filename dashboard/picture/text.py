"""The words of a picture: title, what is selected, what is not drawn, method and sources."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from dashboard.claims.authorities import party
from dashboard.flights.missile_figures import MissileFigures
from dashboard.flights.plan import wanted_party
from dashboard.look import INK, PICTURE
from dashboard.picture.map.content import Content
from dashboard.picture.paper.blocks import Block, paragraph
from dashboard.picture.paper.deck import TITLE
from dashboard.picture.paper.drawing import Part
from dashboard.picture.paper.type_setting import line_width
from dashboard.selection.filters import LISTS
from dashboard.selection.view import View
from dashboard.words.dates import day_words, period_words
from dashboard.words.durations import time_interval
from dashboard.words.filters import value_label
from dashboard.words.names import missile_words, short_site_words
from dashboard.words.say import Words
from dashboard.words.views import missile_number
from data.model import Claim, Launch
from geo.geodesic import FULL_TURN_DEG, HALF_TURN_DEG

_MOST_NAMED = 6
"""Values of a filter that a subtitle names, so that it stays a sentence; the rest is a number."""
_LEAST_TITLE, _SUBTITLE, _STATEMENT, SMALL = 1.6, 1.2, 0.92, 0.8
"""Sizes of letters [heights of a letter]: a title is never taken for a subtitle; method, sources
and link are read by whoever asks."""
_AFTER_TITLE, _AFTER_SUBTITLE, _AFTER_STATEMENT, AFTER_SMALL = 0.2, 0.8, 0.5, 0.25
"""Room after them [heights of a letter]."""
_FITS = 0.999
"""Share of a width that the widest word of a title may fill: widths are sums of rounded ones."""


_NOT_DRAWN = ("site", "none", "out of view")
"""Accounts of launches that are no line on the map."""


@dataclass(frozen=True)
class ViewText:
    """The text that goes with a view, whatever is drawn of it."""

    view: View
    words: Words

    @property
    def lang(self) -> str:
        """Language of the text."""
        return self.words.lang

    def title(self, size: float) -> Block:
        """Title, in letters of a size, or of a smaller one that need not cut its words."""
        title = self.title_words()
        widest = max(line_width(word, 1.0, self.lang, "semibold") for word in title.split())

        def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
            fitting = min(size, max(_LEAST_TITLE, _FITS * width / (letter * widest)))
            whole = paragraph(
                title,
                self.lang,
                fitting,
                after=_AFTER_TITLE,
                style="semibold",
                colour=INK,
                role=TITLE,
            )
            return whole(x, y, width, letter)

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
            return missile_words(self.words, self._alone.missile)
        if self._whole_record:
            return self.words.say("title")
        period = period_words(self.words, self.view.selection.period)
        return self.words.say("picture.title_of", period=period)

    def subtitle_words(self) -> str:
        """What is selected, or the launch that is named, in sentences."""
        return self._launch_words(self._alone) if self._alone else self._selection_words()

    def _launch_words(self, launch: Launch) -> str:
        """Day, site and outcome of a launch, and the figures drawn of its first missile."""
        first = MissileFigures(launch, 1)
        distance = first.range_km(wanted_party(self.view.selection.figures))
        apogee = first.apogee_km(party(distance.claim.authority) if distance else "")
        stated = {
            name: self._stated_words(figure.claim)
            for name, figure in (("range", distance), ("apogee", apogee))
            if figure
        }
        figures = self.words.say(
            f"picture.launch{''.join(f'_{name}' for name in stated)}",
            day=day_words(self.words, launch.date),
            site=short_site_words(self.words, launch.site),
            missiles=self.words.say("count.missiles", n=missile_number([launch])),
            outcome=self._value_words("outcome", launch.outcome),
            **stated,
        )
        return self._sentences([figures, *self._time_words(launch)])

    def _time_words(self, launch: Launch) -> list[str]:
        """Derived flight time of its first missile as an interval, and from whose figures."""
        flown = self.view.atlas.curves[launch.id].drawn[:1]
        return [
            self.words.say(
                "picture.flight_time",
                time=time_interval(self.words, curve.ascent),
                authority=self.words.named("authority", curve.apogee_km.claim.authority),
            )
            for curve in flown
            if not curve.failed
        ]

    def _stated_words(self, claim: Claim) -> str:
        """Stated length with who stated it: `≈ 700 km (JCS)`, `350–400 km (KCNA)`."""
        words = self.words
        bounds = [words.number(each) for each in (claim.low, claim.high) if each is not None]
        number = bounds[0]
        if bounds[-1] != number:
            number = words.say("picture.span", low=number, high=bounds[-1])
        return words.say(
            f"picture.stated.{claim.qualifier}",
            figure=words.say("picture.km", number=number),
            authority=words.named("authority", claim.authority),
        )

    def _selection_words(self) -> str:
        """How many launches, of when, and each filter that is set."""
        words, selection = self.words, self.view.selection
        filters = [
            words.say(
                "picture.chosen",
                filter=words.say(f"filter.{name}.label"),
                values=self._values_words(name, values),
            )
            for name in LISTS
            if (values := selection.chosen(name))
        ]
        filters += [words.say(f"picture.figures.{each}") for each in selection.chosen("figures")]
        return self._sentences([self._counted_words(), *(filters or [words.say("picture.all")])])

    def _counted_words(self) -> str:
        """How many launches and missiles, and of when where the title does not say it."""
        words, number = self.words, len(self.view.launches)
        launches = words.say("count.launches", n=number)
        missiles = words.say("count.missiles", n=missile_number(self.view.launches))
        period = period_words(words, self.view.selection.period)
        if not self._whole_record:
            if not number:
                return words.say("picture.none")
            return words.say("picture.counted", launches=launches, missiles=missiles)
        if not number:
            return words.say("picture.none_whole", period=period)
        return words.say(
            "picture.counted_whole", launches=launches, missiles=missiles, period=period
        )

    def _values_words(self, name: str, values: Sequence[str]) -> str:
        said = [self._value_words(name, value) for value in values[:_MOST_NAMED]]
        if len(values) > _MOST_NAMED:
            said.append(self.words.say("picture.more", number=len(values) - _MOST_NAMED))
        return self.words.joined(said)

    def _value_words(self, name: str, value: str) -> str:
        """Value of a filter; types and sites as the rest of the picture calls them."""
        if name == "type":
            return self.words.say(f"picture.type.{value}")
        record = self.view.atlas.record
        if name == "site" and value in record.sites:
            return short_site_words(self.words, record.sites[value])
        if name == "missile":
            return missile_words(self.words, record.missiles[value])
        return value_label(self.words, record, name, value)

    def _sentences(self, said: Sequence[str]) -> str:
        """Sentences one after another, as the language puts them."""
        return reduce(
            lambda first, other: self.words.say("picture.then", first=first, next=other), said
        )

    def sources(self) -> Block:
        """What of the link was left out, whose data, and which version of the record."""
        record, say = self.view.atlas.record, self.words.say
        sources = say("picture.sources", version=record.version, covers_to=record.covers_to)
        said = [sources]
        if self.view.unread:
            names = self.words.listed(self.view.unread_names)
            left_out = say("picture.unread_named", names=names) if names else say("picture.unread")
            said = [left_out, sources]
        return paragraph(self._sentences(said), self.lang, SMALL, after=AFTER_SMALL)

    def link(self) -> Block | None:
        """Address that reopens the view, if there is one that others reach."""
        link = self.view.lasting_link
        if link is None:
            return None
        shown = link.partition("://")[2].rstrip("/")
        return paragraph(shown, self.lang, SMALL, colour=PICTURE["link"], link=link)


@dataclass(frozen=True)
class PictureText(ViewText):
    """The text that goes with a map."""

    content: Content

    @classmethod
    def of(cls, content: Content) -> "PictureText":
        """Text of what a map shows."""
        return cls(content.view, content.words, content)

    def statement(self) -> Block:
        """What of the selection is not on the map as a line, and why."""
        counts = Counter(self.content.accounts.values())
        said = [
            self.words.say(
                f"picture.not_drawn.{account}", launches=self.words.say("count.launches", n=number)
            )
            for account in _NOT_DRAWN
            if (number := counts[account])
        ]
        if not said and self.view.launches:
            said = [self.words.say("picture.all_drawn")]
        statement = self._sentences(said) if said else ""
        return paragraph(statement, self.lang, _STATEMENT, after=_AFTER_STATEMENT)

    def method(self) -> Block:
        """How the lines follow from what was stated."""
        method = self.words.say("picture.method", centre=self._centre_words())
        return paragraph(method, self.lang, SMALL, after=AFTER_SMALL)

    def _centre_words(self) -> str:
        """Where the projection touches the ground."""
        centre = self.content.frame.projection
        east = (centre.longitude + HALF_TURN_DEG) % FULL_TURN_DEG - HALF_TURN_DEG
        north_or_south = "north" if centre.latitude >= 0 else "south"
        east_or_west = "east" if east >= 0 else "west"
        say = self.words.say
        return say(
            "picture.centre",
            latitude=say(
                f"picture.degrees.{north_or_south}", degrees=f"{abs(centre.latitude):.1f}"
            ),
            longitude=say(f"picture.degrees.{east_or_west}", degrees=f"{abs(east):.1f}"),
        )
