"""The page on what each version of the record changed."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from dashboard.html import render
from dashboard.news.revisions import Revision, reason_words, revisions, what_words, whole
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.history import since
from data.model import Record

Page = Callable[[str], str]
"""Where the page of a launch is, by its id, seen from the page."""


def changes_html(words: Words, record: Record, page: Page, feeds: Mapping[str, str]) -> Markup:
    """
    Return what the page says, but for its frame.

    Parameters
    ----------
    words
        The words of the page.
    record
        The record, with its history.
    page
        Where the page of each launch is.
    feeds
        Where the feeds (`atom`, `json`) and the calendar (`ics`, empty where there is none) are.
    """
    of_all = whole(record)
    return render(
        "news/changes.html",
        words,
        record=record,
        feeds=feeds,
        preliminary=[
            {
                "page": page(launch.id),
                "day": day_words(words, launch.date),
                "missile": missile_words(words, launch.missile),
                "since": since(record.changes, launch.id, "status"),
            }
            for launch in reversed(record.launches)
            if launch.status == "preliminary"
        ],
        versions=[
            {
                "day": version,
                "whole": [
                    {
                        "what": what_words(words, change),
                        "reason": reason_words(words, record, change),
                    }
                    for change in of_all.get(version, ())
                ],
                "launches": [_row(words, record, each, page) for each in found],
            }
            for version, found in revisions(record).items()
        ],
    )


def _row(words: Words, record: Record, revision: Revision, page: Page) -> dict[str, str]:
    launch = revision.launch
    return {
        "page": page(launch.id if launch else revision.launch_id),
        "day": day_words(words, revision.date),
        "missile": missile_words(words, launch.missile) if launch else "",
        "change": words.say(f"news.changed.{revision.change.change}"),
        "what": what_words(words, revision.change),
        "reason": reason_words(words, record, revision.change),
    }
