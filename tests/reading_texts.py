"""Launch reports of our own in three languages, varied by a generator, each with its truth.

Nothing in them happened. The sentences are ours; what they share with news reports is their
constructions: who speaks where, in what order, with which words around a figure.
"""

# ruff: noqa: E501 - a sentence is read in one piece

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
]
COUNTS = {1: "a", 2: "two", 3: "three", 4: "four", 8: "eight"}
CLASSES = {
    "SRBM": ("short-range ballistic missile", "단거리 탄도미사일", "短距離弾道ミサイル"),
    "IRBM": ("intermediate-range ballistic missile", "중장거리 탄도미사일", "中長距離弾道ミサイル"),
    "ICBM": (
        "intercontinental ballistic missile",
        "대륙간탄도미사일(ICBM)",
        "大陸間弾道ミサイル(ICBM)",
    ),
}
SITES = {
    "sinpo": ("Sinpo", "신포", "新浦"),
    "wonsan": ("Wonsan", "원산", "元山"),
    "sunan": ("Sunan", "순안", "順安"),
    "kusong": ("Kusong", "구성", "亀城"),
    "jangyon": ("Jangyon", "장연", "長淵"),
    "sariwon": ("Sariwon", "사리원", "沙里院"),
}


@dataclass(frozen=True)
class Said:
    """A figure in a text: its quantity, bounds, qualifier, who states it and of which day."""

    quantity: str
    low: float
    high: float
    qualifier: str
    who: str
    day: str


@dataclass
class Report:
    """A text with what is true of it."""

    language: str
    text: str
    published: dt.date
    day: str
    figures: set[Said] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    count: int | None = None
    range_class: str | None = None
    site: str | None = None
    recalled: set[str] = field(default_factory=set)


def reports(number: int, seed: int = 1) -> Iterator[Report]:
    """Reports in turn in English, Korean and Japanese, the same ones for the same seed."""
    for each in range(number):
        yield _Writer(Random(f"{seed}-{each}"), ("en", "ko", "ja")[each % 3]).report()  # noqa: S311 - no secret


