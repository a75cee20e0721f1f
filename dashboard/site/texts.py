"""Pages of the site that are one text each, and the feeds of what is new."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from dashboard.counts.tables import years_html
from dashboard.dataset.codebook import codebook_html
from dashboard.flights.atlas import Atlas
from dashboard.launch.quality import quality_html
from dashboard.news.changes import changes_html
from dashboard.news.feeds import Place
from dashboard.selection.filters import FALLBACK
from dashboard.web.changes import FEEDS
from dashboard.words.say import Words
from data.model import Record

RECORD = "data/record/"
"""Where the files of the whole record are."""
TEXTS = ("quality", "counts", "codebook", "changes")
"""Names of the pages."""


@dataclass(frozen=True, slots=True)
class Text:
    """A page that is one text: its name, title, heading, and the feeds of it by media type."""

    name: str
    title: str
    heading: str
    content: Markup
    feeds: tuple[tuple[str, str], ...] = ()


def path_of(name: str, words: Words, ending: str = "html") -> str:
    """Path of a page in a language; the one without a mark is the English one."""
    return f"{name}.{ending}" if words.lang == FALLBACK else f"{name}.{words.lang}.{ending}"


def texts(words: Words, atlas: Atlas, files: Mapping[str, bytes], *, whole: bool) -> Iterator[Text]:
    """
    Pages in a language.

    Parameters
    ----------
    words
        The words of the pages.
    atlas
        The record with its flights.
    files
        Data to download, by name.
    whole
        Whether the files of the whole record lie below `RECORD`.
    """
    title, record = words.say("title"), atlas.record
    yield Text(
        "quality",
        words.say("quality.title", title=title),
        words.say("quality.link"),
        quality_html(words, atlas),
    )
    yield Text(
        "counts",
        words.say("counts.title", title=title),
        words.say("counts.link"),
        years_html(words, record),
    )
    yield Text(
        "codebook",
        words.say("codebook.title", title=title),
        words.say("codebook.link"),
        codebook_html(words, record, RECORD if whole else None),
    )
    feeds = {ending: path_of("changes", words, ending) for ending in FEEDS}
    calendar = next((f"data/{name}" for name in files if name.endswith(".ics")), "")
    yield Text(
        "changes",
        words.say("news.feed", title=title),
        words.say("news.link"),
        changes_html(
            words,
            record,
            lambda launch_id: path_of(f"launch/{quote(launch_id)}", words),
            feeds | {"ics": calendar},
        ),
        tuple((FEEDS[ending][1].partition(";")[0], path) for ending, path in feeds.items()),
    )


def feeds_of(words: Words, record: Record, address: str | None) -> Iterator[tuple[str, bytes]]:
    """Path and content of each feed in a language."""
    for ending, (write, _) in FEEDS.items():
        path = path_of("changes", words, ending)
        place = address and Place(
            f"{address}/{path}",
            f"{address}/{path_of('changes', words)}",
            lambda launch_id: f"{address}/{path_of(f'launch/{quote(launch_id)}', words)}",
        )
        yield path, write(words, record, place or None)
