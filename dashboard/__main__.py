"""`python -m dashboard COMMAND`: what the dashboard does without a browser."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

from dashboard.commands.terminal import terminal_words
from data.console import run_command
from data.problem import RecordError

COMMANDS = ("check", "compare", "deck", "export", "film", "picture", "read", "site")
"""Modules of `dashboard.commands`; one that is named is loaded alone, so that it starts at once."""


def main(arguments: Sequence[str]) -> int:
    """
    Run one command.

    Returns
    -------
    status
        Exit status of the command; 1 for a record with errors, 2 for arguments that cannot be
        understood.
    """
    words = terminal_words()
    parser = ArgumentParser("python -m dashboard", description=words.say("command.about"))
    commands = parser.add_subparsers(required=True, metavar="command")
    named = [command for command in COMMANDS if command in arguments[:1]]
    for command in named or COMMANDS:
        import_module(f"dashboard.commands.{command}").add_to(commands)
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except RecordError as error:
        sys.stderr.write(f"{words.say('command.record_errors')}\n{error}\n")
        return 1
    return status


if __name__ == "__main__":
    sys.exit(run_command(main))
