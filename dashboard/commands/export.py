"""`python -m dashboard export`: a view as a file."""

from argparse import Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from typing import TYPE_CHECKING

from dashboard.commands.options import add_selection, parameters
from dashboard.commands.writing import STDOUT, refuse, write_out
from dashboard.export.formats import FORMATS
from dashboard.selection.address import public_address
from dashboard.selection.view import QueryError, read_view
from dashboard.served import served
from dashboard.words.say import Words

if TYPE_CHECKING:
    from argparse import ArgumentParser

EXAMPLES = """examples:
  January 2022, short-range missiles, for a map:
    python -m dashboard export --format geojson --period 2022-01-01 2022-01-31 \\
        --type SRBM --out january.geojson
  the whole record as a table:
    python -m dashboard export --format csv --out launches.csv
  what Japan's ministry stated of the flights over Japan, to another program:
    python -m dashboard export --format json --reach overflew-japan --figures japan --out -
"""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export",
        help="write a view as a file",
        description="Write the launches selected, with their claims, sources and what is derived.",
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    kinds = "; ".join(f"{name}: {Words().say(f'file.format.{name}')}" for name in FORMATS)
    parser.add_argument("--format", required=True, choices=FORMATS, help=kinds)
    parser.add_argument(
        "--out", required=True, metavar="FILE", help=f"file to write, {STDOUT} for standard output"
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
    return write_out(options.out, FORMATS[options.format].write(view), view)
