"""Durations in a sentence: how long a missile flew, or no claim."""

from collections.abc import Iterator

from data.reading.amounts import Amount, durations
from data.reading.cues import Cues
from data.reading.figure import CONVERTED, JOINED, Figure, is_within

LEAST_FLIGHT_S = 60.0
"""Shorter times are those to a failure, or between two missiles."""


def flight_times(cues: Cues, sentence: str) -> Iterator[Figure]:
    """Every duration of a sentence, the last first, with what it is."""
    following: tuple[Amount, bool] | None = None
    amounts = durations(sentence)
    for last, amount in reversed(list(zip([None, *amounts], amounts, strict=False))):
        between = sentence[last.end : amount.start] if last else ""
        if last and CONVERTED.match(between) and abs(last.low - amount.low) <= 0.1 * last.low:
            yield Figure(amount, None, "the same in another unit")
            continue
        before = sentence[max(0, amount.start - 50) : amount.start]
        after = sentence[amount.end : amount.end + 40]
        is_flight = bool(cues.time_before.search(before) or cues.time_after.match(after))
        is_flight &= not cues.time_refused.match(after)
        if following and following[1] and JOINED.match(sentence[amount.end : following[0].start]):
            is_flight = True
        following = amount, is_flight
        if is_flight and amount.low >= LEAST_FLIGHT_S and is_within("flight_time_s", amount):
            yield Figure(amount, "flight_time_s")
        else:
            yield Figure(amount, None, "no time of flight")
