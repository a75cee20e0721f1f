"""`python -m dashboard read`: claims out of a report, as JSON, as rows for the record, as text."""

import datetime as dt
import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Iterator
from dataclasses import asdict

from dashboard.reports.documents import STDIN, DocumentError, read_document
from dashboard.words.say import Words
from data.reading.names import RecordNames, read_names
from data.reading.passage import TextError
from data.reading.proposal import ClaimProposal, LaunchProposal, Reading
from data.reading.reader import read_report
from data.reading.rows import Document, rows_of

FORMATS = ("json", "csv", "text")
EXAMPLES = """examples:
  what a report of 30 January 2022 says, for a person:
    python -m dashboard read report.txt --published 2022-01-30
  as rows to append to sources.csv, launches.csv and claims.csv, once they are reviewed:
    python -m dashboard read page.html --published 2022-01-30 --source "Example News" \\
        --url https://example.org/a --format csv
"""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser(
        "read",
        help="read the claims out of a report",
        description="Read launches and claims out of reports in English, Korean or Japanese. "
        "Nothing is sent or stored; every claim is to be reviewed by a person.",
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help=f"plain text, HTML or PDF; {STDIN} for standard input",
    )
    parser.add_argument(
        "--published", type=_day, metavar="DAY", help="day of publication, YYYY-MM-DD"
    )
    parser.add_argument("--source", metavar="NAME", help="who published it")
    parser.add_argument("--url", metavar="ADDRESS", help="where it stands")
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.set_defaults(run=run)


def _day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


def run(options: Namespace) -> int:
    """
    Read the files and print what they say.

    Returns
    -------
    status
        Exit status: 0, 1 if a file could not be read.
    """
    names = read_names()
    status = 0
    found: list[Reading] = []
    for number, name in enumerate(options.files, start=1):
        try:
            text = read_document(name)
            reading = read_report(text, options.published, names, options.source)
        except DocumentError as error:
            sys.stderr.write(f"{name}: {Words().say(f'document.{error.key}', **error.places)}\n")
            status = 1
            continue
        except TextError as error:
            sys.stderr.write(f"{name}: {error}\n")
            status = 1
            continue
        found.append(reading)
        if len(options.files) > 1:
            sys.stderr.write(f"{number} of {len(options.files)}: {name}\n")
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
    return "\n".join(line for reading in found for line in _lines(reading)) + "\n"


def _object(reading: Reading) -> dict[str, object]:
    content = asdict(reading)
    for launch in content["launches"]:
        for claim in launch["claims"]:
            claim["missiles"] = ";".join(map(str, claim["missiles"]))
    return content


def _lines(reading: Reading) -> Iterator[str]:
    """Launches and claims, one a line, then what was left out and why."""
    for launch in reading.launches:
        yield _launch(launch)
        yield from (f"  {_claim(claim)}" for claim in launch.claims)
    if not reading.launches:
        yield "No launch."
    for unused in reading.unused:
        yield f"  left out: {_printable(unused.text)!r} - {unused.reason}"


def _launch(launch: LaunchProposal) -> str:
    what = [launch.range_class, launch.kind, launch.missile_id, launch.site_id, launch.outcome]
    words = ", ".join(word for word in what if word)
    same = f"; in the record: {', '.join(launch.matches)}" if launch.matches else ""
    recalled = " (recalled)" if launch.background else ""
    return f"{launch.date or 'day unknown'}{recalled}, {launch.date_basis}: {words}{same}"


def _claim(claim: ClaimProposal) -> str:
    value = claim.value
    if value is None:
        span = f"{claim.low:g}" if claim.low == claim.high else f"{claim.low:g}-{claim.high:g}"
        value = f"{claim.qualifier} {span}"
    members = f" (missile {', '.join(map(str, claim.missiles))})" if claim.missiles else ""
    return f"{claim.authority}: {claim.quantity} {value}{members} | {claim.phrase}"


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
