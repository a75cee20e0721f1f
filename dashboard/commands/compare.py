"""`python -m dashboard compare`: two periods side by side, as a picture or a table."""

from argparse import Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import fill
from typing import TYPE_CHECKING

from dashboard.commands.options import add_selection
from dashboard.commands.picture import add_order, draw_out
from dashboard.commands.terminal import examples, terminal_words
from dashboard.export import comparison_file
from dashboard.picture.order import DECK_CHOICES
from dashboard.picture.studio import ComparisonOrder, Wanted, draw
from dashboard.selection.comparison import SIDES, read_comparison
from dashboard.selection.library import Library
from dashboard.selection.view import Parameters, QueryError, View
from dashboard.web.compare_formats import ENDINGS, TABLE

if TYPE_CHECKING:
    from argparse import ArgumentParser

EXAMPLES = {
    "years": "--a 2022 --b 2017 --out 2022-and-2017.png",
    "leaders": "--a kim-jong-un --b kim-jong-il --kind ballistic --out leaders.csv",
}
"""Arguments by what they are an example of."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    words = terminal_words()
    parser = commands.add_parser(
        "compare",
        help=words.say("command.compare.help"),
        description=fill(words.say("command.compare.about")),
        epilog=examples(words, "compare", EXAMPLES),
        formatter_class=RawDescriptionHelpFormatter,
    )
    for side in SIDES:
        parser.add_argument(
            f"--{side}",
            metavar="PERIOD",
            help=f"{words.say(f'tempo.compare.{side}')}. {words.say('command.compare.period')}",
        )
    add_order(parser, DECK_CHOICES, ENDINGS, has_extent=False)
    add_selection(parser, without="period")
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """
    Write the comparison.

    Returns
    -------
    status
        Exit status: 0, 1 where it cannot be made or written, 2 where what is asked for cannot be
        read.
    """
    sides = {side: [value] for side in SIDES if (value := getattr(options, side))}
    return draw_out(options, DECK_CHOICES, ENDINGS, partial(_read, sides), _made)


def _read(
    sides: Mapping[str, Sequence[str]],
    parameters: Parameters,
    form: str,
    library: Library,
    address: str | None,
) -> tuple[View, ComparisonOrder]:
    comparison, chosen = read_comparison({**parameters, **sides}, library, DECK_CHOICES, address)
    if comparison.unread:
        raise QueryError(comparison.unread)
    view = comparison.views[0]
    return view, ComparisonOrder(form, view.selection.lang, comparison, chosen["style"])


def _made(view: View, order: Wanted) -> bytes:
    """Table, or a picture."""
    if isinstance(order, ComparisonOrder) and order.form == TABLE:
        return comparison_file.write(order.comparison)
    return draw(view, order)
