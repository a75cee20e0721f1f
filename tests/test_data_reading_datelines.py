"""The day of a dateline, and which launch a sentence without a day is about: sentences of ours."""

# ruff: noqa: E501 - a sentence is read in one piece

import ast
import datetime as dt
from pathlib import Path

import pytest

from data.reading import reader
from data.reading.dateline import dateline
from data.reading.names import read_names
from data.reading.passage import read_passage
from data.reading.proposal import Reading
from data.reading.reader import read_report

NAMES = read_names()


def read(text: str, published: str | None = None) -> Reading:
    """Read a text."""
    return read_report(text, dt.date.fromisoformat(published) if published else None, NAMES)


def ranges(reading: Reading) -> set[tuple[float, str | None, str]]:
    """Ranges with the day of their launch and who states them."""
    return {
        (claim.low, launch.date, claim.authority)
        for launch in reading.launches
        for claim in launch.claims
        if claim.quantity == "range_km" and claim.low
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("GENEVA, May 9. /ABCD/. North Korea fired a ballistic missile on Thursday, Japan said. It flew 420 km.", "????-05-09"),
        ("SEOUL, March 3 (News) -- North Korea said Wednesday it fired a missile on Monday. It flew 420 km.", "????-03-01"),
        ("(Tokyo) March 3 - North Korea fired a missile yesterday. It flew 420 km.", "????-03-02"),
        ("SEOUL, March 3, 2022 (News) -- North Korea fired a missile Wednesday. It flew 420 km.", "2022-03-02"),
        ("BUSAN, March 3 (News) -- North Korea fired a missile Thursday, its fifth launch in 2022 so far. It flew 420 km.", "2022-03-03"),
        ("Seoul (South Korea), March 3: North Korea fired a missile yesterday. It flew 420 km.", "????-03-02"),
        ("SEOUL: 3 March: North Korea fired a missile yesterday. It flew 420 km.", "????-03-02"),
        ("[서울, 3월 3일 통신] 북한이 어제 탄도미사일을 발사했다. 비행거리는 420km이다.", "????-03-02"),
        ("(평양 3월 3일발 통신) 북한이 2일 탄도미사일을 발사했다. 비행거리는 420km이다.", "????-03-02"),
        ("입력 2022.03.03 10:20\n북한이 어제 탄도미사일을 발사했다. 비행거리는 420km이다.", "2022-03-02"),
        ("【ソウル3月3日】北朝鮮は昨日、弾道ミサイルを発射した。飛距離は420キロだった。", "????-03-02"),
        ("2022年3月3日\n北朝鮮は昨日、弾道ミサイルを発射した。飛距離は420キロだった。", "2022-03-02"),
    ],
)  # fmt: skip
def test_a_dateline_is_the_day_of_publication(text: str, day: str) -> None:
    assert {(low, date) for low, date, _ in ranges(read(text))} == {(420, day)}


