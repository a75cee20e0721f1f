"""New and revised launches as feeds: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org/version/1.1).

An entry is a launch in a version of the record; its id depends on nothing else, so that a reader
who follows from another address, or in another language, is told of it once.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from dashboard.news.revisions import Revision, reason_words, revisions, title_words, what_words
from dashboard.words.say import Words
from data.model import Record

NAMESPACE = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAME = "north-korean-missile-launches"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a feed will be, where its readers find the record, and the page of each launch."""

    feed: str
    home: str
    page: Callable[[str], str]


def atom(words: Words, record: Record, place: Place | None) -> bytes:
    """Feed in Atom; without a place its entries have no links."""
    feed = ET.Element("feed", {"xmlns": NAMESPACE, _LANG: words.lang})
    _say(feed, "id", _id(""))
    _say(feed, "title", words.say("news.feed", title=words.say("title")))
    _say(feed, "subtitle", _about(words, record))
    _say(feed, "updated", _moment(record.version))
    author = ET.SubElement(feed, "author")
    _say(author, "name", words.say("dataset.authors"))
    _say(feed, "rights", words.say("news.rights"))
    if place:
        ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=place.feed)
        ET.SubElement(feed, "link", rel="alternate", type="text/html", href=place.home)
    for revision in _entries(record):
        entry = ET.SubElement(feed, "entry")
        _say(entry, "id", _id(_name(revision)))
        _say(entry, "title", title_words(words, revision))
        _say(entry, "updated", _moment(revision.change.version))
        ET.SubElement(entry, "category", term=revision.change.change)
        if place:
            href = place.page(_page_id(revision))
            ET.SubElement(entry, "link", rel="alternate", type="text/html", href=href)
        _say(entry, "content", _text(words, record, revision))
    ET.indent(feed, " ")
    content: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def json_feed(words: Words, record: Record, place: Place | None) -> bytes:
    """Feed in JSON; without a place its items have no links."""
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": words.say("news.feed", title=words.say("title")),
        "description": _about(words, record),
        "language": words.lang,
        "authors": [{"name": words.say("dataset.authors")}],
    }
    if place:
        feed |= {"home_page_url": place.home, "feed_url": place.feed}
    feed["items"] = [
        {
            "id": _id(_name(revision)),
            "title": title_words(words, revision),
            "content_text": _text(words, record, revision),
            "date_modified": _moment(revision.change.version),
            "tags": [revision.change.change],
        }
        | ({"url": place.page(_page_id(revision))} if place else {})
        for revision in _entries(record)
    ]
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _about(words: Words, record: Record) -> str:
    return words.say("file.record", version=record.version, covers_to=record.covers_to)


def _entries(record: Record) -> Iterator[Revision]:
    for found in revisions(record).values():
        yield from found


def _name(revision: Revision) -> str:
    return f"{revision.launch_id}/{revision.change.version}"


def _page_id(revision: Revision) -> str:
    return revision.launch.id if revision.launch else revision.launch_id


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"{_NAME}/{name}").urn


def _text(words: Words, record: Record, revision: Revision) -> str:
    """What changed and why, in the words of the record."""
    what = what_words(words, revision.change)
    reason = reason_words(words, record, revision.change)
    return words.say("news.text", what=what, reason=reason) if what else reason


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _say(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
