"""The baseline: a map rebuilt at each change, with our assets served the same way."""

from pathlib import Path

from streamlit.starlette import App

from dashboard.app import routes, warm_up

app = App(Path(__file__).with_name("naive_page.py"), routes=routes(), lifespan=warm_up)
