"""Two periods compared: how a link names them, their numbers, the page, the picture, the table."""

import csv
import datetime as dt
import io
from collections import Counter

import pytest

from dashboard.export import comparison_file
from dashboard.picture import comparison as pictured
from dashboard.picture.map.main_map import draw_map
from dashboard.selection.comparison import (
    before,
    periods,
    presets,
    read_comparison,
    this_year_and_last,
)
from dashboard.web.compare import compare_page
from dashboard.words.say import LANGUAGES, Words


@pytest.fixture
def read(library):
    def of(**parameters):
        values = {
            name: [each] if isinstance(each, str) else each for name, each in parameters.items()
        }
        return read_comparison(values, library, {}, "https://launches.example")[0]

    return of


def days(comparison):
    return [tuple(map(str, view.selection.period)) for view in comparison.views]


# ------------------------------------------------------------------------------ link
def test_a_link_names_years_months_days_and_who_led(read):
    assert days(read(a="2022", b="2017-07")) == [
        ("2022-01-01", "2022-12-31"),
        ("2017-07-01", "2017-07-31"),
    ]
    spans = read(a="2022-01-05..2022-01-25", b=["2019-07-25", "2019-08-24"])
    assert days(spans) == [("2022-01-05", "2022-01-25"), ("2019-07-25", "2019-08-24")]
    led = read(a="Moon-Jae-In", b="kim-jong-il")
    assert days(led)[0] == ("2017-05-10", "2022-05-09")
    # The eve of the day on which the next one followed.
    assert days(led)[1] == ("1994-07-08", "2011-12-16")


def test_a_link_opens_what_it_was_made_from(read):
    one = read(a="2022", b="2017", type="SRBM", lang="ko")
    again = read(**dict(one.query))
    assert days(again) == days(one)
    assert again.views[0].selection == one.views[0].selection
    assert dict(one.query) == {"a": "2022", "b": "2017", "type": "SRBM", "lang": "ko"}


def test_without_a_period_this_year_stands_beside_the_last(read, library):
    year, last = days(read())
    covers_to = library.record.covers_to
    assert year == (f"{covers_to[:4]}-01-01", covers_to)
    assert last[1][5:] == covers_to[5:]


def test_both_years_end_on_a_day_that_both_have(make_record):
    pair = this_year_and_last(make_record(covers_to="2024-02-29"))
    assert [each.partition("..")[2] for each in pair] == ["2024-02-28", "2023-02-28"]


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"a": "someday"}, ["a"]),
        ({"a": "2022", "b": "1950"}, ["b"]),
        ({"a": ["2022", "2021", "2020"]}, ["a"]),
        ({"period": "2022", "type": "x"}, ["period", "type"]),
    ],
)
def test_what_cannot_be_understood_is_named(read, parameters, named):
    assert [problem.parameter for problem in read(**parameters).unread] == named


def test_presets_are_periods_that_a_link_may_name(read, library):
    known = periods(library.record, library.vocabulary)
    for kind, pairs in presets(library.record, library.vocabulary).items():
        assert pairs, kind
        for one, other in pairs:
            read(a=one, b=other)
    assert list(known)[:3] == ["kim-il-sung", "kim-jong-il", "kim-jong-un"]


def test_the_period_before_is_as_long(vocabulary):
    january = dt.date(2022, 1, 1), dt.date(2022, 1, 31)
    assert before(january, vocabulary) == ("2022-01-01..2022-01-31", "2021-12-01..2021-12-31")
    assert before(vocabulary.period, vocabulary) is None


# ------------------------------------------------------------------------------ numbers
def test_the_table_counts_what_each_period_selects(read):
    comparison = read(a="2022-01", b="2017-07", kind="ballistic")
    table = list(csv.DictReader(io.StringIO(comparison_file.write(comparison).decode("utf-8-sig"))))
    found = {(row["measure"], row["value"]): (row["a"], row["b"]) for row in table}
    assert found["launches", ""] == ("4", "2")
    assert found["days", ""] == ("31", "31")
    assert found["missiles", ""] == ("7", "2")
    assert found["type", "ICBM"] == ("0", "2")
    assert found["longest_range_km", ""][0] == "800"
    sums = Counter()
    for row in table:
        sums[row["measure"]] += int(row["a"]) if row["value"] else 0
    assert {sums[name] for name in ("kind", "type", "outcome", "site")} == {4}


def test_both_maps_have_one_scale(read, monkeypatch):
    frames = []

    def drawn(content, *given):
        frames.append(content.frame)
        return draw_map(content, *given)

    monkeypatch.setattr(pictured, "draw_map", drawn)
    drawing = pictured.compose_comparison(read(a="2022", b="2017-07"), "ja")
    left, right = frames
    assert (left.km_per_unit, left.middle_km) == (right.km_per_unit, right.middle_km)
    assert left.projection == right.projection
    assert left.box[2] < right.box[0]
    assert [end - start for start, end in zip(left.box[:2], left.box[2:], strict=True)] == (
        pytest.approx([right.box[2] - right.box[0], right.box[3] - right.box[1]])
    )
    assert "2022年" in drawing.title
    assert {launch for launch in drawing.accounts if launch.startswith("2017-07")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_has_a_form_a_picture_with_words_and_a_table(read, elements, lang):
    html = compare_page(Words(lang), read(a="2022", b="kim-jong-il", site="wonsan-area"))
    found = elements(html)
    assert [own["value"] for tag, own in found if tag == "input"] == [
        *("2022", "kim-jong-il", "wonsan-area", lang)
    ]
    (picture,) = [own for tag, own in found if tag == "img"]
    assert picture["alt"]
    assert "site=wonsan-area" in picture["src"]
    assert sum(tag == "table" for tag, _ in found) == 1


def test_hostile_text_of_a_link_stays_text(read):
    html = compare_page(Words(), read(a="<script>alert(1)</script>", b="2021 "))
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert 'value="2021"' in html
