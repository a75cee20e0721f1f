"""`python -m dashboard check`: what in the record does not fit the flights drawn from it."""

# ruff: noqa: T201 - a command prints

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from dashboard.flights import atlases
from dashboard.plans import BEST
from dashboard.sanity import findings


def main(arguments: Sequence[str]) -> int:
    """
    Print every finding with its explanation.

    Returns
    -------
    status
        Exit status: 0 if the note of its launch explains each, else 1.
    """
    parser = ArgumentParser("python -m dashboard", description="Check the flights drawn.")
    parser.add_argument("command", choices=["check"], help="the only command")
    parser.parse_args(arguments)
    found = findings(atlases()[BEST])
    for finding in found:
        print(finding)
    unexplained = sum(finding.launch.note is None for finding in found)
    print(f"{len(found)} claims do not fit the flights drawn, {unexplained} of them unexplained")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
