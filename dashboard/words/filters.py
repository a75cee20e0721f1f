"""Names of filters and their values, and what is said of a link that is not understood."""

from collections.abc import Sequence

from dashboard.selection.filters import FILTERS
from dashboard.selection.query import Refusal
from dashboard.selection.selection import Selection
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.model import Missile, Record, Site
from data.problem import RecordError

MOST_PROBLEMS = 10
"""Parts of a link that a page says are not understood; of the rest it says how many there are."""


def filter_label(words: Words, name: str) -> str:
    """Name of a filter."""
    return words.say(f"filter.{name}.label")


def value_label(words: Words, record: Record, name: str, value: str) -> str:
    """Name of a filter's value: of a site or missile as the record has it, else the catalogue's."""
    if name == "lang":
        # By its own name a language is found in whichever one a reader knows.
        return Words(value).say(f"filter.lang.value.{value}")
    if name == "events":
        return words.named("event_kind", value.replace("-", " "))
    if name == "window":
        return words.say("tempo.days", n=int(value))
    table = FILTERS[name].table
    entry = getattr(record, table).get(value) if table in {"sites", "missiles"} else None
    return _name(words, entry) if entry else words.say(f"filter.{name}.value.{value}")


def chip_words(words: Words, record: Record, name: str, value: str) -> str:
    """Filter and value that were chosen."""
    shown = value_label(words, record, name, value)
    return words.say("choose.chip", filter=filter_label(words, name), value=shown)


def words_of(selection: Selection, lang: str | None = None) -> Words:
    """Words of a language, or of that of a selection, in which the sea is called as it wants."""
    lang = lang or selection.lang
    return Words(lang, selection.sea_in(lang))


def sea_label(words: Words, sea: str) -> str:
    """Name of the sea east of Korea that a reader chose."""
    return words.say(f"filter.sea.value.{sea}")


def _name(words: Words, entry: Site | Missile) -> str:
    if isinstance(entry, Missile):
        return missile_words(words, entry)
    return {"ko": entry.name_ko, "ja": entry.name_ja}.get(words.lang) or entry.name_en


def refusal_reason(words: Words, refusal: Refusal) -> str:
    """Sentence on why a parameter cannot be understood."""
    return words.say(f"refusal.{refusal.key}", **refusal.places)


def refusal_words(words: Words, refusal: Refusal) -> str:
    """Sentence on a parameter that cannot be understood, which begins with its name."""
    sentence = refusal_reason(words, refusal)
    return words.say("refusal.line", parameter=refusal.parameter, sentence=sentence)


def problem_lines(words: Words, problems: Sequence[Refusal]) -> list[str]:
    """Sentences on the first parts of a link that cannot be understood, and on how many more."""
    lines = [refusal_words(words, each) for each in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        lines.append(words.say("refusal.more", number=str(len(problems) - MOST_PROBLEMS)))
    return lines


def error_lines(words: Words, errors: RecordError) -> list[str]:
    """Sentences on newer tables that have errors: how many, and where."""
    count = len(errors.problems)
    lines = [words.say("page.newer_errors", errors=words.say("count.errors", n=count))]
    lines += map(str, errors.problems[:MOST_PROBLEMS])
    if count > MOST_PROBLEMS:
        lines.append(words.say("page.more_errors", n=count - MOST_PROBLEMS))
    return lines
