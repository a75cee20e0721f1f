"""The dashboard with an empty map: what the page costs without any flight."""

from pathlib import Path

from streamlit.starlette import App

from bench.floor import serve_empty_payload
from dashboard.app import routes, warm_up

serve_empty_payload()
app = App(Path(__file__).with_name("floor_page.py"), routes=routes(), lifespan=warm_up)
