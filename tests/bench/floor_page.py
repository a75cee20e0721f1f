"""Page of the floor."""

import streamlit as st

from bench.floor import empty_payload
from dashboard.flights import atlases
from dashboard.page import compose
from dashboard.panels.layout import show_head

st.set_page_config(layout="wide")
show_head("Floor")
compose(atlases(), empty_payload())
