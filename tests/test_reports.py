"""Reports under review: comparison with the record, doubts, rows that pass its check, a patch."""

# ruff: noqa: E501 - a text is read in one piece

import datetime as dt
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reports import documents
from dashboard.reports.acceptance import Acceptance, Origin, accept
from dashboard.reports.addition import checked, make_addition, patch
from dashboard.reports.comparison import compare
from dashboard.reports.documents import DocumentError, text_apart
from dashboard.reports.draft import Draft, accepted, in_order, make_draft, reviews
from dashboard.reports.marks import pieces, seen
from dashboard.reports.permission import may_write
from dashboard.words.say import LANGUAGES, Words
from data import change
from data.problem import RecordError
from data.reading.names import read_names
from data.reading.reader import read_report
from data.reading.rows import Document, Rows
from data.record import TABLES, read_record
from reading_texts import reports

ROOT = Path(__file__).parents[1]
NAMES = read_names()
RECORD = read_record()
LAUNCHES = {launch.id: launch for launch in RECORD.launches}
TODAY = dt.date(2026, 12, 2)
NEW = (
    "North Korea fired two short-range ballistic missiles from Sinpo in a northeast direction at 7:10 a.m. "
    "on Tuesday, South Korea's Joint Chiefs of Staff said. It said they flew about 350 km at an altitude of "
    "60 km. Japan's Defense Ministry said they flew about 250 km. The weapon could fly 15,000 km."
)
NEW_DAY = "2026-12-01"
KNOWN = (
    "North Korea fired a Hwasong-12 missile on Sunday. South Korea's Joint Chiefs of Staff said it flew "
    "800 km at an altitude of 2,000 km. Japan's Defense Ministry said it flew 1,500 km."
)
KNOWN_DAY = "2022-01-31"


def drafted(text: str, day: str) -> Draft:
    reading = read_report(text, dt.date.fromisoformat(day), NAMES)
    return make_draft(reading, NAMES, LAUNCHES)


def rows_of(draft: Draft, day: str, **origin: object) -> Acceptance:
    document = Document("Example News", "https://example.org/a", day)
    return accept(draft, Origin(document, **origin), NAMES, RECORD, TODAY)


DRAFT = drafted(NEW, NEW_DAY)


# ------------------------------------------------------------------------- beside the record
@pytest.mark.parametrize(
    ("stated", "recorded", "verdict"),
    [
        (("range_km", 600, "JCS"), (), "new"),
        (("range_km", 600, "JCS"), (("range_km", 600, "JCS"),), "same"),
        (("range_km", 600, "ROK military"), (("range_km", 620, "JCS"),), "same"),
        (("range_km", 600, "JCS"), (("range_km", 620, "Japan MOD"),), "new"),
        (("range_km", 600, "JCS"), (("range_km", 400, "Japan MOD"),), "differs"),
        (("range_km", 600, "JCS"), (("range_km", 400, "JCS"),), "differs"),
        (
            ("range_km", 600, "JCS"),
            (("range_km", 600, "JCS"), ("range_km", 400, "Japan MOD")),
            "same",
        ),
        (("apogee_km", 60, "JCS"), (("range_km", 400, "JCS"),), "new"),
        (("count", 2, "JCS"), (("count", 1, "press"),), "differs"),
        (("outcome", "success", "JCS"), (("outcome", "failure", "KCNA"),), "differs"),
        (("outcome", "success", "JCS"), (("outcome", "success", "JCS"),), "same"),
        (("site", "Sinpo", "JCS"), (("site", "Sunan", "press"),), "new"),
        (("missile", "KN-23", "JCS"), (("missile", "kn-23", "JCS"),), "same"),
        (("direction", "northeast", "JCS"), (("direction", "west", "press"),), "differs"),
        (("direction", "toward the East Sea", "JCS"), (("direction", "east", "JCS"),), "new"),
        (
            ("launch_time", "2022-01-05T08:10+09:00", "JCS"),
            (("launch_time", "2022-01-05T08:07+09:00", "Japan MOD"),),
            "new",
        ),
    ],
)
def test_claim_is_new_the_same_or_differs(make_claim, make_launch, stated, recorded, verdict):
    launch = make_launch(*(make_claim(*one) for one in recorded)) if recorded else None
    assert compare(make_claim(*stated), launch).verdict == verdict


