"""What nginx adds in front of the replicas, and what it must not."""

import json
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest

from tests.deploy.fronted import HOST, Site, fronted
from tests.faults.attack import heavy

QUESTION = "licence-desk/hwkc-replacement/free?system=sv9500&swa=active"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Replicas that go on for a second once they are told to stop."""
    with fronted(tmp_path_factory.mktemp("nginx"), ["--drain", "1"]) as found:
        yield found


def _ids(site: Site, path: str) -> set[str | None]:
    """The names of the requests that three answers belong to: a replica gives each request another."""
    return {site.ask(path)[0].headers["X-Request-Id"] for _ in range(3)}


def test_pages_come_over_tls_alone_and_name_no_other_host(site: Site) -> None:
    response, page = site.ask("/ja/")
    assert (response.status, b'lang="ja"' in page) == (200, True)
    assert "max-age=" in response.headers["Strict-Transport-Security"]
    connection = HTTPConnection("127.0.0.1", site.plain, timeout=30)
    connection.request("GET", "/ja/", headers={"Host": "elsewhere.example"})
    moved = connection.getresponse()
    assert (moved.status, moved.headers["Location"]) == (301, f"https://{HOST}/ja/")
    connection.close()


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/version"])
def test_how_the_service_is_is_told_inside_alone(site: Site, path: str) -> None:
    assert site.ask(path)[0].status == 404
    assert _ids(site, path) == {None}


@pytest.mark.parametrize("path", ["/livez", "/ja/", f"/en/{QUESTION}", "/api/v1/nothing"])
def test_every_answer_is_guarded_once_whoever_gives_it(site: Site, path: str) -> None:
    first, response = site.ask(path)[0], site.ask(path)[0]
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Strict-Transport-Security"):
        assert len(response.headers.get_all(name, [])) == len(first.headers.get_all(name, [])) == 1, name
    assert "frame-ancestors 'none'" in str(response.headers["Content-Security-Policy"])
    kind = str(response.headers["Content-Type"])
    assert "json" in kind or kind.endswith("charset=utf-8")


def test_a_program_that_asks_without_tls_is_not_sent_on(site: Site) -> None:
    connection = HTTPConnection("127.0.0.1", site.plain, timeout=30)
    connection.request("GET", "/api/v1/topics", headers={"Host": HOST})
    assert connection.getresponse().status == 403
    connection.close()


def test_the_log_says_who_and_when_and_never_what(site: Site) -> None:
    response, _ = site.ask("/en/ask?q=typed+by+somebody")
    name, found = response.headers["X-Request-Id"], list[dict[str, object]]()
    for _ in range(100):
        written = (site.folder / "access.log").read_text("utf-8")
        lines = [json.loads(line) for line in written.splitlines(keepends=True) if line[-1:] == "\n"]
        if found := [line for line in lines if line["id"] == name]:
            break
        time.sleep(0.1)  # a line is written once its answer has been sent
    assert [(one["client"], one["method"], one["status"]) for one in found] == [("127.0.0.1", "GET", response.status)]
    assert "somebody" not in (site.folder / "access.log").read_text("utf-8")


def test_what_may_be_kept_is_asked_of_the_replicas_once(site: Site) -> None:
    assert len(_ids(site, "/sitemap.xml")) == 1


@pytest.mark.parametrize("path", ["/api/v1/match?q=dongle", "/en/ask?q=dongle", f"/api/v1/answers/{QUESTION}"])
def test_what_may_not_be_kept_is_asked_each_time(site: Site, path: str) -> None:
    assert len(_ids(site, path) - {None}) == 3


def test_a_body_that_is_too_large_never_reaches_a_replica(site: Site) -> None:
    refused, _ = site.ask("/api/v1/answers", "POST", b" " * 600_000)
    assert (refused.status, refused.headers["X-Request-Id"]) == (413, None)


def test_too_much_at_once_puts_no_replica_out_of_use(site: Site) -> None:
    body = heavy(100)
    with ThreadPoolExecutor(48) as pool:  # sixteen for each replica, more than work and wait there
        sent = list(pool.map(lambda _: site.ask("/api/v1/answers", "POST", body)[0].status, range(96)))
        pages = list(pool.map(lambda number: site.ask(f"/en/?{number}")[0].status, range(24)))
    assert set(sent) <= {200, 413, 429, 503}
    assert 503 in sent
    assert set(pages) == {200}


def test_a_link_of_an_edition_that_nobody_has_is_told_so_by_all_of_them(site: Site) -> None:
    waiting = f"/en/{QUESTION}&on=2026-01-15&edition=0123456789ab-99"
    for _ in range(12):
        response, page = site.ask(waiting)
        assert (response.status, response.headers["Cache-Control"]) == (503, "no-store")
        assert b"edition=" not in page.partition(b"<main")[2].partition(b"</main")[0]
    assert [site.ask("/en/")[0].status for _ in range(6)] == [200] * 6


def test_a_replica_that_stops_loses_nobody(site: Site) -> None:
    going = site.replicas[0]

    def ask(number: int) -> int:
        if number == 40:
            going.send_signal(signal.SIGTERM)
        return site.ask(f"/en/ask?q=dongle+{number}")[0].status

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(ask, range(200)))
    assert going.wait(30) in (0, -signal.SIGTERM)
    assert set(found) <= {200, 303}
