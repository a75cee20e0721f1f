"""The view "Add from a report": a text, what was read in it, and the rows that follow."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.bundles import versioned
from dashboard.claims.wording import pieces_of_phrase
from dashboard.html import render
from dashboard.panels.language import choose_language
from dashboard.panels.report_copy import session_name, written
from dashboard.panels.report_input import ask, take_back
from dashboard.panels.report_link import offer_map
from dashboard.panels.report_result import (
    offer_undo,
    outcome_of,
    show_note,
    show_preview,
    show_result,
)
from dashboard.panels.report_tables import edit_claims, edit_launches, edited
from dashboard.panels.report_work import Work, work
from dashboard.panels.script import component
from dashboard.reports.acceptance import source_of
from dashboard.reports.comparison import DIFFERS, SAME, as_claim, readable
from dashboard.reports.draft import NEW_LAUNCH, UNREAD, Draft, Review, unread
from dashboard.reports.examples import EXAMPLES
from dashboard.reports.marks import pieces, seen
from dashboard.served import Served
from dashboard.words.borrowed import borrowed
from dashboard.words.claims import authority_words, claim_words, missiles_words
from dashboard.words.dates import day_words
from dashboard.words.quantities import quantity_words
from dashboard.words.say import Words
from data.korean_day import day_span
from data.model import Claim
from data.reading.attribution import UNNAMED
from data.reading.proposal import ClaimProposal

_LINKING = "report_linking"


def show_report(words: Words, here: Served) -> None:
    """Show the whole view."""
    with st.container(horizontal=True, vertical_alignment="top", key="report_head"):
        st.html(render("report/head.html", words), width="stretch")
        with st.container(horizontal=True, width="content", key="report_tools"):
            offer_map(words)
            choose_language(words)
    # The map has it in another component.
    component("connection", "launchConnection.show")(
        key="connection",
        data={
            "words": {name: words.say(f"page.{name}") for name in ("lost", "renewed", "anew")},
            "borrowed": borrowed(words),
        },
        on_returned_change=lambda: None,
    )
    current = work()
    draft, found = edited(current, here) if current else (None, [])
    # Before the tables, which are drawn with the letters that it knows.
    _linking()(
        key=_LINKING,
        data={
            "numbers": [place + 1 for place in current.order] if current else [],
            "session": session_name(),
            "kept": written(current, draft) if current and draft else None,
        },
        height=0,
        on_kept_change=lambda: take_back(st.session_state[_LINKING].kept, here),
    )
    ask(words, here)
    show_note()
    if current and draft and draft.read:
        _show_review(words, current, draft, found, here)
    elif current and draft:
        st.info(words.say("report.no_launch"))
        if draft.reading.unused:
            st.html(_text_html(words, current, draft))
            st.html(_decisions_html(words, current, draft, found))
    offer_undo(words)


def _show_review(
    words: Words, current: Work, draft: Draft, found: list[Review], here: Served
) -> None:
    """Show what was read, beside the record and on the map, to be decided on."""
    outcome = outcome_of(current, draft, here)
    st.html(render("report/summary.html", words, summary=_summary(words, draft, found)))
    left, right = st.columns(2)
    with left:
        st.html(_text_html(words, current, draft))
    with right:
        show_preview(words, outcome)
    edit_claims(words, current, draft, found)
    edit_launches(words, current, draft, here)
    st.html(_decisions_html(words, current, draft, found))
    show_result(words, current, outcome)


def _summary(words: Words, draft: Draft, found: list[Review]) -> str:
    return words.say(
        "report.summary",
        claims=words.say("report.claims", n=len(found)),
        launches=words.say("count.launches", n=len({each.launch_number for each in found})),
        accepted=sum(row["accepted"] for row in draft.claims),
        unsure=sum(bool(each.doubts) for each in found),
        figures=words.say("report.figures", n=len(draft.reading.unused)),
    )


def _text_html(words: Words, current: Work, draft: Draft) -> str:
    """Text with the claims in their colours."""
    used = dict.fromkeys(claim.quantity for claim in draft.read)
    names = {name: quantity_words(words, name) for name in used}
    unused = draft.reading.unused
    return render(
        "report/text.html",
        words,
        text=current.text,
        pieces=pieces(current.text, draft.read, unused),
        key=list(names.items()),
        names=names,
        reasons={each.reason: words.named("reason", each.reason) for each in unused},
        accepted={n for n, row in enumerate(draft.claims, start=1) if row["accepted"]},
    )


def _decisions_html(words: Words, current: Work, draft: Draft, found: list[Review]) -> str:
    """What was decided of each claim, in the order of the table, and what was left out."""
    return render(
        "report/decisions.html",
        words,
        claims=[_decision(words, current, draft, found[place]) for place in current.order],
        left_out=[
            (seen(each.text), words.named("reason", each.reason)) for each in draft.reading.unused
        ],
        unread=[
            (_named(words, claim), _apart(words, current, claim.launch_id, claim))
            for claim in unread(found, current.record, source_of(current.origin, current.record))
        ],
    )


def _named(words: Words, claim: Claim) -> str:
    """Claim of the record with its launch."""
    authority = authority_words(words, claim.authority)
    said = words.say("report.said_by", claim=claim_words(words, claim), authority=authority)
    what = words.say("view.named", name=quantity_words(words, claim.quantity), text=said)
    return words.say("mark.dot").join((claim.launch_id, what))


def _apart(words: Words, current: Work, launch_id: str, claim: Claim | ClaimProposal) -> str:
    """Why the record has it otherwise, where that is known: of an example that stands unchanged."""
    key = (launch_id, claim.quantity, claim.authority)
    reasons = (each.apart.get(key) for each in EXAMPLES if each.text == current.text)
    reason = next((one for one in reasons if one), None)
    return words.say(f"report.apart.{reason}") if reason else ""


def _decision(words: Words, current: Work, draft: Draft, each: Review) -> dict[str, object]:
    """One claim: what it says, its sentence, and why it is taken so."""
    said = _said(words, each)
    claim = each.claim
    stated = as_claim(claim, each.record_id, UNREAD) if readable(claim) else None
    is_same = each.comparison.verdict == SAME
    apart = "" if is_same else _apart(words, current, each.record_id, claim)
    return {
        "number": each.number,
        "quantity": claim.quantity,
        "name": quantity_words(words, claim.quantity),
        "said": said,
        "authority": authority_words(words, claim.authority),
        "missiles": missiles_words(words, claim.missiles, None),
        "verdict": words.say(f"report.verdict.{each.comparison.verdict}"),
        "differs": each.comparison.verdict == DIFFERS,
        "phrase": claim.phrase,
        "sentence": pieces_of_phrase(claim.phrase, [stated] if stated else []),
        "why": [
            *(_who(words, each), _when(words, draft, each), _which(words, each)),
            _beside(words, each),
            *((apart,) if apart else ()),
        ],
        "doubts": words.listed(words.say(f"report.doubt.{name}") for name in each.doubts),
    }


def _said(words: Words, each: Review) -> str:
    claim = each.claim
    if readable(claim):
        return claim_words(words, as_claim(claim, each.record_id, UNREAD))
    return claim.value or "–"


def _who(words: Words, each: Review) -> str:
    if each.claim.authority == UNNAMED:
        return words.say("report.who_unnamed")
    return words.say("report.who", authority=authority_words(words, each.claim.authority))


def _when(words: Words, draft: Draft, each: Review) -> str:
    date = draft.launches[each.launch_number - 1]["date"]
    basis = each.launch.date_basis if each.launch.date else "none"
    day = day_words(words, date) if day_span(date) else "–"
    return words.say("report.when", day=day, basis=words.say(f"report.basis.{basis}"))


def _which(words: Words, each: Review) -> str:
    number, others = (
        each.launch_number,
        [id_ for id_ in each.launch.matches if id_ != each.record_id],
    )
    if each.record_id == NEW_LAUNCH:
        return words.say("report.which_new", n=number)
    if others:
        listed = words.listed(others, "or")
        return words.say("report.which_several", n=number, id=each.record_id, others=listed)
    return words.say("report.which", n=number, id=each.record_id)


def _beside(words: Words, each: Review) -> str:
    if not each.comparison.recorded:
        return words.say("report.beside_none")
    said = dict.fromkeys(_recorded(words, each, claim) for claim in each.comparison.recorded)
    return words.say("report.beside", claims=words.listed(said))


def _recorded(words: Words, each: Review, claim: Claim) -> str:
    authority = authority_words(words, claim.authority)
    said = words.say("report.said_by", claim=claim_words(words, claim), authority=authority)
    return f"≠ {said}" if claim in each.comparison.excluding else said


@cache
def _linking() -> Callable[..., object]:
    script = f"assets/{versioned('report/linking.js')}"
    return st.components.v2.component(
        _LINKING,
        js=f"await import(new URL({script!r}, document.baseURI));\n"
        "export default window.reportLinking.show;\n",
    )
