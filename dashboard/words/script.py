"""The language of a text of the record, told by its letters: no source says which it is in."""

import re

_LETTERS = {
    "ko": re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "ja": re.compile("[\u3041-\u30ff\u3400-\u9fff]"),
    "en": re.compile("[A-Za-z]"),
}
"""Letters by which a language is known, the surest first: Korean texts hold Latin ones as well."""


def language_of(text: str) -> str | None:
    """
    Language of a text, or None where it has no letters.

    Examples
    --------
    >>> [language_of(text) for text in ("약 700km", "最高高度は約50km", "about", "1")]
    ['ko', 'ja', 'en', None]
    """
    return next((lang for lang, letters in _LETTERS.items() if letters.search(text)), None)