def test_claims_on_different_missiles_are_not_compared(make_claim, make_launch):
    launch = make_launch(make_claim("range_km", 400, "JCS", missiles=(2,)), count=2)
    found = compare(make_claim("range_km", 600, "JCS", missiles=(1,)), launch)
    assert (found.verdict, found.recorded) == ("new", ())


def test_known_launch_is_found_and_what_it_excludes_is_named():
    draft = drafted(KNOWN, KNOWN_DAY)
    found = {(r.claim.quantity, r.claim.authority): r for r in reviews(draft, LAUNCHES)}
    assert {each.record_id for each in found.values()} == {"2022-01-30-1"}
    assert found["range_km", "JCS"].comparison.verdict == "same"
    assert found["range_km", "Japan MOD"].comparison.verdict == "differs"
    assert found["range_km", "Japan MOD"].doubts == ("differs", "twice")[:1]
    order = in_order(reviews(draft, LAUNCHES))
    assert reviews(draft, LAUNCHES)[order[0]].claim.authority == "Japan MOD"


def test_only_what_is_sure_and_new_is_accepted_at_first():
    draft = drafted(NEW, NEW_DAY)
    assert all(row["accepted"] for row in draft.claims)
    assert not any(
        row["accepted"] for row in drafted(NEW, "2026-12-01").decided(accepted=False).claims
    )
    known = drafted(KNOWN, KNOWN_DAY)
    for row, each in zip(known.claims, reviews(known, LAUNCHES), strict=True):
        assert row["accepted"] == (each.comparison.verdict == "new" and not each.doubts)
    without_day = make_draft(
        read_report(NEW.replace("on Tuesday, ", ""), None, NAMES), NAMES, LAUNCHES
    )
    assert not any(row["accepted"] for row in without_day.claims)
    assert all("day" in each.doubts for each in reviews(without_day, LAUNCHES))
    without_year = make_draft(
        read_report(NEW.replace("on Tuesday", "on Nov. 24"), None, NAMES), NAMES, LAUNCHES
    )
    assert not any(row["accepted"] for row in without_year.claims)


def test_every_doubt_and_basis_and_verdict_has_words():
    for lang in LANGUAGES:
        words = Words(lang)
        for day in (NEW_DAY, None):
            date = dt.date.fromisoformat(day) if day else None
            for report in reports(12, seed=7):
                reading = read_report(report.text, date or report.published, NAMES)
                for each in reviews(make_draft(reading, NAMES, LAUNCHES), LAUNCHES):
                    assert all(words.has(f"report.doubt.{name}") for name in each.doubts)
                    assert (
                        words.has(f"report.basis.{each.launch.date_basis}") or not each.launch.date
                    )
                assert {
                    u.reason for u in reading.unused if not words.has(f"reason.{u.reason}")
                } == set()


