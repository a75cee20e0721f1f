"""Persons who speak for an authority: a text names them with their office once, then by surname."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from data.reading.passage import MOST_IN_A_SENTENCE
from data.reading.speakers import Speaker, speaks_at

_RANK = (
    r"(?:(?:spokes(?:man|woman|person)|deputy|chief|director|chairman|then|also|Commander"
    r"|(?:Army|Navy|Air Force|Marine)|(?:Maj|Lt|Brig|Cdr|Cmdr|Col|Gen|Adm|Capt|Rear Adm)\.?"
    r"|Colonel|General|Admiral|Captain|Major|Dr\.?|Mr\.?|Ms\.?)\s)*"
)
_NAME = r"(?P<name>[A-Z][A-Za-z]+(?:[- ][A-Z]?[a-z]+)?(?: [A-Z][A-Za-z-]+)?)"
_NAMED = re.compile(rf"^,?\s{_RANK}{_NAME}")
_NAMED_BEFORE = re.compile(
    rf"(?:^|\s){_NAME},\s(?:an?\s|the\s)?(?:(?:[\w-]+\s){{0,3}}?(?:spokes\w+|official|chief|minister"
    r"|director|officer|head|secretary)\s(?:for|at|of|with|in)\s(?:the\s)?)?$"
)
"""A name before its office: "Aoi Umehara, spokesman for the Ministry"."""
_OF_A_COUNTRY = re.compile(r"(?:'s|n|ese)$")
_NO_SURNAME = frozenset(
    [
        "North",
        "South",
        "Korea",
        "Korean",
        "Japan",
        "Japanese",
        "Seoul",
        "Tokyo",
        "Pyongyang",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Minister",
        "Ministry",
        "Joint",
        "Chiefs",
        "Staff",
        "President",
        "Secretary",
        "Command",
        "East",
        "Sea",
        "West",
        "The",
        "This",
        "It",
        "In",
        "On",
        "At",
        "Defense",
        "Defence",
        "Chief",
        "Cabinet",
        "Prime",
        "Deputy",
        "General",
        "Kim",
    ]
)
"""Words with a capital after an office that are no surname; half of Pyongyang is called Kim."""
_LEAST_RANK = 2
MOST_PERSONS = 40
"""No report names more; the names beyond them are not looked for."""


def persons(named: Iterable[tuple[str, Iterable[Speaker]]]) -> dict[str, str]:
    """
    Surnames of a text and the authority that each speaks for.

    `named` are its sentences with the authorities that each names. Which of two names is the
    surname is not known of Korean and Japanese ones, so that both lead on.

    Examples
    --------
    >>> from data.reading.speakers import speakers
    >>> said = "Japanese Defense Minister Yasukazu Hamada said it fell."
    >>> persons([(said, speakers(said, "en"))])
    {'Yasukazu': 'Japan MOD', 'Hamada': 'Japan MOD'}
    """
    found: dict[str, str] = {}
    for sentence, group in named:
        for speaker in group:
            match = _NAMED.match(sentence[speaker.end :])
            match = match or _NAMED_BEFORE.search(
                sentence[max(0, speaker.start - 90) : speaker.start]
            )
            is_office = speaker.rank >= _LEAST_RANK or _OF_A_COUNTRY.search(sentence[: speaker.end])
            if match and is_office and speaker.authority not in {"expert", "press"}:
                words = re.split(r"[ -]", match["name"])
                if len(words) > 1 and not _NO_SURNAME & set(words):
                    found |= {w: found.get(w, speaker.authority) for w in words if len(w) > 1}
    return dict(islice(found.items(), MOST_PERSONS))


def speaking(sentence: str, known: Mapping[str, str]) -> Iterator[Speaker]:
    """Persons of a text who speak in a sentence, as the authority of each."""
    if not known:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b")
    for match in islice(pattern.finditer(sentence), MOST_IN_A_SENTENCE):
        if speaks_at(sentence, match.start(), match.end(), "en"):
            yield Speaker(known[match[0]], 3, speaks=True, start=match.start(), end=match.end())
