"""What is read from reports built like the five first ones is what the record has from those.

The pages themselves are not ours to keep: each text, an example of the page "Add from a report",
says the same facts in our words, with the constructions of its page. What the rules read less of
than a person did is named beside it.
"""

import datetime as dt

import pytest

from dashboard.reports.examples import EXAMPLES
from data.reading.names import read_names
from data.reading.reader import read_report
from data.record import read_record

NAMES = read_names()
RECORD = read_record()
FIGURES = {"range_km", "apogee_km", "flight_time_s", "count"}
TEXTS = {each.source_id: (each.published, each.text) for each in EXAMPLES}
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
