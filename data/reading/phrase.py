"""The wording around a figure, at most as long as a citation may be."""

from data.cells import MOST_PHRASE_CHARACTERS, MOST_WORDS
from data.reading.passage import Sentence

_AROUND = 90
"""Letters kept to each side of a figure, cut back to whole words."""


def phrase(text: str, sentence: Sentence, start: int, end: int) -> str:
    """
    Words around a place of a sentence, as the text has them, on one line.

    Examples
    --------
    >>> phrase("It flew 700 km.", Sentence(0, 15, 0, "It flew 700 km."), 8, 14)
    'It flew 700 km.'
    """
    first, last = max(0, start - _AROUND), min(len(sentence.text), end + _AROUND)
    if first:
        first = _after_space(sentence.text, first, start)
    if last < len(sentence.text):
        last = _before_space(sentence.text, end, last)
    words = _line(text[sentence.start + first : sentence.start + last]).split()
    before = len(_line(text[sentence.start + first : sentence.start + start]).split())
    if len(words) > MOST_WORDS:
        least = max(0, min(before - MOST_WORDS // 2, len(words) - MOST_WORDS))
        words = words[least : least + MOST_WORDS]
    return " ".join(words)[:MOST_PHRASE_CHARACTERS].strip()


def _line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _after_space(text: str, first: int, start: int) -> int:
    space = text.find(" ", first, start)
    return space + 1 if space >= 0 else first


def _before_space(text: str, end: int, last: int) -> int:
    space = text.rfind(" ", end, last)
    return space if space >= 0 else last
