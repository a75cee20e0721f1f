"""A film of twelve months, beside the encoding of as many frames that are ready."""

import itertools
import time

from dashboard.picture.film.film import compose_film
from dashboard.picture.paper.film_file import encoded, write_film
from dashboard.picture.paper.film_frames import frames
from dashboard.selection.view import read_view
from dashboard.served import served

YEAR = {"period": ["2022"]}
"""The fullest year of the record."""
HELD = 20
"""Frames for which each that is ready is shown: all at once would not fit into memory."""


def year_s(form: str, size: str) -> dict[str, float]:
    """
    Time of a film of 2022 from its selection on, and of encoding ready frames [s].

    `made` is that on the clock; `ours` and `encoding` are those of the processor, to be compared.
    """
    view, _ = read_view(YEAR, served().library)
    begun, used = time.perf_counter(), time.process_time()
    film = compose_film(view, size, "en")
    write_film(film, form, _unheard)
    made, ours = time.perf_counter() - begun, time.process_time() - used
    kept = list(itertools.islice(frames(film), 0, None, HELD))
    ready = (kept[number // HELD] for number in range(film.frames))
    used = time.process_time()
    encoded(film, ready, form, _unheard)
    return {"made": made, "ours": ours, "encoding": time.process_time() - used}


def _unheard(_done: int, _all: int) -> None:
    pass
