"""The dashboard with an empty map: what the page costs without any flight."""

from streamlit.starlette import App

from bench.floor import serve_empty_payload
from dashboard.app import PAGE, routes, warm_up
from streamlit_app import MIDDLEWARE

serve_empty_payload()
app = App(PAGE, routes=routes(), middleware=MIDDLEWARE, lifespan=warm_up)
