"""The pages that are open: whoever reads one has a session."""

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession


def number() -> int:
    """How many pages are open; none before the server runs."""
    if not Runtime.exists():
        return 0
    return Runtime.instance()._session_mgr.num_active_sessions()  # noqa: SLF001 - as below


def pages() -> list[AppSession]:
    """Sessions of the pages that are open and connected."""
    # Streamlit has no other way to reach all of them.
    return [each.session for each in Runtime.instance()._session_mgr.list_active_sessions()]  # noqa: SLF001
