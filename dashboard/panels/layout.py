"""Style of the page that Streamlit's theme has no setting for."""

import streamlit as st

from dashboard.asset_files import versioned

MAP_HEIGHT_PX = 620


def show_head(title: str) -> None:
    """Show the title and add our style sheet, by a link relative to the page."""
    sheet = f"assets/{versioned('page/page.css')}"
    st.html(f"<style>@import url('{sheet}')</style><h1 class='title'>{title}</h1>")
