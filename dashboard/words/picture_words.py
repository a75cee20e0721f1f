"""What a picture says, in English, Korean and Japanese."""

import re

from dashboard.words.picture_names import AUTHORITIES, MISSILES, TYPES, VALUES
from dashboard.words.say import Words
from data.model import Claim, Missile, Site

_QUALIFIERS = {"exact": "", "about": "≈ ", "at_least": "≥ ", "at_most": "≤ "}
LANGUAGES = ("en", "ko", "ja")
WORDS: dict[str, tuple[str, str, str]] = {
    "title": ("North Korean missile launches", "북한 미사일 발사", "北朝鮮のミサイル発射"),
    "title_of": (
        "North Korean missile launches, {period}",
        "{period} 북한 미사일 발사",
        "北朝鮮のミサイル発射 {period}",
    ),
    "launches": ("{n} launches", "발사 {n}건", "発射{n}件"),
    "launch": ("{n} launch", "발사 {n}건", "発射{n}件"),
    "missiles": ("{n} missiles", "미사일 {n}발", "ミサイル{n}発"),
    "missile": ("{n} missile", "미사일 {n}발", "ミサイル{n}発"),
    "none": ("No launch matches this selection", "조건에 맞는 발사 없음", "該当する発射なし"),
    "all": ("All types, all outcomes", "모든 종류·결과 포함", "全種類・全結果"),
    "type": ("Type", "종류", "種類"),
    "kind": ("Kind", "유형", "区分"),
    "site": ("Site", "발사 장소", "発射地点"),
    "outcome": ("Outcome", "결과", "結果"),
    "reach": ("Reach", "도달 범위", "到達範囲"),
    "figures": ("Ranges of", "비행거리 출처", "飛距離の出典"),
    "by_type": ("Launches by missile type", "미사일 종류별 발사 건수", "ミサイル種類別の発射件数"),
    "by_year": ("Launches a year", "연도별 발사 건수", "年別の発射件数"),
    "track": (
        "Ground track to the derived impact point",
        "추정 낙하지점까지의 경로(지표에 투영)",
        "推定落下地点までの経路(地表に投影)",
    ),
    "tracks": (
        "Ground track to the derived impact point (×2: two missiles)",
        "추정 낙하지점까지의 경로(지표에 투영, ×2는 2발)",
        "推定落下地点までの経路(地表に投影、×2は2発)",
    ),
    "beyond": ("Impact beyond this map", "지도 밖에 낙하", "地図の外に落下"),
    "differing": (
        "Range by another authority that excludes it",
        "다른 기관이 발표한, 이와 어긋나는 비행거리",
        "他機関の発表による、これと食い違う飛距離",
    ),
    "bundle": (
        "Flights from about one place in one direction, the wider the more; a dot each impact",
        "비슷한 곳에서 같은 방향으로 날아간 비행(굵을수록 많음), 점은 각 낙하지점",
        "ほぼ同じ場所から同方向への飛行(太いほど多い)。点は各落下地点",
    ),
    "failed": ("Failure", "실패", "失敗"),
    "failed_here": (
        "Failure, marked at its site",
        "실패(발사 장소에 표시)",
        "失敗(発射地点に表示)",
    ),
    "area": (
        "Hold the impact with 50 % and 90 % probability",
        "낙하지점이 들어갈 확률 50%·90% 범위",
        "落下地点が50%・90%の確率で入る範囲",
    ),
    "ring": (
        "Range stated, direction not: somewhere on this arc",
        "비행거리만 공개, 방향 미상: 이 호 위 어딘가에 낙하",
        "飛距離のみ公表、方向不明:この弧のどこか",
    ),
    "ray": (
        "Direction stated, range not",
        "방향만 공개, 비행거리 미상",
        "方向のみ公表、飛距離不明",
    ),
    "place": ("Launch site (launches)", "발사 장소(발사 건수)", "発射地点(発射件数)"),
    "place_alone": ("Launch site", "발사 장소", "発射地点"),
    "region": (
        "Only the region is known",
        "지역까지만 알려진 발사 장소",
        "地域までしか判明していない発射地点",
    ),
    "at_site": (
        (
            "{launches} marked at the site only: nobody stated range and direction, or the kind "
            "flies no arc."
        ),
        (
            "{launches}은 발사 장소에만 표시: 비행거리와 방향이 함께 공개되지 않았거나 "
            "궤적을 그릴 수 없는 종류."
        ),
        "{launches}は発射地点のみ表示:飛距離と方向がそろって公表されていないか、軌跡を描けない種類。",
    ),
    "not_placed": (
        "{launches} not on the map: site unknown, or no figure of the authority chosen.",
        "{launches}은 지도에 없음: 발사 장소 미상 또는 선택한 기관의 수치 없음.",
        "{launches}は地図に表示なし:発射地点不明、または選んだ機関の数値なし。",
    ),
    "all_drawn": (
        "Every launch selected is drawn.",
        "선택한 발사를 모두 그렸음.",
        "選んだ発射はすべて描いた。",
    ),
    "out_of_view": (
        "{launches} outside this view.",
        "{launches}은 이 지도 범위 밖.",
        "{launches}はこの地図の範囲外。",
    ),
    "method": (
        (
            "Lines are geodesics of the stated range along the azimuth, not flight paths in "
            "height. Azimuths mostly as read off published maps. Lambert azimuthal "
            "equal-area, centred {centre}. Dates are Korean."
        ),
        (
            "선은 공개된 비행거리와 방위각에 따라 그은 지표면의 측지선으로, 고도는 나타내지 않음. "
            "방위각은 대부분 공개된 지도에서 읽은 값. 람베르트 "
            "정적방위도법, 중심 {centre}. 날짜는 한국 시간."
        ),
        (
            "線は公表された飛距離と方位角による地表の測地線で、高度は表さない。方位角の多くは公表"
            "された地図から読み取った値。ランベルト正積方位図法、中心 {centre}。日付は韓国時間。"
        ),
    ),
    "sources": (
        (
            "Data: CNS/NTI, nagix/nk-missile-tests, CSIS Beyond Parallel, press; record of "
            "{version}, read up to {covers_to}. Base map: Natural Earth; cities: GeoNames."
        ),
        (
            "자료: CNS/NTI, nagix/nk-missile-tests, CSIS Beyond Parallel, 언론; 기록 {version} 판, "
            "{covers_to}까지. 배경 지도: Natural Earth; 도시: GeoNames."
        ),
        (
            "資料:CNS/NTI、nagix/nk-missile-tests、CSIS Beyond Parallel、報道。記録 {version} 版、"
            "{covers_to} まで。背景地図:Natural Earth、都市:GeoNames。"
        ),
    ),
    "overview": ("Beyond this map", "지도 밖까지 간 비행", "地図の外までの飛行"),
    "detail": ("Detail, {times}×", "{times}배 확대", "{times}倍に拡大"),
    "km": ("{n} km", "{n}km", "{n}km"),
    "unknown_site": ("site unknown", "발사 장소 미상", "発射地点不明"),
    "range": ("Range", "비행거리", "飛距離"),
    "apogee": ("apogee", "최고 고도", "最高高度"),
}


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
    """Name of a missile for a label, without its other names; of one not identified its class."""
    if "unidentified" not in missile.name:
        return missile_words(missile, lang).partition(" (")[0]
    return missile.range_class if missile.range_class not in {None, "unknown"} else ""


def range_words(range_km: float, lang: str) -> str:
    """Range with its unit."""
    return say("km", lang, n=Words().number(range_km))


def figure_words(claim: Claim, lang: str) -> str:
    """Stated length with who stated it: `≈ 700 km (JCS)`, `350–400 km (KCNA)`."""
    bounds = [bound for bound in (claim.low, claim.high) if bound is not None]
    span = "–".join(dict.fromkeys(Words().number(bound) for bound in bounds))
    sign = _QUALIFIERS[claim.qualifier]
    return f"{sign}{say('km', lang, n=span)} ({authority_words(claim.authority, lang)})"
