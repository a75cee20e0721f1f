"""Counts as tables: of any launches by each rule, of every year beside what was published."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.counts.rules import CNS, CSIS, MOD, RULES, SOURCES, Count, counted
from dashboard.counts.success import Rate, rates
from dashboard.html import render
from dashboard.words.say import Words
from data.model import Launch, Record, Source
from data.published_count import PublishedCount


def period_html(words: Words, record: Record, launches: Sequence[Launch]) -> Markup:
    """Launches selected, counted by every rule, each with its definition and its difference."""
    return render(
        "counts/period.html",
        words,
        rows=[
            {
                "name": words.say(f"counts.rule.{_key(name)}"),
                "about": words.say(f"counts.about.{_key(name)}"),
                "occasions": words.number(count.occasions),
                "missiles": _number(words, count.missiles),
                "differs": _difference(words, name, count),
                "sources": _sources(record, name),
            }
            for name, count in counted(launches).items()
        ],
        success=list(_rates(words, launches)),
    )


def years_html(words: Words, record: Record) -> Markup:
    """Every year counted by every rule, with what others published of it."""
    published = {(each.who, each.year): each for each in record.counts if each.year}
    by_year: dict[int, list[Launch]] = {}
    for launch in record.launches:
        by_year.setdefault(launch.first_day.year, []).append(launch)
    return render(
        "counts/years.html",
        words,
        record=record,
        period=period_html(words, record, record.launches),
        rules=[words.say(f"counts.rule.{_key(name)}") for name in RULES],
        rows=[
            {
                "year": str(year),
                "cells": [
                    {
                        "occasions": words.number(count.occasions),
                        "missiles": _number(words, count.missiles),
                        "published": _published(words, published.get((name, year))),
                    }
                    for name, count in counted(launches).items()
                ],
                "success": _share(words, rates(launches)[1]),
            }
            for year, launches in sorted(by_year.items(), reverse=True)
        ],
        longer=[
            words.say(
                "counts.longer",
                who=words.say(f"counts.rule.{_key(each.who)}"),
                first=each.first,
                last=each.last,
                missiles=each.missiles,
            )
            for each in record.counts
            if each.year is None and each.missiles is not None
        ],
    )


def _sources(record: Record, name: str) -> list[Source]:
    """Where the rule can be read, as far as the record has it."""
    named = map(record.sources.get, SOURCES.get(name, ()))
    return [source for source in named if source]


def _key(name: str) -> str:
    return {MOD: "mod", CNS: "cns", CSIS: "csis"}.get(name, name)


def _number(words: Words, number: int | None) -> str:
    return "" if number is None else words.number(number)


def _difference(words: Words, name: str, count: Count) -> str:
    """What our own count has more or less than a rule, by reason."""
    unit = "launches" if name == CSIS else "missiles"
    parts = [
        words.say(
            f"counts.difference.of_{unit}",
            number=f"{number:+d}",
            what=words.say(f"counts.reason.{reason}")
            if reason in _REASONS
            else words.named("kind", reason),
        )
        for reason, number in count.differs
    ]
    return words.say(f"counts.difference.{unit}", parts=words.listed(parts)) if parts else ""


_REASONS = ("number", "together")


def _published(words: Words, count: PublishedCount | None) -> str:
    """What was published of a year, where it was."""
    if count is None:
        return ""
    least = "least" if count.qualifier == "at_least" else "exact"
    if count.missiles is None:
        return words.say("counts.published.rows", n=count.occasions or 0)
    if count.occasions is None:
        return words.say(f"counts.published.{least}", missiles=count.missiles)
    places = {"missiles": count.missiles, "occasions": count.occasions}
    return words.say(f"counts.published.{least}_occasions", **places)


def _rates(words: Words, launches: Sequence[Launch]) -> Iterator[str]:
    for name, rate in zip(("all", "known"), rates(launches), strict=True):
        if rate:
            low, high = rate.interval
            yield words.say(
                f"counts.success.{name}",
                successes=rate.successes,
                launches=rate.launches,
                share=words.share(rate.share),
                low=words.share(low),
                high=words.share(high),
            )


def _share(words: Words, rate: Rate | None) -> str:
    if rate is None:
        return ""
    low, high = rate.interval
    return words.say(
        "counts.success.short",
        share=words.share(rate.share),
        low=words.share(low),
        high=words.share(high),
    )
