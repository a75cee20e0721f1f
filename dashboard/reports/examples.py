"""Examples to try: the reports that the record began with, in our words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """
    A text of our own that states what a source of the record does, as its page builds sentences.

    `published` is the day that its days count from: the one that the source gives, or that of the
    newest launch or talk that it reports. `apart` says why the rules and the person who wrote the
    record differ: the name of a reason, by launch, quantity and authority.
    """

    source_id: str
    published: str
    text: str
    apart: Mapping[tuple[str, str, str], str]


EXAMPLES = tuple(
    Example(
        each["source"],
        each["published"],
        each["text"],
        {
            (launch_id, quantity, authority): reason
            for launch_id, quantities in each["apart"].items()
            for quantity, reasons in quantities.items()
            for authority, reason in reasons.items()
        },
    )
    for each in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
)
