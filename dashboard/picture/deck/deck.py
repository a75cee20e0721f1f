"""A deck composed: its pages from a selection, with what a speaker may say to each."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dashboard.picture.compose import compose
from dashboard.picture.deck.altitude import MOST_NAMED, Side, chart, sides
from dashboard.picture.deck.frame import Frame, frame
from dashboard.picture.deck.sources import address_of, listed, source_words, sources_of
from dashboard.picture.deck.table import tables
from dashboard.picture.paper.deck import Deck, Page
from dashboard.picture.paper.styles import PLAIN, dressed
from dashboard.picture.scene.extent import FIT
from dashboard.picture.text import ViewText
from dashboard.selection.view import View
from dashboard.words.claims import figure_words
from dashboard.words.dates import day_words
from dashboard.words.filters import words_of
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.model import Launch

if TYPE_CHECKING:
    from dashboard.picture.paper.drawing import Part

MOST_LISTED = 60
"""Launches that the tables of a deck list, so that it is one to be shown: the newest."""
MOST_SOURCE_PAGES = 3
"""Pages of sources at most: those cited most."""
MOST_NOTED = 40
"""Sources that the notes to a page name at most, those cited most: notes are read from paper."""


def compose_deck(view: View, lang: str, extent: str = FIT, style: str = PLAIN) -> Deck:
    """
    Deck of a view.

    Parameters
    ----------
    view
        The selection with its flights.
    lang
        A language of `LANGUAGES`.
    extent
        What its map shows: `fit`, `peninsula`, or `west,south,east,north` [deg].
    style
        A name of `STYLES`.
    """
    words = words_of(view.selection, lang)
    drawing = compose(view, "slide", lang, extent)
    text = ViewText(view, words)
    said = [drawing.title, drawing.description, words.say("file.note")]
    pages = [
        Page(drawing, _notes(words, said, view.launches)),
        *_table_pages(words, text),
        *_altitude_pages(words, text),
        *_source_pages(words, text),
    ]
    return Deck(tuple(Page(dressed(each.drawing, style), each.notes, each.table) for each in pages))


def _table_pages(words: Words, text: ViewText) -> Iterable[Page]:
    view = text.view
    newest = view.launches[::-1][:MOST_LISTED]
    if not newest:
        return
    subtitle = text.title_words()
    if len(newest) < len(view.launches):
        launches = words.say("count.launches", n=len(view.launches))
        subtitle = words.say("deck.newest", shown=len(newest), launches=launches)
    title = words.say("table.title")
    empty = frame(text, title, subtitle)
    found = tables(words, view, newest, empty.box)
    for number, each in enumerate(found, 1):
        named = _numbered(words, title, number, len(found))
        drawing = frame(text, named, subtitle).filled(each.parts)
        shown = [_launch_words(words, launch) for launch in each.launches]
        yield Page(drawing, _notes(words, [named, *shown], each.launches), each.table)


def _altitude_pages(words: Words, text: ViewText) -> Iterable[Page]:
    shown = sides(text.view)
    if not shown:
        return
    title, subtitle = words.say("deck.altitude"), words.say("deck.sides", n=len(shown))
    page = frame(text, title, subtitle)
    said = [title, subtitle, *_apogees(words, shown)]
    launches = dict.fromkeys(each.launch for each in shown)
    yield Page(page.filled(chart(words, shown, page.box)), _notes(words, said, launches))


def _source_pages(words: Words, text: ViewText) -> Iterable[Page]:
    sources = sources_of(text.view.launches)
    title = words.say("deck.sources")
    parts: list[list[Part]] = []
    rest = sources
    empty: Frame = frame(text, title, text.title_words())
    while rest and len(parts) < MOST_SOURCE_PAGES:
        entries, number = listed(words, rest, empty.box)
        parts.append(entries)
        rest = rest[number:]
    subtitle = text.title_words()
    if rest:
        shown = len(sources) - len(rest)
        subtitle = words.say("deck.most_cited", shown=shown, all=len(sources))
    for number, entries in enumerate(parts, 1):
        named = _numbered(words, title, number, len(parts))
        page = frame(text, named, subtitle)
        yield Page(page.filled(entries), _notes(words, [named, words.say("file.credit")], ()))


def _notes(words: Words, said: Sequence[str], launches: Iterable[Launch]) -> str:
    """What may be said to a page, line by line, and whom it comes from."""
    sources = sources_of(launches)[:MOST_NOTED]
    cited = [
        line
        for source in sources
        for line in (source_words(words, source), address_of(source))
        if line
    ]
    if cited:
        cited.insert(0, words.say("deck.sources_here"))
    return "\n".join([*said, *cited])


def _numbered(words: Words, title: str, number: int, pages: int) -> str:
    """Title of one of several pages of a sort."""
    return words.say("deck.part", title=title, number=number, all=pages) if pages > 1 else title


def _launch_words(words: Words, launch: Launch) -> str:
    return words.say(
        "cite.part",
        missile=missile_words(words, launch.missile),
        day=day_words(words, launch.date),
        id=launch.id,
    )


def _apogees(words: Words, shown: Sequence[Side]) -> list[str]:
    """Range and apogee of the highest flights, with who stated them."""
    return [
        line
        for each in shown[::-1][:MOST_NAMED]
        for line in (
            _launch_words(words, each.launch),
            words.say(
                "altitude.flight",
                range=figure_words(words, each.curve.range_km),
                apogee=figure_words(words, each.curve.apogee_km),
            ),
        )
    ]
