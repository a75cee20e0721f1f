"""What is read from reports built like the five first ones is what the record has from those.

The pages themselves are not ours to keep: each text says the same facts in our words, with the
constructions of its page. What the rules read less of than a person did is named beside it.
"""

# ruff: noqa: E501, ISC004 - a text is read in one piece

import datetime as dt

import pytest

from data.reading.names import read_names
from data.reading.reader import read_report
from data.record import read_record

NAMES = read_names()
RECORD = read_record()
FIGURES = {"range_km", "apogee_km", "flight_time_s", "count"}
TEXTS = {
    "seed-000": (
        "2022-01-26",
        "The country fired its fifth missile of the year this week, by the word of a source there.\n\n"
        "North Korean authorities launched two projectiles on Tuesday morning, probably cruise "
        "missiles. Before that, North Korea fired a ballistic missile towards the East Sea on Jan. 5 "
        "and launched a hypersonic missile on Jan. 11, watched by Kim Jong Un.\n\n"
        "It also launched pairs of KN-23 and KN-24 short-range ballistic missiles on Jan. 14 and 17, "
        "respectively.\n\n"
        "Washington answered the launches with sanctions on Jan. 12, and the President said nothing "
        "of them on Jan. 19.",
    ),
    "seed-001": (
        "2026-01-27",
        "Launches before a party congress: how come?\n3:50 PM: Several Launches Detected\n"
        "On Tuesday afternoon, North Korea launched multiple short-range ballistic missiles from an "
        "area north of Pyongyang toward the East Sea. South Korea's Joint Chiefs of Staff reported "
        "that the missiles flew approximately 350 kilometers.\n"
        "The congress, the first one in five years, opens early next month.\n"
        "On January 4, as the President was about to leave for Beijing, North Korea test-fired "
        "hypersonic missiles.",
    ),
    "seed-002": (
        "2022-02-02",
        "TOKYO - North Korea had a full January, which ended on Sunday with its seventh missile "
        "test. North Korea announced on Monday that it had tested the Hwasong-12, an "
        "intermediate-range ballistic missile. It was the first test of the type since 2017.\n"
        "The President takes office in May.",
    ),
    "seed-003": (
        "2022-01-18",
        "2022-01-18 09:51 Last Updated At:10:00\n"
        "North Korea said Tuesday it had conducted a test-firing of tactical guided missiles, a day "
        "after South Korea's military detected the North launching two ballistic missiles into the "
        "sea.\nThe launches on Friday were of another short-range weapon.\n"
        "The Treasury imposed sanctions last week.\nNext Article\n"
        "Moon said on Thursday that the North had fired a missile in March.",
    ),
    "seed-004": (
        "2026-01-04",
        "SEOUL (AP) - North Korea launched multiple ballistic missiles toward the sea on Sunday, its "
        "neighbours reported. According to South Korea's Joint Chiefs of Staff, several launches of "
        "ballistic missiles were detected around 7:50 a.m. The missiles reportedly flew approximately "
        "900 kilometers (560 miles).\nJapanese Defense Minister Shinjiro Koizumi confirmed that at "
        "least two missile launches have been verified.\n"
        "Last Sunday, North Korea had also conducted tests of long-range strategic cruise missiles.",
    ),
}
NOT_READ = {
    # "multiple" and "several" are no numbers; a person wrote them down as at least two.
    ("seed-001", "2026-01-27-1", "count", 2.0),
    # A pair of each of two types on two days: the rules count it on the first one only.
    ("seed-000", "2022-01-17-1", "count", 2.0),
    # "a hypersonic missile", the second one of its sentence, stands after the first one's day.
    ("seed-000", "2022-01-11-1", "count", 1.0),
}
"""Figures that the record has from a report and the rules do not read."""


def recorded(seed: str) -> set[tuple[str, str, str, float | None]]:
    """Figures that the record has from a report, with their launches."""
    return {
        (seed, launch.id, claim.quantity, claim.low)
        for launch in RECORD.launches
        for claim in launch.claims
        if claim.source.id == seed and claim.quantity in FIGURES
    }


@pytest.mark.parametrize("seed", TEXTS)
def test_figures_of_a_first_report_are_those_of_the_record(seed: str) -> None:
    published, text = TEXTS[seed]
    reading = read_report(text, dt.date.fromisoformat(published), NAMES)
    said = {
        (seed, launch.matches[0], claim.quantity, claim.low)
        for launch in reading.launches
        for claim in launch.claims
        if claim.quantity in FIGURES and launch.matches
    }
    assert recorded(seed) - NOT_READ <= said
    assert not NOT_READ & said
    invented = {each for each in said - recorded(seed) if each[2] != "count"}
    assert not invented


@pytest.mark.parametrize("seed", TEXTS)
def test_days_of_a_first_report_are_those_of_the_record(seed: str) -> None:
    published, text = TEXTS[seed]
    reading = read_report(text, dt.date.fromisoformat(published), NAMES)
    days = {launch.date for launch in reading.launches}
    known = {
        launch.date
        for launch in RECORD.launches
        if any(claim.source.id == seed for claim in launch.claims)
    }
    assert known - {"2022-03-24"} <= days  # the article under the third report is left alone
    assert not days & {"2022-01-12", "2022-01-19"}
