"""`python -m dashboard check`: what in the record does not fit the flights drawn from it."""

# ruff: noqa: T201 - a command prints

from argparse import Namespace, _SubParsersAction
from typing import TYPE_CHECKING

from dashboard.commands.terminal import terminal_words
from dashboard.flights.checks import Finding, findings
from dashboard.served import served
from dashboard.words.claims import authority_words, site_words
from dashboard.words.say import Words

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
    words = terminal_words()
    for finding in found:
        print(finding_words(words, finding))
    unexplained = sum(finding.launch.note is None for finding in found)
    print(words.say("command.check.found", n=len(found), unexplained=unexplained))
    return 1 if unexplained else 0


def finding_words(words: Words, finding: Finding) -> str:
    """Sentence on a launch that does not fit its flights, and how the record explains it."""
    launch = finding.launch
    first, second = (*(authority_words(words, each) for each in finding.authorities), "", "")[:2]
    stated, derived = (*(words.number(time, 0) for time in finding.times_s), "", "")[:2]
    places = {
        "site": site_words(words, launch.site) if launch.site else "",
        "sea": words.named("sea", finding.sea or ""),
        "share": words.share(finding.share or 0),
        "first": first,
        "second": second,
        "stated": stated,
        "derived": derived,
    }
    what = words.say(f"command.misfit.{finding.kind}", **places)
    why = launch.note or words.say("command.check.unexplained")
    return words.say("command.check.finding", id=launch.id, what=what, why=why)
