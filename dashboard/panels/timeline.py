"""Launches by month or year, stacked by type."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import pandas as pd
import streamlit as st

from dashboard.html import render
from dashboard.look import TYPE_COLOURS
from dashboard.selection.filters import TYPES, facet
from dashboard.words.say import Words
from data.model import Launch

_MOST_MONTHS = 30


def show_timeline(
    words: Words, launches: Sequence[Launch], period: tuple[dt.date, dt.date]
) -> None:
    """Show the bars, by month for short periods and by year for longer ones."""
    if not launches:
        return
    months = (period[1].year - period[0].year) * 12 + period[1].month - period[0].month + 1
    unit = "month" if months <= _MOST_MONTHS else "year"
    length = 7 if unit == "month" else 4
    # A launch of which only the year is known belongs to no month.
    dated = [launch for launch in launches if len(launch.date) >= length]
    bars = Counter((launch.date[:length], facet(launch, "type")) for launch in dated)
    st.html(render("page/heading.html", words, title=words.say(f"chart.by_{unit}")))
    drawn = rows(words, bars, bins(period, unit))
    st.vega_lite_chart(drawn, _spec(words), width="stretch", height=170)
    if len(dated) < len(launches):
        st.caption(words.say("chart.undated", n=len(launches) - len(dated)))


def rows(words: Words, bars: Mapping[tuple[str, str], int], axis: Sequence[str]) -> pd.DataFrame:
    """One row for each bar, and an empty one for each month or year without launches."""
    counted = [
        (when, _name(words, name), TYPES.index(name), bars[when, name])
        for when in axis
        for name in TYPES
        if (when, name) in bars
    ]
    filled = {when for when, *_ in counted}
    counted += [(when, _name(words, TYPES[0]), 0, 0) for when in axis if when not in filled]
    return pd.DataFrame(counted, columns=["when", "type", "order", "launches"])


def _name(words: Words, value: str) -> str:
    return words.named("type_short", value)


def bins(period: tuple[dt.date, dt.date], unit: str) -> list[str]:
    """Every month or year of a period, those without launches too."""
    first, last = period
    if unit == "year":
        return [str(year) for year in range(first.year, last.year + 1)]
    return [
        f"{month // 12}-{month % 12 + 1:02d}"
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]


@cache
def _spec(words: Words) -> dict[str, object]:
    """Chart, the same for every selection: a browser then only exchanges its data."""
    return {
        "mark": {"type": "bar", "width": {"expr": "min(40, 0.8 * bandwidth('x'))"}},
        "encoding": {
            "x": {
                "field": "when",
                "type": "ordinal",
                "axis": {"labelAngle": 0, "labelOverlap": True, "title": None},
            },
            "y": {
                "field": "launches",
                "type": "quantitative",
                "axis": {"title": words.say("chart.launches"), "tickMinStep": 1, "tickCount": 5},
            },
            "color": {
                "field": "type",
                "type": "nominal",
                "scale": {
                    "domain": [_name(words, name) for name in TYPES],
                    "range": [TYPE_COLOURS[name] for name in TYPES],
                },
                "legend": None,
            },
            "order": {"field": "order", "type": "quantitative"},
            "tooltip": [
                {"field": "when", "title": words.say("chart.when"), "type": "nominal"},
                {"field": "type", "title": words.say("chart.type"), "type": "nominal"},
                {
                    "field": "launches",
                    "title": words.say("chart.launches"),
                    "type": "quantitative",
                },
            ],
        },
    }
