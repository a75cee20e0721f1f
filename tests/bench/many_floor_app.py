"""The dashboard with as many launches and an empty map: what the page costs without any flight."""

from streamlit.starlette import App

from bench.many import serve_worked_out
from dashboard.app import PAGE, routes, warm_up

serve_worked_out(drawn=False)
app = App(PAGE, routes=routes(), lifespan=warm_up)
