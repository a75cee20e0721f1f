"""What single sentences say: figures, days, clock times, counts and who states them.

The sentences are ours; each has a construction that reports in the three languages use.
"""

# ruff: noqa: E501 - a sentence is read in one piece

import datetime as dt

import pytest

from data.reading.classes import kind, range_class
from data.reading.clock import clock_times
from data.reading.counts import counts, ordinals
from data.reading.days import Calendar
from data.reading.figures import figures
from data.reading.numbers import read_number
from data.reading.passage import MOST_CHARACTERS, TextError, fold, language, read_passage
from data.reading.speakers import speaker_of, speakers

DAY = dt.date(2022, 1, 18)  # a Tuesday


def claims(text: str) -> list[tuple[str, float, float, str]]:
    """Figures of a sentence that are claims."""
    folded = fold(text)
    return [
        (f.quantity, f.amount.low, f.amount.high, f.amount.qualifier)
        for f in figures(folded, language(folded))
        if f.quantity
    ]


def reasons(text: str) -> list[str]:
    """Why the figures of a sentence are no claims."""
    folded = fold(text)
    return [f.reason for f in figures(folded, language(folded)) if f.reason]


RANGE, APOGEE, TIME = "range_km", "apogee_km", "flight_time_s"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,234.5", 1234.5),
        ("1 500", 1500),
        ("6천", 6000),
        ("6천1백", 6100),
        ("2천802", 2802),
        ("1만 208", 10208),
        ("１万５千".translate(str.maketrans("１５", "15")), 15000),
        ("seventy-four", 74),
        ("a thousand", 1000),
    ],
)
def test_number_has_its_value(written: str, value: float) -> None:
    assert read_number(written) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It flew 700 km.", [(RANGE, 700, 700, "exact")]),
        ("It flew about 350 to 400 kilometres.", [(RANGE, 350, 400, "about")]),
        ("It flew 560 miles (900 kilometers).", [(RANGE, 900, 900, "exact")]),
        ("It flew some 100 miles.", [(RANGE, 160.9344, 160.9344, "about")]),
        ("It rose to 90,000 feet and flew 54 nautical miles.",
         [(APOGEE, 27.432, 27.432, "exact"), (RANGE, 100.008, 100.008, "exact")]),
        ("They flew 390 and 340 km, with apogees of 100 and 50 km, respectively.",
         [(RANGE, 390, 390, "exact"), (RANGE, 340, 340, "exact"),
          (APOGEE, 100, 100, "exact"), (APOGEE, 50, 50, "exact")]),
        ("The altitude was more than 6,000 km.", [(APOGEE, 6000, 6000, "at_least")]),
        ("It reached around 50 kilometers (31 miles) or more in altitude.",
         [(APOGEE, 50, 50, "at_least")]),
        ("It hit a target 1,500 km away.", [(RANGE, 1500, 1500, "exact")]),
        ("It flew for 73 minutes.", [(TIME, 4380, 4380, "exact")]),
        ("미사일은 700여km를 비행했고 최고 고도는 약 6천㎞였다.",
         [(RANGE, 700, 700, "about"), (APOGEE, 6000, 6000, "about")]),
        ("고도 50km로 410km 가량 날아갔다.", [(APOGEE, 50, 50, "exact"), (RANGE, 410, 410, "about")]),
        ("각각 350㎞와 400㎞를 비행했다.", [(RANGE, 350, 350, "exact"), (RANGE, 400, 400, "exact")]),
        ("고도가 2000km를 넘었다.", [(APOGEE, 2000, 2000, "at_least")]),
        ("7,580초를 비행하여 1,500㎞ 계선의 표적을 명중하였다.",
         [(TIME, 7580, 7580, "exact"), (RANGE, 1500, 1500, "exact")]),
        ("最高高度約２，０００ｋｍ程度で、約７５０ｋｍ程度飛翔した。",
         [(APOGEE, 2000, 2000, "about"), (RANGE, 750, 750, "about")]),
        ("最高高度は約7000kmを超えると推定される。", [(APOGEE, 7000, 7000, "at_least")]),
        ("高度約550キロ・メートルに達し、約300キロ・メートル飛行。",
         [(APOGEE, 550, 550, "about"), (RANGE, 300, 300, "about")]),
        ("約86分飛翔した。", [(TIME, 5160, 5160, "about")]),
    ],
)  # fmt: skip
def test_figures_of_a_flight(text: str, expected: list[tuple[str, float, float, str]]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The weapon is capable of flying 15,000 km.", "capability"),
        ("It could reach targets 4,000 kilometers away.", "capability"),
        ("The missile has a range of about 1,300 km.", "capability"),
        ("It landed about 200 km west of Hokkaido.", "distance of a place"),
        ("The town lies 50 km from the border.", "distance of a place"),
        ("Warheads were detonated at a height of 150 meters.", "height of a burst"),
        ("It did not reach an altitude of 42 km.", "denied"),
        ("South Korea fired a missile that flew 180 km.", "flight of another country's missile"),
        ("It flew at a speed of 6,125 km per hour.", "speed"),
        ("정상 각도로 쏘면 1만㎞ 이상 비행할 수 있다.", "capability"),
        ("사거리 800㎞의 미사일이다.", "capability"),
        ("울릉도에서 북서쪽으로 167㎞ 떨어진 해상에 떨어졌다.", "distance of a place"),
        ("군은 현무 미사일을 발사해 250km를 비행했다.", "flight of another country's missile"),
        ("射程は約1300キロとされる。", "capability"),
        ("奥尻島の西方約200キロの日本海に落下した。", "distance of a place"),
    ],
)
def test_figure_that_is_no_claim_says_why(text: str, reason: str) -> None:
    assert reason in reasons(text)
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on Tuesday", ["2022-01-18"]),
        ("on Sunday", ["2022-01-16"]),
        ("on Wednesday", ["2022-01-19"]),
        ("on Jan. 14 and 17", ["2022-01-14", "2022-01-17"]),
        ("on 4 May 2019", ["2019-05-04"]),
        ("in November", ["2021-11"]),
        ("on Nov. 29", ["2021-11-29"]),
        ("last month", ["2021-12"]),
        ("on Jan. 14, the previous day", ["2022-01-14", "2022-01-13"]),
        ("지난 2일과 9일", ["2022-01-02", "2022-01-09"]),
        ("지난달 30일", ["2021-12-30"]),
        ("지난해 3월 24일", ["2021-03-24"]),
        ("어제", ["2022-01-17"]),
        ("12일 만이다", []),
        ("14日、同日", ["2022-01-14", "2022-01-14"]),
        ("昨年12月", ["2021-12"]),
        ("10日ぶり", []),
    ],
)
def test_day_is_counted_from_publication(text: str, dates: list[str]) -> None:
    assert [mention.date for mention in Calendar(DAY).mentions(text)] == dates


