"""How to cite the record, or one launch of it: Chicago, APA and BibTeX."""

import datetime as dt
from dataclasses import dataclass

from dashboard.export.head import TITLE as SENTENCE
from dashboard.selection.view import launch_link, public_address
from dashboard.words.claims import day_words
from data.model import Launch, Record

TITLE = "North Korean Missile Launches"
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "{}$&#_%"},
}
_URL = {"\\": "%5C", "{": "%7B", "}": "%7D"}
"""Signs that would end a field of BibTeX early; in an address they are written this way."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: the database, or the `part` of it on one launch, in a `version` of it."""

    version: dt.date
    url: str
    part: str | None = None
    launch_id: str | None = None


def whole_record(record: Record) -> Cited:
    """The database, to be cited."""
    return Cited(dt.date.fromisoformat(record.version), f"{public_address()}/")


def one_launch(launch: Launch, record: Record) -> Cited:
    """One launch of the database, to be cited under its lasting address."""
    part = f"{launch.missile.name}, {day_words(launch.date)} ({launch.id})"
    version = dt.date.fromisoformat(record.version)
    return Cited(version, launch_link(launch.id), part, launch.id)


def chicago(cited: Cited, accessed: dt.date) -> str:
    """Note of a bibliography, after the Chicago Manual of Style, 17th edition, 14.257."""
    part = f"“{cited.part}.” " if cited.part else ""
    return (
        f"{part}{TITLE}. Database, version {cited.version}. "
        f"Accessed {_american(accessed)}. {cited.url}."
    )


def apa(cited: Cited, accessed: dt.date) -> str:
    """Reference to a data set, after the Publication Manual of the APA, 7th edition, 10.9."""
    year, version = cited.version.year, f"(Version {cited.version}) [Data set]"
    start = f"{cited.part}. ({year}). In {SENTENCE}" if cited.part else SENTENCE
    end = "." if cited.part else f". ({year})."
    return f"{start} {version}{end} Retrieved {_american(accessed)}, from {cited.url}"


def bibtex(cited: Cited, accessed: dt.date) -> str:
    """Entry of a BibTeX file; biblatex reads `version` and `urldate`, others read `note`."""
    key = f"nk-launch-{cited.launch_id}" if cited.launch_id else "nk-launches"
    title = f"{cited.part}. {TITLE}" if cited.part else TITLE
    fields = {
        "title": "{" + title.translate(str.maketrans(_TEX)) + "}",
        "year": str(cited.version.year),
        "version": str(cited.version),
        "url": cited.url.translate(str.maketrans(_URL)),
        "urldate": str(accessed),
        "note": f"Database, version {cited.version}, accessed {accessed}",
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items())
    return "\n".join((f"@misc{{{key},", *lines, "}")) + "\n"


def _american(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
