"""Whole reports: those of our generator, and texts of ours built like the reports first read."""

import datetime as dt
from collections import Counter

import pytest

from data.model import PARTIES
from data.reading.names import read_names
from data.reading.proposal import Reading
from data.reading.reader import read_report
from reading_texts import Report, reports

NAMES = read_names()
PARTY = {"JCS": "jcs", "Japan MOD": "jpn", "KCNA": "kcna", "United States": "us", "Russia": "ru"}
PARTY_OF = {name: PARTY[party] for party, names in PARTIES.items() for name in names}
REPORTS = list(reports(90, seed=7))
LEAST = {
    "figures": 0.97,
    "days": 0.97,
    "times": 0.97,
    "counts": 0.9,
    "sites": 0.95,
    "classes": 0.95,
}


def read(text: str, published: str | None = None, source: str | None = None) -> Reading:
    """Read a text of ours."""
    return read_report(text, dt.date.fromisoformat(published) if published else None, NAMES, source)


def said(reading: Reading) -> set[tuple[str, float | None, float | None, str, str | None]]:
    """Ranges and apogees of a reading with who states them and the day of their launch."""
    return {
        (c.quantity, c.low, c.high, PARTY_OF.get(c.authority, ""), launch.date)
        for launch in reading.launches
        for c in launch.claims
        if c.quantity in {"range_km", "apogee_km"}
    }


def truth(report: Report) -> set[tuple[str, float, float, str, str]]:
    """The same of a report as it was made."""
    return {(f.quantity, f.low, f.high, f.who, f.day) for f in report.figures}


def tally(report: Report) -> dict[str, tuple[int, int, int]]:
    """Hits, inventions and misses of a reading of a report, by what was asked."""
    reading = read_report(report.text, report.published, NAMES)
    main = [launch for launch in reading.launches if not launch.background]
    claims = [claim for launch in main for claim in launch.claims]
    times = {c.value[11:16] for c in claims if c.quantity == "launch_time" and c.value}
    counts = {int(c.low) for c in claims if c.quantity == "count" and c.low}
    pairs = {
        "figures": (truth(report), said(reading)),
        "days": ({report.day} | report.recalled, {launch.date for launch in reading.launches}),
        "times": (report.times, times),
        "counts": ({report.count}, counts),
        "sites": ({report.site}, {_like(launch.site_id) for launch in main}),
        "classes": ({report.range_class}, {launch.range_class for launch in main}),
    }
    return {
        what: (len(true & read_), len(read_ - true), len(true - read_))
        for what, (true, read_) in pairs.items()
    }


def _like(site_id: str | None) -> str | None:
    """Site without the word for its surroundings."""
    return site_id.removesuffix("-area") if site_id else None


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
def test_made_reports_are_read(language: str) -> None:
    score: dict[str, Counter[str]] = {what: Counter() for what in LEAST}
    for report in REPORTS:
        if report.language == language:
            for what, (hit, wrong, missed) in tally(report).items():
                score[what].update(hit=hit, wrong=wrong, missed=missed)
    for what, n in score.items():
        assert n["hit"] / (n["hit"] + n["wrong"]) >= LEAST[what], (what, "precision", n)
        assert n["hit"] / (n["hit"] + n["missed"]) >= LEAST[what], (what, "recall", n)


def test_qualifiers_of_made_reports() -> None:
    for report in REPORTS:
        reading = read_report(report.text, report.published, NAMES)
        mine = {
            (c.quantity, c.low, c.high): c.qualifier
            for launch in reading.launches
            for c in launch.claims
        }
        once = Counter((f.quantity, f.low, f.high) for f in report.figures)
        for f in report.figures:
            if once[f.quantity, f.low, f.high] == 1:
                assert mine[f.quantity, f.low, f.high] == f.qualifier, report.text


def test_statement_day_is_not_the_launch_day() -> None:
    reading = read(
        "North Korea said Tuesday it had test-fired tactical missiles, a day after South Korea's "
        "military detected the North launching two ballistic missiles.",
        "2022-01-18",
    )
    assert [launch.date for launch in reading.launches] == ["2022-01-17"]


def test_launches_recalled_stand_apart_from_the_news() -> None:
    reading = read(
        "Monday's missile flew about 1,000 km, the JCS said. It came after North Korea fired a "
        "short-range ballistic missile on Sunday night, flying about 570 km.",
        "2023-12-18",
    )
    assert [(x.date, x.background) for x in reading.launches] == [
        ("2023-12-18", False),
        ("2023-12-17", True),
    ]
    assert said(reading) == {
        ("range_km", 1000, 1000, "jcs", "2023-12-18"),
        ("range_km", 570, 570, "", "2023-12-17"),
    }


def test_article_under_the_article_is_left_alone() -> None:
    reading = read(
        "North Korea fired two ballistic missiles on Monday.\nNext Article\n"
        "North Korea fired a missile on January 5.",
        "2022-01-18",
    )
    assert [launch.date for launch in reading.launches] == ["2022-01-17"]


def test_pairs_of_days_without_a_year() -> None:
    reading = read(
        "North Korea fired a ballistic missile from Wonsan on Jan. 5. It also launched pairs of "
        "KN-23 and KN-24 short-range ballistic missiles on Jan. 14 and 17, respectively."
    )
    days = {launch.date for launch in reading.launches}
    assert {"????-01-05", "????-01-14", "????-01-17"} <= days


def test_text_without_a_launch_has_none() -> None:
    assert not read("Ministers met in Seoul to discuss sanctions on trade.", "2022-01-18").launches


def test_missiles_of_different_classes_are_launches_apart() -> None:
    reading = read(
        "North Korea fired three missiles on Wednesday, South Korea's military said. The first "
        "missile, an intercontinental ballistic missile, flew about 360 kilometers. The second "
        "missile, a short-range ballistic missile, flew about 760 kilometers.",
        "2022-05-25",
    )
    assert [launch.range_class for launch in reading.launches] == ["ICBM", "SRBM"]
    assert [u.reason for u in reading.unused] == ["number of all the missiles of the day"]


def test_a_ministry_that_publishes_speaks_for_itself() -> None:
    text = "本日6時36分頃、北朝鮮から弾道ミサイル1発が発射され、約680km程度飛翔しました。"
    assert said(read(text, "2026-10-03", source="防衛省")) == {
        ("range_km", 680, 680, "jpn", "2026-10-03")
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("North Korea fired a missile at 9:00 a.m. Pyongyang time.", "2017-07-04T09:30+09:00"),
        ("North Korea fired a missile at 2340 GMT.", "2017-07-04T08:40+09:00"),
        ("북한은 4일 오전 9시(평양시간) 미사일을 발사했다.", "2017-07-04T09:30+09:00"),
    ],
)
def test_clocks_of_other_zones_are_told_in_korean_time(text: str, value: str) -> None:
    (launch,) = read(text, "2017-07-04").launches
    assert [c.value for c in launch.claims if c.quantity == "launch_time"] == [value]


def test_launch_is_found_in_the_record() -> None:
    reading = read("North Korea fired a Hwasong-12 missile on Sunday.", "2022-01-30")
    assert reading.launches[0].matches == ("2022-01-30-1",)
