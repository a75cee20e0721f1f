"""The least that Streamlit can serve."""

import streamlit as st

st.write("empty")
