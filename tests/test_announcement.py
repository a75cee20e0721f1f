"""Notices given before a launch: read, refused and put into words."""

import datetime as dt

import pytest

from dashboard.words.announcement import announcement_words
from dashboard.words.say import Words
from data.announcement import read_announcement

KOREA = dt.timezone(dt.timedelta(hours=9))
AREAS = "35.2069 124.8731, 35.2036 124.5094, 35.9194 124.8403; 15 124.77, 15.16 123.76, 19.4 -180"


def test_days_are_read_with_their_hours_and_areas():
    notice = read_announcement(f"2012-04-12/2012-04-16 07:00-12:00 +09:00; {AREAS}")
    assert (notice.first_day, notice.last_day) == (dt.date(2012, 4, 12), dt.date(2012, 4, 16))
    assert notice.hours == (dt.time(7, tzinfo=KOREA), dt.time(12, tzinfo=KOREA))
    assert notice.moments is None
    assert [len(area) for area in notice.areas] == [3, 3]
    assert notice.areas[0][1] == (35.2036, 124.5094)
    assert notice.areas[1][2] == (19.4, -180)


def test_one_day_is_first_and_last():
    notice = read_announcement("2023-05-31")
    assert notice.first_day == notice.last_day == dt.date(2023, 5, 31)
    assert (notice.hours, notice.moments, notice.areas) == (None, None, ())


def test_window_that_closes_at_midnight_has_nothing_of_the_next_day():
    notice = read_announcement("2023-11-22T00:00+09:00/2023-12-01T00:00+09:00")
    assert (notice.first_day, notice.last_day) == (dt.date(2023, 11, 22), dt.date(2023, 11, 30))
    assert notice.moments == (
        dt.datetime(2023, 11, 22, tzinfo=KOREA),
        dt.datetime(2023, 12, 1, tzinfo=KOREA),
    )


def test_every_notice_of_the_record_is_read_in_the_panel_and_in_the_files(served, library):
    import json

    from dashboard.export.formats import FORMATS
    from dashboard.launch.claims import claims_html
    from dashboard.selection.view import read_view

    launches = [
        launch
        for launch in served.record.launches
        if any(claim.quantity == "announced" for claim in launch.claims)
    ]
    assert len(launches) >= 8
    launch = next(launch for launch in launches if launch.id == "2012-04-13-1")
    panel = claims_html(Words("en"), served.record, launch)
    assert "12–16 Apr 2012, daily 07:00–12:00 (UTC+9); 2 danger areas" in panel
    view, _ = read_view({"launch": [launch.id]}, library)
    (written,) = json.loads(FORMATS["json"].write(view))["launches"]
    stated = [claim["value"] for claim in written["claims"] if claim["quantity"] == "announced"]
    assert [len(read_announcement(words).areas) for words in stated] == [0, 2]
    assert b"Announced beforehand" in FORMATS["kml"].write(view)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "2023-06",
        "2023-06-31",
        "2023-06-11/2023-05-31",
        "2023-05-31/2023-06-11/2023-06-12",
        "2023-05-31 - 2023-06-11",
        "1923-05-31",
        "2023-05-31 07:00-12:00",
        "2023-05-31 12:00-07:00 +09:00",
        "2023-05-31 07:00-25:00 +09:00",
        "2023-05-31T00:00/2023-06-11T00:00",
        "2023-05-31T00:00+09:00",
        "2023-06-11T00:00+09:00/2023-05-31T00:00+09:00",
        "2023-05-31; ",
        "2023-05-31;35 124, 35 125, 36 125",
        "2023-05-31; 35 124, 35 125",
        "2023-05-31; 135.6 40.7, 138.5 40.5, 138.5 40.3",
        "2023-05-31; 35 124, 35 125, 36 E125",
        "2023-05-31; 35 124, 35 125, 36 181",
    ],
)
def test_notice_in_another_form_is_not_read(words):
    assert read_announcement(words) is None


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("2012-12-10/2012-12-22", "10\u201322 Dec 2012"),
        ("2023-05-31", "31 May 2023"),
        ("2023-05-31 07:00-12:00 +09:00", "31 May 2023, 07:00–12:00 (UTC+9)"),
        (
            "2016-02-08/2016-02-25 07:00-12:00 +08:30",
            "8\u201325 Feb 2016, daily 07:00–12:00 (UTC+8:30)",
        ),
        (
            f"2009-04-04/2009-04-08 02:00-07:00 +00:00; {AREAS}",
            "4\u20138 Apr 2009, daily 02:00–07:00 (UTC); 2 danger areas",
        ),
        (
            "2023-05-30T15:00+00:00/2023-06-10T15:00+00:00",
            "from 00:00 on 31 May 2023 to 00:00 on 11 Jun 2023 (UTC+9)",
        ),
    ],
)
def test_notice_is_said_by_its_window_and_the_number_of_its_areas(stated, words):
    assert announcement_words(Words("en"), read_announcement(stated)) == words
