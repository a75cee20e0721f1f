"""`python -m dashboard check`: what in the record does not fit the flights drawn from it."""

# ruff: noqa: T201 - a command prints

from argparse import Namespace, _SubParsersAction
from typing import TYPE_CHECKING

from dashboard.commands.terminal import terminal_words
from dashboard.flights.checks import findings
from dashboard.served import served

if TYPE_CHECKING:
    from argparse import ArgumentParser


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    about = terminal_words().say("command.check.about")
    parser = commands.add_parser("check", help=about, description=about)
    parser.set_defaults(run=run)


def run(_options: Namespace) -> int:
    """
    Print every finding with its explanation.

    Returns
    -------
    status
        Exit status: 0 if the note of its launch explains each, else 1.
    """
    found = findings(served().library.best)
    for finding in found:
        print(finding)
    unexplained = sum(finding.launch.note is None for finding in found)
    print(terminal_words().say("command.check.found", n=len(found), unexplained=unexplained))
    return 1 if unexplained else 0
