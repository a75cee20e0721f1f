"""Where pictures are made: two at a time, each in a process of its own."""

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from dashboard.picture.compose import compose
from dashboard.picture.paper.deck import Deck
from dashboard.picture.paper.drawing import Drawing
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.paper.styles import PLAIN
from dashboard.picture.process import draw_in_process, start_ahead
from dashboard.picture.scene.extent import FIT
from dashboard.selection.comparison import Comparison
from dashboard.selection.view import View
from dashboard.words.say import Words

AT_ONCE = 2
MOST_WAITING = 8
LONGEST_S = 20.0


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


Wanted = Order | DeckOrder | ComparisonOrder


Drawer = Callable[[View, Wanted], bytes]


class Studio:
    """
    Makes pictures for any thread.

    No more than `AT_ONCE` are made at a time, and `MOST_WAITING` wait; who asks for one that is
    being made already waits for that one.
    """

    def __init__(self, draw: Drawer) -> None:
        self._draw = draw
        self._under_way: dict[object, Future[bytes]] = {}
        self._lock = threading.Lock()
        self._places = threading.Semaphore(AT_ONCE)

    def picture(self, view: View, order: Wanted) -> bytes:
        """
        File of a picture or a deck.

        Raises
        ------
        BusyError
            If too many are being made already.
        PictureError
            If it cannot be made, or drawing it takes longer than `LONGEST_S`.
        """
        key = (view.selection, view.address, view.unread_names, order)
        with self._lock:
            others = self._under_way.get(key)
            if others is None:
                if len(self._under_way) >= AT_ONCE + MOST_WAITING:
                    raise BusyError(Words(order.lang).say("picture.error.busy"))
                own: Future[bytes] = Future()
                self._under_way[key] = own
        return others.result() if others is not None else self._make(key, own, view, order)

    def _make(self, key: object, own: Future[bytes], view: View, order: Wanted) -> bytes:
        try:
            with self._places:
                content = self._draw(view, order)
        except BaseException as error:
            own.set_exception(error)
            raise
        else:
            own.set_result(content)
            return content
        finally:
            with self._lock:
                del self._under_way[key]


def get_ready(view: View, lang: str) -> None:
    """Do what the first picture would wait for: fonts, base map, a process to draw it in."""
    start_ahead()
    compose(view, next(iter(SIZES)), lang)


def draw_apart(view: View, order: Wanted) -> bytes:
    """
    File of a picture or a deck, drawn in a process of its own.

    Raises
    ------
    PictureError
        If it ends with an error, or takes longer than `LONGEST_S`.
    """
    words = Words(order.lang)
    drawing = order.composed(view)
    try:
        return draw_in_process(drawing, order.form, LONGEST_S)
    except subprocess.TimeoutExpired as error:
        raise PictureError(words.say("picture.error.too_long", seconds=LONGEST_S)) from error
    except (subprocess.CalledProcessError, OSError) as error:
        sys.stderr.write((getattr(error, "stderr", None) or b"").decode(errors="replace"))
        raise PictureError(words.say("picture.error.not_drawn")) from error
