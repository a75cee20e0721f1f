"""`python -m dashboard export`: a view as a file."""

from argparse import Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from textwrap import fill
from typing import TYPE_CHECKING

from dashboard.commands.options import add_selection, parameters
from dashboard.commands.terminal import examples, terminal_words
from dashboard.commands.writing import STDOUT, refuse, write_out
from dashboard.export.formats import FORMATS
from dashboard.selection.address import public_address
from dashboard.selection.view import QueryError, read_view
from dashboard.served import served

if TYPE_CHECKING:
    from argparse import ArgumentParser

EXAMPLES = {
    "january": "--format geojson --period 2022-01-01 2022-01-31 --type SRBM --out january.geojson",
    "table": "--format csv --out launches.csv",
    "over_japan": "--format json --reach overflew-japan --figures japan --out -",
}
"""Arguments by what they are an example of."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    words = terminal_words()
    parser = commands.add_parser(
        "export",
        help=words.say("command.export.help"),
        description=fill(words.say("command.export.about")),
        epilog=examples(words, "export", EXAMPLES),
        formatter_class=RawDescriptionHelpFormatter,
    )
    kinds = words.joined(
        (
            words.say("view.named", name=name, text=words.say(f"file.format.{name}"))
            for name in FORMATS
        ),
        "semicolon",
    )
    parser.add_argument("--format", required=True, choices=FORMATS, help=kinds)
    parser.add_argument(
        "--out", required=True, metavar="FILE", help=words.say("command.out", standard=STDOUT)
    )
    add_selection(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """
    Write the file.

    Returns
    -------
    status
        Exit status: 0, 1 where the file cannot be written, 2 where the selection cannot be read.
    """
    try:
        view, _ = read_view(parameters(options), served().library, address=public_address())
    except QueryError as error:
        return refuse(error)
    return write_out(options.out, FORMATS[options.format].write(view), len(view.launches))
