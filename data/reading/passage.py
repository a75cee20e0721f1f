"""The text of a report, folded letter by letter so that every place in it keeps its number."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

MOST_CHARACTERS = 40_000
"""The longest report seen has 8,000; a longer text is refused rather than read slowly."""
LONGEST_SENTENCE = 800
"""A longer run without a full stop is cut here: patterns look at one sentence at a time."""
MOST_IN_A_SENTENCE = 20
"""No sentence has more figures, days or times than this; what follows them is not read."""

_LIKENESSES = {
    **dict.fromkeys("‘’‛′＇`´ʼ", "'"),
    **dict.fromkeys("“”„‟″＂", '"'),
    **dict.fromkeys("–—‒―−‐‑", "-"),
    **dict.fromkeys("∼〜～", "~"),
    "，": ",",
    "．": ".",
    "：": ":",
    "（": "(",
    "）": ")",
    "％": "%",
    "＋": "+",
}
_KEPT_WIDE = "。、「」『』・①②③④⑤⑥⑦⑧⑨⑩㎞㎜"
_STOP = re.compile(
    r"\n+|[。！？]+[」』）\"')]*|(?:[.!?]+[\"')\]]*)(?=\s|$)|(?<=[a-z\"')][.!?])(?=[A-Z][A-Za-z])"
    r"|(?<=다\.)(?=[가-힣\"'])|(?=[①②③④⑤⑥⑦⑧⑨⑩])"
)
_NO_STOP = re.compile(
    r"(?:\b(?:[A-Za-z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Adm|Maj"
    r"|Sen|Rep|St|No|Gov|approx|ca|vs|km|mi|ft|hrs?|min|sec)|[ap]\.m|U\.S|U\.N|U\.K|R\.O\.K)\.$"
)
_BEYOND = re.compile(
    r"^\s*(?:Next Articles?|Related (?:Articles?|News|Stories)|Read more|More (?:news|stories)"
    r"|관련\s?(?:기사|뉴스)|関連(?:記事|ニュース))\s*:?\s*$",
    re.IGNORECASE,
)
"""Headings of what follows a report on its page."""
_GOES_ON = re.compile(r"[ \t]*[a-z]")
_WRAP = re.compile(
    r"(?<=[^\n]{39}[^\n.!?:;\"'」。])[ \t]?(?P<en>\n)(?=[A-Za-z0-9(\"])"
    r"|(?<=[^\n]{16})(?<=[은는을를서로고며,、はがをで])[ \t]?(?P<asian>\n)"
    r"(?=[가-힣ぁ-ヿ一-龥0-9\"「])"
)
"""Where a line goes on in the next one."""
_HANGS = re.compile(r"\s(?:of|in|the|an?|to|and|or|from|at|by|for|with|on|that|its|their)$")
"""Words that no line ends with but one that was cut."""
_LEAST_WRAPS = 2
_BACK_TO_A_WORD = 12
_SENTENCE_AFTER = re.compile(
    r"\s+(?:The|It|They|He|She|In|On|But|Its|Those|Both|While|There|After|South|North|Japan|According|A|This|KCNA|Kim)\b"
    r"(?! (?:Korean? )?(?:[Tt]ime|Standard))"
)
_CAPITAL = re.compile(r"\s+[\"']?[A-Z]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands in the text, in which paragraph, and its folded letters."""

    start: int
    end: int
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """
    The text of a report.

    `folded` is as long as `text`: wide letters and typographic signs are given plain ones, what
    cannot be seen a space, so that a place in the one is the same place in the other.
    """

    text: str
    folded: str
    language: str
    sentences: tuple[Sentence, ...]


class TextError(ValueError):
    """A text that is not read; the message says why."""


