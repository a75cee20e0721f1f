"""
`python -m data [check] [FOLDER]`: check the record and say all that is wrong with it.

`python -m data diff OLD [NEW]` says what differs between two copies, `python -m data release OLD
[NEW] --reason TEXT` appends what a version did to each launch to its `changes.csv`.
"""

# ruff: noqa: T201 - a command prints

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from data.console import run_command
from data.difference import differences
from data.problem import RecordError
from data.record import TABLES, read_record
from data.release import release, said

COMMANDS = ("check", "diff", "release")


def main(arguments: Sequence[str]) -> int:
    """
    Run one command, `check` where none is named.

    Returns
    -------
    status
        Exit status: 0 if all is fine, 1 if something is wrong with the record or, of `diff`, the
        copies differ, 2 if there is no such folder.
    """
    words = list(arguments)
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        words.insert(0, "check")
    options = _parser().parse_args(words)
    folders = [options.folder] if options.command == "check" else [options.old, options.new]
    for folder in folders:
        if not folder.is_dir():
            message = f"{folder}: no such folder - expected one with the tables of the record"
            print(message, file=sys.stderr)
            return 2
    if options.command == "check":
        return check(options.folder)
    if options.command == "diff":
        return diff(options.old, options.new)
    return append(options.old, options.new, options.reason)


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m data", description="The record of launches as tables.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    about = "say all that is wrong with the record (the default)"
    one = commands.add_parser("check", help=about, description=about)
    one.add_argument("folder", nargs="?", type=Path, default=TABLES, help="default: data/")
    for name, about in (
        ("diff", "say what differs between two copies of the tables, row by row, by launch"),
        ("release", "append what a version did to each launch to its changes.csv"),
    ):
        two = commands.add_parser(name, help=about, description=about)
        two.add_argument("old", type=Path, help="folder with the tables as they were")
        two.add_argument("new", nargs="?", type=Path, default=TABLES, help="default: data/")
        if name == "release":
            two.add_argument("--reason", required=True, help="why; one sentence")
    return parser


def diff(old: Path, new: Path) -> int:
    """Print every row that differs."""
    found = differences(old, new)
    for line in said(found):
        print(line)
    launches = len({row.launch_id for row in found if row.launch_id})
    print(f"{len(found)} rows of {launches} launches and of the record differ: {old} -> {new}")
    return 1 if found else 0


def append(old: Path, new: Path, reason: str) -> int:
    """Append a release to the history, or say why not."""
    try:
        changes = release(old, new, reason)
    except ValueError as error:
        print(error)
        return 1
    print(f"{len(changes)} rows appended to {new / 'changes.csv'}: give each its own reason")
    return 0


def check(folder: Path) -> int:
    """Print what is wrong with the record, or how large it is."""
    try:
        record = read_record(folder)
    except RecordError as error:
        print(error)
        found = len(error.problems)
        print(f"{found} problem{'s' if found > 1 else ''} in {folder}")
        return 1
    print(f"The record in {folder} is fine, version {record.version}, up to {record.covers_to}:")
    counts = {
        "launches": len(record.launches),
        "missiles fired": sum(launch.count for launch in record.launches if launch.count),
        "launches without a count": sum(launch.count is None for launch in record.launches),
        "claims": sum(len(launch.claims) for launch in record.launches),
        "corrections": sum(len(launch.corrections) for launch in record.launches),
        "entries not counted as launches": len(record.exclusions),
        "sources": len(record.sources),
        "sites": len(record.sites),
        "places of impacts": len(record.places),
        "types of missile": len(record.missiles),
        "events around the launches": len(record.events),
    }
    for what, count in counts.items():
        print(f"  {what}: {count:,}")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
