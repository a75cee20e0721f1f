"""How pictures, decks and films are wanted, and the one way to make them."""

from dataclasses import dataclass
from typing import ClassVar

from dashboard.picture.compose import compose
from dashboard.picture.paper.deck import Deck
from dashboard.picture.paper.draw import write
from dashboard.picture.paper.drawing import Drawing
from dashboard.picture.paper.film import Film
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.paper.styles import PLAIN
from dashboard.picture.scene.extent import FIT
from dashboard.selection.comparison import Comparison
from dashboard.selection.view import View
from dashboard.workers.work import Told

AT_ONCE = 2
"""Pictures that are made at once, one for each core of a small machine."""
LONGEST_S = 20.0
LONGEST_FILM_S = 180.0


@dataclass(frozen=True, slots=True)
class Order:
    """
    How a picture is wanted.

    A name of `SIZES`, one of `FORMATS`, a language, an extent, a name of `STYLES`.
    """

    size: str
    form: str
    lang: str
    extent: str = FIT
    style: str = PLAIN
    errors: ClassVar[str] = "picture.error"

    @property
    def particulars(self) -> tuple[str, ...]:
        """What the name of its file says beside the selection."""
        style = () if self.style == PLAIN else (self.style,)
        return (self.size, *style, self.lang)

    def composed(self, view: View) -> Drawing:
        """Picture of a view that is wanted."""
        return compose(view, self.size, self.lang, self.extent, self.style)


@dataclass(frozen=True, slots=True)
class DeckOrder:
    """How a deck is wanted: one of `DECK_FORMATS`, a language, an extent, a name of `STYLES`."""

    form: str
    lang: str
    extent: str = FIT
    style: str = PLAIN
    errors: ClassVar[str] = "picture.error"

    @property
    def particulars(self) -> tuple[str, ...]:
        """What the name of its file says beside the selection."""
        style = () if self.style == PLAIN else (self.style,)
        return ("slides", *style, self.lang)

    def composed(self, view: View) -> Deck:
        """Deck of a view that is wanted."""
        # Loaded with the first one: most who draw a picture want no deck.
        from dashboard.picture.deck.deck import compose_deck  # noqa: PLC0415

        return compose_deck(view, self.lang, self.extent, self.style)


@dataclass(frozen=True, slots=True)
class ComparisonOrder:
    """How two periods are wanted beside each other: one of `FORMATS`, a language, a style."""

    form: str
    lang: str
    comparison: Comparison
    style: str = PLAIN
    errors: ClassVar[str] = "picture.error"

    @property
    def particulars(self) -> tuple[str, ...]:
        """What the name of its file says beside the selection of the first period."""
        style = () if self.style == PLAIN else (self.style,)
        first, last = self.comparison.views[1].selection.period
        return ("and", f"{first}_{last}", *style, self.lang)

    def composed(self, _view: View) -> Drawing:
        """Picture of both periods."""
        # Loaded with the first one, as that of slides.
        from dashboard.picture.comparison import compose_comparison  # noqa: PLC0415

        return compose_comparison(self.comparison, self.lang, self.style)

    def __hash__(self) -> int:
        """Two orders of the same link are one."""
        return hash((self.form, self.lang, self.style, self.comparison.named))


@dataclass(frozen=True, slots=True)
class FilmOrder:
    """How a film is wanted: one of `FILM_SIZES`, one of `FILM_FORMATS`, a language, an extent."""

    size: str
    form: str
    lang: str
    extent: str = FIT
    errors: ClassVar[str] = "film.error"

    @property
    def particulars(self) -> tuple[str, ...]:
        """What the name of its file says beside the selection."""
        return ("film", self.size, self.lang)

    def composed(self, view: View) -> Film:
        """Film of a view that is wanted."""
        # Loaded with the first one, as a deck is.
        from dashboard.picture.film.film import compose_film  # noqa: PLC0415

        return compose_film(view, self.size, self.lang, self.extent)


Wanted = Order | DeckOrder | FilmOrder | ComparisonOrder


def get_ready(view: View, lang: str) -> None:
    """Do what the first picture would wait for: fonts, base map."""
    compose(view, next(iter(SIZES)), lang)


def draw(view: View, order: Wanted, told: Told = lambda _share: None) -> bytes:
    """
    File of a picture, a deck or a film.

    Parameters
    ----------
    view
        What it is of.
    order
        How it is wanted.
    told
        Hears now and then which share of a film is done.
    """
    return write(order.composed(view), order.form, lambda done, number: told(done / number))
