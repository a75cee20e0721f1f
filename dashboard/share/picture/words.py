"""What a picture says, in English, Korean and Japanese."""

import datetime as dt
import re

from dashboard.plans import WHOSE
from dashboard.wording import MONTHS, number_words
from data.model import Claim, Missile, Site

_QUALIFIERS = {"exact": "", "about": "≈ ", "at_least": "≥ ", "at_most": "≤ "}
LANGUAGES = ("en", "ko", "ja")
WORDS: dict[str, tuple[str, str, str]] = {
    "title": ("North Korean missile launches", "북한의 미사일 발사", "北朝鮮のミサイル発射"),
    "launches": ("{n} launches", "발사 {n}건", "発射{n}件"),
    "launch": ("{n} launch", "발사 {n}건", "発射{n}件"),
    "missiles": ("{n} missiles", "미사일 {n}발", "ミサイル{n}発"),
    "missile": ("{n} missile", "미사일 {n}발", "ミサイル{n}発"),
    "none": (
        "No launch matches this selection",
        "이 조건에 맞는 발사가 없음",
        "この条件に合う発射はない",
    ),
    "all": ("All types, all outcomes", "모든 종류, 모든 결과", "全種類、全結果"),
    "type": ("Type", "종류", "種類"),
    "kind": ("Kind", "방식", "方式"),
    "site": ("Site", "발사 장소", "発射場所"),
    "outcome": ("Outcome", "결과", "結果"),
    "reach": ("Reach", "도달 범위", "到達範囲"),
    "figures": ("Ranges of", "사거리 출처", "射程の出典"),
    "by_type": ("Launches by missile type", "미사일 종류별 발사 수", "種類別の発射数"),
    "by_year": ("Launches a year", "연도별 발사 수", "年別の発射数"),
    "track": (
        "Ground track to the derived impact point",
        "추정 낙하 지점까지의 지표 궤적",
        "推定落下地点までの地表軌跡",
    ),
    "differing": (
        "Range of another authority that excludes it",
        "이와 어긋나는 다른 기관의 사거리",
        "これと食い違う別機関の射程",
    ),
    "bundle": (
        "Flights from about one place in one direction, as far as the farthest; a dot each impact",
        "거의 같은 장소에서 같은 방향으로 간 비행, 가장 먼 것까지; 점마다 낙하 지점 하나",
        "ほぼ同じ場所から同じ方向への飛行、最遠のものまで。点は各落下地点",
    ),
    "failed": ("Failure", "실패", "失敗"),
    "area": (
        "Hold the impact with 50 % and 90 % probability",
        "낙하 지점이 50 %, 90 % 확률로 있는 범위",
        "落下地点が50 %、90 %の確率で入る範囲",
    ),
    "ring": (
        "Range stated, direction not: somewhere on this arc",
        "사거리만 공개, 방향 미상: 이 호 위의 어딘가",
        "射程のみ公表、方向不明:この弧のどこか",
    ),
    "ray": (
        "Direction stated, range not",
        "방향만 공개, 사거리 미상",
        "方向のみ公表、射程不明",
    ),
    "place": ("Launch site (launches)", "발사 장소 (발사 수)", "発射場所(発射数)"),
    "region": ("Only the region is known", "지역만 알려진 곳", "地域のみ判明"),
    "at_site": (
        (
            "{launches} marked at the site only: nobody stated range and direction, or the kind "
            "flies no arc."
        ),
        (
            "{launches}은 발사 장소에만 표시: 사거리와 방향이 함께 공개되지 않았거나 "
            "궤적을 그릴 수 없는 종류."
        ),
        "{launches}は発射場所のみ表示:射程と方向が揃って公表されていないか、弧を描けない種類。",
    ),
    "not_placed": (
        "{launches} not on the map: site unknown, or no figure of the authority chosen.",
        "{launches}은 지도에 없음: 발사 장소 미상 또는 선택한 기관의 수치 없음.",
        "{launches}は地図になし:発射場所不明、または選んだ機関の数値なし。",
    ),
    "all_drawn": (
        "Every launch selected is drawn.",
        "선택한 발사를 모두 그렸음.",
        "選んだ発射はすべて描いた。",
    ),
    "out_of_view": (
        "{launches} outside this view.",
        "{launches}은 이 화면 밖.",
        "{launches}はこの範囲の外。",
    ),
    "method": (
        (
            "Lines are geodesics of the stated range along the azimuth, not flight paths in "
            "height. Azimuths mostly as read off published maps. Lambert azimuthal "
            "equal-area, centred {centre}. Dates are Korean."
        ),
        (
            "선은 공개된 사거리와 방위각에 따른 지표 측지선이며 비행 고도가 아님. "
            "방위각은 대부분 공개된 지도에서 읽은 값. 람베르트 "
            "정적방위도법, 중심 {centre}. 날짜는 한국 시간."
        ),
        (
            "線は公表された射程と方位角による地表の測地線で、飛行高度ではない。方位角の多くは公表"
            "された地図から読み取った値。ランベルト正積方位図法、中心 {centre}。日付は韓国時間。"
        ),
    ),
    "sources": (
        (
            "Data: CNS/NTI, nagix/nk-missile-tests, CSIS Beyond Parallel, press; record of "
            "{version}, read up to {covers_to}. Base map: Natural Earth; cities: GeoNames."
        ),
        (
            "자료: CNS/NTI, nagix/nk-missile-tests, CSIS Beyond Parallel, 언론; 기록 {version}판, "
            "{covers_to}까지. 바탕 지도: Natural Earth; 도시: GeoNames."
        ),
        (
            "資料:CNS/NTI、nagix/nk-missile-tests、CSIS Beyond Parallel、報道。記録 {version} 版、"
            "{covers_to} まで。基図:Natural Earth、都市:GeoNames。"
        ),
    ),
    "overview": ("Longest flights", "최장 비행", "最長の飛行"),
    "detail": ("Detail, {times}×", "확대 {times}배", "拡大 {times}倍"),
    "km": ("{n} km", "{n} km", "{n} km"),
    "unknown_site": ("site unknown", "발사 장소 미상", "発射場所不明"),
    "range": ("Range", "사거리", "射程"),
    "apogee": ("apogee", "최고 고도", "最高高度"),
}
TYPES = {
    "CRBM": ("Close-range (CRBM)", "근거리 (CRBM)", "近距離 (CRBM)"),
    "SRBM": ("Short-range (SRBM)", "단거리 (SRBM)", "短距離 (SRBM)"),
    "MRBM": ("Medium-range (MRBM)", "준중거리 (MRBM)", "準中距離 (MRBM)"),
    "IRBM": ("Intermediate (IRBM)", "중거리 (IRBM)", "中距離 (IRBM)"),
    "ICBM": ("Intercontinental (ICBM)", "대륙간 (ICBM)", "大陸間 (ICBM)"),
    "unidentified": ("Class not identified", "종류 미상", "種類不明"),
    "other": ("Cruise, space and other", "순항·우주 등", "巡航・宇宙など"),
}
VALUES = {
    "ballistic": ("ballistic", "탄도", "弾道"),
    "glide": ("glide", "활공", "滑空"),
    "cruise": ("cruise", "순항", "巡航"),
    "space launch": ("space launch", "우주 발사", "宇宙打ち上げ"),
    "rocket artillery": ("rocket artillery", "방사포", "ロケット砲"),
    "air defence": ("air defence", "방공", "防空"),
    "unknown": ("unknown", "미상", "不明"),
    "success": ("success", "성공", "成功"),
    "failure": ("failure", "실패", "失敗"),
    "partial": ("partial", "부분 성공", "部分的成功"),
    "overflew Japan": ("overflew Japan", "일본 상공 통과", "日本上空通過"),
    "in or near Japan's EEZ": (
        "in or near Japan's EEZ",
        "일본 배타적 경제수역 안 또는 부근",
        "日本のEEZ内または付近",
    ),
    "Site unknown": ("Site unknown", "발사 장소 미상", "発射場所不明"),
    **dict(
        zip(
            WHOSE,
            (
                ("the best available", "가장 나은 것", "最良のもの"),
                ("the JCS alone", "합참만", "韓国軍合同参謀本部のみ"),
                ("Japan's MOD alone", "일본 방위성만", "防衛省のみ"),
                ("KCNA alone", "조선중앙통신만", "朝鮮中央通信のみ"),
                ("all that differ", "서로 다른 것 모두", "食い違うものすべて"),
            ),
            strict=True,
        )
    ),
    "East Sea": ("East Sea", "동해", "東海"),
    "Sea of Japan": ("Sea of Japan", "일본해", "日本海"),
    "East Sea / Sea of Japan": ("East Sea / Sea of Japan", "동해 / 일본해", "東海 / 日本海"),
}
AUTHORITIES = {
    "JCS": ("JCS", "합참", "合同参謀本部"),
    "Japan MOD": ("Japan MOD", "일본 방위성", "防衛省"),
    "KCNA": ("KCNA", "조선중앙통신", "朝鮮中央通信"),
    "press": ("press", "언론", "報道"),
}
MISSILES = {
    "Hwasong": ("화성", "火星"),
    "Pukguksong": ("북극성", "北極星"),
    "Nodong": ("노동", "ノドン"),
    "Taepodong": ("대포동", "テポドン"),
    "Musudan": ("무수단", "ムスダン"),
    "Scud": ("스커드", "スカッド"),
    "Unha": ("은하", "銀河"),
    "Chollima": ("천리마", "千里馬"),
    "Hwasal": ("화살", "ファサル"),
    "Pulhwasal": ("불화살", "プルファサル"),
    "Padasuri": ("바다수리", "パダスリ"),
    "Pyoljji": ("별찌", "ピョルチ"),
    "Toksa": ("독사", "トクサ"),
    "Ballistic missile, unidentified": ("탄도미사일 (기종 미상)", "弾道ミサイル (機種不明)"),
    "Short-range ballistic missile": ("단거리 탄도미사일", "短距離弾道ミサイル"),
    "Close-range ballistic missile": ("근거리 탄도미사일", "近距離弾道ミサイル"),
    "Medium-range ballistic missile": ("준중거리 탄도미사일", "準中距離弾道ミサイル"),
    "Intercontinental ballistic missile": ("대륙간 탄도미사일", "大陸間弾道ミサイル"),
    "Unnamed IRBM": ("이름 미상 중거리 탄도미사일", "名称不明の中距離弾道ミサイル"),
    "October 2022": ("2022년 10월", "2022年10月"),
    "Rocket artillery": ("방사포", "ロケット砲"),
    "Short-range missile": ("단거리 미사일", "短距離ミサイル"),
    "Space launch vehicle": ("우주 발사체", "宇宙ロケット"),
    "Submarine-launched missile": ("잠수함 발사 미사일", "潜水艦発射ミサイル"),
    "Surface-to-air missile": ("지대공 미사일", "地対空ミサイル"),
    "Supersonic cruise missile": ("초음속 순항미사일", "超音速巡航ミサイル"),
    "Land-attack cruise missile": ("지상 공격 순항미사일", "対地巡航ミサイル"),
    "Anti-ship cruise missile": ("대함 순항미사일", "対艦巡航ミサイル"),
    "Air-to-ground missile": ("공대지 미사일", "空対地ミサイル"),
    "multiple rocket launcher": ("방사포", "多連装ロケット砲"),
    "unidentified": ("기종 미상", "機種不明"),
    "rail-mobile": ("철도 기동식", "鉄道機動式"),
    "silo-based": ("사일로식", "サイロ式"),
    "kind unknown": ("방식 미상", "方式不明"),
    "type not identified": ("기종 미상", "機種不明"),
    "variant": ("개량형", "改良型"),
}
"""Names and parts of names of missiles in Korean and Japanese; what is not here stays as it is."""