def read_passage(text: str) -> Passage:
    """
    Fold a text, tell its language and find its sentences.

    Raises
    ------
    TextError
        If the text is longer than `MOST_CHARACTERS`.
    """
    if len(text) > MOST_CHARACTERS:
        raise TextError(
            f"the text has {len(text):,} characters - expected a report of at most "
            f"{MOST_CHARACTERS:,}"
        )
    folded = _unwrapped(fold(text))
    sentences = takewhile(lambda sentence: not _BEYOND.match(sentence.text), _sentences(folded))
    return Passage(text, folded, language(folded), tuple(sentences))


def fold(text: str) -> str:
    """
    Give every letter its plain form, one for one.

    Examples
    --------
    >>> fold("７００\u200fｋｍ")
    '700 km'
    """
    return "".join(map(_plain, text))


def _unwrapped(folded: str) -> str:
    """
    Text in which a sentence that was cut into lines is one line again.

    Lines are taken for cut where at least two of them end in the middle of a phrase.
    """
    cuts = list(_WRAP.finditer(folded))
    inside = sum(
        folded[match.end()].islower()
        or match["asian"] is not None
        or _HANGS.search(folded, max(0, match.start() - _BACK_TO_A_WORD), match.start()) is not None
        for match in cuts
    )
    if inside < _LEAST_WRAPS:
        return folded
    letters = list(folded)
    for match in cuts:
        letters[match.end() - 1] = " "
    return "".join(letters)


@lru_cache(8192)
def _plain(letter: str) -> str:
    if letter == "\n" or letter in _KEPT_WIDE:
        return letter
    if letter in _LIKENESSES:
        return _LIKENESSES[letter]
    if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}:
        return " "
    form = unicodedata.normalize("NFKC", letter)
    return form if len(form) == 1 else letter


def language(text: str) -> str:
    """
    Language of a text by its letters: `ja` where there are kana, `ko` where there is hangul.

    Examples
    --------
    >>> language("합참은"), language("防衛省は"), language("The JCS said")
    ('ko', 'ja', 'en')
    """
    kinds = Counter(map(_script, text))
    hangul, kana, latin = kinds["ko"], kinds["ja"], kinds["en"]
    if max(hangul, kana) * 4 > latin:
        return "ko" if hangul > kana else "ja"
    return "en"


def _script(letter: str) -> str:
    if "가" <= letter <= "힣":
        return "ko"
    if "ぁ" <= letter <= "ヿ":
        return "ja"
    return "en" if letter.isascii() and letter.isalpha() else ""


def _sentences(folded: str) -> list[Sentence]:
    """Cut at full stops and line breaks, but not at the stop of "a.m." or "Jan. 5"."""
    found: list[Sentence] = []
    start = paragraph = 0
    for stop in _STOP.finditer(folded):
        is_break = "\n" in stop[0]
        if not is_break and not stop[0].strip("\"')]") and stop[0]:
            continue
        if stop[0].startswith(".") and _GOES_ON.match(folded, stop.end()):
            continue
        before = folded[max(start, stop.end() - _BACK_TO_A_WORD) : stop.end()]
        if stop[0] == "." and _NO_STOP.search(before) and not _ends(before, folded, stop.end()):
            continue
        _add(found, folded, start, stop.start() if is_break else stop.end(), paragraph)
        start = stop.end()
        paragraph += is_break
    _add(found, folded, start, len(folded), paragraph)
    return found


def _ends(before: str, folded: str, end: int) -> bool:
    """Whether "a.m." or "U.S." is the last word of its sentence: a new one begins after it."""
    if before.endswith(("km.", "mi.", "ft.")):
        return _CAPITAL.match(folded, end) is not None
    return before.endswith((".m.", "U.S.")) and _SENTENCE_AFTER.match(folded, end) is not None


def _add(found: list[Sentence], folded: str, start: int, end: int, paragraph: int) -> None:
    while start < end:
        cut = min(end, start + LONGEST_SENTENCE)
        piece = folded[start:cut]
        if piece.strip():
            found.append(Sentence(start, cut, paragraph, piece))
        start = cut
