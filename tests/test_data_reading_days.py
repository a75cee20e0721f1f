"""Days, times and numbers of our own sentences, as reports of three languages put them."""

# ruff: noqa: E501 - a sentence is read in one piece

import datetime as dt

import pytest

from data.cells import FIRST_YEAR, LAST_YEAR
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
        ("In the early hours of October 9, a missile was fired from Sunan in North Korea. It flew 350 km.", "2022-10-09"),
        ("Shortly before 6:10 a.m. KST on October 9, a missile was fired from Sunan in North Korea. It flew 350 km.", "2022-10-09"),
        ("북한이 미사일 시험발사를 했다고 밝혔다. 통신은 이날 미사일이 1500㎞를 비행했다고 보도했다. 앞서 합참은 북한이 13일 오전 미사일 1발을 쐈다고 밝혔다.", "2022-10-13"),
        ("朝鮮中央通信は、ミサイル総局が13日、巡航ミサイルを試射したと14日に伝えた。1500キロ飛翔した。", "2022-10-13"),
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
        ("The missile came down some 930 km from where it was launched.", "range_km", 930.0),
        ("미사일은 사거리 930km를 비행했다.", "range_km", 930.0),
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


def times(text: str) -> set[str]:
    """Times of launches of a text, on a day in April."""
    found = launches(text, "2022-04-17")
    return {
        (c.value or "")[11:16] for each in found for c in each.claims if c.quantity == "launch_time"
    }


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("North Korea launched a missile at 5:21 p.m. ET on April 15, a U.S. official said.", "06:21"),
        ("North Korea launched a missile at 07:06 local time (01:06 Moscow time) on Saturday.", "07:06"),
        ("North Korea at 17.21 Saturday Japanese time (11.21 Moscow time) launched a missile.", "17:21"),
        ("북한은 17일 오전 7시 12분 올해 처음으로 미사일 도발을 감행했다. 미사일은 동해에 낙하했다.", "07:12"),
        ("북한이 17일 오전 7시 12분 미사일을 발사했으며 오전 7시 40분까지 발사에 따른 피해는 없다.", "07:12"),
        ("北朝鮮は17日午前7時12分にミサイルを発射し、午前7時40分時点で発射による被害はない。", "07:12"),
    ],
)  # fmt: skip
def test_a_time_is_that_of_the_launch_in_its_zone(text: str, time: str) -> None:
    assert times(text) == {time}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("북한은 14일 장거리 로켓을 발사했다. 지난해에는 모두 6차례에 걸쳐 미사일 8발을 발사했다.", {1}),
        ("북한이 14일 장거리 로켓 1기를 발사했다.", {1}),
        ("북한은 14일 북극성 2형 시험발사에 성공했다.", {1}),
        ("북한은 14일 탄도미사일 2발을 발사했다. 지난해 3월에는 4발을 발사했다.", {2, 4}),
    ],
)  # fmt: skip
def test_missiles_of_a_year_are_no_number_of_a_launch(text: str, counts: set[int]) -> None:
    assert {
        c.low for each in launches(text) for c in each.claims if c.quantity == "count"
    } == counts


def test_half_an_hour_is_thirty_minutes() -> None:
    text = "North Korea fired a missile on Friday. It flew 700 km for half an hour."
    found = [c for each in launches(text) for c in each.claims if c.quantity == "flight_time_s"]
    assert [c.low for c in found] == [1800.0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("韓国軍の合同参謀本部は、北朝鮮がミサイルを発射したと14日午前7時44分に発表した。\n北朝鮮はことしに入って元日に1発を発射した。\nまた10日にも2発を発射した。", "2022-10-14"),
        ("합동참모본부는 북한이 탄도미사일을 발사했다고 14일 밝혔다.\n북한은 올해 들어 새해 첫날 1발을 쐈다.\n지난 10일에도 2발을 발사했다.", "2022-10-14"),
        ("防衛省は14日、北朝鮮が弾道ミサイルを発射したと発表した。北朝鮮は6日と9日にも発射している。", "2022-10-14"),
        ("韓国軍は北朝鮮が弾道ミサイルを発射したと14日午前に発表した。前回は9日に2発を発射した。", "2022-10-14"),
        ("Pyongyang has tried its missile.\nThe tests, conducted over the Sea of Japan on September 19 and 20, involved two types.", "2022-09-19"),
    ],
)  # fmt: skip
def test_a_list_of_launches_is_not_the_news(text: str, day: str) -> None:
    assert launches(text)[0].date == day


