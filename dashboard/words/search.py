"""The index that is searched: every name in every language, and the words said of each launch."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from dashboard.selection.filters import LISTS
from dashboard.selection.library import Library
from dashboard.selection.search import Found, Index, Value, words_of
from dashboard.selection.vocabulary import Vocabulary, fold
from dashboard.words.claims import site_words
from dashboard.words.dates import day_words
from dashboard.words.filters import value_label
from dashboard.words.names import missile_words
from dashboard.words.say import LANGUAGES, Words, catalogue
from data.model import Launch, Record
from data.translation import in_language


def search_index(words: Words, library: Library) -> Index:
    """Index of a record, whose results are named in the reader's language."""
    vocabulary = library.vocabulary
    values = [
        _value(words, vocabulary, name, id_) for name in LISTS for id_ in vocabulary.options(name)
    ]
    said: dict[str, list[str]] = {launch.id: [] for launch in vocabulary.launches}
    for value in values:
        for place in value.launches:
            said[vocabulary.launches[place].id] += [word for name in value.names for word in name]
    old: dict[str, list[str]] = {}
    for before, now in library.record.renamed.items():
        old.setdefault(now, []).append(before)
    launches = [
        _launch(words, library.record, launch, said[launch.id], old.get(launch.id, ()))
        for launch in vocabulary.launches
    ]
    return Index(values, launches)


def search_data(words: Words, library: Library) -> dict[str, Any]:
    """Index as it is sent to the browser, with the words of its results."""
    said = catalogue(words.lang)
    filters = {name: said["filter"][name]["label"] for name in LISTS}
    own = {name: said["search"][name] for name in ("none", "results", "group")}
    return asdict(search_index(words, library)) | {
        "words": own
        | {"launches": said["count"]["launches"], "kind": said["search"]["kind"] | filters}
        | {"comma": said["mark"]["comma"], "period": said["strip"]["period"]}
    }


def _value(words: Words, vocabulary: Vocabulary, name: str, id_: str) -> Value:
    record = vocabulary.record
    labels = [value_label(Words(lang), record, name, id_) for lang in LANGUAGES]
    if name == "missile":
        labels += [missile_words(Words(lang), record.missiles[id_]) for lang in LANGUAGES]
    spelt = [text for text, meant in vocabulary.spellings(name).items() if meant == id_]
    names = {tuple(words_of(text)): None for text in (*labels, *spelt)}
    places = [
        place
        for place, launch in enumerate(vocabulary.launches)
        if id_ in vocabulary.values(launch, name)
    ]
    label = value_label(words, record, name, id_)
    return Value(name, id_, label, [list(each) for each in names if each], places)


def _launch(
    words: Words, record: Record, launch: Launch, said: Iterable[str], old: Iterable[str]
) -> Found:
    place = site_words(words, launch.site) if launch.site else None
    missile = missile_words(words, launch.missile)
    label = words.joined(filter(None, (day_words(words, launch.date), missile, place)), "dot")
    texts = _texts(words, record, launch)
    every = dict.fromkeys([*said, *(word for text in texts for word in words_of(text))])
    return Found(
        id=launch.id,
        label=label,
        ids=[fold(each) for each in (launch.id, *old)],
        first=str(launch.first_day),
        last=str(launch.last_day),
        text=" " + " ".join(every),
    )


def _texts(words: Words, record: Record, launch: Launch) -> Iterator[str]:
    """Everything said of a launch: its days, its note, the words of its claims."""
    yield from (day_words(Words(lang), launch.date) for lang in LANGUAGES)
    yield from {launch.note or "", in_language(record.translations, launch.note, words.lang) or ""}
    for claim in launch.claims:
        yield claim.phrase or ""
        yield claim.value or ""
