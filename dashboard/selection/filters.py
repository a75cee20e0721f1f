"""The filters: one row each, with its values, every spelling of them and what it asks of a launch.

A row is all there is to a filter: page, link, interface, commands, pictures and the pages without
a server follow it. Its words stand in the catalogue: `filter.<name>.label` and `.value.<id>`, help
in `choose.about.<name>`, captions in `view.filter.<name>`; names of sites and missiles stand in the
record.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dashboard.flights.overflight import NEAR_EEZ, OVERFLEW
from dashboard.flights.plan import BEST, DIFFERING
from dashboard.selection.sea import STANDING
from dashboard.tempo.windows import LENGTHS
from data.model import Launch, Missile, Record, Site

Asks = Callable[[Launch, frozenset[str]], Iterable[str]]
"""Ids of a filter's values that are true of a launch, given what the launch reached."""
Spellings = Mapping[str, tuple[str, ...]]
"""Values by id in the order they are shown, each with what else it is called in a link.

A spelling stays for good, since a link may hold it; what readers see may change.
"""


@dataclass(frozen=True, kw_only=True)
class Filter:
    """
    One parameter of the language.

    `form` says what it takes: any number of its values, a single one, or `days`. `asks` is None
    for one that does not narrow what is selected. `table` names the table of the record whose
    rows are its values, beside its own `values`. `default` is what stands without a value, or
    `standing` by language. `listed` is False where its values are too many to be told, of which
    `example` is one.
    """

    name: str
    form: Literal["many", "one", "days"]
    asks: Asks | None = None
    values: Spellings = field(default_factory=dict)
    table: Literal["sites", "missiles", "launches"] | None = None
    default: str | None = None
    standing: Mapping[str, str] = field(default_factory=dict)
    listed: bool = True
    example: tuple[str, ...] = ()

    def spellings(self, record: Record) -> Spellings:
        """Values of the filter for a record; those of a table in the order of their names."""
        rows: dict[str, tuple[str, ...]] = {}
        if self.table == "launches":
            rows = {launch.id: () for launch in record.launches}
        elif self.table:
            entries = getattr(record, self.table).values()
            rows = {entry.id: _names(entry) for entry in sorted(entries, key=_names)}
        for old, new in record.renamed.items():
            if new in rows:
                rows[new] = (*rows[new], old)
        return rows | dict(self.values)


def _names(entry: Site | Missile) -> tuple[str, ...]:
    """Names of a row of the record, the first one that which it is listed by."""
    names = (
        (entry.name_en, entry.name_ko, entry.name_ja) if isinstance(entry, Site) else (entry.name,)
    )
    return tuple(name for name in (*names, *entry.aliases) if name)


NO_SITE = "unknown"
_UNCLASSED = {"unknown": "unidentified", None: "other"}
_CLASSES: Spellings = {
    "CRBM": ("Close-range", "근거리", "近距離"),
    "SRBM": ("Short-range", "단거리", "短距離"),
    "MRBM": ("Medium-range", "준중거리", "準中距離"),
    "IRBM": ("Intermediate-range", "중거리", "中距離"),
    "ICBM": ("Intercontinental", "대륙간", "大陸間"),
    "unidentified": ("Class not identified", "종류 미상", "種類不明"),
    "other": ("Cruise, space and other", "순항·우주 등", "巡航・宇宙など"),
}
TYPES = tuple(_CLASSES)
"""Range classes of missiles, the one that is not known, and what has none."""


