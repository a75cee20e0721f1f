"""`python -m dashboard deck`: a view as slides."""

from argparse import Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from typing import TYPE_CHECKING

from dashboard.commands.options import add_selection
from dashboard.commands.picture import add_order, draw_out
from dashboard.picture.order import DECK_CHOICES, read_deck_order
from dashboard.picture.paper.sizes import DECK_FORMATS

if TYPE_CHECKING:
    from argparse import ArgumentParser

EXAMPLES = """examples:
  January 2022, to be shown and changed:
    python -m dashboard deck --period 2022-01 --out january.pptx
  the ICBMs of 2017, in Korean, on dark slides:
    python -m dashboard deck --period 2017 --type ICBM --lang ko --style dark --out icbm.pdf
"""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser(
        "deck",
        help="draw a view as slides",
        description="Write the launches selected as slides: map, table, altitudes, sources.",
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    add_order(parser, DECK_CHOICES, DECK_FORMATS)
    add_selection(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """
    Write the slides.

    Returns
    -------
    status
        Exit status: 0, 1 where they cannot be made or written, 2 where what is asked for cannot be
        read.
    """
    return draw_out(options, DECK_CHOICES, DECK_FORMATS, read_deck_order)
