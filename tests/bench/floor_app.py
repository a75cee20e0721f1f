"""The dashboard with an empty map: what the page costs without any flight."""

from bench.floor import serve_empty_payload
from streamlit_app import app as dashboard

serve_empty_payload()
app = dashboard
