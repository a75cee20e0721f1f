"""Sentences of the record's own in the languages of its readers."""

from collections.abc import Mapping
from dataclasses import dataclass

TRANSLATED = {
    "launches": "note",
    "sites": "note",
    "corrections": "reason",
    "boost_phases": "reason",
    "changes": "reason",
}
"""Columns of our own sentences that readers see, by table; they are written in English."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One sentence of the record, or several that stand in one cell, in Korean and Japanese."""

    text_en: str
    text_ko: str | None
    text_ja: str | None


def in_language(translations: Mapping[str, Translation], text: str | None, lang: str) -> str | None:
    """
    Return a text of the record in a language, or as it is where nobody translated it.

    Parameters
    ----------
    translations
        Those of the record, by their English text.
    text
        What a cell of `TRANSLATED` holds; None if it is empty.
    lang
        `en`, `ko` or `ja`.
    """
    known = translations.get(text or "")
    return getattr(known, f"text_{lang}", None) or text
