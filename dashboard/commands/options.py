"""The selection as options of a command: the same names and values as in a link."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from dashboard.flights.overflight import REACHES
from dashboard.flights.plan import WHOSE
from dashboard.selection.selection import NO_SITE, PARAMETERS, SEAS, TYPES, WHOSE_SPELLINGS
from data.model import KINDS, OUTCOMES

_META = {"period": "DAY", "launch": "ID"}
_HELP = {
    "type": f"of these classes: {', '.join(TYPES)}",
    "kind": f"of these kinds: {', '.join(KINDS)}",
    "site": f"from these sites, by a name or an id of data/sites.csv, or “{NO_SITE}”",
    "outcome": f"with these outcomes: {', '.join(OUTCOMES)}",
    "reach": f"that did one of these: {', '.join(REACHES)}",
    "period": "on these Korean days: a first and a last one, both included, such as "
    "2022-01-01 2022-01-31, or one day alone",
    "figures": f"drawn from the figures of one of: {', '.join(WHOSE)} "
    f"(shorter: {', '.join(WHOSE_SPELLINGS)})",
    "sea": f"with the sea called one of: {', '.join(SEAS)}",
    "launch": "this launch alone, such as 2022-01-05-1",
}


def add_selection(parser: ArgumentParser) -> None:
    """Add an option for each parameter of a link."""
    group = parser.add_argument_group(
        "selection",
        "Which launches, in the words of the dashboard's link. Without any, the whole record.\n"
        "Quote a value that holds a space.",
    )
    for name in PARAMETERS:
        group.add_argument(
            f"--{name}",
            nargs="+",
            action="extend",
            metavar=_META.get(name, "VALUE"),
            help=_HELP[name],
        )


def parameters(options: Namespace) -> Mapping[str, Sequence[str]]:
    """Selection options as the query that `read_view` takes."""
    given = {name: getattr(options, name) for name in PARAMETERS}
    return {name: values for name, values in given.items() if values}
