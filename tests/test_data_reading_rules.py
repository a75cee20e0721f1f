"""One rule of the reader a case: what the sentence is, and what is read in it and what is not."""

# ruff: noqa: E501 - a sentence is read in one piece

import datetime as dt
import re

import pytest

from data.reading.asian_days import LAUNCH, OTHER, SAID
from data.reading.days import Calendar
from data.reading.launch_days import role
from data.reading.launch_words import LAUNCH_WORDS
from data.reading.names import read_names
from data.reading.passage import language
from data.reading.proposal import Reading
from data.reading.reader import read_report
from reading_reports import read_out

NAMES = read_names()
LEAD = "North Korea fired a ballistic missile on Friday, South Korea's military said.\n"
FRIDAY = "2022-10-14"


def read(text: str, day: str = FRIDAY) -> Reading:
    """Read a text."""
    return read_report(text, dt.date.fromisoformat(day), NAMES)


def figures(text: str, day: str = FRIDAY) -> set[tuple[str, float, str]]:
    """Ranges and apogees of a text and who states them."""
    return {(f.quantity[0], f.low, f.who) for f in read_out(read(text, day)).figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japanese Defense Minister Aoi Umehara said it fell. Seoul's military reacted. Umehara said it flew 650 km.", ("r", 650, "jpn")),
        ("In Tokyo, Defence Minister Aoi Umehara put the distance at 650 km.", ("r", 650, "jpn")),
        ("Chief Cabinet Secretary Ren Kita, Japan's top spokesman, told a press conference that it flew 650 km.", ("r", 650, "jpn")),
        ("South Korean officials billed its flight distance at 600 km.", ("r", 600, "jcs")),
        ("It rose to 2,802 km (North Korea) and flew 933 km (Japan).", ("a", 2802, "kcna")),
        ("Japan's Ministry of Defence put its range at 650 km.", ("r", 650, "jpn")),
        ("In Japan, the government said it flew 650 km.", ("r", 650, "jpn")),
        ("Seoul's military met. Tokyo separately said it flew 650 km.", ("r", 650, "jpn")),
        ("Japan's defence minister met reporters. The Self-Defense Forces said it flew 650 km.", ("r", 650, "jpn")),
        ("Col. Son Ba-da, a JCS spokesman, told a briefing that it flew 650 km.", ("r", 650, "jcs")),
        ("Son Ba-da, spokesperson for the Joint Chiefs, met the press. Son said it flew 650 km.", ("r", 650, "jcs")),
        ("The North's Missile Administration said it flew 650 km.", ("r", 650, "kcna")),
        ("South Korea's account: about 590 km, apogee around 60 km.", ("r", 590, "jcs")),
        ("The ministry in Tokyo is silent. Japan's Defense Ministry met President Yoon of South Korea. The ministry said it flew 640 km.", ("r", 640, "jpn")),
        ("The North Korean missile flew 270 km, which the North later called a test, South Korea's military said.", ("r", 270, "jcs")),
    ],
)  # fmt: skip
def test_who_states_a_figure(text: str, expected: tuple[str, float, str]) -> None:
    assert expected in figures(LEAD + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("韓国軍によれば、飛行距離は約700キロだった。", ("r", 700, "jcs")),
        ("首相は記者団に飛距離が650キロと述べた。", ("r", 650, "jpn")),
        ("浜田防衛相は「約400キロ飛翔した」としています。", ("r", 400, "jpn")),
        ("朝鮮中央通信は、第1頂点高度99・8キロ、第2頂点高度42・5キロを記録したと伝えた。", ("a", 99.8, "kcna")),
        ("朝鮮中央通信は、1001.2キロの距離を5156秒間飛行したと伝えた。", ("r", 1001.2, "kcna")),
    ],
)  # fmt: skip
def test_figures_in_japanese(text: str, expected: tuple[str, float, str]) -> None:
    assert expected in figures(f"北朝鮮は14日、弾道ミサイルを発射した。\n{text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("한국 정부는 비행거리가 650km라고 밝혔다.", ("r", 650, "jcs")),
        ("미국 국방부는 비행거리가 650km라고 밝혔다.", ("r", 650, "us")),
        ("합참은 비행거리가 1천500여㎞이며 고도는 없었다고 반박했다.", ("r", 1500, "jcs")),
        ("노동신문은 미사일이 천 5백여 킬로미터를 비행했다고 보도했다.", ("r", 1500, "kcna")),
        ("조선중앙통신은 7,687.5㎞까지 상승해 1,001.2㎞를 5,156초간 비행했다고 전했다.", ("r", 1001.2, "kcna")),
        ('합참 "北미사일 고도 7천687.5㎞"', ("a", 7687.5, "jcs")),
    ],
)  # fmt: skip
def test_figures_in_korean(text: str, expected: tuple[str, float, str]) -> None:
    assert expected in figures(f"북한이 14일 탄도미사일을 발사했다.\n{text}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It flew 700 km, not 530 km, the military said.", "denied"),
        ("It flew 30 km, well short of the 300 km that would be a success.", "comparison"),
        ("It hit a target after a 240-kilometer corkscrew maneuver.", "sideways"),
        ("Warplanes flew as close as 12 km to the border.", "flight of an aircraft|distance of a place"),
        ("The Rodong has a range of 1,300 km.", "capability"),
        ("It flew 30 km, short of its minimum range of nearly 300 km.", "capability"),
        ("It was aloft for 4,052 seconds, or about 68 minutes.", "the same in another unit"),
        ("Hypersonic weapons are defined as faster than Mach 5.", "speed of a kind of weapon"),
        ("The North has fired 23 missiles so far this year.", "number of many days"),
    ],
)  # fmt: skip
def test_what_is_no_claim_is_listed_with_its_reason(text: str, reason: str) -> None:
    reasons = {unused.reason for unused in read(LEAD + text).unused}
    assert any(re.fullmatch(reason, each) for each in reasons), reasons


