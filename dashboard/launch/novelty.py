"""What is new about a launch, as HTML: a headline, sentences, and every count with its rule."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.html import render
from dashboard.launch.claims import source_link
from dashboard.tempo.chronicle import Chronicle
from dashboard.words.say import Words
from dashboard.words.tempo import novelty_lines, number_words, scope_name
from data.model import Launch

RULES = ("launches", "days", "missiles", "ballistic", "office", "greatest", "open")
"""Rules of counting, by the key of their words."""
SHOWN = 4
"""Statements that stand open."""


def novelty_parts(words: Words, chronicle: Chronicle, launch: Launch) -> tuple[Markup, Markup]:
    """
    Say what is new about a launch: the most telling of it for its head, and the rest.

    The head has one sentence: what authorities stated, which follows it, is to be in sight.
    """
    headline, *lines = novelty_lines(words, chronicle, launch) or [""]
    return (
        render("launch/headline.html", words, headline=headline),
        _rest(words, chronicle, launch, lines),
    )


def _rest(words: Words, chronicle: Chronicle, launch: Launch, lines: Sequence[str]) -> Markup:
    """Other lines on what is new, and all counts of days, launches and missiles."""
    record, ordinals = chronicle.record, chronicle.novelty(launch.id).ordinals
    offices = {each.scope.of for each in ordinals} & chronicle.leaderships.keys()
    cited = dict.fromkeys(
        each.source_id for each in chronicle.leaderships.values() if each.id in offices
    )
    return render(
        "launch/novelty.html",
        words,
        lines=lines,
        shown=SHOWN,
        counts=[
            {
                "within": words.say(
                    f"tempo.scope.{each.scope.name}",
                    name=scope_name(words, chronicle, each.scope),
                ),
                "kinds": words.say(f"tempo.kinds.{each.kinds}"),
                "days": number_words(words, each.days),
                "launches": number_words(words, each.launches),
                "missiles": number_words(words, each.missiles),
            }
            for each in ordinals
        ],
        rules=[words.say(f"tempo.rule.{name}") for name in RULES],
        sources=Markup.escape(words.say("mark.comma")).join(
            source_link(words, record.sources[name], None)
            for name in cited
            if name in record.sources
        ),
    )
