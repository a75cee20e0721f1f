"""A report of an error in a claim: a text that says which, sent where the operator wants it."""

import os
import re
from collections.abc import Sequence
from urllib.parse import quote

from dashboard.words.claims import authority_words
from dashboard.words.say import Words
from data.model import Claim, Record

VARIABLE = "REPORT_ERRORS_TO"
"""Environment variable with the operator's address: `mailto:…`, or `https://…` of a form that
takes `title` and `body`, as those of new issues do."""
_ADDRESS = re.compile(r"(mailto:|https?://)[^\s\"'<>]+")


def error_report(
    words: Words, record: Record, claims: Sequence[Claim], statements: Sequence[tuple[str, ...]]
) -> dict[str, str]:
    """
    Report on what one sentence of a source states of a launch.

    Parameters
    ----------
    words
        The words of the page.
    record
        The record, which says its version.
    claims
        What the sentence states.
    statements
        The same in words: a quantity and what is said of it, first of all.

    Returns
    -------
    report
        The `text`, and the `link` that opens it, empty where no address is set.
    """
    first = claims[0]
    authority = authority_words(words, first.authority)
    quantities = words.joined(dict.fromkeys(quantity for quantity, *_ in statements), "dot")
    stated = [
        words.say("launch.error_stated", quantity=quantity, said=each)
        for quantity, each, *_ in statements
    ]
    places = dict.fromkeys(claim.locator for claim in claims if claim.locator)
    text = words.say(
        "launch.error_text",
        id=first.launch_id,
        version=record.version,
        authority=authority,
        said=words.joined(stated, "dot"),
        source=" ".join((first.source.id, *places)),
    )
    subject = words.say(
        "launch.error_subject", id=first.launch_id, quantity=quantities, authority=authority
    )
    return {"text": text, "link": _link(subject, text)}


def _link(subject: str, text: str) -> str:
    address = os.environ.get(VARIABLE, "").strip()
    if not _ADDRESS.fullmatch(address):
        return ""
    name = "subject" if address.startswith("mailto:") else "title"
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{name}={quote(subject, safe='')}&body={quote(text, safe='')}"
