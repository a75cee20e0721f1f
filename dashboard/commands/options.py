"""The selection as options of a command: the same names and values as in a link."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from dashboard.commands.terminal import terminal_words
from dashboard.selection.filters import FILTERS, Filter
from dashboard.words.say import Words

_META = {"period": "DATE", "launch": "ID", "open": "ID", "moment": "ID"}


def add_selection(parser: ArgumentParser, without: str | None = None) -> None:
    """Add an option for each parameter of a link, `without` one that a command has no use for."""
    words = terminal_words()
    group = parser.add_argument_group(
        words.say("command.selection"), words.say("command.about_selection")
    )
    for name, row in FILTERS.items():
        if name == without:
            continue
        group.add_argument(
            f"--{name}",
            nargs="+",
            action="extend",
            metavar=_META.get(name, "VALUE"),
            help=_help(words, row).replace("%", "%%"),
        )


def _help(words: Words, row: Filter) -> str:
    """What a parameter selects, and what it takes."""
    about = words.say(f"choose.about.{row.name}")
    if row.listed and not row.table:
        takes = words.say("choose.values", values=tuple(row.values))
    elif row.example:
        takes = words.say("choose.example", example=" ".join(row.example))
    else:
        return about
    return f"{about} {takes}"


def parameters(options: Namespace) -> Mapping[str, Sequence[str]]:
    """Selection options as the query that `read_view` takes."""
    given = {name: getattr(options, name, None) for name in FILTERS}
    return {name: values for name, values in given.items() if values}