@pytest.mark.parametrize(
    "text",
    [
        "On May 9 the North fired a missile.",
        "Talks of March 3 (see above) were held.",
        "【写真】北朝鮮のミサイル",
        "SEOUL, March 45 (News) -- The North fired a missile.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline(read_passage(text)) is None


def test_weekdays_without_a_year_or_a_day_of_speech_are_left_open() -> None:
    text = "SEOUL, March 3 (News) -- North Korea fired a missile today.\nIt had fired one last Friday, which flew 420 km."
    assert {date for _, date, _ in ranges(read(text))} != {"????-02-26"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two missiles of North Korea followed by a larger one were fired on Thursday morning, Seoul's military said. One flew 330 km.", (330, "2022-11-03", "ROK military")),
        ("A North Korean missile exploded shortly after launch on Thursday, South Korea's military said. It flew 33 km.", (33, "2022-11-03", "ROK military")),
        ("North Korea fired a missile on Thursday, South Korea's military said.\nIt last fired such a missile in January. The Hwasong-12 type missile flew 810 km.", (810, "2022-01", "press")),
    ],
)  # fmt: skip
def test_a_sentence_without_a_day_is_of_the_launch_named_last(
    text: str, expected: tuple[float, str, str]
) -> None:
    found = ranges(read(text, "2022-11-04"))
    assert expected[:2] in {each[:2] for each in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("防衛省の発表は以下のとおり。\n・5日(水) 弾道ミサイル1発 飛距離500キロ\n・17日(月) 弾道ミサイル2発 300キロ飛翔(北朝鮮版『ATACMS』)", {(500, "2022-01-05", "Japan MOD"), (300, "2022-01-17", "Japan MOD")}),
        ("防衛省によると、北朝鮮は1月5日と11日、弾道ミサイルを発射した。5日は500キロ飛翔。11日は700キロ飛翔した。", {(500, "2022-01-05", "Japan MOD"), (700, "2022-01-11", "Japan MOD")}),
        ("The South Korean and Japanese militaries said the missile North Korea fired on Jan. 27 flew 190 km.", {(190, "2022-01-27", "ROK military"), (190, "2022-01-27", "Japan MOD")}),
        ("North Korea fired a missile on Jan. 27. Seoul's military met. Japan's Defense Ministry criticized the launch. It said the missile flew 190 km.", {(190, "2022-01-27", "Japan MOD")}),
        ("South Korea's military met. Japanese media reported earlier on Sunday citing government sources that the missile North Korea fired on Jan. 27 flew 190 km.", {(190, "2022-01-27", "Japan government")}),
        ("North Korea's launches in January, South Korea's military said:\n- Jan. 5: one ballistic missile, flew 500 km\n- Jan. 17: two ballistic missiles, flew 300 km", {(500, "2022-01-05", "ROK military"), (300, "2022-01-17", "ROK military")}),
        ("北朝鮮が最後に弾道ミサイルを発射したのは1月5日だ。同ミサイルは500キロ飛行した。", {(500, "2022-01-05", "press")}),
        ("합참은 북한이 27일 쏜 미사일이 190km를 비정상적으로 비행했다고 밝혔다.", {(190, "2022-01-27", "JCS")}),
        ("합참은 북한이 27일 쏜 북한판 에이태큼스 미사일이 190km를 날았다고 밝혔다.", {(190, "2022-01-27", "JCS")}),
        ("합참은 북한이 27일 쏜 미사일이 190km밖에 비행하지 못했다고 밝혔다.", {(190, "2022-01-27", "JCS")}),
        ("Japan's Defense Ministry said the missile North Korea fired on Jan. 27 flew 190 km and could have flown over 15,000 kilometers.", {(190, "2022-01-27", "Japan MOD")}),
    ],
)  # fmt: skip
def test_what_each_line_states_and_who(text: str, expected: set[tuple[float, str, str]]) -> None:
    assert ranges(read(text, "2022-01-31")) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("북한은 27일 탄도미사일 6발을 쏘아대는 등 최근 도발 빈도를 높이고 있다.", 6),
        ("북한은 최근 탄도미사일 6발을 발사했다. 27일에는 1발을 발사했다.", 1),
        ("North Korea fired cruise missiles on Jan. 27. The drill saw four cruise missiles hit an island.", 4),
        ("北朝鮮は27日、弾道ミサイル1発を発射した。去年以降30発以上発射してきた。", 1),
    ],
)  # fmt: skip
def test_missiles_of_one_day_are_counted(text: str, number: int) -> None:
    counts = {
        claim.low
        for launch in read(text, "2022-01-31").launches
        for claim in launch.claims
        if claim.quantity == "count"
    }
    assert counts == {number}


def test_scuds_are_of_short_range() -> None:
    found = read("North Korea fired two Scud missiles on Thursday.", "2022-01-28").launches
    assert [launch.range_class for launch in found] == ["SRBM"]


def test_no_pattern_has_lost_the_braces_of_its_numbers() -> None:
    """In a string with places, `{0,60}` is a pair of numbers and no count of letters."""
    for module in Path(reader.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            is_pair = isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple)
            assert not is_pair, f"{module.name}: {ast.unparse(node)}"
