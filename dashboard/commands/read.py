"""`python -m dashboard read`: claims out of a report, as JSON, as rows for the record, as text."""

import datetime as dt
import json
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,
)
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import fill

from dashboard.commands.terminal import examples, terminal_words
from dashboard.record_folder import record_folder
from dashboard.reports.addition import Separation, separate
from dashboard.reports.documents import STDIN, DocumentError, read_document
from dashboard.words.say import Words
from data import cells
from data.reading.names import RecordNames, read_names
from data.reading.passage import MOST_CHARACTERS, TextError
from data.reading.proposal import ClaimProposal, LaunchProposal, Reading
from data.reading.reader import read_report
from data.reading.rows import Document, csv_text, rows_of
from data.schema import CLAIMS, RECORD
from data.tables import read_table

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
    parser.add_argument("--url", type=_url, metavar="ADDRESS", help=words.say("command.read.url"))
    form = words.say("command.read.format")
    parser.add_argument("--format", choices=FORMATS, default="text", help=form)
    parser.set_defaults(run=run)


def _day(text: str) -> dt.date:
    if cells.full_date(text) is None:
        years = {"first": str(cells.FIRST_YEAR), "last": str(cells.LAST_YEAR)}
        raise ArgumentTypeError(terminal_words().say("command.read.no_date", text=text, **years))
    return dt.date.fromisoformat(text)


def _url(text: str) -> str:
    if cells.url(text) is None:
        raise ArgumentTypeError(terminal_words().say("command.read.no_url", text=text))
    return text


def run(options: Namespace) -> int:
    """
    Read the files and print what they say.

    Returns
    -------
    status
        Exit status: 0, 2 if a file could not be read.
    """
    words, names = terminal_words(), read_names(record_folder())
    found: list[Reading | None] = []
    for number, name in enumerate(options.files, start=1):
        found.append(_read(words, name, options, names))
        if len(options.files) > 1 and found[-1]:
            come = {"number": number, "all": len(options.files), "name": name}
            sys.stderr.write(f"{words.say('command.read.progress', **come)}\n")
    if any(found):
        sys.stdout.write(_written(words, found, options, names))
    return 0 if all(found) else 2


def _read(words: Words, name: str, options: Namespace, names: RecordNames) -> Reading | None:
    """Read one file; None, and a word why, if it cannot be read."""
    try:
        text = read_document(name)
        return read_report(text, options.published, names, options.source)
    except DocumentError as error:
        why = words.say(f"document.{error.key}", **error.places)
    except TextError:
        why = words.say("report.too_long", size=len(text), most=MOST_CHARACTERS)
    sys.stderr.write(f"{name}: {why}\n")
    return None


def _written(
    words: Words, found: list[Reading | None], options: Namespace, names: RecordNames
) -> str:
    """What was read, in the form asked for; of several files in their order."""
    if options.format == "json":
        objects = [_object(reading) if reading else None for reading in found]
        content = objects[0] if len(objects) == 1 else objects
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if options.format == "csv":
        return _rows(words, [reading for reading in found if reading], options, names)
    lines: list[str] = []
    for name, reading in zip(options.files, found, strict=True):
        if reading:
            lines += [f"{name}:"] if len(found) > 1 else []
            lines += _lines(words, reading)
    return "\n".join(lines) + "\n"


def _rows(words: Words, found: list[Reading], options: Namespace, names: RecordNames) -> str:
    """Rows that pass the check once they are appended; what else is needed is said beside them."""
    day = options.published.isoformat() if options.published else None
    document = Document(options.source, options.url, day)
    all_rows = rows_of(((reading, document) for reading in found), names)
    claims = sum(len(launch.claims) for reading in found for launch in reading.launches)
    rowless = claims - len(all_rows.claims)
    if rowless:
        sys.stderr.write(f"{words.say('command.read.rowless', n=rowless)}\n")
    apart = separate(record_folder(), all_rows)
    for line in _beside(words, apart):
        sys.stderr.write(f"{line}\n")
    return apart.rows.text()


def _beside(words: Words, apart: Separation) -> Iterator[str]:
    """What has to be done by hand for the rows."""
    newest = max((row["date"] for row in apart.rows.launches), default="")
    covers_to = read_table(record_folder(), RECORD).rows[0].values["covers_to"] or ""
    if newest > covers_to:
        yield words.say("command.read.covers", day=newest)
    if apart.rest:
        yield words.say("command.read.apart")
        yield from (f"  {line}" for line in apart.lines)
        _, *rest = csv_text(CLAIMS, apart.rest).splitlines()
        yield from (f"  {line}" for line in rest)


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
        left = {
            "text": repr(_printable(unused.text)),
            "reason": words.named("reason", unused.reason),
        }
        yield f"  {words.say('command.read.left_out', **left)}"


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
    elif claim.qualifier != "exact":
        value = f"{claim.qualifier} {value}"
    if claim.missiles:
        numbers = [str(number) for number in claim.missiles]
        value = words.say("command.read.missiles", value=value, numbers=numbers)
    return f"{claim.authority}: {claim.quantity} {value} | {claim.phrase}"


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
