"""Counts, as Prometheus reads them, on a port of their own."""

import datetime as dt
import re
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from assistant.web.frame.seen import Seen
from assistant.web.server.metrics import BOUNDS, Counts, exposed, serve_metrics

LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+')


def seen(route: str, seconds: float, status: int = 200) -> Seen:
    return Seen(dt.datetime(2026, 1, 15, tzinfo=dt.UTC), "id", "GET", route, status, seconds, "")


@pytest.fixture
def counts() -> Counts:
    counts = Counts()
    for one in (seen("/", 0.004), seen("/", 0.005), seen("/", 0.3), seen("/", 99), seen("/x", 1, 503)):
        counts.note(one)
    return counts


def value(text: str, series: str) -> float:
    """The value of a series."""
    (line,) = (line for line in text.splitlines() if line.startswith(f"{series} "))
    return float(line.rpartition(" ")[2])


def test_requests_are_counted_by_route_and_status(counts: Counts) -> None:
    text = exposed(counts.series())
    assert value(text, 'policy_assistant_requests_total{route="/",status="200"}') == 4
    assert value(text, 'policy_assistant_requests_total{route="/x",status="503"}') == 1


def test_connections_that_were_closed_are_counted_by_why(counts: Counts) -> None:
    for why in ("too slow", "no room", "too slow"):
        counts.refuse(why)
    text = exposed(counts.series())
    assert value(text, 'policy_assistant_connections_closed_total{why="too slow"}') == 2
    assert value(text, 'policy_assistant_connections_closed_total{why="no room"}') == 1


def test_of_several_processes_the_content_that_was_read_first_counts() -> None:
    first, then = Counts(), Counts()
    assert not [one for one in first.series() if "read" in one[0]]
    first.read, then.read = 1000.5, 2000.0
    text = exposed([*then.series(), *first.series()])
    assert value(text, "policy_assistant_content_read_time_seconds") == 1000.5


def test_latencies_are_counted_up_to_each_bound(counts: Counts) -> None:
    text = exposed(counts.series())
    bounds = [*map(str, BOUNDS), "+Inf"]
    found = [text.count(f'bucket{{route="/",le="{bound}"}}') for bound in bounds]
    assert found == [1] * len(bounds)
    counted = [value(text, f'policy_assistant_request_seconds_bucket{{route="/",le="{bound}"}}') for bound in bounds]
    assert counted == sorted(counted)
    assert (counted[0], counted[-2], counted[-1]) == (2, 3, 4)
    assert value(text, 'policy_assistant_request_seconds_count{route="/"}') == 4
    assert value(text, 'policy_assistant_request_seconds_sum{route="/"}') == pytest.approx(99.309)


def test_questions_are_counted_by_how_they_were_understood(counts: Counts) -> None:
    for understood in ("sure", "out-of-scope", "out-of-scope"):
        counts.note(seen("/ask", 0)._replace(understood=understood))
    text = exposed(counts.series())
    assert value(text, 'policy_assistant_questions_total{understood="out-of-scope"}') == 2


def test_what_becomes_of_records_for_the_store_is_counted(counts: Counts) -> None:
    for number in (1, 3):
        counts.note_written("stored", number)
    assert value(exposed(counts.series()), 'policy_assistant_store_records_total{written="stored"}') == 4


def test_every_line_can_be_read(counts: Counts) -> None:
    lines = exposed(counts.series()).splitlines()
    assert [line for line in lines if not line.startswith("# ") and not LINE.fullmatch(line)] == []
    kinds = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(set(kinds)) == len(kinds)


def test_counts_of_several_processes_are_added(counts: Counts) -> None:
    text = exposed([*counts.series(), *counts.series()])
    assert value(text, 'policy_assistant_requests_total{route="/",status="200"}') == 8


def test_a_label_is_written_so_that_it_can_be_read() -> None:
    counts = Counts()
    counts.note(seen('a"b\\c\nd', 0))
    assert 'route="a\\"b\\\\c\\nd"' in exposed(counts.series())


def test_they_stand_on_a_port_of_their_own(counts: Counts) -> None:
    port = serve_metrics("127.0.0.1", 0, counts.series)
    with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as response:
        assert response.read().decode() == exposed(counts.series())
        assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"http://127.0.0.1:{port}/", timeout=10)
    with pytest.raises(OSError, match=f"127.0.0.1:{port}"):
        serve_metrics("127.0.0.1", port, counts.series)
