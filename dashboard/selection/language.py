"""The language of a page: that of its link, else of its reader's browser, else English."""

from collections.abc import Sequence

from dashboard.selection.additions import bare
from dashboard.selection.filters import FALLBACK, FILTERS
from dashboard.selection.vocabulary import fold

_SPELLINGS = {
    fold(spelling): lang
    for lang, others in FILTERS["lang"].values.items()
    for spelling in (lang, *others)
}


def language(named: Sequence[str], accepted: str) -> str:
    """
    Language for a reader.

    Parameters
    ----------
    named
        Values of `lang` in the link.
    accepted
        What the browser asks for, as in the header Accept-Language.

    Examples
    --------
    >>> language([], "fr-CH, ko-KR;q=0.9, en;q=0.8"), language(["日本語"], "ko"), language([], "")
    ('ko', 'ja', 'en')
    """
    known = [lang for name in named if (lang := _SPELLINGS.get(fold(bare(name))))]
    return next(iter(known or _wanted(accepted)), FALLBACK)


def _wanted(accepted: str) -> list[str]:
    """Our languages among those asked for, the most wanted first."""
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        tag, _, weight = part.strip().partition(";")
        lang = tag.strip().partition("-")[0].casefold()
        if lang in FILTERS["lang"].values and (wish := _weight(weight)) > 0:
            weights[lang] = max(wish, weights.get(lang, 0.0))
    # Sorting keeps the order of those that are wanted alike.
    return sorted(weights, key=lambda lang: -weights[lang])


def _weight(text: str) -> float:
    value = text.strip().casefold().removeprefix("q=")
    try:
        return float(value) if value else 1.0
    except ValueError:
        return 0.0
