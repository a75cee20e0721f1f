"""`python -m data [check] [FOLDER]`: check the record and say all that is wrong with it."""

# ruff: noqa: T201 - a command prints

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from data.console import run_command
from data.problem import RecordError
from data.record import TABLES, read_record


def main(arguments: Sequence[str]) -> int:
    """
    Check the record in a folder and print the result.

    Returns
    -------
    status
        Exit status: 0 if the record is fine, 1 if it is not, 2 if there is no such folder.
    """
    parser = ArgumentParser("python -m data", description="Check the record of launches.")
    parser.add_argument("command", nargs="?", choices=["check"], help="the only command")
    parser.add_argument("folder", nargs="?", type=Path, default=TABLES, help="default: data/")
    words = list(arguments)
    if words and not words[0].startswith("-") and words[0] != "check":
        words.insert(0, "check")
    folder: Path = parser.parse_args(words).folder
    if not folder.is_dir():
        message = f"{folder}: no such folder - expected one with the tables of the record"
        print(message, file=sys.stderr)
        return 2
    return check(folder)


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