def test_new_years_day_is_a_day() -> None:
    text = "北朝鮮は14日に発射した。ことしは元日にミサイルを1発発射した。"
    assert [each.date for each in launches(text)] == ["2022-10-14", "2022-01-01"]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile on Friday from a place near its eastern coast, which\nflew on a steep way for some time and, as officials of the South said later,\nrose to an altitude of 620 km. North Korea launched an earlier missile on Oct. 4, which, as was said then,\nreached an altitude of 970 km.",
        "합동참모본부는 북한이 14일 오전 평양 순안 일대에서 동해상으로\n발사한 단거리 탄도미사일 1발의 최고 고도는\n620km라고 밝혔다. 지난 4일에 발사된 미사일은\n고도 970km까지 올라갔다.",
    ],
)
def test_a_sentence_cut_into_lines_is_one(text: str) -> None:
    assert ranges(text, "apogee_km") == {("2022-10-14", 620.0), ("2022-10-04", 970.0)}


def test_away_at_sea_is_from_where_it_was_fired() -> None:
    lead = "North Korea fired a missile on Friday. "
    assert ranges(lead + "It came down in the ocean 930 km (580 miles) away.")
    assert not ranges(lead + "It came down in the sea 930 km away from Guam.")
    assert not ranges(lead + "Guam lies 3,400 km away.")


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile on Friday. South Korea's military said it rose to 770 km.\nThe Japanese government put it at about 800 km.",
        "북한이 14일 미사일을 발사했다. 합참은 최고 고도를 770㎞로 봤다. 일본 정부는 약 800㎞라고 밝혔다.",
        "北朝鮮が14日にミサイルを発射した。韓国軍によると最高高度は770キロ。日本政府は約800キロとしている。",
    ],
)
def test_what_another_puts_it_at_is_of_the_same_quantity(text: str) -> None:
    assert ranges(text, "apogee_km") == {("2022-10-14", 770.0), ("2022-10-14", 800.0)}


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile on Friday.\nOn Oct. 4, the North test-fired a ballistic missile.\nThe Hwasong-12 missile flew 4,500 km.",
        "북한이 14일 미사일을 발사했다.\n지난 4일에는 탄도미사일을 발사했다.\n화성-12형 미사일은 4500㎞를 비행했다.",
        "北朝鮮が14日にミサイルを発射した。\n4日にも弾道ミサイルを発射していた。\n「火星12」は4500キロ飛翔した。",
    ],
)
def test_a_missile_named_anew_is_that_of_the_launch_recalled(text: str) -> None:
    assert ranges(text) == {("2022-10-04", 4500.0)}


OPENINGS = {
    "en": (
        "SEOUL, Sept. 28 (Yonhap) -- North Korea fired a missile{}.",
        "North Korea fired a missile on 28 September{}.",
        "North Korea fired a missile in September 2021{}.",
        "North Korea fired a missile on Tuesday{}.",
        "North Korea fired a missile on Feb. 29{}.",
    ),
    "ko": (
        "(서울=연합뉴스) 9월 28일 = 북한이{} 미사일을 발사했다.",
        "북한이 28일{} 미사일을 발사했다.",
    ),
    "ja": ("【ソウル28日】北朝鮮は{}ミサイルを発射した。", "北朝鮮は9月28日{}ミサイルを発射した。"),
}
RELATIVE = {
    "en": (
        *(
            ", two weeks after it tested another",
            ", a day before it tested another",
            ", 3 days ago",
        ),
        *(", 99999999 weeks ago", ", 999999999999 days after a test", ", the day after"),
        ". It tested another eight days later",
    ),
    "ko": (" 사흘 뒤", " 이틀 전", " 99999999일 전", ", 2주 만에"),
    "ja": ("2日後に", "3日前に", "99999999日前に", "翌日に"),
}


@pytest.mark.parametrize(
    "published", [None, "2021-09-29", f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-12-31"]
)
@pytest.mark.parametrize("lang", OPENINGS)
def test_a_day_that_is_counted_from_an_open_one_stops_nobody(
    lang: str, published: str | None
) -> None:
    for opening in OPENINGS[lang]:
        for relative in RELATIVE[lang]:
            assert launches(opening.format(relative), published)


def test_a_line_that_ends_with_a_small_word_was_cut() -> None:
    said = (
        "The military said the North launched the two missiles in the early hours of\n"
        "Friday... towards the East Sea... at around 5:24 AM, Korea time, from its county of\n"
        "Kwail in the southwest."
    )
    (launch,) = launches(said)
    assert [c.value for c in launch.claims if c.quantity == "launch_time"] == [
        "2022-10-14T05:24+09:00"
    ]
