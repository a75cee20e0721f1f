"""Days, times and numbers of our own sentences, as reports of three languages put them."""

# ruff: noqa: E501 - a sentence is read in one piece

import datetime as dt

import pytest

from data.reading.names import read_names
from data.reading.proposal import LaunchProposal
from data.reading.reader import read_report

NAMES = read_names()
PUBLISHED = "2022-10-14"


def launches(text: str, published: str | None = PUBLISHED) -> list[LaunchProposal]:
    """Launches of a text of Friday, the 14th."""
    day = dt.date.fromisoformat(published) if published else None
    return list(read_report(text, day, NAMES).launches)


def ranges(text: str, quantity: str = "range_km") -> set[tuple[str | None, float | None]]:
    """Each range of a text with the day of its launch."""
    return {
        (each.date, c.low) for each in launches(text) for c in each.claims if c.quantity == quantity
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("At 6:10 a.m. local time on October 9, North Korea launched a ballistic missile. It flew 350 km.", "2022-10-09"),
        ("Shortly after 0610 KST on 9 October 2022, the North Korean army test-fired a missile. It flew 350 km.", "2022-10-09"),
        ("North Korea has tested a rocket launcher, its state radio reported on Friday. South Korea's Joint Chiefs of Staff earlier reported that the North fired two missiles late Thursday. They flew 380 km.", "2022-10-13"),
        ("date 2022-10-14 North Korea said Friday it fired cruise missiles the previous day. They flew 1,500 km.", "2022-10-13"),
        ("북한은 전날 황해남도에서 탄도미사일 2발을 사격했다고 밝혔다. 미사일은 611㎞를 비행했다.", "2022-10-13"),
        ("북한 노동신문은 오늘(14일) 이같이 밝히며 미사일이 1,500km를 날아갔다고 전했다. 앞서 합참은 북한이 어제(13일) 정오쯤 탄도미사일 1발을 발사했다고 밝혔다.", "2022-10-13"),
        ("북한이 13일 오전 발사한 미사일은 500km를 비행했다. 조선중앙통신은 14일 시험발사에 성공했다고 보도했다. 이날 발사된 미사일은 동해에 떨어졌다.", "2022-10-13"),
        ("北朝鮮は9日朝に弾道ミサイルを発射し、翌日になって同時発射の写真を公開した。350キロ飛翔した。", "2022-10-09"),
    ],
)  # fmt: skip
def test_the_launch_of_a_report_has_its_day_alone(text: str, day: str) -> None:
    assert [each.date for each in launches(text)] == [day]


def test_a_day_without_a_year_has_that_of_its_sentence() -> None:
    text = "At 0710 on 25 March 2021 (2210 UTC on 24 March), the North fired a missile. It flew 450 km."
    assert [each.date for each in launches(text, None)] == ["2021-03-25"]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile on Friday. Its previous test was on Oct. 4. The North at the time fired a missile that flew 4,500 km.",
        "북한이 14일 탄도미사일을 발사했다. 지난 4일 이후 열흘 만이다. 북한이 당시 발사한 미사일은 4500㎞를 비행했다.",
        "北朝鮮は14日、弾道ミサイルを発射した。4日に発射して以来である。北朝鮮が当時発射したミサイルは4500キロ飛翔した。",
    ],
)
def test_what_was_at_that_time_is_of_the_launch_recalled(text: str) -> None:
    assert ranges(text) == {("2022-10-04", 4500.0)}


@pytest.mark.parametrize(
    ("text", "quantity", "figure"),
    [
        ("The missile landed 930 km (578 miles) away from its launch point.", "range_km", 930.0),
        ("ミサイルは2,500キロを大きく超える高度に達した。", "apogee_km", 2500.0),
        ("ミサイルは2,500kmを上回る最高高度に達した。", "apogee_km", 2500.0),
        ("미사일은 2,500km를 훨씬 넘는 고도까지 올라갔다.", "apogee_km", 2500.0),
        ("それぞれおよそ420キロとおよそ430キロ飛翔した。", "range_km", 420.0),
    ],
)
def test_a_figure_has_its_word_beyond_those_between(
    text: str, quantity: str, figure: float
) -> None:
    lead = "North Korea fired a missile. " if text.isascii() else "北朝鮮がミサイルを発射した。"
    lead = "북한이 미사일을 발사했다. " if "미사일" in text else lead
    assert figure in {low for _, low in ranges(lead + text, quantity)}


def test_the_range_of_a_type_in_brackets_is_no_claim() -> None:
    text = "북한이 14일 미사일을 발사했다. 북한은 4일 무수단 미사일(사거리 3000㎞)을 발사했다."
    assert not ranges(text)
