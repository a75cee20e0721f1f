"""Every row of the record, each by its name, read without the reader of the project."""

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from data.model import PARTIES

DATA = Path(__file__).parents[1] / "data"
KOREA_TIME = dt.timezone(dt.timedelta(hours=9))
README = (DATA / "README.md").read_text(encoding="utf-8")


def listed(column: str) -> str:
    """What data/README says that a column of the claims holds."""
    (line,) = re.findall(rf"^\| `{column}` \| (.*) \|$", README, re.MULTILINE)
    return line


FIGURES = set(re.findall(r"`(\w+)`", listed("quantity").partition("; words: ")[0]))
GROUPS = [
    re.findall(r"`(\w+)`", group) for group in listed("unit").partition(" none for ")[0].split(";")
]
UNITS = {
    figure: set(group)
    for figure in FIGURES
    for group in GROUPS
    if group and group[0].casefold() == figure.rpartition("_")[2]
}
"""Units by quantity: those listed with the one in its name."""

Row = dict[str, str]
Named = list[tuple[str, Row]]


def rows(table: str) -> list[Row]:
    """Read the rows of a table as they are written."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


LAUNCHES = {row["id"]: row for row in rows("launches")}
SITES = {row["id"]: row for row in rows("sites")}
MISSILES = {row["id"]: row for row in rows("missiles")}
SOURCES = {row["id"]: row for row in rows("sources")}
CITED = {row_id: row for row_id, row in SOURCES.items() if row["cited_by"]}
PLACES = {row["id"]: row for row in rows("places")}
RECORD = rows("record")
CLAIMS = rows("claims")
CSIS_ROWS = {row["locator"] for row in CLAIMS if row["source_id"] == "csis"}
CLAIMED = {row["launch_id"] for row in CLAIMS}


def by_id(table: dict[str, Row]) -> Named:
    """Name each row after its id."""
    return list(table.items())


def by_line(table: list[Row], *columns: str) -> Named:
    """Name each row after its line, since it has no id, and what it is about."""
    return [
        (" ".join([f"line {line}", *(row[column] for column in columns)]), row)
        for line, row in enumerate(table, 2)
    ]


def each(named: Named) -> Callable[[Callable[[Row], None]], Callable[[], None]]:
    """Judge every row in one test, which names all that fail: a test a row would take minutes."""

    def of_all(judge: Callable[[Row], None]) -> Callable[[], None]:
        def test() -> None:
            wrong = []
            for name, row in named:
                try:
                    judge(row)
                except AssertionError as error:
                    wrong.append(f"{name}: {error}")
            assert named
            assert wrong == []

        return test

    return of_all


@pytest.mark.parametrize("table", ["launches", "sites", "missiles", "sources", "places"])
def test_no_two_rows_have_the_same_id(table: str) -> None:
    ids = [row["id"] for row in rows(table)]
    assert len(ids) == len(set(ids))


@each(by_id(LAUNCHES))
def test_launch_has_its_date_in_its_id_and_stands_on_a_claim(row: Row) -> None:
    assert re.fullmatch(re.escape(row["date"]) + r"-[1-9]\d*", row["id"])
    assert row["site_id"] == "" or row["site_id"] in SITES
    assert row["missile_id"] in MISSILES
    assert row["count"] == "" or int(row["count"]) >= 1
    assert row["outcome"] in {"success", "failure", "partial", "unknown"}
    assert row["status"] in {"confirmed", "claimed", "disputed", "preliminary"}
    assert row["id"] in CLAIMED
    if row["time_utc"]:
        time = dt.datetime.fromisoformat(row["time_utc"])
        assert time.utcoffset() == dt.timedelta(0)
        assert f"{time.astimezone(KOREA_TIME):%Y-%m-%d}" == row["date"]


STATES = {name for names in PARTIES.values() for name in names}
NAMED = {
    name.strip().casefold(): row["id"]
    for row in MISSILES.values()
    # A name of a class or a kind is none of a type.
    if not re.search("identified|kind unknown", row["name"])
    for name in (row["name"], *row["aliases"].split(";"))
    if name
}
"""Types by their names and aliases."""
STATED_TYPES = defaultdict(set)
for claim in CLAIMS:
    # Of "KN-25 (presumed)" and "Hwasong-12, fired again" the name is what stands first.
    first = re.split(r" \(|,", claim["value"])[0].casefold()
    if (claim["quantity"], claim["authority"] in STATES) == ("missile", True) and first in NAMED:
        STATED_TYPES[claim["launch_id"]].add((first, NAMED[first]))


@each(by_id(LAUNCHES))
def test_type_that_a_state_names_is_taken_or_named_in_the_note(row: Row) -> None:
    taken = MISSILES[row["missile_id"]]
    for stated, type_ in STATED_TYPES[row["id"]]:
        named = type_ == taken["id"] or stated in taken["name"].casefold()
        aliases = (stated, *(name for name, id_ in NAMED.items() if id_ == type_))
        assert named or any(alias in row["note"].casefold() for alias in aliases), stated


STATED_OUTCOMES = defaultdict(set)
IN_CNS = {claim["launch_id"] for claim in CLAIMS if claim["source_id"] == "cns-nkmtd"}
for claim in CLAIMS:
    if claim["quantity"] == "outcome":
        STATED_OUTCOMES[claim["launch_id"]].add(claim["value"])


@each(by_id(LAUNCHES))
def test_outcome_is_one_that_somebody_states_or_the_field_of_cns(row: Row) -> None:
    stated = STATED_OUTCOMES[row["id"]]
    if row["outcome"] == "unknown":
        assert len(stated - {"unknown"}) == 0 or row["note"]
    elif row["outcome"] == "partial":
        assert "partial" in stated or {"success", "failure"} <= stated
    else:
        of_cns = row["id"] in IN_CNS and (not stated or row["note"])
        assert row["outcome"] in stated or of_cns


@each(by_id(SITES))
def test_site_is_named_and_lies_in_or_around_north_korea(row: Row) -> None:
    assert row["name_en"]
    assert row["id"] != "unknown"
    # As wide as `make check-data` allows: what it accepts of a new row, no test refuses.
    assert 33 <= float(row["latitude"]) <= 44
    assert 123 <= float(row["longitude"]) <= 132
    assert row["precision_km"] == "" or float(row["precision_km"]) > 0


@each(by_id(MISSILES))
def test_missile_has_a_range_class_only_where_classes_apply(row: Row) -> None:
    assert row["name"]
    assert row["id"] != "unknown"
    if row["kind"] in {"cruise", "space launch", "rocket artillery", "air defence"}:
        assert row["range_class"] == ""
    if row["kind"] in {"ballistic", "glide"}:
        assert row["range_class"] in {"CRBM", "SRBM", "MRBM", "IRBM", "ICBM", "unknown"}


@each(by_id(SOURCES))
def test_source_has_a_title_and_a_link_that_can_be_followed(row: Row) -> None:
    assert row["title"]
    assert re.match(r"https?://|$", row["url"])


@each(by_id(CITED))
def test_source_is_cited_by_entries_of_sources_and_of_csis_by_those_read(row: Row) -> None:
    entries = row["cited_by"].split(";")
    assert len(entries) == len(set(entries))
    for entry in entries:
        source, _, place = entry.partition(" ")
        assert source in SOURCES
        assert place in CSIS_ROWS if source == "csis" else place


@each(by_id(PLACES))
def test_place_is_named_and_lies_between_the_yellow_sea_and_the_pacific(row: Row) -> None:
    assert row["name"]
    assert 20 <= float(row["latitude"]) <= 55
    assert 110 <= float(row["longitude"]) <= 180
    assert 0 < float(row["precision_km"]) <= 500
    assert row["source_id"] in SOURCES


def test_record_has_one_version_that_covers_every_launch() -> None:
    (row,) = RECORD
    assert dt.date.fromisoformat(row["covers_to"]) <= dt.date.fromisoformat(row["version"])
    assert max(launch["date"] for launch in LAUNCHES.values()) <= row["covers_to"]


def test_readme_says_which_quantities_are_figures_and_in_which_units() -> None:
    assert {"range_km", "apogee_km", "flight_time_s", "count", "azimuth_deg"} <= FIGURES
    assert UNITS["range_km"] == UNITS["apogee_km"] == {"km", "mi", "nmi", "m", "ft"}
    assert UNITS["flight_time_s"] == {"s", "min", "h"}
    assert FIGURES - UNITS.keys() == {"count"}


@each(by_line(CLAIMS, "launch_id", "authority", "quantity"))
def test_claim_has_a_source_a_launch_and_something_to_say(row: Row) -> None:
    assert row["launch_id"] in LAUNCHES
    assert row["source_id"] in SOURCES
    assert row["authority"]
    assert len(row["phrase"].split()) <= 25
    assert row["unit"] in UNITS.get(row["quantity"], {""})
    if row["quantity"] in FIGURES:
        assert float(row["low"]) <= float(row["high"])
        assert float(row["low"]) > 0 or row["quantity"] == "azimuth_deg"
    else:
        assert row["value"]
        assert row["low"] == row["high"] == ""


@each(by_line(rows("corrections"), "launch_id", "field"))
def test_correction_gives_its_reason(row: Row) -> None:
    assert row["launch_id"] in LAUNCHES
    assert row["source_id"] in SOURCES
    assert row["reason"]
    assert row["stated"] != row["recorded"]


@each(by_line(rows("excluded"), "date", "source_id", "locator"))
def test_exclusion_says_what_it_was_and_why_it_is_not_counted(row: Row) -> None:
    assert row["source_id"] in SOURCES
    assert row["what"]
    assert row["reason"]


EVENTS = {row["id"]: row for row in rows("events")}
JUDGING = re.compile(
    r"provo|illegal|illicit|rogue|regime|reckless|aggress|threat|war game|hostile|unlawful|"
    r"despite|in response|because|therefore|amid",
    re.IGNORECASE,
)
"""Words that judge an event or give a reason for it."""


def test_there_are_events_enough_beside_the_holidays():
    assert sum(row["kind"] != "holiday" for row in EVENTS.values()) >= 250


def test_an_event_is_told_in_three_languages_by_words_that_do_not_judge():
    for id_, row in EVENTS.items():
        assert not JUDGING.search(row["text_en"]), id_
        assert re.search("[가-힣]", row["text_ko"]), id_
        assert re.search("[ぁ-ん]", row["text_ja"]), id_


def test_the_same_deed_is_told_by_the_same_verb_whoever_did_it():
    verbs = {
        "nuclear test": {"conducted"},
        "satellite": {"launched"},
        "parade": {"held"},
        "election": {"held"},
        "holiday": {"kept"},
        "exercise": {"held", "began"},
        "party meeting": {"held", "opened"},
        "inauguration": {"became", "began"},
        "summit": {"met"},
    }
    for id_, row in EVENTS.items():
        if row["kind"] in verbs:
            assert verbs[row["kind"]] & set(row["text_en"].split()), id_


def test_events_that_the_seed_reports_name_carry_their_words():
    told = [row for row in EVENTS.values() if row["source_id"].startswith("seed-")]
    named = [row for row in EVENTS.values() if row["named_in"]]
    assert all(row["phrase"] for row in told)
    assert all(row["named_as"] for row in named)
    seeds = {row["source_id"] for row in told} | {row["named_in"] for row in named}
    assert seeds == {f"seed-00{number}" for number in range(5)}


def test_the_source_of_an_event_was_opened():
    assert all(SOURCES[row["source_id"]]["accessed"] for row in EVENTS.values())
