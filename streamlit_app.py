"""The door: `streamlit run streamlit_app.py` and hosting services look for it by this name."""

from streamlit.starlette import App

from dashboard.app import PAGE, routes, warm_up

app = App(PAGE, routes=routes(), lifespan=warm_up)
