"""The sources of a deck: who published what the launches selected are known from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from dashboard.look import INK, PICTURE
from dashboard.picture.deck.frame import LETTER
from dashboard.picture.paper.drawing import Box, Part
from dashboard.picture.paper.fonts import missing
from dashboard.picture.paper.type_setting import set_paragraph
from dashboard.words.say import LANGUAGES, Words
from data.model import Launch, Source

_SIZE, _AFTER = 0.8, 0.45
"""Size of the letters of a source, and room after it [heights of a letter]."""
_COLUMNS, _GAP = 2, 36.0
"""Columns of a page, and the distance between them [units]."""


def sources_of(launches: Iterable[Launch]) -> list[Source]:
    """Sources of what is stated of launches, the one cited most first."""
    counts: Counter[str] = Counter()
    found: dict[str, Source] = {}
    for launch in launches:
        for claim in launch.claims:
            counts[claim.source.id] += 1
            found[claim.source.id] = claim.source
    return [found[name] for name, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]


def source_words(words: Words, source: Source) -> str:
    """Publisher, day and title of a source, as far as they are known."""
    title = source.title
    if source.publisher is None or source.publisher == title:
        return title
    if source.date:
        # As recorded, since a day in words may need letters that the font of the title lacks.
        places = {"publisher": source.publisher, "day": source.date, "title": title}
        return words.say("deck.source_of", **places)
    return words.say("deck.source", publisher=source.publisher, title=title)


def address_of(source: Source) -> str | None:
    """Address of a source on the web, if it has one."""
    is_web = source.url and urlsplit(source.url).scheme in {"http", "https"}
    return source.url if is_web else None


def listed(words: Words, sources: Sequence[Source], box: Box) -> tuple[list[Part], int]:
    """
    Sources below each other, in columns.

    Returns
    -------
    parts
        Their words; one with an address leads there.
    number
        How many of them found room.
    """
    left, top, right, bottom = box
    width = (right - left - _GAP * (_COLUMNS - 1)) / _COLUMNS
    parts: list[Part] = []
    column, y = 0, top
    for number, source in enumerate(sources):
        entry, end = _entry(words, source, left + column * (width + _GAP), y, width)
        if end > bottom:
            column += 1
            if column == _COLUMNS:
                return parts, number
            entry, end = _entry(words, source, left + column * (width + _GAP), top, width)
        parts += entry
        y = end + _AFTER * LETTER
    return parts, len(sources)


def _entry(
    words: Words, source: Source, x: float, y: float, width: float
) -> tuple[list[Part], float]:
    link = address_of(source)
    said, lang = _drawable(words, source)
    texts, end = set_paragraph(
        said,
        (x, y),
        width,
        _SIZE * LETTER,
        lang,
        colour=PICTURE["link"] if link else INK,
        link=link,
        role="words",
    )
    own = "" if lang == words.lang else lang
    return [replace(text, lang=own) for text in texts], end


def _drawable(words: Words, source: Source) -> tuple[str, str]:
    """As much of a source as a font of ours has all letters of, with the language of that font."""
    wanted = (source_words(words, source), source.publisher or "", source.url or "", source.id)
    return next(
        (said, lang)
        for said in wanted
        for lang in (words.lang, *LANGUAGES)
        if said and not missing(said, "regular", lang)
    )
