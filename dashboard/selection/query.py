"""A link read as a selection, and what of it cannot be understood."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.selection.additions import bare, own_name, without_additions
from dashboard.selection.filters import FILTERS, Filter
from dashboard.selection.period import days_of, opening
from dashboard.selection.selection import Period, Selection
from dashboard.selection.vocabulary import Vocabulary, fold

_SHOWN_NAMES = 12


@dataclass(frozen=True, slots=True)
class Refusal:
    """
    What cannot be understood: which parameter, and why.

    `key` names the sentence `refusal.<key>` of the catalogue, `places` what fills it.
    """

    parameter: str
    key: str
    places: Mapping[str, str | tuple[str, ...]]

    @classmethod
    def of(cls, parameter: str, key: str, **places: str | Iterable[str]) -> "Refusal":
        """Refusal whose texts are cut where they are very long."""
        filled = {
            name: cut(value) if isinstance(value, str) else tuple(value)
            for name, value in places.items()
        }
        return cls(cut(parameter), key, filled)


def cut(text: str, length: int = 60) -> str:
    """Text that a sentence can hold."""
    return text if len(text) <= length else text[:length] + "…"


def refusal(parameter: str, value: str, allowed: Sequence[str]) -> Refusal:
    """Say that a value is none of a parameter's, and what they are."""
    more = ("…",) if len(allowed) > _SHOWN_NAMES else ()
    shown = (*allowed[:_SHOWN_NAMES], *more)
    return Refusal(parameter, "value", {"value": cut(value), "allowed": shown})


def foreign(parameter: str) -> Refusal:
    """Say that no filter has this name."""
    return Refusal(cut(parameter), "name", {"allowed": tuple(FILTERS)})


def too_many(parameter: str, values: Sequence[str]) -> list[Refusal]:
    """Refusal of a parameter that takes one value, if it was given more."""
    return [Refusal.of(parameter, "number", n=str(len(values)))] if len(values) > 1 else []


def read_query(
    parameters: Mapping[str, Sequence[str]],
    vocabulary: Vocabulary,
    *,
    launch_opens: bool = False,
    posted: bool = False,
) -> tuple[Selection, list[Refusal]]:
    """
    Selection that a link asks for.

    Parameters
    ----------
    parameters
        Names with all their values, as they stand in the link.
    vocabulary
        What may be asked for.
    launch_opens
        Whether `launch` means `open`, as it did on the page when many links were posted.
    posted
        Whether the link may have been posted: what others hang on it is passed over.

    Returns
    -------
    selection
        With every part of the link that can be understood. A launch that is named is all there
        is: no other filter narrows it.
    problems
        Each part that cannot.
    """
    problems: list[Refusal] = []
    chosen: dict[str, tuple[str, ...]] = {}
    period = vocabulary.period
    if posted:
        parameters = without_additions(parameters)
    for name, row in FILTERS.items():
        values = parameters.get(name, ())
        if row.form == "days":
            period = _read_period(name, values, vocabulary.period, problems, posted=posted)
        else:
            chosen[name] = _read_values(row, values, vocabulary, problems, posted=posted)
    problems += [foreign(name) for name in parameters if name not in FILTERS]
    if launch_opens:
        chosen["open"] = chosen["open"] or chosen["launch"]
        chosen["launch"] = ()
    selection = Selection(period, **chosen)
    alone = vocabulary.by_id.get(selection.launch or "")
    return (selection.alone(alone) if alone else selection), problems


def read_page_query(
    parameters: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> tuple[Selection, list[Refusal]]:
    """
    Selection that a link to the page asks for, read as `read_query` does.

    A bare address, which names no filter but the language, opens with the newest launches; a link
    that names one but no period means the whole record.
    """
    selection, problems = read_query(parameters, vocabulary, launch_opens=True, posted=True)
    if (FILTERS.keys() - {"lang"}).isdisjoint(map(own_name, parameters)):
        selection = selection.changed(opening(vocabulary))
    return selection, problems


def _read_values(
    row: Filter,
    values: Sequence[str],
    vocabulary: Vocabulary,
    problems: list[Refusal],
    *,
    posted: bool,
) -> tuple[str, ...]:
    """Values that are known, each once; of a filter of one value, the first."""
    spellings = vocabulary.spellings(row.name)
    found: list[str] = []
    for value in values:
        meant = spellings.get(fold(value))
        if meant is None and posted:
            meant = spellings.get(fold(bare(value)))
        if meant is None:
            problems.append(_unknown(row, value, vocabulary))
        elif row.form == "one":
            return (meant,)
        elif meant not in found:
            found.append(meant)
    return tuple(found)


def _unknown(row: Filter, value: str, vocabulary: Vocabulary) -> Refusal:
    if row.listed:
        return refusal(row.name, value, vocabulary.options(row.name))
    return Refusal.of(row.name, "launch", value=value, example=row.example[0])


def _read_period(
    name: str, values: Sequence[str], whole: Period, problems: list[Refusal], *, posted: bool
) -> Period:
    if not values:
        return whole
    read = [(value, days_of(bare(value) if posted else value)) for value in values]
    problems += [Refusal.of(name, "date", value=value) for value, days in read if days is None]
    days = [day for _, span in read if span for day in span]
    if len(days) != 2 * len(values):
        return whole
    if len(values) > 2:
        problems.append(Refusal.of(name, "dates", n=str(len(values))))
        return whole
    first, last = min(days), max(days)
    if first > whole[1] or last < whole[0]:
        places = (("first", first), ("last", last), ("start", whole[0]), ("end", whole[1]))
        problems.append(Refusal.of(name, "outside", **{key: str(day) for key, day in places}))
        return whole
    return max(first, whole[0]), min(last, whole[1])
