"""What a length or a duration in a sentence is: a range, an apogee, a flight time, or no claim."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import replace

from data.reading.amounts import Amount, lengths
from data.reading.cues import Cues
from data.reading.english_cues import EN
from data.reading.figure import CONVERTED, JOINED, Figure, is_within
from data.reading.flight_times import flight_times
from data.reading.foreign import REASON as FOREIGN
from data.reading.japanese_cues import JA
from data.reading.korean_cues import KO

_CUES = {"en": EN, "ko": KO, "ja": JA}
LEAST_APOGEE_KM = 1.0
"""Lower heights are those of a burst or of a low pass, not of an apogee."""
_AT = re.compile(
    r"^\s?(?:\([^)]*\)\s)?at (?:about |around |some |roughly |just |only |an? |between |up to |at most )*$",
    re.IGNORECASE,
)
"""Between how far and how high: "flew 590 km at 60 km"."""
_HEDGED = re.compile(
    r"(?:\b(?:about|around|some|more than|less than|up to|at least|nearly|over|roughly|approximately)\s+)+$"
)
_AT_HEIGHT = re.compile(r"^(?:程度|ほど|前後)?で、?約?$|^\s?(?:가량|정도)?로\s?약?\s?$")
"""Between how high and how far: "最高高度約100キロで約350キロ"."""
_OTHER_ONE = re.compile(
    r"\b(?:second|third|other|another|latter|distance|range|target|while|but)\b", re.IGNORECASE
)
_ESTIMATED = re.compile(
    r"^\s?(?:가량|정도|여|안팎|이상)?\s?(?:이?라고|으?로)\s?(?:\S+\s)?(?:추정|분석|판단|봤|보고|파악|발표|탐지|평가|밝)"
    r"|^(?:程度|ほど|以上)?(?:だった)?と(?:の)?(?:推定|分析|判断|発表|み[てら]|評価|説明|した|して)"
)
"""After a figure of another authority for what was given just before."""
_PUT_AT = re.compile(
    r"\b(?:put|estimated|measured|gave|calculated|assessed) (?:it|that|this|the figure) (?:at|as|to be) (?:(?:about|around|some|roughly|more than|nearly) )*$"
)
"""Before a figure of another authority for what was given in the sentence before."""
_DID = re.compile(
    r"\b(?!reached|located)[a-z]{3,}ed\s(?:(?:about|around|some|roughly|nearly|a|total of)\s)*$"
)
"""Beside a height, any verb before a length says how far."""
_BARE = re.compile(r"(?:^|[:;])\s*(?:(?:about|around|some|roughly|approx\w*\.?|nearly|약|約)\s*)?$")
"""Nothing but a mark stands before a figure of a list."""
_INTO_THE_SEA = re.compile(
    r"\b(?:land\w*|splash\w*|fell|falling|c[ao]m(?:e|ing)|plung\w+|crash\w*) (?:down )?(?:in|into) the (?:\w+ )?(?:sea|ocean|waters?),? (?:(?:about|around|some|roughly|more than|nearly|approximately|over) )*$",
    re.IGNORECASE,
)
_AWAY = re.compile(r"(?:\s?\([^)]{0,40}\))?\s?away(?=[.;]|,? (?:after|and|in) |$)")
_METRIC = {"km", "m"}
PLACE = "distance of a place"
UNSAID = "no word says what it measures"


def figures(sentence: str, language: str) -> list[Figure]:
    """
    Every length and duration of a sentence with what it is.

    Examples
    --------
    >>> [(f.amount.low, f.quantity) for f in figures("It flew 800 km and rose to 2,000 km.", "en")]
    [(800.0, 'range_km'), (2000.0, 'apogee_km')]
    """
    cues = _CUES[language]
    found: list[Figure] = []
    amounts, same = _without_conversions(sentence, lengths(sentence))
    free = 0
    for number, amount in enumerate(amounts):
        before = amounts[number - 1] if number else None
        following = amounts[number + 1].start if number + 1 < len(amounts) else len(sentence)
        is_struck = cues.struck_after.match(sentence[amount.end : amount.end + 70]) is not None
        has_struck = is_struck or _is_away_at_sea(sentence, amount)
        reason = None if has_struck else _no_claim(cues, sentence, amount, following)
        kind, used = _kind(
            cues, sentence, amount, max(free, before.end if before else 0), following
        )
        gap = sentence[before.end : amount.start] if before else None
        last = found[-1] if found else None
        if kind is None and last and gap is not None and JOINED.match(gap):
            kind, reason = last.quantity, _reason_of_both(last, reason)
            if amount.qualifier == "exact" and last.amount.qualifier == "about":
                amount = replace(amount, qualifier="about")  # noqa: PLW2901 - one hedge for both
        elif last and last.quantity == "range_km" and gap and _is_height(cues, gap):
            kind, reason = "apogee_km", None
        elif has_struck and kind != "apogee_km":
            kind = "range_km"
        elif amount.unit == "ft":
            kind = kind and "apogee_km"  # nobody tells in feet how far a missile flew
        elif kind is None:
            kind = _distant_kind(cues, sentence, amount, last, gap)
        free = used
        found.append(_figure(amount, kind, reason))
    _look_ahead(sentence, found)
    _look_beside(cues, sentence, found)
    found += [Figure(amount, None, "the same in another unit") for amount in same]
    found += flight_times(cues, sentence)
    return _ranges_by_noun(cues, sentence, sorted(found, key=lambda f: f.amount.start))


def _is_away_at_sea(sentence: str, amount: Amount) -> bool:
    """Whether a missile "came down in the sea 930 km away": that is, from where it was fired."""
    before = sentence[: amount.start]
    return bool(_AWAY.match(sentence, amount.end) and _INTO_THE_SEA.search(before))


def is_another_estimate(sentence: str, amount: Amount) -> bool:
    """
    Whether a figure that nothing names is another's for what the sentence before gave.

    Examples
    --------
    >>> said = "日本政府は約800キロとしている。"
    >>> is_another_estimate(said, lengths(said)[0])
    True
    """
    is_alone = len(lengths(sentence)) == 1
    is_put = _PUT_AT.search(sentence[: amount.start]) or _ESTIMATED.match(sentence[amount.end :])
    return is_alone and is_put is not None


def _is_height(cues: Cues, gap: str) -> bool:
    """Whether what stands between says how high, after how far: "flew 590 km and reached 60 km"."""
    is_reached = cues.reached.search(gap) and not _OTHER_ONE.search(gap)
    return _AT.match(gap) is not None or bool(is_reached)


def _reason_of_both(last: Figure, reason: str | None) -> str | None:
    """Of "430 and 690 km from the coast", the second is as little a place as the first."""
    return None if reason == PLACE and last.quantity == "range_km" else reason or last.reason


def _distant_kind(
    cues: Cues, sentence: str, amount: Amount, last: Figure | None, gap: str | None
) -> str | None:
    """What a figure is that no word beside it tells: a target's, another estimate, a flight's."""
    if cues.struck.search(sentence[: amount.start]):
        return "range_km"
    if last and last.quantity == "apogee_km" and _AT_HEIGHT.match(gap or ""):
        return "range_km"
    if last and _ESTIMATED.match(sentence[amount.end : amount.end + 30]):
        return last.quantity
    return _far_kind(cues, sentence, amount)


def _look_ahead(sentence: str, found: list[Figure]) -> None:
    """Of "390 and 340 km down range", the first is what the second is."""
    for number in range(len(found) - 2, -1, -1):
        this, following = found[number], found[number + 1]
        between = sentence[this.amount.end : following.amount.start]
        if this.reason == UNSAID and following.quantity and JOINED.match(between):
            found[number] = Figure(this.amount, following.quantity)


def _look_beside(cues: Cues, sentence: str, found: list[Figure]) -> None:
    """Of "reaching 350 km and an altitude of 50 km", the first is what the other is not."""
    kinds = {figure.quantity for figure in found} - {None}
    if len(kinds) != 1:
        return
    other = "range_km" if "apogee_km" in kinds else "apogee_km"
    for number, figure in enumerate(found):
        before = sentence[: figure.amount.start]
        is_alone = other == "range_km" and _DID.search(before) is not None
        if figure.reason == UNSAID and (
            is_alone or cues.reached.search(before) or _BARE.search(before)
        ):
            found[number] = Figure(figure.amount, other)


def _without_conversions(sentence: str, amounts: list[Amount]) -> tuple[list[Amount], list[Amount]]:
    """Of an amount and its conversion, the one in kilometres goes on, the other is set aside."""
    kept: list[Amount] = []
    same: list[Amount] = []
    for amount in amounts:
        last = kept[-1] if kept else None
        is_pair = (
            last is not None
            and (last.unit in _METRIC) != (amount.unit in _METRIC)
            and CONVERTED.match(sentence[last.end : amount.start])
            and abs(last.low - amount.low) <= 0.2 * last.low
        )
        if is_pair and last is not None and last.unit in _METRIC:
            same.append(amount)
        elif is_pair and last is not None:
            kept[-1] = Amount(amount.low, amount.high, amount.unit, last.qualifier, *_span(amount))
            same.append(last)
        else:
            kept.append(amount)
    return kept, same


def _span(amount: Amount) -> tuple[int, int]:
    return amount.start, amount.end


def _kind(
    cues: Cues, sentence: str, amount: Amount, free: int, following: int
) -> tuple[str | None, int]:
    """Quantity by the nearest word, and where the words that the next amount may use begin."""
    after = sentence[amount.end : min(following, amount.end + 60)]
    before = sentence[max(free, amount.start - 160) : amount.start]
    nearest = _nearest_before(cues, _HEDGED.sub("", before))
    if cues.onward.match(after):
        return "range_km", amount.end
    for quantity, pattern in (("apogee_km", cues.apogee_after), ("range_km", cues.range_after)):
        match = pattern.match(after)
        is_near = nearest is not None and nearest[1] <= cues.close
        if match and not (is_near and quantity == "range_km"):
            return quantity, amount.end + match.end()
    return (nearest[0] if nearest else None), amount.end


def _nearest_before(cues: Cues, before: str) -> tuple[str, int] | None:
    best: tuple[str, int] | None = None
    for quantity, pattern in (("range_km", cues.range_before), ("apogee_km", cues.apogee_before)):
        for match in pattern.finditer(before):
            distance = len(before) - match.end()
            if best is None or distance <= best[1]:
                best = (quantity, distance)
    return best


def _far_kind(cues: Cues, sentence: str, amount: Amount) -> str | None:
    """Quantity by the last word of flight before it, beyond other amounts."""
    nearest = _nearest_before(cues, sentence[max(0, amount.start - 120) : amount.start])
    return nearest[0] if nearest and nearest[0] == "range_km" and cues.far else None


def _no_claim(cues: Cues, sentence: str, amount: Amount, following: int) -> str | None:
    """Why an amount is no claim on this flight, or None."""
    before = sentence[max(0, amount.start - 160) : amount.start]
    after = sentence[amount.end : amount.end + 90]
    near = sentence[amount.end : min(following, amount.end + 90)]
    if (cues.flown.search(before) and not cues.offset_of.match(after)) or cues.struck.search(
        before
    ):
        is_place = False
    else:
        is_place = bool(cues.place_after.match(after)) or bool(
            cues.place_before.search(before) and not cues.range_after.match(near)
        )
    for reason, pattern in cues.refused_before:
        is_flown = (reason == "target" and cues.struck.search(before)) or (
            reason == "height of a burst" and cues.flown.search(before)
        )
        if pattern.search(before) and not is_flown:
            return reason
    for reason, pattern in cues.refused_after:
        if pattern.match(after):
            return reason
    if is_place:
        return PLACE
    if cues.foreign.search(sentence[: amount.start]) or cues.foreign_whole.search(sentence):
        return FOREIGN
    return None


def _figure(amount: Amount, kind: str | None, reason: str | None) -> Figure:
    if reason is None and kind is None:
        reason = UNSAID
    if reason is None and kind == "apogee_km" and amount.high < LEAST_APOGEE_KM:
        reason = "height of a burst or of a low pass"
    if reason is None and kind == "range_km" and amount.unit == "m":
        reason = "no distance of a flight"
    if reason is None and kind and not is_within(kind, amount):
        reason = "beyond what any missile did"
    return Figure(amount, kind if reason is None else None, reason)


def _ranges_by_noun(cues: Cues, sentence: str, found: list[Figure]) -> list[Figure]:
    """A "range of" alone is what a missile could reach; beside a height it is what it flew."""
    with_height = any(figure.quantity == "apogee_km" for figure in found)
    kept = []
    for figure in found:
        before = sentence[max(0, figure.amount.start - 60) : figure.amount.start]
        after = sentence[figure.amount.end : figure.amount.end + 24]
        if cues.struck_after.match(sentence[figure.amount.end : figure.amount.end + 70]):
            kept.append(figure)
            continue
        by_noun = cues.range_noun.search(before) or cues.range_noun_after.match(after)
        if figure.quantity == "range_km" and by_noun and not with_height:
            head = sentence[: figure.amount.start]
            is_flown = cues.range_noun.search(before) and cues.range_after.match(after)
            if not is_flown and not cues.range_is_flown.search(head):
                kept.append(Figure(figure.amount, None, "capability"))
                continue
        kept.append(figure)
    return kept
