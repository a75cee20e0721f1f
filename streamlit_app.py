"""The door: `streamlit run streamlit_app.py` and hosting services look for it by this name."""

from starlette.middleware import Middleware
from streamlit.starlette import App

from dashboard.app import PAGE, FewUploads, routes, warm_up

app = App(PAGE, routes=routes(), middleware=[Middleware(FewUploads)], lifespan=warm_up)
