"""Which of the launches that a text dates it is about; the others are recalled beside it."""

# ruff: noqa: E501 - a pattern is read in one piece

import datetime as dt
import re
from dataclasses import dataclass

from data.reading.asian_days import FOLLOWS
from data.reading.day_mention import DayMention, is_day, whole_day
from data.reading.launch_words import LaunchWords
from data.reading.passage import Passage

LEAD = 3
"""Sentences on launches within which a report names the day of its own, if that is days ago."""
NEWS_DAYS = 7
"""A report is about a launch of the week before it; an earlier one is recalled."""
_COMPARED = re.compile(
    r"\b(?:same(?! time| day)|similar|since|after(?! (?:\d|launch|lift|take|being|it was|midnight|dawn|noon|sunrise|dark))|(?<!more )(?<!less )(?<!fewer )than|unlike|as with|follow(?:ed(?! by)|s|ing)|on top of|last(?! night)|previous|earlier(?!(?: on| in| today| this)?\s*$| (?:reported|said|announced|confirmed|stated|told)\b)|first (?:launched|tested|fired|conducted))\b",
    re.IGNORECASE,
)


_ALSO = re.compile(r"(?:\s?(?:と|、|・|과|와|,)\s?\d{1,2}[日일])*(?:にも|에도)")
"""After the day of a launch besides the one that is told of."""
_LAST_TIME = re.compile(
    r"(?:前回|直近)(?:の発射)?は、?\s*$|(?:지난번|마지막|직전)\s?(?:발사는|은)?\s*$"
)
_LISTS = re.compile(
    r"(?:今年|ことし|今月)に入って|(?:올해|이달|새해)\s?들어|最近の[^。]{0,6}ミサイル発射|최근 미사일 발사"
    r"|\b(?:so far|earlier) this (?:year|month)\b|\brecent (?:launches|tests)\s*:?\s*$",
    re.IGNORECASE,
)
"""Before a list of the launches of a year."""
_THE_TESTS = re.compile(
    r"^\W*(?:The|These|Those|Both) (?:missile |two )?(?:tests?|launch(?:es)?|firings?)\b"
    r"|^\W*(?:이번\s)?(?:시험|발사|시험발사)[은는]\s|^\W*(?:今回の)?(?:実験|発射|発射実験)は"
)
"""Opens a sentence that says when the tests were that a report opened with."""
_LATEST_OPENING = 8
FIRED = re.compile(
    r"\b(?:fired|firing|launched|test-\w+|tested|conducted|flew)\b|발사|쐈|쏘|발사|비행|発射|実験|飛",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Launched:
    """A day that a sentence gives for a launch, and where it says so."""

    mention: DayMention
    place: int
    date: str | None


def main_launch(
    passage: Passage,
    words: LaunchWords,
    launched: dict[int, list[Launched]],
    published: dt.date | None,
    told: dict[int, list[DayMention]],
) -> Launched | None:
    """
    Launch the text is about: the first day of the week before it that it names.

    `told` are the sentences with the day of a statement: a report that opens with one may name
    the day of the launch late.
    """
    if published is None:
        return _first_dated(passage, launched)
    on_launches = [n for n, s in enumerate(passage.sentences) if words.launch.search(s.text)]
    lead = on_launches[min(LEAD, len(on_launches)) - 1] if on_launches else 0
    has_told = any(told[number] for number in range(lead + 1))
    lists = next((n for n, s in enumerate(passage.sentences) if n and _LISTS.search(s.text)), None)
    for number, each in ((n, each) for n, group in launched.items() for each in group):
        is_aside = _is_aside(passage.sentences[number].text, each)
        day = whole_day(each.date)
        if day and not is_aside:
            age = (published - day).days
            is_lead = number <= lead or (each.mention.basis != "relative" and has_told)
            is_lead &= lists is None or number < lists
            if -1 <= age <= (NEWS_DAYS if is_lead else 1):
                return each
    today = published.isoformat()
    heard = min(
        (n for n, group in told.items() if any(m.date == today for m in group)), default=None
    )
    return _old_news(passage, words, launched, heard) or _first_told(
        passage, launched, told, published
    )


def _is_aside(text: str, each: Launched) -> bool:
    """Whether a launch is only named for another to follow it, or to be compared with it."""
    clause = re.split(r"[,;]\s", text[: each.place])[-1]
    is_compared = each.mention.offset is None and _COMPARED.search(clause)
    is_aside = bool(is_compared or FOLLOWS.match(text[each.mention.end :]))
    is_also = _ALSO.match(text, each.mention.end) or _LAST_TIME.search(clause)
    return is_aside or is_also is not None


def _first_dated(passage: Passage, launched: dict[int, list[Launched]]) -> Launched | None:
    """Of a text whose day is not known, the first launch with a day, unless one without is first."""
    for number, each in ((n, each) for n, group in launched.items() for each in group):
        if each.date is None and not each.mention.is_vague and each.mention.offset is None:
            return None
        is_aside = _is_aside(passage.sentences[number].text, each)
        if is_day(each.date) and not is_aside:
            return each
    return None


def _first_told(
    passage: Passage,
    launched: dict[int, list[Launched]],
    told: dict[int, list[DayMention]],
    published: dt.date,
) -> Launched | None:
    """
    Day of the first of several statements, where no other day is named.

    State media report a day later what the South's military had told of on the day itself.
    """
    days = {
        day: mention
        for number, mentions in told.items()
        for mention in mentions
        if FIRED.search(passage.sentences[number].text) and (day := whole_day(mention.date))
    }
    if any(launched.values()) or not days:
        return None
    first = min(days)
    is_news = (published - first).days <= LEAD
    return Launched(days[first], days[first].start, first.isoformat()) if is_news else None


def _old_news(
    passage: Passage, words: LaunchWords, launched: dict[int, list[Launched]], heard: int | None
) -> Launched | None:
    """
    Launch of an earlier month that a text is about: its first sentence on a launch names it.

    `heard` is the first sentence that tells what was said on the day of publication.
    """
    has_opened = False
    for number, sentence in enumerate(passage.sentences):
        if launched[number] and (not has_opened or _THE_TESTS.match(sentence.text)):
            first = launched[number][0]
            is_aside = _COMPARED.search(sentence.text[: first.place])
            if (
                is_aside
                or first.date is None
                or len(first.date) < len("2017-07")
                or first.mention.offset is not None
            ):
                return None
            same = (
                each
                for group in launched.values()
                for each in group
                if each.date and is_day(each.date) and each.date.startswith(first.date)
            )
            return next(same, first)
        is_news = heard is not None and number >= heard and FIRED.search(sentence.text)
        if is_news or launched[number] or number > _LATEST_OPENING:
            return None
        has_opened |= number > 0 and words.launch.search(sentence.text) is not None
    return None
