"""Where pictures, decks and films are made: few at a time, each in a process of its own."""

import logging
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from dashboard.logged import SAID
from dashboard.picture.compose import compose
from dashboard.picture.paper.deck import Deck
from dashboard.picture.paper.drawing import Drawing
from dashboard.picture.paper.film import Film
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.paper.styles import PLAIN
from dashboard.picture.process import Told, draw_in_process, start_ahead
from dashboard.picture.scene.extent import FIT
from dashboard.selection.comparison import Comparison
from dashboard.selection.view import View
from dashboard.words.say import Words

AT_ONCE = 2
MOST_WAITING = 8
LONGEST_S = 20.0
FILMS_AT_ONCE, MOST_FILMS_WAITING = 1, 3
"""Films are made apart from pictures, which would wait for them: each takes half a minute."""
LONGEST_FILM_S = 180.0


class PictureError(RuntimeError):
    """A picture that could not be made, with the reason in the language it was asked for in."""


class BusyError(PictureError):
    """Too many pictures are being made already."""


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


_log = logging.getLogger(__name__)
_composing = threading.Lock()
"""One is composed at a time, which takes the interpreter's time, as readers do."""
Wanted = Order | DeckOrder | FilmOrder | ComparisonOrder
Drawer = Callable[[View, Wanted, Told], bytes]


class Studio:
    """
    Makes pictures for any thread.

    No more than `at_once` are made at a time, and `most_waiting` wait; who asks for one that is
    being made already waits for that one.
    """

    def __init__(
        self, draw: Drawer, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING
    ) -> None:
        self._draw = draw
        self._under_way: dict[object, Future[bytes]] = {}
        self._done: dict[object, float] = {}
        self._lock = threading.Lock()
        self._most = at_once + most_waiting
        self._places = threading.Semaphore(at_once)

    def picture(self, view: View, order: Wanted) -> bytes:
        """
        File of a picture, a deck or a film.

        Raises
        ------
        BusyError
            If too many are being made already.
        PictureError
            If it cannot be made, or drawing it takes too long.
        """
        key = _key(view, order)
        with self._lock:
            others = self._under_way.get(key)
            if others is None:
                if len(self._under_way) >= self._most:
                    raise BusyError(Words(order.lang).say(f"{order.errors}.busy"))
                own: Future[bytes] = Future()
                self._under_way[key] = own
        return others.result() if others is not None else self._make(key, own, view, order)

    def progress(self, view: View, order: Wanted) -> float:
        """Share that is done of what is being made."""
        return self._done.get(_key(view, order), 0.0)

    def _make(self, key: object, own: Future[bytes], view: View, order: Wanted) -> bytes:
        try:
            with self._places:
                content = self._draw(view, order, partial(self._done.__setitem__, key))
        except BaseException as error:
            own.set_exception(error)
            raise
        else:
            own.set_result(content)
            return content
        finally:
            with self._lock:
                del self._under_way[key]
                self._done.pop(key, None)


def _key(view: View, order: Wanted) -> object:
    return view.selection, view.address, view.unread_names, order


def get_ready(view: View, lang: str) -> None:
    """Do what the first picture would wait for: fonts, base map, a process to draw it in."""
    start_ahead()
    compose(view, next(iter(SIZES)), lang)


def draw_apart(view: View, order: Wanted, told: Told = lambda _share: None) -> bytes:
    """
    File of a picture, a deck or a film, drawn in a process of its own.

    Parameters
    ----------
    view
        What it is of.
    order
        How it is wanted.
    told
        Hears now and then which share of a film is done.

    Raises
    ------
    PictureError
        If it ends with an error, or takes longer than `LONGEST_S`, a film than `LONGEST_FILM_S`.
    """
    words = Words(order.lang)
    longest_s = LONGEST_FILM_S if isinstance(order, FilmOrder) else LONGEST_S
    # Of films no two are made at a time anyway, and pictures would wait for one.
    with nullcontext() if isinstance(order, FilmOrder) else _composing:
        drawing = order.composed(view)
    try:
        return draw_in_process(drawing, order.form, longest_s, told)
    except subprocess.TimeoutExpired as error:
        raise PictureError(words.say(f"{order.errors}.too_long", seconds=longest_s)) from error
    except (subprocess.CalledProcessError, OSError) as error:
        said = getattr(error, "stderr", None)
        status = getattr(error, "returncode", None)
        _log.error(
            "drawing failed: %s",
            said.decode(errors="replace") if said else repr(error),
            extra={SAID: {"fault": type(error).__name__, "status": status}},
        )
        raise PictureError(words.say(f"{order.errors}.not_drawn")) from error
