"""`python -m dashboard film`: a view as a film."""

import sys
import time
from argparse import Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from textwrap import fill
from typing import TYPE_CHECKING

from dashboard.commands.options import add_selection
from dashboard.commands.picture import add_order, draw_out
from dashboard.commands.terminal import examples, terminal_words
from dashboard.picture.order import FILM_CHOICES, read_film_order
from dashboard.picture.paper.sizes import FILM_FORMATS
from dashboard.picture.studio import Wanted, draw
from dashboard.selection.view import View

if TYPE_CHECKING:
    from argparse import ArgumentParser

EXAMPLES = {
    "year": "--period 2022 --out 2022.mp4",
    "square": "--period 2017 --type ICBM --size square --lang ko --out icbm.webp",
}
"""Arguments by what they are an example of."""
_BETWEEN_S = 1.0
"""Time between two lines on how far it has come [s]."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    words = terminal_words()
    parser = commands.add_parser(
        "film",
        help=words.say("command.film.help"),
        description=fill(words.say("command.film.about")),
        epilog=examples(words, "film", EXAMPLES),
        formatter_class=RawDescriptionHelpFormatter,
    )
    add_order(parser, FILM_CHOICES, FILM_FORMATS)
    add_selection(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """
    Write the film, and say how far it has come.

    Returns
    -------
    status
        Exit status: 0, 1 where it cannot be made or written, 2 where what is asked for cannot be
        read or nothing of it would move.
    """
    return draw_out(options, FILM_CHOICES, FILM_FORMATS, read_film_order, _made)


def _made(view: View, order: Wanted) -> bytes:
    """Film, with a line each second on how far it has come."""
    words = terminal_words()
    last = time.monotonic()

    def tell(share: float) -> None:
        nonlocal last
        if (now := time.monotonic()) - last >= _BETWEEN_S:
            last = now
            sys.stderr.write(f"{words.say('film.progress', share=words.share(share))}\n")

    return draw(view, order, tell)