# ------------------------------------------------------------------------------ rows and files
def test_accepted_rows_pass_the_check_and_apply_as_a_patch(tmp_path: Path) -> None:
    made = rows_of(drafted(NEW, NEW_DAY), NEW_DAY, title="Two missiles")
    assert (made.problems, made.doubled, made.rowless) == ((), 0, 0)
    addition = make_addition(TABLES, made.rows, TODAY)
    record = checked(TABLES, addition)
    launch = next(each for each in record.launches if each.id == "2026-12-01-1")
    assert (launch.count, launch.site.id, launch.status) == (2, "sinpo-area", "preliminary")
    assert (record.version, record.covers_to) == ("2026-12-02", NEW_DAY)
    source = launch.claims[0].source
    assert (source.title, source.accessed) == ("Two missiles", "2026-12-02")
    # The patch is applied as a maintainer would, to a project of its own.
    data = tmp_path / "data"
    shutil.copytree(TABLES, data, ignore=shutil.ignore_patterns("*.py", "__pycache__", "reading"))
    (tmp_path / "rows.patch").write_text(patch(addition), encoding="utf-8", newline="")
    subprocess.run(["git", "apply", "rows.patch"], cwd=tmp_path, check=True, capture_output=True)
    for name, content in addition.after.items():
        assert (data / name).read_bytes() == content
    done = subprocess.run(
        [sys.executable, "-m", "data", "check", str(data)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("ending", "last"), [("\n", ""), ("\r\n", "\r\n"), ("\r\n", "")])
def test_patch_follows_how_a_file_ends_its_lines(tmp_path: Path, ending: str, last: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for path in TABLES.glob("*.csv"):
        text = path.read_text(encoding="utf-8").removesuffix("\n")
        written = text.replace("\n", ending) + last
        (data / path.name).write_bytes(written.encode())
    addition = make_addition(data, rows_of(drafted(NEW, NEW_DAY), NEW_DAY).rows, TODAY)
    (tmp_path / "rows.patch").write_bytes(patch(addition).encode())
    subprocess.run(["git", "apply", "rows.patch"], cwd=tmp_path, check=True, capture_output=True)
    assert all((data / name).read_bytes() == new for name, new in addition.after.items())
    assert checked(data, addition).covers_to == NEW_DAY


def test_rows_are_written_and_taken_back(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    folder.mkdir()
    for path in TABLES.glob("*.csv"):
        shutil.copy(path, folder)
    addition = make_addition(folder, rows_of(drafted(NEW, NEW_DAY), NEW_DAY).rows, TODAY)
    change.make(folder, addition.before, addition.after)
    assert "2026-12-01-1" in {launch.id for launch in read_record(folder).launches}
    change.undo(folder)
    assert all(
        (folder / path.name).read_bytes() == path.read_bytes() for path in TABLES.glob("*.csv")
    )


def test_corrections_reach_the_rows():
    draft = drafted(NEW, NEW_DAY)
    place = next(n for n, row in enumerate(draft.claims) if row["quantity"] == "apogee_km")
    order = list(reversed(range(len(draft.claims))))
    edits = {
        order.index(place): {"low": 65.0, "high": 70.0, "qualifier": "about", "missiles": "1-2"}
    }
    corrected = draft.edited({0: {"site_id": "wonsan-area", "outcome": "success"}}, edits, order)
    made = rows_of(corrected, NEW_DAY)
    (row,) = (row for row in made.rows.claims if row["quantity"] == "apogee_km")
    assert (row["low"], row["high"], row["qualifier"], row["missiles"]) == (
        "65",
        "70",
        "about",
        "1;2",
    )
    (launch,) = made.rows.launches
    assert (launch["site_id"], launch["outcome"]) == ("wonsan-area", "success")
    assert checked(TABLES, make_addition(TABLES, made.rows, TODAY))


def test_what_a_correction_breaks_is_said_and_nothing_else():
    draft = drafted(NEW, NEW_DAY)
    order = list(range(len(draft.claims)))
    place = next(n for n, row in enumerate(draft.claims) if row["quantity"] == "range_km")
    wrong = draft.edited({}, {place: {"missiles": "two"}}, order)
    (problem,) = accepted(wrong)[1]
    assert (problem.row, problem.column, problem.value) == (place + 1, "missiles", "two")
    broken = rows_of(draft.edited({}, {place: {"low": 99_000.0}}, order), NEW_DAY)
    with pytest.raises(RecordError, match="up to 15,000"):
        checked(TABLES, make_addition(TABLES, broken.rows, TODAY))
    unfinished = draft.edited({}, {place: {"low": None, "high": None}}, order)
    assert "unreadable" in reviews(unfinished, LAUNCHES)[place].doubts


def test_launch_may_be_another_one_or_a_new_one():
    draft = drafted(KNOWN, KNOWN_DAY).decided(accepted=True)
    new = rows_of(draft.edited({0: {"record": "new"}}, {}, range(len(draft.claims))), KNOWN_DAY)
    assert [row["id"] for row in new.rows.launches] == ["2022-01-30-2"]
    other = {0: {"record": "2022-01-27-1"}}
    moved = rows_of(draft.edited(other, {}, range(len(draft.claims))), KNOWN_DAY)
    assert {row["launch_id"] for row in moved.rows.claims} == {"2022-01-27-1"}
    assert moved.rows.launches == []


def test_note_of_a_reviewer_joins_the_row_of_a_new_launch():
    both = f"{NEW} {KNOWN.replace('on Sunday', 'on Jan. 30, 2022')}"
    draft = drafted(both, NEW_DAY).decided(accepted=True)
    order = range(len(draft.claims))
    noted = {n: {"note": f" Of {row['date']}. "} for n, row in enumerate(draft.launches)}
    made = rows_of(draft.edited(noted, {}, order), NEW_DAY)
    assert len(draft.launches) == 2
    assert [row["note"] for row in made.rows.launches] == [f"Of {NEW_DAY}."]
    assert {row["launch_id"] for row in made.rows.claims} == {"2022-01-30-1", f"{NEW_DAY}-1"}


def test_time_that_a_report_adds_joins_the_launch_that_the_record_has():
    at = "Japan's Defense Ministry said a missile was launched at 7:51 a.m. on Jan. 30, 2022."
    draft = drafted(f"{KNOWN.replace('on Sunday', 'on Jan. 30, 2022')} {at}", KNOWN_DAY)
    made = rows_of(draft.decided(accepted=True), KNOWN_DAY)
    addition = make_addition(TABLES, made.rows, TODAY)
    launch = next(one for one in checked(TABLES, addition).launches if one.id == "2022-01-30-1")
    assert launch.time_utc == dt.datetime(2022, 1, 29, 22, 51, tzinfo=dt.UTC)
    unlike = set(addition.after["launches.csv"].splitlines()) - set(
        addition.before["launches.csv"].splitlines()
    )
    assert [line[:12] for line in unlike] == [b"2022-01-30-1"]
    # Whoever reviews the patch sees that line and no other.
    assert patch(addition).count("\n-2") == len(unlike) + 1


def test_claim_without_a_day_has_no_row_and_is_counted():
    reading = read_report(NEW.replace("on Tuesday, ", ""), None, NAMES)
    draft = make_draft(reading, NAMES, LAUNCHES).decided(accepted=True)
    made = rows_of(draft, NEW_DAY)
    assert (made.rows.claims, made.rowless) == ([], len(draft.claims))


def test_source_that_the_record_has_is_used_again_and_its_claims_once():
    known = next(one for one in RECORD.sources.values() if one.url and one.id != "csis")
    document = Document("Somebody", known.url, KNOWN_DAY)
    draft = drafted(KNOWN, KNOWN_DAY).decided(accepted=True)
    made = accept(draft, Origin(document), NAMES, RECORD, TODAY)
    assert made.rows.sources == []
    assert {row["source_id"] for row in made.rows.claims} == {known.id}
    # With these rows in the record, the same report adds none.
    record = checked(TABLES, make_addition(TABLES, made.rows, TODAY))
    again = accept(draft, Origin(document), NAMES, record, TODAY)
    assert (again.rows.claims, again.doubled) == ([], len(made.rows.claims))


def test_nothing_accepted_changes_nothing():
    made = rows_of(drafted(NEW, NEW_DAY).decided(accepted=False), NEW_DAY)
    addition = make_addition(TABLES, made.rows, TODAY)
    assert (addition.before, addition.after, patch(addition)) == ({}, {}, "")
    assert made.rows == Rows([], [], [])


# -------------------------------------------------------------------------------- the text itself
@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8),
    st.lists(st.sampled_from("a7 미発<\u202e\0\n"), min_size=45, max_size=45).map("".join),
)
def test_pieces_of_a_text_are_the_text(spans, text):
    (like, *_) = DRAFT.read
    claims = [replace(like, start=start, end=start + length) for start, length in spans]
    found = pieces(text, claims, ())
    assert "".join(piece.text for piece in found) == seen(text)
    for number in range(1, len(claims) + 1):
        assert sum(number in piece.beginning for piece in found) == 1
        assert sum(number in piece.ending for piece in found) == 1
        mine = "".join(piece.text for piece in found if number in piece.claims)
        assert len(mine) == claims[number - 1].end - claims[number - 1].start


def test_what_is_left_out_is_marked_with_its_reason():
    reading = read_report(NEW, dt.date.fromisoformat(NEW_DAY), NAMES)
    found = pieces(NEW, drafted(NEW, NEW_DAY).read, reading.unused)
    assert [(piece.text, piece.reason) for piece in found if piece.reason] == [
        ("15,000 km", "capability")
    ]


# ---------------------------------------------------------------------------------- who may write
ALLOWED = {"RECORD_WRITABLE": "1"}
HERE = {"host": "localhost:8501"}


@pytest.mark.parametrize(
    ("environment", "bound_to", "headers", "allowed"),
    [
        (ALLOWED, "127.0.0.1", HERE, True),
        (ALLOWED, "localhost", {"Host": "127.0.0.1:8501"}, True),
        ({}, "127.0.0.1", HERE, False),
        ({"RECORD_WRITABLE": "0"}, "127.0.0.1", HERE, False),
        ({"RECORD_WRITABLE": "yes"}, "127.0.0.1", HERE, False),
        (ALLOWED, "0.0.0.0", HERE, False),  # noqa: S104 - it is refused
        (ALLOWED, "192.168.1.4", HERE, False),
        (ALLOWED, None, HERE, False),
        (ALLOWED, "127.0.0.1", {"Host": "launches.example"}, False),
        (ALLOWED, "127.0.0.1", {"Host": "localhost.launches.example"}, False),
        (ALLOWED, "127.0.0.1", {}, False),
        (ALLOWED, "127.0.0.1", HERE | {"X-Forwarded-For": "10.0.0.9"}, False),
        (ALLOWED, "127.0.0.1", HERE | {"forwarded": "for=10.0.0.9"}, False),
        (ALLOWED, "127.0.0.1", HERE | {"X-Forwarded-Proto": "https"}, False),
        (ALLOWED, "127.0.0.1", HERE | {"Via": "1.1 varnish"}, False),
        (ALLOWED | {"PUBLIC_ADDRESS": "https://launches.example"}, "127.0.0.1", HERE, False),
    ],
)
def test_tables_are_written_only_where_the_operator_says_so_on_this_machine(
    environment, bound_to, headers, allowed
):
    assert may_write(environment, bound_to, headers) is allowed


# --------------------------------------------------------------------------------- files from outside
def test_pdf_that_takes_long_is_given_up(monkeypatch):
    monkeypatch.setattr(documents, "MOST_SECONDS", 0.01)
    with pytest.raises(DocumentError) as refused:
        text_apart(b"%PDF-1.7 whatever")
    assert refused.value.key == "slow"


def test_pdf_that_is_none_says_so_in_every_language():
    with pytest.raises(DocumentError) as refused:
        text_apart(b"%PDF-1.7 whatever")
    said = {
        Words(lang).say(f"document.{refused.value.key}", **refused.value.places)
        for lang in LANGUAGES
    }
    assert len(said) == len(LANGUAGES)


def test_text_and_html_are_read_at_once():
    assert text_apart("북한이 발사했다.".encode()) == "북한이 발사했다."
    assert text_apart(b"<html><body><p>North Korea fired</p></body></html>") == "North Korea fired"
