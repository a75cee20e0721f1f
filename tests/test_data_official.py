"""What Japan's Ministry of Defense stated stands as in its own texts, or the exception says why."""

import csv
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

DATA = Path(__file__).parents[1] / "data"
FIRST = "2020-03-09"
"""Day of the first launch that the ministry's releases were read of."""
NO_RELEASE = {
    *("2022-01-05-1", "2022-01-11-1", "2022-01-17-1", "2022-01-27-1", "2022-01-30-1"),
    *("2022-02-27-1", "2022-05-04-1", "2022-05-07-1", "2022-05-12-1", "2022-05-25-2"),
    *("2022-09-25-1", "2023-03-19-1"),
}
"""Launches that the copy of the releases has none of."""
NOT_IN_THE_RELEASE = {
    ("2020-03-29-1", "apogee_km"): "lower than a Scud, without a figure",
    ("2021-09-15-1", "impact_place"): "the East Sea within the zone, without a distance",
    ("2021-10-19-1", "count"): "two; the ministry corrected itself three weeks later",
    ("2022-10-04-1", "impact_place"): "east of Japan, without a place on the coast",
    ("2023-04-13-1", "impact_place"): "no arrival in the zone confirmed, which names no place",
    ("2023-04-13-1", "missile"): "types in the releases are not coded",
    ("2023-08-24-1", "overflight"): "over the prefecture, as it was first announced",
    ("2023-11-21-1", "overflight"): "over the prefecture, as it was first announced",
    ("2024-03-18-1", "missile"): "types in the releases are not coded",
    ("2024-05-27-1", "outcome"): "vanished, perhaps a failure",
    ("2024-11-05-1", "missile"): "types in the releases are not coded",
    ("2025-05-08-1", "impact_place"): "the zone of one missile of the next launch only",
}
"""Why a statement quoted of the ministry stands beside its release."""


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


OFFICIAL = {
    row["id"]
    for row in rows("sources")
    if (urlsplit(row["url"]).hostname or "").endswith("mod.go.jp")
}
CLAIMS = [
    row for row in rows("claims") if row["authority"] == "Japan MOD" and row["launch_id"] >= FIRST
]


def test_a_claim_of_the_ministry_rests_on_its_own_text_or_says_why_not() -> None:
    quoted = {
        (row["launch_id"], row["quantity"])
        for row in CLAIMS
        if row["source_id"] not in OFFICIAL and row["launch_id"] not in NO_RELEASE
    }
    assert quoted == NOT_IN_THE_RELEASE.keys()


def test_launches_without_a_release_are_those_of_which_others_quote_the_ministry() -> None:
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for row in CLAIMS:
        sources[row["launch_id"]].add(row["source_id"])
    assert sources.keys() >= NO_RELEASE
    # A press conference on another question is no release.
    assert {
        launch_id
        for launch_id in NO_RELEASE
        if any(source.startswith("japan-mod-") for source in sources[launch_id])
    } == set()
