"""What the page reads from its five examples is what the record has from those sources, or why not.

The page tells the reasons. A reader that learns more may make one needless, but nothing may differ
without one.
"""

import datetime as dt

import pytest

from dashboard.reports.draft import make_draft, reviews
from dashboard.reports.examples import EXAMPLES
from dashboard.words.say import LANGUAGES, Words
from data.reading.names import read_names
from data.reading.reader import read_report
from data.record import read_record

NAMES = read_names()
RECORD = read_record()
LAUNCHES = {launch.id: launch for launch in RECORD.launches}
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
    assert {said for said in known ^ read if said[1:4] not in example.apart} == set()
    # Each is one that the page can say in every language.
    for reason in example.apart.values():
        assert all(Words(lang).has(f"report.apart.{reason}") for lang in LANGUAGES)


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
