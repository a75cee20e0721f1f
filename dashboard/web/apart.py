"""What is made of the record that is served, in a process apart from those who read the page."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TypeVar

from dashboard.picture.studio import get_ready
from dashboard.selection.filters import FALLBACK
from dashboard.selection.query import read_page_query
from dashboard.selection.view import View
from dashboard.served import Served, served, take_over
from dashboard.web.doors import SHARED
from dashboard.web.queue import POOLS, QUICK, Pool
from dashboard.workers.crew import Crew, done_here, hire, hired
from dashboard.workers.process import WorkError
from dashboard.workers.work import Told

T = TypeVar("T")


def made_apart(
    here: Served, pool: Pool, make: Callable[..., T], *given: object, told: Told | None = None
) -> T:
    """
    What a function of a module makes of what is served, or of a copy of it in another process.

    Parameters
    ----------
    here
        What is served.
    pool
        Threads that wait for it, which say how long it may take.
    make
        What makes it, given what is served.
    *given
        What else it is given.
    told
        Hears now and then which share of it is done.

    Raises
    ------
    WorkError
        If it takes too long, or the machine ended the process.
    """
    crew = hired()
    # What takes long waits for the first process, and a page is made here until then.
    if crew is None or (pool is QUICK and not crew.is_ready):
        return done_here(make, here, *given, told=told)
    made: T = crew.work(_made, make, *given, longest_s=pool.job_s, known=here, told=told)
    return made


def _made(make: Callable[..., T], *given: object) -> T:
    return make(served(), *given)


def _begin(copy: bytes) -> None:
    """Do in another process what its first job would wait for: modules, fonts, base map."""
    take_over(copy)
    library = served().library
    for place in SHARED.values():
        import_module(place.partition(":")[0])
    opening, _ = read_page_query({}, library.vocabulary)
    get_ready(View(opening, library), FALLBACK)
    served().payload(FALLBACK)


def hire_for(here: Served) -> None:
    """Have all that is made of what is served made apart, by a process that is ready."""
    crew = hired() or Crew(sum(pool.most for pool in POOLS), _begin)
    hire(crew)
    # A process that does not start is tried again with its first job.
    with suppress(WorkError):
        crew.get_ready(here)
