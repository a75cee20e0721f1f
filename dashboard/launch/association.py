"""Whether launches are more frequent near events, as HTML: one table of all tests made."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.around.association import SURE, WINDOW_DAYS, Association
from dashboard.html import render
from dashboard.words.say import Words

LEAST_P = 0.001
"""A chance below is said to be below it: no digit more means anything."""


def association_html(words: Words, found: Sequence[Association]) -> Markup:
    """Every test with its effect, interval and chances; nothing where no kind has enough events."""
    return render(
        "launch/association.html",
        words,
        days=words.say("tempo.days", n=WINDOW_DAYS),
        tests=len(found),
        share=words.share(SURE),
        rows=[_row(words, each) for each in found],
        kinds=[
            (words.named("event_kind", kind), words.named("event_complete", kind))
            for kind in dict.fromkeys(each.kind for each in found)
        ],
    )


def _row(words: Words, found: Association) -> dict[str, str]:
    return {
        "kind": words.named("event_kind", found.kind),
        "side": words.say(f"around.test.{found.side}"),
        "events": words.number(found.events),
        "observed": words.number(found.observed),
        "expected": words.number(found.expected, 1),
        "ratio": words.say(
            "around.test.interval",
            ratio=words.number(found.ratio),
            low=words.number(found.low),
            high=words.number(found.high),
        ),
        "p": _chance(words, found.p),
        "adjusted": _chance(words, found.adjusted),
    }


def _chance(words: Words, p: float) -> str:
    if p < LEAST_P:
        return words.say("around.test.below", p=words.number(LEAST_P, 3))
    return words.number(p, 3)