_ROWS = (
    Filter(
        name="type",
        form="many",
        asks=lambda launch, _: (
            _UNCLASSED.get(launch.missile.range_class, launch.missile.range_class or ""),
        ),
        values=_CLASSES,
        example=("SRBM",),
    ),
    Filter(
        name="kind",
        form="many",
        asks=lambda launch, _: (launch.missile.kind.replace(" ", "-"),),
        values={
            "ballistic": ("탄도", "弾道"),
            "glide": ("활공", "滑空"),
            "cruise": ("순항", "巡航"),
            "space-launch": (
                "space launch",
                "우주발사체",
                "우주 발사",
                "衛星打ち上げ",
                "宇宙打ち上げ",
            ),
            "rocket-artillery": ("rocket artillery", "방사포", "多連装ロケット砲", "ロケット砲"),
            "air-defence": ("air defence", "지대공", "방공", "地対空", "防空"),
            "unknown": ("미상", "不明"),
        },
    ),
    Filter(
        name="missile",
        form="many",
        asks=lambda launch, _: (launch.missile.id,),
        table="missiles",
    ),
    Filter(
        name="platform",
        form="many",
        asks=lambda launch, _: (launch.platform,),
        values={
            "road": ("road-mobile", "TEL", "차량", "車両"),
            "rail": ("rail-mobile", "철도", "鉄道"),
            "silo": ("사일로", "サイロ"),
            "submarine": ("잠수함", "潜水艦"),
            "barge": ("바지선", "バージ"),
            "ship": ("함정", "艦艇"),
            "aircraft": ("항공기", "航空機"),
            "fixed-pad": ("fixed pad", "고정 발사대", "固定発射台"),
            "unknown": ("미상", "不明"),
        },
    ),
    Filter(
        name="site",
        form="many",
        asks=lambda launch, _: (launch.site.id if launch.site else NO_SITE,),
        table="sites",
        values={NO_SITE: ("Site unknown", "발사 장소 미상", "発射地点不明")},
    ),
    Filter(
        name="outcome",
        form="many",
        asks=lambda launch, _: (launch.outcome,),
        values={
            "success": ("성공", "成功"),
            "failure": ("실패", "失敗"),
            "partial": ("일부 실패", "부분 성공", "一部失敗", "部分的成功"),
            "unknown": ("미상", "不明"),
        },
    ),
    Filter(
        name="reach",
        form="many",
        asks=lambda _, reached: reached,
        values={
            OVERFLEW: ("overflew Japan", "일본 상공 통과", "日本上空を通過", "日本上空通過"),
            NEAR_EEZ: (
                "in or near Japan's EEZ",
                "in or near Japan’s EEZ",
                "일본 배타적경제수역 안 또는 부근",
                "일본 배타적 경제수역 안 또는 부근",
                "日本のEEZ内または付近",
            ),
        },
    ),
    Filter(name="period", form="days", listed=False, example=("2022-01-01", "2022-01-31")),
    Filter(
        name="figures",
        form="one",
        values={
            BEST: (
                "Best available",
                "the best available",
                "기준 수치",
                "우선 수치",
                "가장 신뢰할 만한 수치",
                "優先する数値",
                "最良の数値",
                "最も確かな数値",
            ),
            "jcs": ("합참 발표만", "韓国軍合同参謀本部の発表のみ"),
            "japan": ("Japan MOD", "일본 방위성 발표만", "防衛省の発表のみ"),
            "kcna": ("조선중앙통신 보도만", "朝鮮中央通信の報道のみ"),
            DIFFERING: ("All that differ", "엇갈리는 수치 모두", "食い違う数値すべて"),
        },
        default=BEST,
    ),
    Filter(
        name="sea",
        form="one",
        values={
            "east-sea": ("East Sea", "동해", "東海"),
            "sea-of-japan": ("Sea of Japan", "일본해", "日本海"),
            "both": ("East Sea / Sea of Japan", "동해 / 일본해", "東海 / 日本海"),
        },
        standing=STANDING,
    ),
    Filter(
        name="lang",
        form="one",
        values={
            "en": ("English", "영어", "英語"),
            "ko": ("Korean", "한국어", "韓国語"),
            "ja": ("Japanese", "일본어", "日本語"),
        },
    ),
    Filter(
        name="launch",
        form="one",
        asks=lambda launch, _: (launch.id,),
        table="launches",
        listed=False,
        example=("2022-01-05-1",),
    ),
    Filter(name="open", form="one", table="launches", listed=False, example=("2022-01-05-1",)),
    Filter(name="moment", form="one", table="launches", listed=False, example=("2022-01-05-1",)),
    Filter(
        name="events",
        form="many",
        values={
            "party-meeting": ("party meeting", "당 회의", "党の会議"),
            "parade": ("열병식", "軍事パレード"),
            "holiday": ("공휴일", "祝日"),
            "election": ("선거", "選挙"),
            "inauguration": ("취임", "就任"),
            "summit": ("정상회담", "首脳会談"),
            "diplomacy": ("외교", "外交"),
            "security-council": ("security council", "유엔 안전보장이사회", "国連安全保障理事会"),
            "sanctions": ("제재", "制裁"),
            "exercise": ("군사연습", "軍事演習"),
            "nuclear-test": ("nuclear test", "핵실험", "核実験"),
            "satellite": ("위성", "衛星"),
            "other": ("기타", "その他"),
        },
    ),
    Filter(
        name="window",
        form="one",
        values={f"{days}": (f"{days} days", f"{days}일", f"{days}日") for days in LENGTHS},
        default="30",
    ),
)
FILTERS: Mapping[str, Filter] = {row.name: row for row in _ROWS}
"""Every parameter of a link, a route or a command, by its name."""
LISTS = tuple(row.name for row in _ROWS if row.form == "many" and row.asks)
"""Filters that select by any number of values; with none of them everything is selected."""
SHOWN = ("open", "moment", "events", "window")
"""What a link keeps of the page beside what its form has: none of it changes what is selected."""
SINGLE = tuple(row.name for row in _ROWS if row.form == "one")
FALLBACK = "en"
"""Language of what is asked for without any."""
NARROWING: Mapping[str, Asks] = {row.name: row.asks for row in _ROWS if row.asks}
"""What is asked of a launch, by the filters that narrow what is selected."""


def facet(launch: Launch, name: str) -> str:
    """
    Value of a launch in a filter of which exactly one is true of each launch.

    Raises
    ------
    KeyError
        If no filter of this name asks anything of a launch.
    """
    (value,) = NARROWING[name](launch, frozenset())
    return value
