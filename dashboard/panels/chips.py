"""What is chosen, as chips that are taken back one by one."""

from collections.abc import Iterator

from dashboard.selection.filters import LISTS
from dashboard.selection.selection import Selection
from dashboard.selection.vocabulary import Vocabulary
from dashboard.words.dates import period_words
from dashboard.words.filters import chip_words
from dashboard.words.say import Words


def chips(
    words: Words, vocabulary: Vocabulary, selection: Selection
) -> Iterator[tuple[str, str, str]]:
    """Filter, value and text of everything that narrows the selection, or draws it otherwise."""
    if selection.period != vocabulary.period:
        yield "period", "", period_words(words, selection.period)
    for name in (*LISTS, "figures", "sea"):
        for value in selection.chosen(name):
            yield name, value, chip_words(words, vocabulary.record, name, value)
