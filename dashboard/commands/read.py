"""`python -m dashboard read`: claims out of a report, as JSON, as rows for the record, as text."""

import datetime as dt
import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import fill

from dashboard.commands.terminal import examples, terminal_words
from dashboard.reports.documents import STDIN, DocumentError, read_document
from dashboard.words.say import Words
from data.cells import full_date
from data.reading.names import RecordNames, read_names
from data.reading.passage import TextError
from data.reading.proposal import ClaimProposal, LaunchProposal, Reading
from data.reading.reader import read_report
from data.reading.rows import Document, rows_of

FORMATS = ("json", "csv", "text")
EXAMPLES = {
    "person": "report.txt --published 2022-01-30",
    "rows": 'page.html --published 2022-01-30 --source "Example News" --format csv',
}
"""Arguments by what they are an example of."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    words = terminal_words()
    parser = commands.add_parser(
        "read",
        help=words.say("command.read.help"),
        description=fill(words.say("command.read.about")),
        epilog=examples(words, "read", EXAMPLES),
        formatter_class=RawDescriptionHelpFormatter,
    )
    files = words.say("command.read.files", standard=STDIN)
    parser.add_argument("files", nargs="+", metavar="FILE", help=files)
    day = words.say("command.read.published")
    parser.add_argument("--published", type=_day, metavar="DAY", help=day)
    parser.add_argument("--source", metavar="NAME", help=words.say("command.read.source"))
    parser.add_argument("--url", metavar="ADDRESS", help=words.say("command.read.url"))
    form = words.say("command.read.format")
    parser.add_argument("--format", choices=FORMATS, default="text", help=form)
    parser.set_defaults(run=run)


def _day(words: str) -> dt.date:
    if full_date(words) is None:
        raise ValueError(words)
    return dt.date.fromisoformat(words)


def run(options: Namespace) -> int:
    """
    Read the files and print what they say.

    Returns
    -------
    status
        Exit status: 0, 1 if a file could not be read.
    """
    words, names = terminal_words(), read_names()
    status = 0
    found: list[Reading] = []
    for number, name in enumerate(options.files, start=1):
        try:
            text = read_document(name)
            reading = read_report(text, options.published, names, options.source)
        except DocumentError as error:
            sys.stderr.write(f"{name}: {words.say(f'document.{error.key}', **error.places)}\n")
            status = 1
            continue
        except TextError as error:
            sys.stderr.write(f"{name}: {error}\n")
            status = 1
            continue
        found.append(reading)
        if len(options.files) > 1:
            come = {"number": number, "all": len(options.files), "name": name}
            sys.stderr.write(f"{words.say('command.read.progress', **come)}\n")
    sys.stdout.write(_written(found, options, names))
    return status


def _written(found: list[Reading], options: Namespace, names: RecordNames) -> str:
    if options.format == "json":
        objects = [_object(reading) for reading in found]
        one = len(options.files) == 1
        content = objects[0] if one and objects else objects
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if options.format == "csv":
        day = options.published.isoformat() if options.published else None
        document = Document(options.source, options.url, day)
        return rows_of(((reading, document) for reading in found), names).text()
    words = terminal_words()
    return "\n".join(line for reading in found for line in _lines(words, reading)) + "\n"


def _object(reading: Reading) -> dict[str, object]:
    content = asdict(reading)
    for launch in content["launches"]:
        for claim in launch["claims"]:
            claim["missiles"] = ";".join(map(str, claim["missiles"]))
    return content


def _lines(words: Words, reading: Reading) -> Iterator[str]:
    """Launches and claims, one a line, then what was left out and why."""
    for launch in reading.launches:
        yield _launch(words, launch)
        yield from (f"  {_claim(words, claim)}" for claim in launch.claims)
    if not reading.launches:
        yield words.say("command.read.none")
    for unused in reading.unused:
        text = repr(_printable(unused.text))
        yield f"  {words.say('command.read.left_out', text=text, reason=unused.reason)}"


def _launch(words: Words, launch: LaunchProposal) -> str:
    what = [launch.range_class, launch.kind, launch.missile_id, launch.site_id, launch.outcome]
    said = words.say(
        "command.read.recalled" if launch.background else "command.read.launch",
        day=launch.date or words.say("command.read.no_day"),
        basis=launch.date_basis,
        what=[word for word in what if word],
    )
    ids = launch.matches
    return words.say("command.read.known", launch=said, ids=ids) if ids else said


def _claim(words: Words, claim: ClaimProposal) -> str:
    value = claim.value
    if value is None:
        span = f"{claim.low:g}" if claim.low == claim.high else f"{claim.low:g}-{claim.high:g}"
        value = f"{claim.qualifier} {span}"
    if claim.missiles:
        numbers = [str(number) for number in claim.missiles]
        value = words.say("command.read.missiles", value=value, numbers=numbers)
    return f"{claim.authority}: {claim.quantity} {value} | {claim.phrase}"


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