@pytest.mark.parametrize(
    ("text", "dates", "roles"),
    [
        ("In 2017 the North twice sent missiles over Hokkaido.", ["2017"], [LAUNCH]),
        ("The Pukguksong, an SLBM tested in 2016, is bigger.", ["2016"], [OTHER]),
        ("It flew like one on September 28 last year.", ["2021-09-28"], [LAUNCH]),
        ("It is the fourth launch, the previous one occurred on October 9.", ["2022-10-09"], [LAUNCH]),
        ("The missile drill, which KCNA said took place early Thursday, was big.", ["2022-10-13"], [LAUNCH]),
        ("The North said on Thursday (Oct. 13) that it fired a missile.", ["2022-10-13", "2022-10-13"], [SAID, OTHER]),
        ("On Wednesday, the eve of the visit, two missiles were fired.", ["2022-10-12"], [LAUNCH]),
        ("It was fired from the August 24 Hero submarine.", ["2022-08-24"], [OTHER]),
        ("The council is expected to discuss the launches on Friday.", ["2022-10-14"], [OTHER]),
        ("It was the sixth launch since September 25.", ["2022-09-25"], [OTHER]),
        ("The missile was like the one fired the previous Sunday.", ["2022-10-09"], [LAUNCH]),
        ("It fired missiles in August and September.", ["2022-08", "2022-09"], [LAUNCH, LAUNCH]),
        ("조선중앙통신은 14일 미사일 시험발사를 진행했다고 보도했다.", ["2022-10-14"], [SAID]),
        ("지난 9일에 이어 다시 미사일을 발사했다.", ["2022-10-09"], [LAUNCH]),
        ("13일 밤부터 14일 새벽까지 미사일을 쐈다.", ["2022-10-13", "2022-10-14"], [LAUNCH, LAUNCH]),
        ("朝鮮中央通信は14日、13日に「新型」の発射実験を行ったと報じた。", ["2022-10-14", "2022-10-13"], [SAID, LAUNCH]),
        ("5年前の9月以来、ミサイルを発射した。", ["2017-09"], [LAUNCH]),
    ],
)  # fmt: skip
def test_days_of_launches_and_of_statements(text: str, dates: list[str], roles: list[str]) -> None:
    mentions = Calendar(dt.date.fromisoformat(FRIDAY)).mentions(text)
    assert [mention.date for mention in mentions] == dates
    spoken = language(text)
    found = [
        role(spoken, LAUNCH_WORDS[spoken], text, mention, following)
        for mention, following in zip(mentions, [*mentions[1:], None], strict=True)
    ]
    assert found == roles