def test_day_without_any_year_keeps_it_open() -> None:
    assert [m.date for m in Calendar(None).mentions("on Jan. 5")] == ["????-01-05"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("between 9:06 a.m. and 9:27 a.m.", ["09:06", "09:27"]),
        ("between 11:40-11:50 p.m.", ["23:40", "23:50"]),
        ("오전 6시 45분쯤, 6시 50분쯤", ["06:45", "06:50"]),
        ("오후 4시 35분과 38분쯤", ["16:35", "16:38"]),
        ("낮 12시 34분", ["12:34"]),
        ("午前7時41分から51分の間", ["07:41", "07:51"]),
        ("午後0時1分ごろ", ["12:01"]),
        ("7時台から8時台", []),
        ("for 2時間", []),
    ],
)
def test_clock_times(text: str, times: list[str]) -> None:
    assert [time.time for time in clock_times(text)] == times


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        ("fired at least two ballistic missiles", 2, "at_least"),
        ("launched a Hwasong-19 missile", 1, "exact"),
        ("a total of eight short-range ballistic missiles", 8, "exact"),
        ("탄도미사일 3발을 발사했다", 3, "exact"),
        ("少なくとも3発の弾道ミサイル", 3, "at_least"),
    ],
)
def test_count_of_missiles(text: str, number: int, qualifier: str) -> None:
    assert [(c.number, c.qualifier) for c in counts(text)] == [(number, qualifier)]


@pytest.mark.parametrize(
    "text", ["1発目は", "86 minutes, longer than any missile", "MGM-140 missile"]
)
def test_other_numbers_count_no_missiles(text: str) -> None:
    assert not [count for count in counts(text) if count.number > 1]


def test_missiles_are_numbered_in_all_languages() -> None:
    texts = ("The first missile", "①7時", "2発目は", "두 번째 미사일")
    assert [ordinals(text)[0][0] for text in texts] == [1, 1, 2, 2]


def test_type_by_its_words() -> None:
    assert range_class("중장거리 탄도미사일") == "IRBM"
    assert range_class("ICBM級の弾道ミサイル") == "ICBM"
    assert kind("long-range cruise missiles") == "cruise"


@pytest.mark.parametrize(
    ("text", "figure", "authority"),
    [
        ("Japan's defence ministry said it flew 700 km.", "700", "Japan MOD"),
        ("It flew 700 km, South Korea's Joint Chiefs of Staff said.", "700", "JCS"),
        ("Yonhap said, citing the JCS, that it flew 700 km.", "700", "JCS"),
        ("Seoul said it flew 700 km, while Japan said it flew 400 km.", "400", "Japan government"),
        ("South Korea, Japan and the United States estimated it flew 700 km.", "700", "South Korea"),
        ("합참은 비행거리를 700km로 분석했으나, 일본 방위상은 900km로 추정했다.", "900", "Japan MOD"),
        ("防衛省によると、約700キロ飛行した。", "700", "Japan MOD"),
        ("韓国軍は約700キロと発表した。", "700", "ROK military"),
    ],
)  # fmt: skip
def test_who_states_a_figure(text: str, figure: str, authority: str) -> None:
    speaker = speaker_of(speakers(text, language(text)), text, text.index(figure))
    assert speaker is not None
    assert speaker.authority == authority


def test_sentences_end_at_full_stops_only() -> None:
    text = (
        "It was fired at 7 a.m. from the U.S. side on Jan. 5. It flew 6,040.9 km.The JCS said so."
    )
    assert [s.text.strip() for s in read_passage(text).sentences] == [
        "It was fired at 7 a.m. from the U.S. side on Jan. 5.",
        "It flew 6,040.9 km.",
        "The JCS said so.",
    ]


def test_folding_keeps_every_place() -> None:
    text = "\u202e７００\u200fｋｍ“㎞”\0①、İ"
    assert len(fold(text)) == len(text)


def test_text_too_long_to_be_a_report_is_refused() -> None:
    with pytest.raises(TextError, match=f"{MOST_CHARACTERS:,}"):
        read_passage("a" * (MOST_CHARACTERS + 1))
