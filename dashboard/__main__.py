"""`python -m dashboard COMMAND`: what the dashboard does without a browser."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from dashboard.commands import check, export, site

COMMANDS = (check, export, site)


def main(arguments: Sequence[str]) -> int:
    """
    Run one command.

    Returns
    -------
    status
        Exit status of the command; 2 for arguments that cannot be understood.
    """
    parser = ArgumentParser("python -m dashboard", description="The dashboard without a browser.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        command.add_to(commands)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
