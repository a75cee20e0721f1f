"""The CSV file: a second reader finds what was written, and no spreadsheet finds a formula."""

import csv
import datetime as dt
import io

import pyarrow.csv
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import HOSTILE, JANUARY_2022
from dashboard.export.csv_file import COLUMNS, FORMULA_SIGNS, cell, write
from dashboard.selection.selection import Selection
from dashboard.selection.view import View

DAY = dt.date(2022, 1, 5)
FORMULAS = ('=HYPERLINK("https://x.example","y")', "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "\t=1+1")


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture
def one_launch(make_launch, make_claim, make_library):
    def view(*claims, **values):
        return View(Selection((DAY, DAY)), make_library(make_launch(*claims, **values)))

    return view


@given(text=st.text())
def test_no_text_begins_a_formula_and_none_is_lost(text):
    written = cell(text)
    assert not written.startswith(FORMULA_SIGNS)
    assert written in {text, "'" + text}


@given(sign=st.sampled_from(FORMULA_SIGNS), text=st.text())
def test_formula_becomes_text(sign, text):
    assert cell(sign + text) == "'" + sign + text


@given(number=st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_number_stays_a_number_even_below_0(number):
    assert cell(number) == number


@pytest.mark.parametrize("text", [*FORMULAS, *HOSTILE, 'a "b", c', "두 줄\n여기", "a\r\nb", "'"])
def test_second_reader_finds_hostile_text_where_it_was_put(one_launch, make_claim, text):
    view = one_launch(make_claim("site", text, phrase=text), note=text)
    table = pyarrow.csv.read_csv(
        io.BytesIO(write(view)),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(strings_can_be_null=True),
    )
    assert tuple(table.column_names) == COLUMNS
    (row,) = (one for one in table.to_pylist() if one["statement"] == "claim")
    for name in ("note", "value", "phrase"):
        assert row[name] == cell(text)


def test_negative_number_that_is_one_stays_one(one_launch, make_claim):
    row, *_ = rows(write(one_launch(make_claim("azimuth_deg", -5.0, "KCNA"), site=None)))
    assert (row["low"], row["high"]) == ("-5", "-5")


def test_file_begins_with_the_mark_that_spreadsheets_need_and_ends_lines_by_the_rfc(library):
    content = write(View(Selection(JANUARY_2022), library))
    assert content.startswith(b"\xef\xbb\xbflaunch_id,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_every_claim_is_a_row_and_what_is_derived_is_marked(library, served):
    view = View(Selection(JANUARY_2022), library)
    written = rows(write(view))
    claims = [claim for launch in view.launches for claim in launch.claims]
    stated = [row for row in written if row["statement"] == "claim"]
    assert [(row["authority"], row["quantity"]) for row in stated] == [
        (claim.authority, claim.quantity) for claim in claims
    ]
    derived = [row for row in written if row["statement"] == "derived"]
    assert len(stated) + len(derived) == len(written)
    flights = [one for launch in view.launches for one in served.flights.get(launch.id, ())]
    drawn = [row for row in derived if (row["shape"], row["quantity"]) == ("arc", "range_km")]
    assert [float(row["low"]) for row in drawn] == [one.range_km.value for one in flights]
    assert [row["authority"] for row in drawn] == [one.range_km.claim.authority for one in flights]
    areas = [row for row in derived if row["quantity"] == "impact_area"]
    assert {row["probability"] for row in areas} == {"0.9", "0.5"}


def test_unknown_is_an_empty_cell(one_launch, make_claim):
    row, *_ = rows(write(one_launch(make_claim("missile", "Scud"), site=None, count=None)))
    assert (row["count"], row["site"], row["site_latitude"], row["low"]) == ("", "", "", "")
    assert row["placement"] == "none"
