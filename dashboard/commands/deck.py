"""`python -m dashboard deck`: a view as slides."""

from argparse import Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from textwrap import fill
from typing import TYPE_CHECKING

from dashboard.commands.options import add_selection
from dashboard.commands.picture import add_order, draw_out
from dashboard.commands.terminal import examples, terminal_words
from dashboard.picture.order import DECK_CHOICES, read_deck_order
from dashboard.picture.paper.sizes import DECK_FORMATS

if TYPE_CHECKING:
    from argparse import ArgumentParser

EXAMPLES = {
    "january": "--period 2022-01 --out january.pptx",
    "dark": "--period 2017 --type ICBM --lang ko --style dark --out icbm.pdf",
}
"""Arguments by what they are an example of."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    words = terminal_words()
    parser = commands.add_parser(
        "deck",
        help=words.say("command.deck.help"),
        description=fill(words.say("command.deck.about")),
        epilog=examples(words, "deck", EXAMPLES),
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
