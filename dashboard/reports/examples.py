"""Examples to try: the reports that the record began with, in our words."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """
    A text of our own that states what a source of the record does, as its page builds sentences.

    `published` is the day that its days count from: the one that the source gives, or that of the
    newest launch or talk that it reports.
    """

    source_id: str
    published: str
    text: str


EXAMPLES = tuple(
    Example(each["source"], each["published"], each["text"])
    for each in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
)
