"""What the server counts for its operators, on this machine alone, as Prometheus reads it."""

import time
from collections.abc import Iterable, Iterator

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.served import newer_errors, served_already
from dashboard.server.readers import number
from dashboard.web.doors import ASSETS_PART, SHARED, is_streamlit
from dashboard.web.queue import QUEUE
from dashboard.workers.crew import hired

LOCAL = "127.0.0.1"
ELSEWHERE = "elsewhere"
"""Route of what is at none of our addresses."""
_UNANSWERED = "none"
"""Status of a request whose reader went, or whose answer failed, before it began."""
_SECONDS = (0.005, 0.02, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
_ROUTES = [(path, compile_path(path)[0]) for path in SHARED]
_REGISTRY = CollectorRegistry()
_ANSWERS = Counter(
    "launches_answers", "Answers to requests", ["route", "status"], registry=_REGISTRY
)
_TIMES = Histogram(
    "launches_answer_seconds", "Time to the end", ["route"], buckets=_SECONDS, registry=_REGISTRY
)


class Measured:
    """Counts answers and their times, by the route and never by what was asked of it."""

    def __init__(self, app: ASGIApp, prefix: str = "") -> None:
        self.app = app
        self.prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, and count its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, begun = _UNANSWERED, time.perf_counter()

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            route = route_of(str(scope["path"]).removeprefix(self.prefix))
            _ANSWERS.labels(route, status).inc()
            _TIMES.labels(route).observe(time.perf_counter() - begun)


def route_of(path: str) -> str:
    """
    Route of a path below the prefix of the server: one of a few, whatever strangers ask for.

    Examples
    --------
    >>> route_of("/launch/2022-01-05-1"), route_of("/_stcore/health"), route_of("/wp-login.php")
    ('/launch/{id:path}', '/_stcore', 'elsewhere')
    """
    part = path.lstrip("/").partition("/")[0]
    if is_streamlit(path) or part == ASSETS_PART:
        return f"/{part}"
    return next((route for route, shape in _ROUTES if shape.fullmatch(path)), ELSEWHERE)


class Inside(Collector):
    """What is so at the moment when it is asked."""

    def collect(self) -> Iterable[Metric]:
        """Readers, queues, processes that make answers, and the record."""
        yield _gauge("launches_readers", "Pages that are open", [((), number())])
        queues = [((name,), number) for name, number in QUEUE.lengths().items()]
        yield _gauge("launches_queue_length", "Answers made or waited for", queues, "queue")
        crew = hired()
        at_work = [((state,), number) for state, number in crew.numbers().items()] if crew else []
        yield _gauge("launches_processes", "Processes that make answers", at_work, "state")
        yield from _record()


def _record() -> Iterator[Metric]:
    if here := served_already():
        record = here.library.record
        is_served = [((record.version, record.covers_to), 1)]
        yield _gauge("launches_record_info", "Record served", is_served, "version", "covers_to")
        yield _gauge("launches_record_launches", "Its launches", [((), len(record.launches))])
    errors = newer_errors()
    wrong = len(errors.problems) if errors else 0
    yield _gauge("launches_record_errors", "Errors in newer tables", [((), wrong)])


def _gauge(
    name: str, said: str, values: Iterable[tuple[tuple[str, ...], float]], *labels: str
) -> Metric:
    gauge = GaugeMetricFamily(name, said, labels=labels)
    for of, value in values:
        gauge.add_metric(of, value)
    return gauge


def serve_metrics(port: int) -> None:
    """
    Answer at a port, for this machine alone.

    Raises
    ------
    OSError
        If the port is taken.
    """
    start_http_server(port, LOCAL, registry=_REGISTRY)
    _REGISTRY.register(Inside())
    ProcessCollector(registry=_REGISTRY)
