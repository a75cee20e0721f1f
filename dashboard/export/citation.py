"""How to cite the record, or one launch of it: Chicago, APA and BibTeX."""

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date

from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.model import Launch, Record

_AMERICAN = "en_US"
"""Both styles are American; in other languages a day is written as there."""
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: "\\" + sign for sign in "{}$&#_%"},
    }
)
_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
"""Signs that would end a field of BibTeX early; in an address they are written this way."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: the database, or the `part` of it on one launch, in a `version` of it."""

    version: dt.date
    url: str
    part: str | None = None
    launch_id: str | None = None


def whole_record(record: Record, address: str) -> Cited:
    """The database, to be cited under the address that readers reach it by."""
    return Cited(dt.date.fromisoformat(record.version), f"{address}/")


def one_launch(words: Words, launch: Launch, record: Record, address: str) -> Cited:
    """One launch of the database, to be cited under its lasting address."""
    day = day_words(words, launch.date)
    part = words.say(
        "cite.part", missile=missile_words(words, launch.missile), day=day, id=launch.id
    )
    version = dt.date.fromisoformat(record.version)
    return Cited(version, f"{address}/launch/{launch.id}", part, launch.id)


def chicago(words: Words, cited: Cited, accessed: dt.date) -> str:
    """Note of a bibliography, after the Chicago Manual of Style, 17th edition, 14.257."""
    places: dict[str, object] = {
        "title": words.say("cite.title"),
        "version": cited.version,
        "accessed": _in_full(words, accessed),
        "url": cited.url,
    }
    if cited.part:
        return words.say("cite.chicago_part", part=cited.part, **places)
    return words.say("cite.chicago", **places)


def apa(words: Words, cited: Cited, accessed: dt.date) -> str:
    """Reference to a data set, after the Publication Manual of the APA, 7th edition, 10.9."""
    places: dict[str, object] = {
        "title": words.say("title"),
        "version": cited.version,
        "year": str(cited.version.year),
        "accessed": _in_full(words, accessed),
        "url": cited.url,
    }
    if cited.part:
        return words.say("cite.apa_part", part=cited.part, **places)
    return words.say("cite.apa", **places)


def bibtex(words: Words, cited: Cited, accessed: dt.date) -> str:
    """Entry of a BibTeX file; biblatex reads `version` and `urldate`, others read `note`."""
    key = f"nk-launch-{cited.launch_id}" if cited.launch_id else "nk-launches"
    title = words.say("cite.title")
    if cited.part:
        title = words.say("cite.bibtex_title", part=cited.part, title=title)
    fields = {
        "title": "{" + title.translate(_TEX) + "}",
        "year": str(cited.version.year),
        "version": str(cited.version),
        "url": cited.url.translate(_URL),
        "urldate": str(accessed),
        "note": words.say("cite.bibtex_note", version=cited.version, accessed=accessed),
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items())
    return "\n".join((f"@misc{{{key},", *lines, "}")) + "\n"


def _in_full(words: Words, day: dt.date) -> str:
    locale = _AMERICAN if words.lang == "en" else words.locale
    return str(format_date(day, "long", locale=locale))
