"""Which of the times stated of a launch is its time."""

import pytest

from data.korean_day import KOREA_TIME
from data.launch_time import best_known, stated_times, utc_cell

DAY = "2022-01-05"


def row(
    time: str, authority: str = "JCS", qualifier: str = "exact", missiles: str = "", *, day=DAY
):
    """Row of `claims.csv` that gives a launch time, in Korean time."""
    return {
        "launch_id": "2022-01-05-1",
        "quantity": "launch_time",
        "value": f"{day}T{time}+09:00",
        "authority": authority,
        "qualifier": qualifier,
        "missiles": missiles,
    }


def time_of(*rows, date=DAY):
    times = stated_times(rows).get("2022-01-05-1", [])
    best = best_known(times, date)
    return f"{best.astimezone(KOREA_TIME):%H:%M}" if best else None


@pytest.mark.parametrize(
    ("rows", "best"),
    [
        ([row("08:10"), row("08:07", "Japan MOD", "about")], "08:07"),
        ([row("08:11"), row("08:13", "Japan MOD", "about")], "08:11"),
        ([row("17:00", qualifier="about"), row("17:04", "Japan MOD", "about")], "17:04"),
        ([row("10:00", "press"), row("10:30", "press")], "10:30"),
        ([row("05:40", "ROK MND"), row("06:43", "USSTRATCOM"), row("06:33", "CNS")], "06:43"),
        ([row("05:32", "press"), row("05:33", "CNS"), row("05:31", "KCNA")], "05:33"),
        ([row("05:31", "KCNA"), row("05:32", "press")], "05:31"),
        ([row("06:20", missiles="1-2"), row("06:11", missiles="3")], "06:20"),
        ([row("06:20", qualifier="at_least"), row("06:30")], "06:30"),
        ([row("06:20", day="2022-01-04")], None),
        ([row("06:20", qualifier="at_most")], None),
        ([], None),
    ],
)
def test_time_is_the_earliest_minute_of_who_watches(rows, best):
    assert time_of(*rows) == best


def test_month_has_no_time():
    assert time_of(row("06:20"), date="2022-01") is None


def test_time_is_written_in_utc():
    assert utc_cell(stated_times([row("06:20")])["2022-01-05-1"][0].moment) == "2022-01-04T21:20Z"
    assert utc_cell(None) == ""
