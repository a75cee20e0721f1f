"""Events within two weeks of a launch, as HTML."""

from collections.abc import Mapping

from markupsafe import Markup

from dashboard.around.near import NEAR_DAYS, Near, near
from dashboard.html import render
from dashboard.launch.claims import source_link
from dashboard.words.around import distance_words, event_day_words, event_words
from dashboard.words.say import Words
from data.model import Launch, Record


def near_html(words: Words, record: Record, launch: Launch) -> Markup:
    """Events near a launch, each with its day, distance and source; empty where there is none."""
    found = near(launch, record.events)
    return render(
        "launch/near.html",
        words,
        days=NEAR_DAYS,
        found=[_event(words, record, each) for each in found],
    )


def _event(words: Words, record: Record, each: Near) -> Mapping[str, object]:
    source = record.sources[each.event.source_id]
    return {
        "day": event_day_words(words, each.event),
        "distance": distance_words(words, each.days),
        "kind": words.named("event_kind", each.event.kind),
        "said": event_words(words, each.event),
        "link": source_link(words, source, each.event.locator),
    }
