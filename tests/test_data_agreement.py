"""How far two readers agree who coded a random tenth of the launches apart, from sources alone."""

import csv
import re
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import krippendorff
import numpy as np
import pytest

from dashboard.claims.authorities import party
from data.quantities import QUANTITIES

ROOT = Path(__file__).parents[1]
CODING = Path(__file__).with_name("coding")
READERS = ("first", "second")
FIELDS = ("date", "time_utc", "count", "site_id", "missile_id", "kind", "outcome", "status")
STATED = (
    *("range_km", "apogee_km", "flight_time_s", "speed_mach", "azimuth_deg", "count"),
    *("launch_time", "outcome", "direction"),
)
NOTHING = "nothing"


def rows(reader, kind):
    text = (CODING / f"{reader}_{kind}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def alpha(pairs):
    """Krippendorff's alpha of pairs of words, where any two are equally far apart."""
    values = sorted({value for pair in pairs for value in pair})
    if len(values) < 2:
        return 1.0
    numbers = np.array([[values.index(value) for value in pair] for pair in pairs]).T
    return float(krippendorff.alpha(numbers, level_of_measurement="nominal"))


def same(pairs):
    return sum(first == second for first, second in pairs)


@pytest.fixture(scope="module")
def launches():
    return [{row["launch"]: row for row in rows(reader, "launches")} for reader in READERS]


@pytest.fixture(scope="module")
def claims():
    return [rows(reader, "claims") for reader in READERS]


def field_pairs(launches, field):
    first, second = launches
    return [(first[one][field] or NOTHING, second[one][field] or NOTHING) for one in first]


def value_of(claim):
    """What is stated, as a word: figures in their unit, times as an instant."""
    if QUANTITIES[claim["quantity"]].unit is not None or claim["quantity"] == "count":
        return "-".join(f"{float(claim[end]):.1f}" if claim[end] else "" for end in ("low", "high"))
    if claim["quantity"] == "launch_time":
        try:
            return datetime.fromisoformat(claim["value"]).astimezone().isoformat()
        except ValueError:
            pass
    return claim["value"].casefold()


def stated_pairs(claims, quantity):
    """What each reader found in each source of each launch, also where that is nothing."""
    places = sorted({(row["launch"], row["source_id"]) for each in claims for row in each})
    found = []
    for each in claims:
        by_place = defaultdict(set)
        for row in each:
            if row["quantity"] == quantity:
                by_place[row["launch"], row["source_id"]].add(value_of(row))
        found.append(by_place)
    return [
        tuple(" ".join(sorted(one[place])) if one[place] else NOTHING for one in found)
        for place in places
    ]


def matched(claims):
    """Statements that both readers have with the same value, in the order of the first."""
    first, second = claims
    left = defaultdict(list)
    for row in second:
        left[row["launch"], row["source_id"], row["quantity"], value_of(row)].append(row)
    for row in first:
        others = left[row["launch"], row["source_id"], row["quantity"], value_of(row)]
        if row["quantity"] in STATED and others:
            others.sort(key=lambda one: one["authority"] != row["authority"], reverse=True)
            yield row, others.pop()


def table(launches, claims):
    """Rows of the table of `data/README.md`."""
    for field in FIELDS:
        yield field, field_pairs(launches, field)
    for quantity in STATED:
        yield f"stated {quantity}", stated_pairs(claims, quantity)
    both = list(matched(claims))
    yield "who stated it", [tuple(party(one["authority"]) for one in pair) for pair in both]
    yield "qualifier", [tuple(one["qualifier"] for one in pair) for pair in both]


def test_the_table_of_agreement_is_what_the_two_codings_come_to(launches, claims):
    text = (ROOT / "data" / "README.md").read_text("utf-8")
    written = re.findall(
        r"^\| `([\w ]+)` \| (\d+) of (\d+) \| (-?\d\.\d\d) \|$", text, re.MULTILINE
    )
    assert written == [
        (name, str(same(pairs)), str(len(pairs)), f"{alpha(pairs):.2f}")
        for name, pairs in table(launches, claims)
    ]


def test_both_coded_the_same_launches(launches):
    first, second = launches
    assert list(first) == list(second)
    assert len(first) == 32


def test_one_other_answer_lowers_the_agreement(launches):
    pairs = field_pairs(launches, "outcome")
    spoilt = [(pairs[0][0], "partial"), *pairs[1:]]
    assert alpha(spoilt) < alpha(pairs)