def test_a_report_that_came_a_day_after_is_counted_from_its_day() -> None:
    reading = read(
        "North Korea said Friday it tested a missile. The report by state media came a day after "
        "South Korea's military said it detected the North launching a missile that flew 700 km."
    )
    assert [launch.date for launch in reading.launches] == ["2022-10-13"]


def test_a_launch_told_by_an_american_clock_is_put_on_its_korean_day() -> None:
    text = "U.S. Pacific Command detected a North Korean missile launch at 10:40 a.m. Hawaii time May 28."
    (launch,) = read(text, "2017-05-29").launches
    times = [c.value for c in launch.claims if c.quantity == "launch_time"]
    assert (launch.date, times) == ("2017-05-29", ["2017-05-29T05:40+09:00"])


def test_a_time_of_another_authority_is_in_the_same_half_of_the_day() -> None:
    text = "韓国軍によると発射は27日午後10時44分ごろ。防衛省は10時43分ごろに発射されたと発表した。北朝鮮のミサイルだった。"
    assert read_out(read(text, "2024-05-28")).times == {"22:44", "22:43"}


def test_last_week_is_no_launch_of_the_day() -> None:
    reading = read(LEAD + "Last week, the North fired a missile that failed.")
    assert [(x.date, x.background, x.outcome) for x in reading.launches] == [
        (FRIDAY, False, None),
        (None, True, "failure"),
    ]


def test_a_list_of_facts_is_read() -> None:
    reading = read(
        "North Korea's missile test\n- When: Friday, October 14, at 1:49 a.m. Korean time\n"
        "- How far: 700 km, South Korea's military said\n- How high: 50 km (Japan)"
    )
    said = read_out(reading)
    assert (said.days, said.times) == ({FRIDAY}, {"01:49"})
    assert figures_of(said) == {("r", 700, "jcs"), ("a", 50, "jpn")}


def figures_of(said: object) -> set[tuple[str, float, str]]:
    """Short form of figures."""
    return {(f.quantity[0], f.low, f.who) for f in said.figures}


def test_the_missile_was_one_unless_there_were_several() -> None:
    assert read_out(read("The North's missile was launched at 7:10 a.m. on Friday.")).counts == {1}
    several = "North Korea fired several missiles. The missile flew 300 km."
    assert not read_out(read(several)).counts


@pytest.mark.parametrize(
    ("text", "low", "mark"),
    [
        ("It flew at a top speed of around Mach 6.", 6, "about"),
        ("It flew at 12 times the speed of sound.", 12, "exact"),
        ("최고속도는 마하 6.1 이상으로 탐지됐다고 합참은 전했다. 북한이 미사일을 발사했다.", 6.1, "at_least"),
        ("韓国軍によると速度はマッハ10前後だった。北朝鮮がミサイルを発射した。", 10, "about"),
    ],
)  # fmt: skip
def test_speeds_are_read(text: str, low: float, mark: str) -> None:
    reading = read(text if not text.startswith("It") else LEAD + text)
    claims = [c for x in reading.launches for c in x.claims if c.quantity == "speed_mach"]
    assert [(c.low, c.qualifier, c.unit) for c in claims] == [(low, mark, "Mach")]
