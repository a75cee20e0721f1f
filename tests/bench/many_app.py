"""The dashboard with many flights, worked out before."""

from streamlit.starlette import App

from bench.many import serve_worked_out
from dashboard.app import PAGE, routes, warm_up

serve_worked_out(drawn=True)
app = App(PAGE, routes=routes(), lifespan=warm_up)
