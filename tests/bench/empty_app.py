"""The least that Streamlit can serve, its scripts packed as the dashboard packs them."""

from pathlib import Path

from starlette.middleware import Middleware
from streamlit.starlette import App

from dashboard.server.packing import Packed

app = App(Path(__file__).with_name("empty_script.py"), middleware=[Middleware(Packed)])
