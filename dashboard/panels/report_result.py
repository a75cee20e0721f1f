"""What follows from the claims accepted: the map, the check, a patch, or rows in the tables."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import streamlit as st
from streamlit import config
from streamlit_folium import st_folium

from dashboard.flights.atlas import Atlas, build_atlases
from dashboard.flights.checks import findings
from dashboard.flights.plan import BEST
from dashboard.html import render
from dashboard.map.layer import base_map, selected_layer
from dashboard.map.payload import build_payload
from dashboard.panels.report_work import CHECKED, NOTE, Work, close_work
from dashboard.record_folder import record_folder
from dashboard.reports.acceptance import Acceptance, accept
from dashboard.reports.addition import Addition, checked, make_addition, patch
from dashboard.reports.draft import Draft
from dashboard.reports.permission import may_write
from dashboard.selection.selection import Selection
from dashboard.served import Served, renew
from dashboard.words.plain_text import plain
from dashboard.words.say import Words
from dashboard.words.views import summary
from data import change
from data.korean_day import KOREA_TIME, today
from data.model import Record
from data.problem import Problem, RecordError

MAP_PX = 420
_Checked = tuple[Addition, Record | tuple[Problem, ...]]


@dataclass(frozen=True)
class Outcome:
    """
    What follows from a draft.

    `atlases` hold the launches of the report as they would be drawn; there are none where the check
    finds `problems`. `unexplained` is what of the flights does not fit, and no note explains.
    """

    acceptance: Acceptance
    addition: Addition | None = None
    atlases: Mapping[str, Atlas] | None = None
    problems: tuple[Problem, ...] = ()
    unexplained: tuple[str, ...] = ()


def outcome_of(current: Work, draft: Draft, here: Served) -> Outcome:
    """Make the rows of what is accepted, and check the record with them."""
    record = here.library.record
    day = today(record.version, KOREA_TIME)
    made = accept(draft, current.origin, current.names, record, day)
    ids = {row["record"] for row in draft.launches}
    if made.problems:
        return Outcome(made, problems=made.problems)
    if not made.rows.claims:
        return Outcome(made, atlases=_atlases(record, ids))
    addition, read = _checked(make_addition(record_folder(), made.rows, day))
    if not isinstance(read, Record):
        return Outcome(made, addition, problems=read)
    atlases = _atlases(read, ids | set(addition.launch_ids))
    found = findings(atlases[BEST])
    unexplained = tuple(str(each) for each in found if each.launch.note is None)
    return Outcome(made, addition, atlases, (), unexplained)


def _atlases(record: Record, ids: set[str]) -> dict[str, Atlas]:
    """Atlases of some launches alone."""
    launches = tuple(each for each in record.launches if each.id in ids)
    return build_atlases(replace(record, launches=launches))


def _checked(addition: Addition) -> _Checked:
    """Check tables once, as long as the same rows are asked for."""
    last: _Checked | None = st.session_state.get(CHECKED)
    if last and last[0] == addition:
        return last
    read: Record | tuple[Problem, ...]
    try:
        read = checked(record_folder(), addition)
    except RecordError as error:
        read = error.problems
    st.session_state[CHECKED] = (addition, read)
    return addition, read


def show_preview(words: Words, outcome: Outcome) -> None:
    """Show the launches that get a row or a claim as the map would."""
    st.html(
        render("report/heading.html", words, id="", title=words.say("report.preview"), about="")
    )
    atlases = outcome.atlases
    launches = atlases[BEST].record.launches if atlases else ()
    if not atlases or not launches:
        st.caption(words.say("report.preview_none"))
        return
    payload = build_payload(words, atlases)
    days = (launches[0].first_day, launches[-1].last_day)
    layer = selected_layer(words, payload, {each.id for each in launches}, Selection(days))
    st.caption(summary(words, atlases[BEST], launches))
    st_folium(
        base_map(words, payload, served=False),
        key=f"report-map-{words.lang}",
        height=MAP_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=layer,
    )


def show_result(words: Words, current: Work, outcome: Outcome) -> None:
    """Show what the check says, and offer the rows as a patch or, where allowed, to be written."""
    st.html(render("report/heading.html", words, id="", title=words.say("report.result"), about=""))
    for name, number in (
        ("doubled", outcome.acceptance.doubled),
        ("rowless", outcome.acceptance.rowless),
    ):
        if number:
            st.caption(words.say(f"report.{name}", n=number))
    if outcome.problems:
        st.error(words.say("report.fails"))
        st.code("\n".join(map(str, outcome.problems)), language=None, wrap_lines=True)
    elif outcome.addition is None:
        st.caption(words.say("report.nothing"))
    else:
        rows = outcome.addition.rows
        numbers = {name: len(getattr(rows, name)) for name in ("sources", "launches", "claims")}
        said = words.say("report.rows", **numbers)
        st.html(render("report/heading.html", words, id="", title="", about=said))
        if outcome.unexplained:
            st.warning(words.say("report.explain"))
            st.code("\n".join(outcome.unexplained), language=None, wrap_lines=True)
        else:
            st.success(words.say("report.passes"))
        with st.container(horizontal=True):
            st.download_button(
                words.say("report.patch"),
                data=_writer(outcome.addition),
                file_name=f"nk-launches_{current.origin.document.published or 'report'}.patch",
                mime="text/x-diff",
                on_click="ignore",
                key="report_patch",
                help=words.say("report.patch_is"),
            )
            if not outcome.unexplained:
                _offer_writing(words, outcome.addition)


def show_note() -> None:
    """
    Say what writing came to, until the reader goes on.

    The page moves on by itself when the tables have changed: what is said once would go with it.
    """
    kind, text = st.session_state.get(NOTE, ("", ""))
    if text:
        (st.success if kind == "done" else st.error)(plain(text))


def _writer(addition: Addition) -> Callable[[], str]:
    return lambda: patch(addition)


def _is_allowed() -> bool:
    return may_write(os.environ, config.get_option("server.address"), st.context.headers.to_dict())


def _offer_writing(words: Words, addition: Addition) -> None:
    if _is_allowed():
        st.button(
            words.say("report.write"),
            key="report_write",
            help=words.say("report.write_is"),
            on_click=_change,
            args=(words, "written", addition),
        )


def offer_undo(words: Words) -> None:
    """Offer to take the last change of the tables back, where that is allowed."""
    if not _is_allowed():
        return
    if made := change.last_change(record_folder()):
        st.button(
            words.say("report.undo", time=f"{made:%Y-%m-%d %H:%M}"),
            key="report_undo",
            on_click=_change,
            args=(words, "undone", None),
        )


def _change(words: Words, done: str, addition: Addition | None) -> None:
    """Write rows, or take the last ones back, and have the record read anew."""
    if not _is_allowed():
        return
    try:
        if addition:
            change.make(record_folder(), addition.before, addition.after)
        else:
            change.undo(record_folder())
    except change.StaleError:
        st.session_state[NOTE] = ("failed", words.say("report.stale"))
        return
    except OSError as error:
        why = error.strerror or type(error).__name__
        st.session_state[NOTE] = ("failed", words.say("report.unwritten", why=why))
        return
    renew()
    close_work()
    st.session_state[NOTE] = ("done", words.say(f"report.{done}"))
