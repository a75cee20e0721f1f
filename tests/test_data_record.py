"""Reading the record: what comes out is what the tables say, and nothing else can come out."""

import datetime as dt
import pickle
import shutil
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.korean_day import day_span, korean_date
from data.model import Record
from data.problem import RecordError
from data.record import TABLES, read_record
from data.tables import read_tables
from data.translation import TRANSLATED, in_language

TINY = Path(__file__).parent / "tables"
FILES = sorted(path.name for path in TINY.iterdir())


def test_a_launch_carries_its_site_its_missile_and_its_claims() -> None:
    launch = read_record(TINY).launches[2]
    assert launch.id == "2022-01-11-1"
    assert launch.time_utc == dt.datetime(2022, 1, 10, 22, 27, tzinfo=dt.UTC)
    assert launch.site is not None
    assert launch.site.name_en == "Mupyong-ni Arms Plant"
    assert launch.missile.range_class == "MRBM"
    flown, apogee, azimuth, _ = launch.claims
    assert (flown.low, flown.high, flown.unit, flown.qualifier) == (700, 700, "km", "at_least")
    assert flown.missiles == (1,)
    assert flown.source.publisher == "CSIS"
    assert (apogee.quantity, apogee.missiles) == ("apogee_km", ())
    assert azimuth.phrase is None


def test_a_text_is_in_the_readers_language_where_it_was_translated() -> None:
    said = partial(in_language, read_record(TINY).translations)
    assert said("The day is a placeholder.", "ja") == "その日は仮の日付である。"
    assert said("Fired 3 of 1000 on 5 May.", "ja") == "Fired 3 of 1000 on 5 May."
    assert said("Nobody translated it.", "ko") == "Nobody translated it."
    assert said(None, "ko") is None


def test_every_translation_is_of_a_text_that_the_record_has() -> None:
    tables = read_tables(TABLES)
    texts = {
        row.values[column] for table, column in TRANSLATED.items() for row in tables[table].rows
    }
    rows = tables["translations"].rows
    assert [row.line for row in rows if row.values["text_en"] not in texts] == []
    assert len(rows) >= 350


def test_an_id_that_a_launch_once_had_leads_to_it() -> None:
    record = read_record(TINY)
    assert record.renamed == {"2022-01-24-1": "2022-01-25-1"}
    assert record.launches[3].id == "2022-01-25-1"


def test_two_old_ids_may_lead_to_one_launch(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "record")
    with (folder / "renamed.csv").open("a", encoding="utf-8") as file:
        file.write("2022-01-24-2,2022-01-25-1\n")
    assert set(read_record(folder).renamed) == {"2022-01-24-1", "2022-01-24-2"}


def test_old_ids_lead_to_launches_sites_and_missiles(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "record")
    with (folder / "renamed.csv").open("a", encoding="utf-8") as file:
        file.write("musudan,tonghae\nr-17,scud-b\n")
    assert dict(read_record(folder).renamed) == {
        "2022-01-24-1": "2022-01-25-1",
        "musudan": "tonghae",
        "r-17": "scud-b",
    }


def test_platform_is_that_of_the_launch_or_else_of_its_type(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "record")
    assert next(launch.platform for launch in read_record(folder).launches) == "road"
    with (folder / "platforms.csv").open("a", encoding="utf-8") as file:
        file.write("1984-04-1,fixed-pad,from a pad,csis,row 1\n")
    first, *others = read_record(folder).launches
    assert first.platform == "fixed-pad"
    assert first.stated_platform is not None
    assert (first.stated_platform.source.id, first.stated_platform.phrase) == ("csis", "from a pad")
    assert "unknown" in {launch.platform for launch in others}


