"""Page of the floor."""

import streamlit as st

from bench.floor import empty_payload
from dashboard.page import compose, show_head
from dashboard.served import served
from dashboard.words.say import Words

st.set_page_config(layout="wide")
show_head(Words())
compose(Words(), served().library, empty_payload())
