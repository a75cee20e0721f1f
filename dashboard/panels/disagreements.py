"""Where authorities disagree among the launches selected: a chart, and the largest first."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.claims.disagreement import Disagreement, largest_first
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.launch.against import Pair, pairs
from dashboard.look import LOOK
from dashboard.panels.launch import open_launch
from dashboard.selection.selection import Selection
from dashboard.selection.vocabulary import Vocabulary
from dashboard.words.claims import against_words
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.quantities import quantity_words
from dashboard.words.say import Words
from data.model import Launch
from data.quantities import QUANTITIES

COMPARED = ("range_km", "apogee_km")
"""Quantities that two states are compared by in a chart."""
_CHART_PX = 320


def show_disagreements(
    words: Words,
    atlas: Atlas,
    launches: Sequence[Launch],
    selection: Selection,
    vocabulary: Vocabulary,
) -> None:
    """Show South Korean against Japanese figures, and the disagreements as links to launches."""
    _show_charts(words, launches)
    found = [each for launch in launches for each in atlas.disagreements.get(launch.id, ())]
    if found:
        st.html(disagreements_html(words, found, selection, vocabulary))
    else:
        st.caption(words.say("below.no_disagreement"))


def _show_charts(words: Words, launches: Sequence[Launch]) -> None:
    shown = {name: pairs(launches, name) for name in COMPARED}
    st.html(render("page/heading.html", words, title=words.say("below.against")))
    if not any(shown.values()):
        st.caption(words.say("below.against_none"))
        return
    st.html(render("page/how_to.html", words, how_to=words.say("below.against_are")))
    for column, (name, found) in zip(st.columns(len(shown)), shown.items(), strict=True):
        if not found:
            continue
        key = f"against_{name}"
        excluding = sum(pair.excluding for pair in found)
        quantity = quantity_words(words, name)
        column.vega_lite_chart(
            against_chart(words, quantity, found),
            key=key,
            on_select=lambda key=key: _open_point(key),
            selection_mode="chosen",
            height=_CHART_PX,
            alt=words.say(
                "below.against_alt", quantity=quantity, n=len(found), excluding=excluding
            ),
        )


def against_chart(words: Words, quantity: str, found: Sequence[Pair]) -> dict[str, Any]:
    """South Korea's figures over Japan's, with the line on which they are equal."""
    ends = [end for pair in found for end in (pair.korea_km, pair.japan_km)]
    domain = [0.8 * min(ends), 1.25 * max(ends)]
    scale = {"type": "log", "domain": domain, "nice": False}
    values = [
        {
            "id": pair.launch.id,
            "day": day_words(words, pair.launch.date),
            "missile": missile_words(words, pair.launch.missile),
            "korea": pair.korea_km,
            "japan": pair.japan_km,
            "said": words.say("below.excluding" if pair.excluding else "below.allowing"),
            "excluding": pair.excluding,
        }
        for pair in found
    ]
    # The chart does not hear of the scheme of the screen: one colour that is seen on both.
    ink = LOOK["lines"]["control"]

    def axis(field: str, title: str) -> dict[str, object]:
        return {
            "field": field,
            "type": "quantitative",
            "scale": scale,
            "axis": {"title": title, "tickCount": 6, "grid": False},
        }

    titles = {
        "japan": words.say("below.japan"),
        "korea": words.say("below.south_korea"),
    }
    line = [{"at": end} for end in domain]
    along = {"field": "at", "type": "quantitative", "scale": scale}
    return {
        "title": quantity,
        "layer": [
            {
                "data": {"values": line},
                "mark": {"type": "line", "color": ink, "strokeDash": [4, 3]},
                "encoding": {"x": along, "y": along},
            },
            {
                "data": {"values": values},
                "params": [{"name": "chosen", "select": {"type": "point", "fields": ["id"]}}],
                "mark": {
                    "type": "point",
                    "size": 90,
                    "opacity": 1,
                    "cursor": "pointer",
                    "stroke": ink,
                },
                "encoding": {
                    "x": axis("japan", titles["japan"]),
                    "y": axis("korea", titles["korea"]),
                    "fill": {
                        "condition": {"test": "datum.excluding", "value": ink},
                        "value": "transparent",
                    },
                    "tooltip": [
                        {"field": "day", "title": words.say("chart.when")},
                        {"field": "missile", "title": words.say("table.missile")},
                        {"field": "korea", "title": titles["korea"]},
                        {"field": "japan", "title": titles["japan"]},
                        {"field": "said", "title": quantity},
                    ],
                },
            },
        ],
    }


def _open_point(key: str) -> None:
    points = st.session_state[key].selection.get("chosen") or []
    if points:
        open_launch(points[0]["id"])


def disagreements_html(
    words: Words, found: Sequence[Disagreement], selection: Selection, vocabulary: Vocabulary
) -> str:
    """List the disagreements between states, then those of compilers and the press."""
    of_states = [each for each in found if each.between_states]
    others = [each for each in found if not each.between_states]
    parts = [
        (title, list(_by_quantity(words, of_part, selection, vocabulary)))
        for title, of_part in (
            (words.say("page.between_states", n=len(of_states)), of_states),
            (words.say("page.with_others", n=len(others)), others),
        )
        if of_part
    ]
    return render("page/disagreements.html", words, parts=parts)


def _by_quantity(
    words: Words, found: Sequence[Disagreement], selection: Selection, vocabulary: Vocabulary
) -> Iterator[tuple[str, list[tuple[str, str, str, str, str]]]]:
    """Each quantity with its disagreements: launch, link, day, missile, who is against whom."""
    for quantity in QUANTITIES:
        alike = largest_first([each for each in found if each.quantity == quantity])
        if alike:
            yield (
                quantity_words(words, quantity),
                [_item(words, each, selection, vocabulary) for each in alike],
            )


def _item(
    words: Words, found: Disagreement, selection: Selection, vocabulary: Vocabulary
) -> tuple[str, str, str, str, str]:
    launch = found.launch
    link = "?" + urlencode(selection.changed(open=launch.id).query(vocabulary.period))
    day, missile = day_words(words, launch.date), missile_words(words, launch.missile)
    return launch.id, link, day, missile, against_words(words, found)
