"""Page of the floor."""

import streamlit as st

from bench.floor import empty_payload
from dashboard.page import compose
from dashboard.panels.layout import show_head
from dashboard.served import served

st.set_page_config(layout="wide")
show_head("Floor")
compose(served().library, empty_payload())
