"""What is asked for a report: its text or a file, its day, and where it stands."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from unicodedata import normalize

import streamlit as st

from dashboard.panels.report_copy import read_copy
from dashboard.panels.report_work import TEXT, Work, close_work, set_work, work
from dashboard.record_folder import record_folder
from dashboard.reports.acceptance import Origin
from dashboard.reports.documents import DocumentError, text_apart
from dashboard.reports.draft import in_order, make_draft, reviews
from dashboard.reports.examples import EXAMPLES
from dashboard.served import Served
from dashboard.words.dates import day_words
from dashboard.words.plain_text import plain
from dashboard.words.say import Words
from data.cells import FIRST_YEAR
from data.korean_day import today
from data.model import Record
from data.reading.names import read_names
from data.reading.passage import MOST_CHARACTERS, TextError
from data.reading.reader import read_report
from data.reading.rows import Document

MOST_MB = 1
"""The largest file that is taken, as in `.streamlit/config.toml`."""
_FILE, _DAY, _PUBLISHER, _TITLE, _URL = (
    f"report_{name}" for name in ("file", "day", "publisher", "title", "url")
)
_EXAMPLE, _SOURCE, _PROBLEM = "report_example", "report_source", "report_problem"
_UPLOADS = "report_uploads"
_TEXT_PX = 190
_MOST_TYPED = 2_000_000
"""Letters that can be pasted, to be refused in words; past it a field stays as it was."""


def ask(words: Words, here: Served) -> None:
    """Show the fields, and the buttons that read what is in them or empty them."""
    record = here.library.record
    current = work()
    if current and TEXT not in st.session_state:
        _put_back(current)
    left, right = st.columns([0.6, 0.4])
    with left:
        st.text_area(
            words.say("report.text"),
            key=TEXT,
            height=_TEXT_PX,
            # More than is read, so that a longer text is refused and not cut.
            max_chars=_MOST_TYPED,
            placeholder=words.say("report.placeholder"),
        )
        with st.container(key=_FILE):
            st.file_uploader(
                words.say("report.file"),
                type=["txt", "html", "htm", "pdf"],
                max_upload_size=MOST_MB,
                key=_upload_key(),
                on_change=_take_file,
                args=(words,),
            )
    with right:
        st.date_input(
            words.say("report.published"),
            value=None,
            min_value=dt.date(FIRST_YEAR, 1, 1),
            max_value=dt.date(today(record.version).year + 1, 12, 31),
            format="YYYY-MM-DD",
            key=_DAY,
            help=words.say("report.published_is"),
        )
        st.text_input(words.say("report.publisher"), key=_PUBLISHER, max_chars=120)
        st.text_input(words.say("report.source_title"), key=_TITLE, max_chars=200)
        st.text_input(words.say("report.url"), key=_URL, max_chars=400, placeholder="https://")
        _offer_examples(words, record)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            words.say("report.read"), type="primary", key="report_read", on_click=_read,
            args=(words, here),
        )  # fmt: skip
        st.button(words.say("report.clear"), key="report_clear", on_click=_clear)
    if problem := st.session_state.get(_PROBLEM):
        st.warning(plain(problem))


def _offer_examples(words: Words, record: Record) -> None:
    known = {each.source_id: each for each in EXAMPLES if each.source_id in record.sources}
    if not known:
        return

    def named(source_id: str) -> str:
        source = record.sources[source_id]
        day = day_words(words, known[source_id].published)
        return words.joined((source.publisher or source.title, day), "dot")

    st.selectbox(
        words.say("report.example"),
        list(known),
        index=None,
        format_func=named,
        key=_EXAMPLE,
        placeholder=words.say("report.example_choose"),
        help=words.say("report.example_is"),
        on_change=_take_example,
        args=(record,),
    )


def _take_example(record: Record) -> None:
    chosen = st.session_state[_EXAMPLE]
    each = next((one for one in EXAMPLES if one.source_id == chosen), None)
    if each is None:
        return
    close_work()
    source = record.sources[each.source_id]
    st.session_state[TEXT] = each.text
    st.session_state[_DAY] = dt.date.fromisoformat(each.published)
    st.session_state[_PUBLISHER] = source.publisher or ""
    st.session_state[_TITLE] = source.title
    st.session_state[_URL] = source.url or ""
    st.session_state[_SOURCE] = source.id


def _take_file(words: Words) -> None:
    file = st.session_state[_upload_key()]
    if file is None:
        return
    close_work()
    st.session_state[TEXT], st.session_state[_PROBLEM] = "", ""
    st.session_state[_SOURCE] = None
    try:
        st.session_state[TEXT] = text_apart(file.getvalue())[: MOST_CHARACTERS + 1]
    except DocumentError as error:
        why = words.say(f"document.{error.key}", **error.places)
        st.session_state[_PROBLEM] = words.say("view.named", name=file.name, text=why)


def _upload_key() -> str:
    """Key of the field for a file; a new one where it is to be empty."""
    return f"report_upload_{st.session_state.get(_UPLOADS, 0)}"


def _read(words: Words, here: Served) -> None:
    """Read the text; what it was compared with is the record as it is now."""
    close_work()
    # A letter that UTF-8 has none for cannot be sent back to the page; programs of a Mac write the
    # letters of Korean in pieces.
    text = (st.session_state[TEXT] or "").encode("utf-8", "replace").decode("utf-8")
    text = normalize("NFC", text)
    st.session_state[_PROBLEM] = "" if text.strip() else words.say("report.no_text")
    if not text.strip():
        return
    day, publisher = st.session_state[_DAY], st.session_state[_PUBLISHER].strip() or None
    url = st.session_state[_URL].strip() or None
    sources = here.library.record.sources
    known: str = st.session_state.get(_SOURCE) or ""
    document = Document(publisher, url, day.isoformat() if day else None)
    origin = Origin(
        document,
        st.session_state[_TITLE].strip() or None,
        # The fields of an example may have been filled with another report since.
        known if known in sources and sources[known].url == url else None,
    )
    try:
        set_work(_begun(text, day, origin, here))
    except TextError:
        st.session_state[_PROBLEM] = words.say(
            "report.too_long", size=len(text), most=MOST_CHARACTERS
        )


def _begun(text: str, day: dt.date | None, origin: Origin, here: Served) -> Work:
    """Review of a text, of which nothing is decided."""
    names, launches = read_names(record_folder()), here.library.vocabulary.by_id
    draft = make_draft(read_report(text, day, names, origin.document.publisher), names, launches)
    order = in_order(reviews(draft, launches))
    return Work(text, draft, origin, names, here.library.record, order, draft)


def take_back(told: object, here: Served) -> None:
    """Go on with a review that the page has kept, if this server knows of none."""
    copy = read_copy(told, here.library.record)
    if copy is None or work():
        return
    with suppress(TextError):
        begun = _begun(copy.text, copy.published, copy.origin, here)
        decided = copy.decided(begun.draft, here.library.record)
        set_work(replace(begun, draft=decided, version=copy.version))
        _put_back(begun)


def _put_back(current: Work) -> None:
    """Fill the fields with what is under review, for a reader who comes back to it."""
    document = current.origin.document
    st.session_state[TEXT] = current.text
    published = document.published
    st.session_state[_DAY] = dt.date.fromisoformat(published) if published else None
    st.session_state[_PUBLISHER] = document.publisher or ""
    st.session_state[_TITLE] = current.origin.title or ""
    st.session_state[_URL] = document.url or ""


def _clear() -> None:
    close_work()
    for name in (TEXT, _PUBLISHER, _TITLE, _URL, _PROBLEM):
        st.session_state[name] = ""
    for name in (_DAY, _EXAMPLE, _SOURCE):
        st.session_state[name] = None
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1
