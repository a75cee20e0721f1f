"""What the page reads from its five examples is what the record has from those sources, or why not.

A reader that learns more may make a reason needless, but nothing may differ without one.
"""

import datetime as dt

import pytest

from dashboard.reports.draft import make_draft, reviews
from dashboard.reports.examples import EXAMPLES
from data.reading.names import read_names
from data.reading.reader import read_report
from data.record import read_record

NAMES = read_names()
RECORD = read_record()
LAUNCHES = {launch.id: launch for launch in RECORD.launches}
SEVERAL = '"multiple" and "several" are no numbers; a person took them for at least two'
REGION = "the words for an area are wider than the name of a site that is looked for"
WORDING = "a person wrote the type as the text describes it, the rules take its words as they stand"
AFTER_THE_DAY = "the second missile of its sentence stands after the day of the first one"
SPEAKER = "the speaker before or after it in the paragraph is taken for the one who states it"
NO_RULE = "no rule reads it: a target, an outcome or a likeness in a description"
PRESS = "the text names nobody who detected it, and its paragraph speaks of South Korea"
OFFICIAL = "the record has it from the ministry's own release"
ALL_OF_A_LAUNCH = "an article alone counts one missile; a person left that out"
OWN_RELEASE = "the record has it from the ministry's own release, not from who quotes it"
ANOTHER = "it stands in another article on the page, which the example leaves alone"
NOT_READ = {
    ("seed-000", "2022-01-05-1", "site"): REGION,
    ("seed-000", "2022-01-11-1", "count"): AFTER_THE_DAY,
    ("seed-000", "2022-01-11-1", "missile"): AFTER_THE_DAY,
    ("seed-000", "2022-01-17-1", "count"): AFTER_THE_DAY,
    ("seed-000", "2022-01-17-1", "missile"): AFTER_THE_DAY,
    ("seed-000", "2022-01-25-1", "missile"): WORDING,
    ("seed-001", "2026-01-27-1", "count"): SEVERAL,
    ("seed-001", "2026-01-27-1", "missile"): PRESS,
    ("seed-001", "2026-01-27-1", "site"): REGION,
    ("seed-001", "2026-01-27-1", "direction"): PRESS,
    ("seed-001", "2026-01-27-1", "launch_time"): PRESS,
    ("seed-003", "2022-01-14-1", "missile"): WORDING,
    ("seed-003", "2022-01-17-1", "missile"): SPEAKER,
    ("seed-003", "2022-01-17-1", "direction"): NO_RULE,
    ("seed-003", "2022-01-17-1", "impact_place"): NO_RULE,
    ("seed-003", "2022-01-17-1", "outcome"): NO_RULE,
    ("seed-003", "2022-03-24-1", "missile"): ANOTHER,
    ("seed-004", "2025-12-28-1", "missile"): SPEAKER,
    ("seed-004", "2026-01-04-1", "count"): SEVERAL,
    ("seed-004", "2026-01-04-1", "site"): REGION,
    ("seed-004", "2026-01-04-1", "range_km"): SPEAKER,
    ("seed-004", "2026-01-04-1", "direction"): NO_RULE,
}
"""Claims of the record that are not read, each with its reason."""
READ_BESIDE = {
    ("seed-000", "2022-01-25-1", "missile"): WORDING,
    ("seed-001", "2026-01-27-1", "launch_time"): PRESS,
    ("seed-001", "2026-01-27-1", "missile"): PRESS,
    ("seed-001", "2026-01-27-1", "site"): REGION,
    ("seed-001", "2026-01-27-1", "direction"): PRESS,
    ("seed-002", "2022-01-30-1", "count"): ALL_OF_A_LAUNCH,
    ("seed-003", "2022-01-17-1", "missile"): SPEAKER,
    ("seed-004", "2026-01-04-1", "count"): OWN_RELEASE,
    ("seed-004", "2026-01-04-1", "missile"): SPEAKER,
    ("seed-004", "2026-01-04-1", "range_km"): SPEAKER,
    ("seed-004", "2025-12-28-1", "missile"): SPEAKER,
}
"""Claims that are read and that the record does not have so, each with its reason."""

Said = tuple[str, str, str, str, float | None, str | None]


def recorded(source_id: str) -> set[Said]:
    return {
        (source_id, launch.id, claim.quantity, claim.authority, claim.low, claim.value)
        for launch in RECORD.launches
        for claim in launch.claims
        if claim.source.id == source_id
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.source_id)
def test_example_is_read_as_the_record_has_it_or_the_difference_is_explained(example) -> None:
    published = dt.date.fromisoformat(example.published)
    draft = make_draft(read_report(example.text, published, NAMES), NAMES, LAUNCHES)
    read = {
        (
            *(example.source_id, each.record_id, each.claim.quantity, each.claim.authority),
            *(each.claim.low, each.claim.value),
        )
        for each in reviews(draft, LAUNCHES)
    }
    known = recorded(example.source_id)
    assert known
    assert read & known
    assert {said for said in known - read if said[:3] not in NOT_READ} == set()
    assert {said for said in read - known if said[:3] not in READ_BESIDE} == set()


def test_every_claim_of_the_examples_is_told_apart_from_what_is_new() -> None:
    """What the record has from a source stands beside its example as the same."""
    for example in EXAMPLES:
        published = dt.date.fromisoformat(example.published)
        draft = make_draft(read_report(example.text, published, NAMES), NAMES, LAUNCHES)
        known = recorded(example.source_id)
        for each in reviews(draft, LAUNCHES):
            said = (each.record_id, each.claim.quantity, each.claim.authority, each.claim.low)
            if (example.source_id, *said, each.claim.value) in known:
                assert each.comparison.verdict == "same", said