class _Writer:
    def __init__(self, random: Random, language: str) -> None:
        self.pick, self.random, self.language = random.choice, random, language
        self.day = dt.date(2019, 1, 1) + dt.timedelta(days=random.randrange(2500))
        self.published = self.day + dt.timedelta(days=self.pick((0, 0, 0, 1, 1, 2)))
        self.count = self.pick((1, 1, 1, 2, 2, 3, 4, 8))
        self.range_class = self.pick(("SRBM", "SRBM", "IRBM", "ICBM"))
        self.site = self.pick(tuple(SITES))
        self.report_ = Report(
            language, "", self.published, self.day.isoformat(), set(), set(), self.count,
            self.range_class, self.site,
        )  # fmt: skip

    def report(self) -> Report:
        parts = {"en": self.english, "ko": self.korean, "ja": self.japanese}[self.language]()
        self.report_.text = parts
        return self.report_

    def number(self, quantity: str) -> tuple[str, float]:
        """A figure as the texts write it, and its value."""
        most = {"range_km": (200, 1100), "apogee_km": (20, 120)}[quantity]
        if self.range_class == "ICBM" and quantity == "apogee_km":
            most = (2000, 7600)
        value = float(self.random.randrange(most[0], most[1], 10))
        if self.random.random() < 0.15:
            value += self.random.randrange(1, 9) / 10 + 1
        plain = f"{value:,.1f}" if value % 1 else f"{value:,.0f}"
        if self.language == "ko" and value % 1000 == 0 and value >= 1000:
            return f"{value // 1000:.0f}천", value
        if self.language == "ja" and self.random.random() < 0.3:
            wide = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
            return plain.translate(wide), value
        return (plain if self.random.random() < 0.7 else plain.replace(",", "")), value

    def say(self, quantity: str, who: str, day: dt.date | None = None) -> str:
        """Words of a figure with its hedge and unit; the truth is kept."""
        if self.random.random() < 0.12:
            return self.span(quantity, who, day)
        written, value = self.number(quantity)
        hedges = {
            "en": (
                ("about {} km", "about"), ("around {} kilometers", "about"), ("some {} km", "about"),
                ("{} kilometers", "exact"), ("{} km", "exact"), ("more than {} km", "at_least"),
                ("at least {} kilometers", "at_least"), ("approximately {} kilometres", "about"),
                ("an estimated {} km", "about"), ("up to {} km", "at_most"), ("{}km", "exact"),
            ),
            "ko": (
                ("약 {}km", "about"), ("{}여km", "about"), ("약 {}㎞", "about"), ("{}㎞", "exact"),
                ("{}km", "exact"), ("{}km 이상", "at_least"), ("{}㎞ 가량", "about"),
                ("{}km 안팎", "about"), ("{}킬로미터", "exact"), ("{}㎞ 정도", "about"),
            ),
            "ja": (
                ("約{}km", "about"), ("およそ{}キロ", "about"), ("約{}キロ", "about"), ("{}キロ", "exact"),
                ("約{}km程度", "about"), ("{}km以上", "at_least"), ("{}キロメートル", "exact"),
            ),
        }[self.language]  # fmt: skip
        form, qualifier = self.pick(hedges)
        words = form.format(written)
        if self.language == "en" and self.random.random() < 0.3:
            words += f" ({round(value / 1.609):,} miles)"
        self.keep(quantity, value, value, qualifier, who, day)
        return words

    def span(self, quantity: str, who: str, day: dt.date | None) -> str:
        low = float(self.random.randrange(30, 400, 10))
        high = low + self.random.randrange(10, 90, 10)
        forms = {
            "en": ("{:g} to {:g} km", "between {:g} and {:g} kilometers", "{:g}-{:g} km"),
            "ko": ("{:g}~{:g}km", "{:g}에서 {:g}㎞", "{:g}∼{:g}㎞"),
            "ja": ("{:g}〜{:g}キロ", "{:g}から{:g}km"),
        }[self.language]
        self.keep(quantity, low, high, "exact", who, day)
        return self.pick(forms).format(low, high)

    def keep(  # noqa: PLR0913, PLR0917 - a figure
        self, quantity: str, low: float, high: float, qualifier: str, who: str, day: dt.date | None
    ) -> None:
        of = (day or self.day).isoformat()
        self.report_.figures.add(Said(quantity, low, high, qualifier, who, of))

    def clock(self) -> tuple[int, int]:
        hour, minute = self.random.randrange(5, 20), self.random.randrange(1, 59)
        self.report_.times.add(f"{hour:02d}:{minute:02d}")
        return hour, minute

    def earlier(self) -> dt.date:
        day = self.day - dt.timedelta(days=self.random.randrange(12, 150))
        self.report_.recalled.add(day.isoformat())
        return day

    def figures(self, who: str) -> tuple[str, str]:
        return self.say("range_km", who), self.say("apogee_km", who)

    # --- English -------------------------------------------------------------------------------

    def english(self) -> str:
        things = CLASSES[self.range_class][0] + ("s" if self.count > 1 else "")
        count = COUNTS[self.count] if self.count > 1 else "an" if things[0] in "aeiou" else "a"
        site, hour = SITES[self.site][0], self.clock()
        time = f"{(hour[0] - 1) % 12 + 1}:{hour[1]:02d} {'a.m.' if hour[0] < 12 else 'p.m.'}"
        day, yet = WEEKDAYS[self.day.weekday()], WEEKDAYS[self.published.weekday()]
        lead = self.pick((
            f"North Korea fired {count} {things} toward the sea on {day}, South Korea's military said.",
            f"SEOUL - North Korea launched {count} {things} off its east coast {day}, neighbouring governments said.",
            f"South Korea's Joint Chiefs of Staff said {yet} that the North fired {count} {things} on {day}.",
            f"North Korea on {day} test-fired {count} {things} into the East Sea, officials in Seoul said.",
            f"Pyongyang launched {count} {things} on {self.date_en(self.day)}, in its latest show of force.",
        ))  # fmt: skip
        they = "missiles" if self.count > 1 else "missile"
        middle = [
            self.pick((
                f"The Joint Chiefs of Staff said the {they} lifted off from the {site} area at around {time}.",
                f"According to South Korea's Joint Chiefs of Staff, the {they} launched from {site} at {time}.",
                f"The launch was detected at {time} from an area near {site}, the JCS said in a statement.",
            )),
            self.seoul_en(they),
        ]  # fmt: skip
        if self.random.random() < 0.6:
            middle.append(self.tokyo_en(they))
        if self.random.random() < 0.4:
            middle.append(self.pyongyang_en(they))
        middle += dict.fromkeys(self.aside_en() for _ in range(self.random.randrange(3)))
        return "\n".join([lead, *middle])

    def date_en(self, day: dt.date) -> str:
        return f"{MONTHS[day.month - 1]} {day.day}"

    def seoul_en(self, they: str) -> str:
        range_, apogee = self.figures("jcs")
        return self.pick((
            f"It said the {they} flew {range_} at a maximum altitude of {apogee}.",
            f"The South Korean military said the {they} traveled {range_}, reaching an apogee of {apogee}, before landing in the water.",
            f"The {they} flew {range_} and rose to an altitude of {apogee}, the JCS said.",
            f'"The flight distance was {range_} and the altitude {apogee}," a JCS official told reporters.',
            f"South Korea's defence ministry put the altitude at {apogee} and the distance flown at {range_}.",
        ))  # fmt: skip

    def tokyo_en(self, they: str) -> str:
        range_, apogee = self.figures("jpn")
        return self.pick((
            f"Japan's Defense Ministry said the {they} reached an altitude of {apogee} and flew {range_}, falling outside Japan's exclusive economic zone.",
            f"Japanese Defense Minister Taro Kono told reporters the {they} flew {range_} at an altitude of {apogee}.",
            f"The Japanese government estimated that the {they} climbed to {apogee} and covered {range_}.",
            f"In Tokyo, the Japanese defence ministry estimated the {they} traveled {range_} with a maximum altitude of {apogee}.",
        ))  # fmt: skip

    def pyongyang_en(self, they: str) -> str:
        range_, apogee = self.figures("kcna")
        return self.pick((
            f"The North's official Korean Central News Agency said the {they} flew {range_} and reached a maximum altitude of {apogee}.",
            f"KCNA reported that the {they} soared to an altitude of {apogee} and traveled a distance of {range_} before hitting a target in open waters.",
        ))  # fmt: skip

    def aside_en(self) -> str:
        if self.random.random() < 0.4:
            return self.recall_en(self.earlier())
        return self.pick((
            "Experts say the weapon could fly 15,000 kilometers if fired at a normal angle, enough to reach the U.S. mainland.",
            "The missile has an estimated range of 4,000 kilometers, which puts Guam within reach.",
            "The sea area lies about 250 kilometers northwest of Aomori, a city of 270,000 people.",
            "South Korea later fired two Hyunmoo missiles that flew 180 kilometers into the same sea.",
            "The U.N. Security Council imposed sanctions in 2017 over such tests.",
            "The base is some 50 kilometers north of the Demilitarized Zone.",
            "Kim, 37, has promised to expand his arsenal.",
        ))  # fmt: skip

    def recall_en(self, old: dt.date) -> str:
        if self.random.random() < 0.5:
            return (
                f"It was the first launch since North Korea fired a missile on {self.date_en(old)}."
            )
        flown = self.say("range_km", "", old)
        return f"On {self.date_en(old)}, North Korea fired a ballistic missile that flew {flown}."

    # --- Korean --------------------------------------------------------------------------------

    def korean(self) -> str:
        thing, site, (hour, minute) = (
            CLASSES[self.range_class][1],
            SITES[self.site][1],
            self.clock(),
        )
        time = f"{'오전' if hour < 12 else '오후'} {(hour - 1) % 12 + 1}시 {minute}분"
        said, day = f"{self.published.day}일", f"{self.day.day}일"
        same = self.day == self.published
        today = (
            self.pick(("오늘", "이날"))
            if same
            else "어제"
            if (self.published - self.day).days == 1
            else day
        )
        lead = self.pick((
            f"북한이 {day} 동해상으로 {thing} {self.count}발을 발사했다.",
            f"합동참모본부는 {said} 북한이 {day} {time}께 {site} 일대에서 동해상으로 {thing} {self.count}발을 발사했다고 밝혔다.",
            f"합참은 {said} \"우리 군은 {today if today != '이날' else '오늘'} {time}쯤 북한이 {site} 일대에서 발사한 {thing} {self.count}발을 포착했다\"고 밝혔다.",
        ))  # fmt: skip
        middle = [
            self.pick((
                f"합동참모본부에 따르면 북한은 {day} {time}께 {site} 일대에서 {thing} {self.count}발을 쐈다.",
                f"군 당국은 {time}경 {site} 일대에서 발사된 미사일을 탐지했다고 설명했다.",
            )),
            self.seoul_ko(),
        ]  # fmt: skip
        if self.random.random() < 0.6:
            middle.append(self.tokyo_ko())
        if self.random.random() < 0.4:
            middle.append(self.pyongyang_ko())
        middle += dict.fromkeys(self.aside_ko() for _ in range(self.random.randrange(3)))
        return self.pick(("\n", "\n\n", " ")).join([lead, *middle])

    def seoul_ko(self) -> str:
        range_, apogee = self.figures("jcs")
        return self.pick((
            f"합참은 비행거리는 {range_}, 고도는 {apogee}로 탐지됐다고 밝혔다.",
            f"합참은 미사일이 {range_}를 비행한 뒤 동해상에 탄착했으며 최고 고도는 {apogee}였다고 설명했다.",
            f'군 관계자는 "미사일은 고도 {apogee}로 {range_}를 날아갔다"고 말했다.',
            f'합참 관계자는 "비행거리는 {range_}, 정점고도는 {apogee}로 추정한다"고 전했다.',
        ))  # fmt: skip

    def tokyo_ko(self) -> str:
        range_, apogee = self.figures("jpn")
        return self.pick((
            f"일본 방위성은 미사일이 최고 고도 {apogee}로 {range_}를 비행해 일본의 배타적경제수역(EEZ) 밖에 낙하했다고 발표했다.",
            f"일본 정부는 미사일의 최고 고도가 {apogee}, 비행거리가 {range_}라고 밝혔다.",
            f'교도통신에 따르면 방위상은 기자들에게 "비행거리 {range_}, 최고고도 {apogee}로 추정된다"고 말했다.',
        ))  # fmt: skip

    def pyongyang_ko(self) -> str:
        range_, apogee = self.figures("kcna")
        return self.pick((
            f"조선중앙통신은 미사일이 최대정점고도 {apogee}까지 상승해 거리 {range_}를 비행했다고 보도했다.",
            f'북한 노동신문은 "최대고도 {apogee}까지 올라가 {range_}를 비행했다"고 전했다.',
        ))  # fmt: skip

    def aside_ko(self) -> str:
        if self.random.random() < 0.4:
            old = self.earlier()
            return self.pick((
                f"북한의 탄도미사일 발사는 {old.month}월 {old.day}일 이후 처음이다." ,
                f"앞서 북한은 {old.year}년 {old.month}월 {old.day}일 탄도미사일 1발을 발사했다.",
            ))  # fmt: skip
        return self.pick(
            (
                "정상 각도로 발사하면 1만5천㎞ 이상을 비행할 수 있어 미국 본토 전역이 사정권에 든다.",
                "이 미사일은 최대 사거리 800㎞의 고체연료 미사일로 추정된다.",
                "낙하지점은 울릉도에서 북서쪽으로 약 167㎞ 떨어진 해상이다.",
                "평양에서 서울까지 거리는 약 195㎞다.",
                "유엔 안전보장이사회는 2017년 제재 결의를 채택했다.",
                "군은 대응 차원에서 사거리 300㎞의 현무 미사일을 발사했다.",
            )
        )

    # --- Japanese ------------------------------------------------------------------------------

    def japanese(self) -> str:
        thing, site, (hour, minute) = (
            CLASSES[self.range_class][2],
            SITES[self.site][2],
            self.clock(),
        )
        time = f"{'午前' if hour < 12 else '午後'}{hour if hour < 12 else (hour - 1) % 12 + 1}時{minute}分"
        said, day, same = f"{self.published.day}日", f"{self.day.day}日", self.day == self.published
        lead = self.pick((
            f"防衛省は{said}、北朝鮮が{'同日' if same else day}{time}頃、{thing}{self.count}発を発射したと発表した。",
            f"北朝鮮は{day}{time}ごろ、{site}付近から{thing}{self.count}発を日本海に向けて発射した。",
            f"韓国軍合同参謀本部は{said}、北朝鮮が{'同日' if same else day}{time}ごろ、{site}付近から{thing}{self.count}発を発射したと明らかにした。",
        ))  # fmt: skip
        middle = [self.tokyo_ja()]
        if self.random.random() < 0.6:
            middle.append(self.seoul_ja())
        if self.random.random() < 0.4:
            middle.append(self.pyongyang_ja())
        middle += dict.fromkeys(self.aside_ja() for _ in range(self.random.randrange(3)))
        self.report_.site = self.site if site in lead else None
        return self.pick(("\n", "")).join([lead, *middle])

    def tokyo_ja(self) -> str:
        range_, apogee = self.figures("jpn")
        return self.pick((
            f"防衛省によると、最高高度は{apogee}、飛翔距離は{range_}と推定される。",
            f"防衛省は、最高高度{apogee}で、{range_}飛翔し、日本の排他的経済水域(EEZ)外に落下したと推定している。",
            f"防衛相は記者団に「{range_}飛行し、最高高度は{apogee}だった」と述べた。",
            f"日本政府は、飛距離を{range_}、高度を{apogee}と分析している。",
        ))  # fmt: skip

    def seoul_ja(self) -> str:
        range_, apogee = self.figures("jcs")
        return self.pick((
            f"韓国軍合同参謀本部は、ミサイルが{range_}飛行し、高度は{apogee}だったと発表した。",
            f"韓国軍は飛行距離を{range_}、最高高度を{apogee}と発表した。",
            f"合同参謀本部によると、飛行距離は{range_}、高度は{apogee}とみられる。",
        ))  # fmt: skip

    def pyongyang_ja(self) -> str:
        range_, apogee = self.figures("kcna")
        return f"朝鮮中央通信は、最高高度{apogee}まで上昇し、距離{range_}を飛行したと伝えた。"

    def aside_ja(self) -> str:
        if self.random.random() < 0.4:
            old = self.earlier()
            return f"北朝鮮による弾道ミサイルの発射は、{old.year}年{old.month}月{old.day}日以来だ。"
        return self.pick(
            (
                "通常の軌道で発射すれば射程は1万5000キロを超え、米本土全域が射程に入る可能性がある。",
                "落下地点は北海道の奥尻島の西方約200キロの日本海とみられる。",
                "ミサイルの射程は約1300キロとされる。",
                "韓国軍は対抗して射程180キロの玄武ミサイルを発射した。",
                "国連安全保障理事会は2017年に制裁決議を採択した。",
            )
        )
