"""Counts of what was served, in the text format of Prometheus, on a port of their own."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import accumulate
from threading import Thread

from assistant.web.frame.seen import Seen

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds up to which latencies are counted together."""
REQUESTS, SECONDS = "policy_assistant_requests_total", "policy_assistant_request_seconds"
QUESTIONS = "policy_assistant_questions_total"
STORE = "policy_assistant_store_records_total"
CLOSED = "policy_assistant_connections_closed_total"
READ = "policy_assistant_content_read_time_seconds"
"""No count: of several processes the earliest is told, and none that has ended."""
PARTS = ("_bucket", "_count", "_sum")
FAMILIES = {
    REQUESTS: ("counter", "Requests by route and status; 499 is an answer that nobody waited for."),
    SECONDS: ("histogram", "Seconds from a request to the end of its answer, by route."),
    CLOSED: ("counter", "Connections that were closed before they were answered, by why."),
    READ: ("gauge", "When the content was read that is served, in seconds since 1970; of several processes the first."),
    QUESTIONS: ("counter", "Questions by how they were understood; out-of-scope are those in vain."),
    STORE: ("counter", "Records for the store by what became of them: stored, failed, dropped."),
}


class Counts:
    """Everything that was counted since the process began."""

    def __init__(self) -> None:
        self.read: float | None = None
        """When the content was read, in seconds since 1970; None where nobody has said."""
        self.requests: Counter[tuple[str, int]] = Counter()
        self.held: Counter[tuple[str, str, str]] = Counter()
        """By name, label and its value."""
        self.latencies: dict[str, list[int]] = {}
        """By route: how many took up to each bound and longer than the one before; the last are beyond all."""
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def note(self, seen: Seen) -> None:
        """Counts a request."""
        self.requests[seen.route, seen.status] += 1
        found = self.latencies.get(seen.route) or self.latencies.setdefault(seen.route, [0] * (len(BOUNDS) + 1))
        found[bisect_left(BOUNDS, seen.seconds)] += 1
        self.seconds[seen.route] += seen.seconds
        if seen.understood:
            self.held[QUESTIONS, "understood", seen.understood] += 1

    def note_written(self, written: str, number: int) -> None:
        """Counts records that were to be kept."""
        self.held[STORE, "written", written] += number

    def refuse(self, why: str) -> None:
        """Counts a connection that was closed before it was answered."""
        self.held[CLOSED, "why", why] += 1

    def series(self) -> list[tuple[str, str, float]]:
        """Each as its name, its labels as they are written, and its value: of several processes they can be added."""
        found = [(f"{SECONDS}_sum", _labels(route=route), float(took)) for route, took in list(self.seconds.items())]
        for (route, status), count in list(self.requests.items()):
            found.append((REQUESTS, _labels(route=route, status=str(status)), float(count)))
        for route, counts in list(self.latencies.items()):
            upto = list(accumulate(counts))
            found += [
                (f"{SECONDS}_bucket", _labels(route=route, le=str(bound)), float(count))
                for bound, count in zip((*BOUNDS, "+Inf"), upto, strict=True)
            ]
            found.append((f"{SECONDS}_count", _labels(route=route), float(upto[-1])))
        held = list(self.held.items())
        found += [(READ, "", self.read)] if self.read is not None else []
        return found + [(name, _labels(**{label: value}), float(count)) for (name, label, value), count in held]


def _labels(**labels: str) -> str:
    escaped = (
        (name, value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")) for name, value in labels.items()
    )
    return ",".join(f'{name}="{value}"' for name, value in escaped)


def exposed(series: Iterable[tuple[str, str, float]]) -> str:
    """Series in the text format of Prometheus; those of one name and labels are added, of times the least."""
    summed: dict[tuple[str, str], float] = {}
    for name, labels, value in series:
        before = summed.get((name, labels))
        least = value if before is None else min(before, value)
        summed[name, labels] = least if name == READ else (before or 0) + value
    lines: list[str] = []
    for family, (kind, about) in FAMILIES.items():
        lines += [f"# HELP {family} {about}", f"# TYPE {family} {kind}"]
        lines += [
            f"{name}{{{labels}}} {value!r}" if labels else f"{name} {value!r}"
            for (name, labels), value in sorted(summed.items())
            if name == family or (kind == "histogram" and name.removeprefix(family) in PARTS)
        ]
    return "".join(f"{line}\n" for line in lines)


def serve_metrics(host: str, port: int, gather: Callable[[], Iterable[tuple[str, str, float]]]) -> int:
    """
    Serves `/metrics` from a thread of its own, of what `gather` gives, and comes back with the port. Raises `OSError`
    where the address cannot be listened on.
    """

    # Seldom needed, and slow to import.
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    class Metrics(BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self) -> None:
            found = self.path == "/metrics"
            body = exposed(gather()).encode() if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name of its base class)
            """Whoever collects asks every few seconds: nothing is said of it."""

    try:
        server = ThreadingHTTPServer((host, port), Metrics)
    except OSError as error:
        raise OSError(error.errno, error.strerror, f"{host}:{port}") from None
    Thread(target=server.serve_forever, daemon=True).start()
    return int(server.server_address[1])
