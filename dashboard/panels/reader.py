"""Where the reader of the page reaches it."""

import streamlit as st

from dashboard.selection.address import checked_address, public_address


def reader_address() -> str | None:
    """`PUBLIC_ADDRESS` if set, else what the browser says, if that is an address."""
    return public_address() or checked_address(st.context.url)