def test_a_missile_burns_as_its_own_row_says_or_else_that_of_its_class(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "record")
    boost = read_record(folder).missiles["scud-b"].boost
    assert boost is not None
    assert (boost.low_s, boost.high_s, boost.source.id) == (60.0, 80.0, "csis")
    path = folder / "boost_phases.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("scud-b,,", ",SRBM,"), "utf-8")
    record = read_record(folder)
    assert record.missiles["scud-b"].boost == boost
    assert record.missiles["hwasong-12a"].boost is None  # it glides
    assert list(record.boost_phases) == ["scud"]


def test_events_are_read_in_order_with_their_days() -> None:
    exercise, council = read_record(TINY).events
    assert (exercise.first_day.isoformat(), exercise.last_day.isoformat()) == (
        "2022-01-10",
        "2022-01-14",
    )
    assert council.first_day == council.last_day
    assert council.parties == ("United Nations", "North Korea")
    assert (exercise.text_ko, exercise.phrase, exercise.locator) == (None, None, None)


def test_what_is_not_known_is_none() -> None:
    first, *_, last = read_record(TINY).launches
    assert first.time_utc is None
    assert first.count is None
    assert last.site is None
    assert last.missile.range_class is None
    assert last.note is None
    assert {claim.value for claim in last.claims} == {None}
    assert first.site is not None
    assert first.site.precision_km is None
    assert [claim.unit for claim in last.claims] == [None]
    assert first.claims[0].source.cited_by == ()


def test_a_correction_stands_with_its_launch() -> None:
    (correction,) = read_record(TINY).launches[0].corrections
    assert (correction.stated, correction.recorded) == ("1984-04-09", "1984-04")
    assert correction.source.id == "nagix"


def test_an_estimate_stands_with_its_launch() -> None:
    _, second, third, _ = read_record(TINY).launches
    (estimate,) = second.estimates
    assert (estimate.who, estimate.low_km, estimate.high_km) == ("An analyst", 4500, 5000)
    assert estimate.source.id == "csis"
    assert third.estimates == ()


def test_a_record_says_its_version_and_how_far_it_goes() -> None:
    record = read_record(TINY)
    assert (record.version, record.covers_to) == ("2022-02-01", "2022-01-31")


def test_a_place_carries_its_coordinates_and_their_source() -> None:
    place = read_record(TINY).places["alsom"]
    assert (place.name, place.aliases) == ("Alsom island", ())
    assert (place.latitude, place.longitude, place.precision_km) == (40.646, 129.547, 1)
    assert place.source.id == "csis"


