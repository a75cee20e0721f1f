"""No reading holds a figure that its text does not, and no text breaks the reader."""

# ruff: noqa: E501 - a sentence is read in one piece

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.amounts import durations, lengths
from data.reading.clock import clock_times
from data.reading.counts import counts, ordinals
from data.reading.names import read_names
from data.reading.passage import MOST_CHARACTERS, TextError, fold
from data.reading.proposal import ClaimProposal
from data.reading.reader import UNKNOWN_DAY, read_report
from reading_texts import reports

NAMES = read_names()
DAY = dt.date(2022, 1, 18)
WORDS = (
    "North Korea", "fired", "missile", "flew", "km", "700", "1,500", "about", "altitude of", "said",
    "the JCS", "Japan", "on Monday", "Jan. 5", "7:10 a.m.", "two", "first", "북한이", "발사", "비행",
    "약", "700여km", "합참은", "밝혔다", "5일", "고도", "北朝鮮は", "発射", "最高高度約", "キロ", "飛翔",
    "防衛省は", "①", "②", "。", ". ", "\n", '"', "(", ")", "\u202e", "\0", "<b>", "６００", "ｋｍ", "-",
)  # fmt: skip
MIXED = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60).map(" ".join)
OPENING = "North Korea fired a missile that flew 700 km, the JCS said. "
MOST_SECONDS = 2.0
"""Twice what was asked for: the machines that run tests are slower, and busy."""


def values(text: str) -> dict[str, set[object]]:
    """Everything that the characters of a claim can say, by quantity."""
    words = fold(text)
    km = {(a.low, a.high) for a in lengths(words)} | {
        (a.low, a.high) for a in lengths(f"{words} km")
    }
    numbers = {float(c.number) for c in counts(words)} | {1.0 for _ in ordinals(words)}
    return {
        "range_km": km,
        "apogee_km": km,
        "flight_time_s": {(a.low, a.high) for a in durations(words)},
        "count": {(n, n) for n in numbers},
        "launch_time": {t.time[3:] for t in clock_times(words)},
    }


def is_in_the_text(claim: ClaimProposal, text: str) -> bool:
    """Whether the characters that a claim points at say its value."""
    words = text[claim.start : claim.end]
    if claim.quantity == "launch_time":
        minutes = claim.value[14:16] if claim.value else ""
        return minutes in values(words)["launch_time"] or any(c.isdigit() for c in words)
    if claim.quantity in values(words):
        return (claim.low, claim.high) in values(words)[claim.quantity]
    return bool(words.strip())


def check(text: str, day: dt.date | None) -> None:
    """Read a text and look for what is not in it."""
    reading = read_report(text, day, NAMES)
    for launch in reading.launches:
        for claim in launch.claims:
            assert 0 <= claim.start < claim.end <= len(text)
            assert is_in_the_text(claim, text), (claim, text)
            assert claim.phrase.isprintable()
            assert claim.value is None or claim.low is None
    for unused in reading.unused:
        assert text[unused.start : unused.end] == unused.text
        assert unused.reason


@settings(max_examples=100, deadline=None)
@given(MIXED, st.none() | st.just(DAY))
def test_what_is_read_stands_in_the_text(text: str, day: dt.date | None) -> None:
    check(OPENING + text, day)


def test_what_is_read_of_reports_stands_in_them() -> None:
    for report in reports(20, seed=3):
        check(report.text, report.published)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    check(text, DAY)


def test_day_that_is_not_known_is_not_made_up() -> None:
    reading = read_report("North Korea fired a missile at 7:10 a.m.", None, NAMES)
    assert reading.launches[0].date is None
    assert reading.launches[0].claims[0].value == f"{UNKNOWN_DAY}T07:10+09:00"


HOSTILE = {
    "days": "May 5 ", "full days": "2022-01-05 ", "figures": "700 km ", "digits": "1", "commas": "1,",
    "spaced digits": "1 ", "says": "said ", "brackets": "(", "quotes": '"', "times": "9:30 a.m. and ",
    "words": "a b c d e f ", "numbers": "two and three and ", "spans": "1 to 2 to ", "stops": "a.",
    "right to left": "\u202e700 km", "nothing": "\0", "markup": "<script>7</script>",
    "korean": "북한이 5일 발사한 미사일은 약 700km를 ", "japanese": "北朝鮮は5日約700キロ飛翔し、",
    "thousands": "1천", "reports": OPENING, "lines": "\n", "names": "South Korea ", "could": "could fly ",
    "persons": "Japanese Defense Minister Aaron Bbbb said ", "speeds": "Mach 5 to 6 and ", "months": "in May and June ",
    "years": "in 2017 and 2018 ", "lists of days": "8월 24일과 9월 10일, ", "state media": "朝鮮中央通信は5日", "middle dots": "9・8・7",
    "marks": "\u200f\u202e\u2066\ufeff", "tags": "<p onclick=x>", "heights": "reached 5 km and an altitude of ",
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_read_at_once(kind: str) -> None:
    text = (OPENING + HOSTILE[kind] * MOST_CHARACTERS)[:MOST_CHARACTERS]
    start = time.process_time()
    read_report(text, DAY, NAMES)
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize(
    "piece", ["North Korea fired 1 ", "<div>\u202e", "\0", "700 km ", "\u200f5일 "], ids=range(5)
)
def test_a_megabyte_is_refused_at_once(piece: str) -> None:
    start = time.process_time()
    with pytest.raises(
        TextError, match=r"1,\d{3},\d{3} characters - expected a report of at most 40,000"
    ):
        read_report(piece * (1_100_000 // len(piece)), DAY, NAMES)
    assert time.process_time() - start < MOST_SECONDS