def say(key: str, lang: str, **values: object) -> str:
    """Words of a picture in a language."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)


def value_words(value: str, lang: str) -> str:
    """Value of a filter in a language; a name of the record stands for itself."""
    known = TYPES.get(value) or VALUES.get(value)
    return known[LANGUAGES.index(lang)] if known else value


def count_words(what: str, number: int, lang: str) -> str:
    """Number of launches or missiles: `1 launch`, `발사 3건`."""
    one = {"launches": "launch", "missiles": "missile"}[what]
    return say(one if number == 1 else what, lang, n=f"{number:,}")


def authority_words(authority: str, lang: str) -> str:
    """Authority in a language, as itself where it has no other name."""
    known = AUTHORITIES.get(authority)
    return known[LANGUAGES.index(lang)] if known else authority


def site_words(site: Site | None, lang: str) -> str:
    """Name of a site, without the reading that Japanese names carry in brackets."""
    if site is None:
        return say("unknown_site", lang)
    name = {"ko": site.name_ko, "ja": site.name_ja}.get(lang) or site.name_en
    if lang == "en":
        return name.replace("International Airport", "Airport").replace(
            "Satellite Launching", "Launch"
        )
    return re.sub(r"[（(].*?[)）]", "", name).strip()


def missile_words(missile: Missile, lang: str) -> str:
    """Name of a missile; the parts of it that are known in the language are put so."""
    if lang == "en":
        return missile.name
    place = LANGUAGES.index(lang) - 1
    pattern = "|".join(map(re.escape, sorted(MISSILES, key=len, reverse=True)))
    return re.sub(pattern, lambda found: MISSILES[found[0]][place], missile.name)


def short_missile_words(missile: Missile, lang: str) -> str:
    """Name of a missile for a label: of one that is not identified only its class, if known."""
    if "unidentified" not in missile.name:
        return missile_words(missile, lang)
    return missile.range_class if missile.range_class not in {None, "unknown"} else ""


def range_words(range_km: float, lang: str) -> str:
    """Range with its unit."""
    return say("km", lang, n=number_words(range_km))


def figure_words(claim: Claim, lang: str) -> str:
    """Stated length with who stated it: `≈ 700 km (JCS)`, `350–400 km (KCNA)`."""
    bounds = [bound for bound in (claim.low, claim.high) if bound is not None]
    span = "–".join(dict.fromkeys(number_words(bound) for bound in bounds))
    sign = _QUALIFIERS[claim.qualifier]
    return f"{sign}{say('km', lang, n=span)} ({authority_words(claim.authority, lang)})"


def day_words(date: str, lang: str, *, year: bool = True) -> str:
    """
    Korean date, which may be a month or a year, in a language.

    Examples
    --------
    >>> day_words("2022-01-05", "en"), day_words("2022-01-05", "ko", year=False)
    ('5 Jan 2022', '1월 5일')
    """
    parts = [int(part) for part in date.split("-")]
    if lang == "en":
        words = [str(parts[0])] if year or len(parts) == 1 else []
        words = ([MONTHS[parts[1] - 1]] if len(parts) > 1 else []) + words
        return " ".join(([str(parts[2])] if len(parts) > 2 else []) + words)
    units = {"ko": ("년", "월", "일"), "ja": ("年", "月", "日")}[lang]
    first = 0 if year or len(parts) == 1 else 1
    gap = " " if lang == "ko" else ""
    return gap.join(
        f"{number}{unit}" for number, unit in list(zip(parts, units, strict=False))[first:]
    )


def period_words(period: tuple[dt.date, dt.date], lang: str) -> str:
    """
    Period in a language, its year once where both days share it.

    Examples
    --------
    >>> period_words((dt.date(2022, 1, 1), dt.date(2022, 1, 31)), "en")
    '1 Jan – 31 Jan 2022'
    """
    first, last = period
    if first == last:
        return day_words(str(first), lang)
    same = first.year == last.year
    if lang == "en":
        return f"{day_words(str(first), lang, year=not same)} – {day_words(str(last), lang)}"
    mark = {"ko": " – ", "ja": "〜"}[lang]
    return f"{day_words(str(first), lang)}{mark}{day_words(str(last), lang, year=not same)}"