def test_a_source_names_the_entries_that_cite_it(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tables")
    sources = (folder / "sources.csv").read_text(encoding="utf-8")
    cited = sources.replace("org/,,2022-02-01,,", "org/,,2022-02-01,,csis row 5;csis row 6")
    (folder / "sources.csv").write_text(cited, encoding="utf-8")
    assert read_record(folder).sources["csis"].cited_by == ("csis row 5", "csis row 6")


def test_launches_come_by_date_and_then_by_number(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tables")
    for table in ("launches", "claims"):
        path = folder / f"{table}.csv"
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        rows += [row.replace("25-1,", f"25-{n},", 1) for n in (10, 2) for row in rows[-1:]]
        path.write_text("\n".join([header, *rows[::-1]]), encoding="utf-8")
    ids = [launch.id for launch in read_record(folder).launches]
    assert ids[:3] == ["1984-04-1", "2022-01-05-1", "2022-01-11-1"]
    assert ids[3:] == ["2022-01-25-1", "2022-01-25-2", "2022-01-25-10"]


def test_a_record_survives_being_cached() -> None:
    record = read_record(TINY)
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301


def test_an_error_lists_every_problem(tmp_path: Path) -> None:
    with pytest.raises(RecordError) as raised:
        read_record(tmp_path)
    assert len(raised.value.problems) == len(FILES)
    assert str(raised.value).splitlines() == [str(p) for p in raised.value.problems]


SPANS = {
    "2022-01-05": (dt.date(2022, 1, 5), dt.date(2022, 1, 5)),
    "2024-02": (dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
    "1990-12": (dt.date(1990, 12, 1), dt.date(1990, 12, 31)),
    "1991": (dt.date(1991, 1, 1), dt.date(1991, 12, 31)),
    "9999-12": (dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
    "2023-02-29": None,
    "2022-13": None,
    "0000": None,
    "2022-1-5": None,
    "20220105": None,
    "٢٠٢٢": None,
    "": None,
}


@pytest.mark.parametrize("date", SPANS)
def test_a_date_covers_the_days_it_may_mean(date: str) -> None:
    assert day_span(date) == SPANS[date]


def test_the_days_of_a_launch_are_those_of_its_date() -> None:
    launch = read_record(TINY).launches[0]
    assert (launch.first_day, launch.last_day) == (dt.date(1984, 4, 1), dt.date(1984, 4, 30))


def test_the_korean_day_begins_at_15_hours_utc() -> None:
    before = dt.datetime(2022, 1, 4, 14, 59, tzinfo=dt.UTC)
    assert korean_date(before) == dt.date(2022, 1, 4)
    assert korean_date(before + dt.timedelta(minutes=1)) == dt.date(2022, 1, 5)


def read_or_refuse(file: str, content: bytes) -> None:
    """Read a record with one file replaced: it may be refused, and in no other way."""
    with tempfile.TemporaryDirectory() as name:
        folder = shutil.copytree(TINY, Path(name) / "tables")
        (folder / file).write_bytes(content)
        try:
            outcome: Record | RecordError = read_record(folder)
        except RecordError as error:
            outcome = error
    if isinstance(outcome, RecordError):
        assert outcome.problems
        assert all(problem.row >= 1 and problem.expected for problem in outcome.problems)
        assert len(str(outcome).splitlines()) == len(outcome.problems)
    else:
        assert isinstance(outcome, Record)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    file=st.sampled_from(FILES),
    place=st.floats(0, 1),
    length=st.integers(0, 40),
    put=st.one_of(
        st.binary(max_size=12),
        st.text(max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.sampled_from([b'"', b"\n", b",", b";", b"\0", b"-", b"9" * 400, b"9999-12-31T23:59Z"]),
    ),
)
def test_damaged_bytes_are_read_or_refused_and_nothing_else(
    file: str, place: float, length: int, put: bytes
) -> None:
    content = (TINY / file).read_bytes()
    start = int(place * len(content))
    read_or_refuse(file, content[:start] + put + content[start + length :])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    file=st.sampled_from(FILES),
    line=st.integers(0, 9),
    column=st.integers(0, 11),
    cell=st.one_of(
        st.text(max_size=20),
        st.integers().map(str),
        st.floats().map(str),
        st.datetimes().map(lambda time: f"{time:%Y-%m-%dT%H:%M}Z"),
        st.sampled_from(["9999-12-31T23:59Z", "0001-01-01T00:00+23:59", "1-999", "9" * 5000, "-0"]),
    ),
)
@example(file="launches.csv", line=1, column=2, cell="9999-12-31T23:59Z")
@example(file="claims.csv", line=5, column=7, cell="0001-01-01T00:00+23:59")
@example(file="claims.csv", line=5, column=6, cell="9" * 5000)
@example(file="record.csv", line=1, column=1, cell="0001-01-01")
@example(file="places.csv", line=1, column=3, cell="9" * 5000)
def test_a_cell_of_any_content_is_read_or_refused_and_nothing_else(
    file: str, line: int, column: int, cell: str
) -> None:
    rows = [row.split(",") for row in (TINY / file).read_text(encoding="utf-8").splitlines()]
    row = rows[line % len(rows)]
    row[column % len(row)] = cell
    content = "\n".join(",".join(row) for row in rows)
    read_or_refuse(file, content.encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(file=st.sampled_from(FILES), content=st.binary(max_size=300))
def test_a_file_of_any_bytes_is_read_or_refused_and_nothing_else(file: str, content: bytes) -> None:
    read_or_refuse(file, content)
