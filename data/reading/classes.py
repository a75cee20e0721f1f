"""Range classes and kinds of missiles, and how texts name them."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

CLASSES = {
    "ICBM": re.compile(
        r"(?<![A-Za-z])ICBMs?(?![A-Za-z])|intercontinental|대륙간|大陸間", re.IGNORECASE
    ),
    "IRBM": re.compile(
        r"(?<![A-Za-z])IRBMs?(?![A-Za-z])|intermediate[- ]range|중장거리|中長距離|(?<!준)(?<!준·)중거리(?:급)?\s?(?:이상\s)?탄도|(?<!準)中距離(?:級の?|以上の)?弾道",
        re.IGNORECASE,
    ),
    "MRBM": re.compile(
        r"(?<![A-Za-z])MRBMs?(?![A-Za-z])|medium[- ]range|mid-range|middle-range|준중거리|準中距離",
        re.IGNORECASE,
    ),
    "SRBM": re.compile(
        r"(?<![A-Za-z])SRBMs?(?![A-Za-z])|\bScuds?(?!-?ER)\b|스커드(?!-?ER)|スカッド(?!-?ER)|short-?\s?range (?:\w+ )?ballistic|단거리\s?탄도|短距離弾道",
        re.IGNORECASE,
    ),
    "CRBM": re.compile(
        r"(?<![A-Za-z])CRBMs?(?![A-Za-z])|close-range ballistic|근거리\s?탄도|近距離弾道",
        re.IGNORECASE,
    ),
}
"""Range classes and how texts name them."""
KINDS = {
    "cruise": re.compile(r"\bcruise missiles?\b|순항\s?미[사싸]일|巡航ミサイル", re.IGNORECASE),
    "space launch": re.compile(r"(?:spy|reconnaissance|military|observation) satellite|satellite launch|space launch vehicle|carrier rocket|정찰위성|위성\s?발사체|우주\s?발사체|衛星(?:を|の)?打ち上げ|偵察衛星", re.IGNORECASE),
    "rocket artillery": re.compile(r"multiple (?:rocket launcher|launch rocket)|\bMLRS\b|rocket artillery|방사포|放射砲|多連装ロケット", re.IGNORECASE),
    "air defence": re.compile(r"anti-aircraft missile|surface-to-air|air defen[cs]e missile|지대공|반항공|地対空", re.IGNORECASE),
    "glide": re.compile(r"hypersonic|극초음속|極超音速", re.IGNORECASE),
    "ballistic": re.compile(r"ballistic|탄도|弾道|(?<![A-Za-z])(?:IC|SR|IR|MR|SL)BM", re.IGNORECASE),
}  # fmt: skip
"""Kinds of the record and how texts name them; the first that fits is meant."""
SHORT_RANGE = re.compile(
    r"short-range (?:missiles?|projectiles?)|단거리\s?(?:미사일|발사체)|短距離(?:ミサイル|飛翔体)",
    re.IGNORECASE,
)
SUBMARINE = re.compile(
    r"(?<![A-Za-z])SLBMs?(?![A-Za-z])|submarine-launched ballistic|잠수함발사탄도|潜水艦発射弾道",
    re.IGNORECASE,
)


def range_class(text: str) -> str | None:
    """Range class that words name first."""
    at = {
        name: match.start() for name, pattern in CLASSES.items() if (match := pattern.search(text))
    }
    return min(at, key=lambda name: at[name]) if at else None


def kind(text: str) -> str | None:
    """Kind of missile that words name."""
    return next((name for name, pattern in KINDS.items() if pattern.search(text)), None)
