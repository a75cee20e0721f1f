"""Sentences on missiles of another country: the South's answer beside the North's launch."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

from data.reading.launch_words import LAUNCH_WORDS
from data.reading.passage import Passage

REASON = "flight of another country's missile"
_ANSWER = re.compile(
    r"\b(?:in response|responded|Hyunmoo|ATACMS|live-fire|counter\w*|retaliat\w+|allies (?:fired|launched))\b|현무|에이태큼스|대응 사격|응사|玄武|ヒョンム|対抗",
    re.IGNORECASE,
)
"""Words of an answer with missiles, of which the next sentence may still speak."""
_GOES_ON = re.compile(
    r"^[\s\"']*(?:It|They|Both|One|The (?:missiles?|two|rockets?)|One of (?:them|the missiles)|이 미사일|미사일[은이]|ミサイルは)\b"
)
_OF_THE_NORTH = re.compile(
    r"\bNorth|Pyongyang|\bKim\b|DPRK|Japanese|Tokyo|Japan's (?:Defen|gov|min|mil)|Japan (?:said|est)|북한|北朝鮮|防衛省|방위성"
)


def foreign_sentences(passage: Passage) -> tuple[frozenset[int], frozenset[int]]:
    """
    Numbers of the sentences on another country's missiles, and of those that only go on with them.

    Examples
    --------
    >>> from data.reading.passage import read_passage
    >>> said = "South Korea fired two Hyunmoo missiles in response. They flew 250 km."
    >>> foreign_sentences(read_passage(said))[1]
    frozenset({1})
    """
    foreign: set[int] = set()
    carried: set[int] = set()
    answer: int | None = None
    for number, sentence in enumerate(passage.sentences):
        if LAUNCH_WORDS[passage.language].foreign.search(sentence.text):
            foreign.add(number)
            answer = sentence.paragraph if _ANSWER.search(sentence.text) else None
        elif (
            answer == sentence.paragraph
            and _GOES_ON.match(sentence.text)
            and not _OF_THE_NORTH.search(sentence.text)
        ):
            carried.add(number)
        else:
            answer = None
    return frozenset(foreign | carried), frozenset(carried)
