"""The door: `streamlit run streamlit_app.py` and hosting services look for it by this name."""

from starlette.middleware import Middleware
from streamlit.starlette import App

from dashboard.app import (
    PAGE,
    FewUploads,
    NothingCleared,
    OneLoads,
    measured,
    path_prefix,
    routes,
    warm_up,
    without_banner,
)
from dashboard.server import readers
from dashboard.server.limits import FewMessages, FewReaders, InPieces
from dashboard.server.log import speak_json
from dashboard.server.packing import Packed
from dashboard.web.guard import Guard

speak_json()
without_banner()
MIDDLEWARE = [
    *measured(),
    Middleware(InPieces),
    Middleware(FewMessages),
    Middleware(FewReaders, prefix=path_prefix(), count=readers.number),
    Middleware(Guard, prefix=path_prefix()),
    Middleware(Packed, prefix=path_prefix()),
    Middleware(FewUploads),
    Middleware(NothingCleared),
    Middleware(OneLoads),
]
"""What a request passes on its way in, from the outermost on."""
app = App(PAGE, routes=routes(), middleware=MIDDLEWARE, lifespan=warm_up)
