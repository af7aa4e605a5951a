"""`serve` says where it listens, refuses what would mislead people, and ends with a status that is true."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest
from starlette.types import ASGIApp

from assistant.cli.serve import (
    Place,
    check_contact,
    own_address,
    public_address,
    root_path,
    serve,
    serve_pages,
    serve_preview,
    serve_together,
    tell_where,
)
from assistant.cli.terminal import Terminal
from assistant.errors import ContentError, Usage
from assistant.settings import Settings
from assistant.web import create_app
from assistant.web.server.serving import Serving, bound, bound_file
from assistant.web.server.workers import Stem
from tests.client import TestClient
from tests.conftest import ROOT, words_of
from tests.serving import page
from tests.terminal import call, run
from tests.workbench.preview.previewed import Bench

NEAR = Place("127.0.0.1", 8000, 0, None, None)
EVERYWHERE = NEAR._replace(host="0.0.0.0")  # noqa: S104 (nothing listens)


@contextmanager
def serving(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command on a free port, and the address that it says."""
    command = [sys.executable, "-m", "assistant", "serve", "--port", "0", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "LANG": "C"}
    ) as server:
        assert server.stderr
        found = re.search(r"http://\S+", server.stderr.readline())
        assert found
        try:
            yield server, found[0]
        finally:
            server.terminate()
            server.communicate()


@pytest.mark.parametrize("forked", [False, True])
def test_a_worker_that_the_keyboard_ends_leaves_no_traceback(capfd: pytest.CaptureFixture[str], forked: bool) -> None:
    """Ctrl+C reaches all processes of a terminal; one that waits to begin takes it as one that serves does."""
    with bound("127.0.0.1", 0) as door:
        stem = Stem([sys.executable, "-m", "assistant", "serve", "--worker"], door)
        worker = stem.fork()
        if forked:
            assert worker.end.recv(6) == b"ready\n"
            worker.send(signal.SIGINT)
            worker.begin()
            assert worker.has_ended(60)
        stem.process.send_signal(signal.SIGINT)
        worker.end.close()
        stem.close()
    assert stem.process.returncode == 0
    said = capfd.readouterr().err
    assert "Traceback" not in said
    assert ("has ended with -2" in said) == forked


def test_it_says_where_it_listens_and_a_line_for_each_request() -> None:
    with serving() as (server, address):
        assert "<!doctype html>" in page(f"{address}/en/ask?q=secret+question").lower()
        assert server.stdout
        told = json.loads(server.stdout.readline())
        assert (told["route"], told["status"]) == ("/{lang}/ask", 200)
        assert "secret" not in json.dumps(told)
        assert page(f"{address}/readyz") == "ok\n"
        server.send_signal(signal.SIGTERM)
        assert server.wait() == -signal.SIGTERM


def test_several_processes_serve_as_one_and_stop_as_one() -> None:
    with serving("--workers", "2", "--metrics", "0") as (server, address):
        assert page(f"{address}/livez") == "ok\n"
        server.send_signal(signal.SIGTERM)
        assert server.wait() == 0


def test_an_address_that_is_taken_is_told_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: Path, locales: Path
) -> None:
    known = Settings(content=content, locales=locales)
    with bound("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
        assert call(monkeypatch, known, "ja", "serve", "--port", str(port)) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"127.0.0.1:{port}")
    assert "Address" not in told


@pytest.mark.parametrize(
    "given", ["security@example.com", "http://example.com", "mailto:x", "mailto:a@b\nExpires: never"]
)
def test_faults_are_reported_to_an_address(given: str) -> None:
    with pytest.raises(Usage, match="POLICY_ASSISTANT_SECURITY_CONTACT"):
        check_contact(Settings(security_contact=given))


@pytest.mark.parametrize("given", [None, "mailto:security@example.com", "https://example.com/report"])
def test_a_contact_is_taken_as_it_is(given: str | None) -> None:
    check_contact(Settings(security_contact=given))


@pytest.mark.parametrize(
    "given",
    ["javascript:alert(1)", "ftp://help.example", "help.example", "//help.example", "https://", "https://a b.example",
     "https://help.example?x=1", "https://help.example#x", "https://me@help.example", "http://[", "https://x:99999",
     "https://help.example/\n", "https://x:0"],
)  # fmt: skip
def test_a_public_address_is_that_of_a_web_site(given: str) -> None:
    with pytest.raises(Usage, match="PUBLIC_URL"):
        public_address(Settings(public_url=given), NEAR)


@pytest.mark.parametrize("given", ["https://help.example", "http://localhost:8000", "https://help.example/desk/"])
def test_a_public_address_stays_as_it_is(given: str) -> None:
    assert public_address(Settings(public_url=given), EVERYWHERE) == given


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:8000"), (EVERYWHERE.host, "http://localhost:8000"), ("::", "http://localhost:8000"),
     ("::1", "http://[::1]:8000")],
)  # fmt: skip
def test_an_address_that_has_no_name_is_in_no_link(host: str, address: str) -> None:
    assert own_address(NEAR._replace(host=host)) == address
    assert public_address(Settings(), NEAR._replace(host=host)) == address


@pytest.mark.parametrize(
    ("place", "known", "lines"), [(NEAR, None, 1), (EVERYWHERE, None, 2), (EVERYWHERE, "https://x", 1)]
)
def test_where_links_lead_is_said_if_nobody_has_said_so(
    capsys: pytest.CaptureFixture[str], locales: Path, place: Place, known: str | None, lines: int
) -> None:
    tell_where(Terminal(Settings(public_url=known), words_of(locales, "en")), place)
    told = capsys.readouterr().err.splitlines()
    assert len(told) == lines
    assert all("localhost:8000" in line for line in told) is (place is EVERYWHERE)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[ASGIApp]:
    """The applications that would be served."""
    found: list[ASGIApp] = []
    monkeypatch.setattr(Serving, "listen", lambda server, door: found.append(server.config.app))
    return found


def test_nobody_is_served_where_the_content_is_wrong(tmp_path: Path, locales: Path, started: list[ASGIApp]) -> None:
    terminal = Terminal(Settings(content=tmp_path, locales=locales), words_of(locales, "en"))
    with pytest.raises(ContentError):
        serve_pages(terminal, NEAR._replace(port=0))
    with pytest.raises(ContentError):
        serve_together(terminal, NEAR._replace(port=0), 2)
    assert started == []


@pytest.mark.parametrize(("host", "asked", "status"), [("127.0.0.1", "127.0.0.1", 200), ("127.0.0.1", "x.example", 400),
                                                       (EVERYWHERE.host, "x.example", 200)])  # fmt: skip
def test_a_preview_answers_to_the_names_of_this_machine_or_to_every_name(
    tmp_path: Path, locales: Path, started: list[ASGIApp], capsys: pytest.CaptureFixture[str],
    host: str, asked: str, status: int,
) -> None:  # fmt: skip
    terminal = Terminal(Bench(tmp_path).known, words_of(locales, "en"))
    serve_preview(terminal, NEAR._replace(host=host, port=0))
    page = TestClient(started[0], base_url=f"http://{asked}").get("/en/")
    assert (page.status_code, "preview-bar" in page.text) == (status, status == 200)
    assert ("not published" in capsys.readouterr().err) is (host != "127.0.0.1")


@pytest.mark.parametrize("option", ["--socket=there", "--root-path=/help", "--workers=2", "--metrics=0"])
def test_a_preview_refuses_what_it_would_not_heed(tmp_path: Path, started: list[ASGIApp], option: str) -> None:
    found = run(Bench(tmp_path).known, "serve", "--preview", "--port", "0", option).exception
    assert isinstance(found, Usage)
    assert (option.partition("=")[0] in str(found), started) == (True, [])


def test_it_says_what_it_serves() -> None:
    with serving("--root-path", "help/") as (server, address):
        assert address.endswith("/help")
        assert server.stderr
        assert "swap-out" in server.stderr.readline()
        assert 'href="/help/en/swap-out/"' in page(f"{address}/en/")


def test_it_serves_on_a_socket_and_takes_over_what_was_left(tmp_path: Path) -> None:
    path = tmp_path / "a.sock"
    bound_file(str(path)).close()
    with bound_file(str(path)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o666  # the proxy is another user
        command = ["curl", "--silent", "--unix-socket", str(path), "http://any/en/"]
        assert own_address(NEAR._replace(socket=path)) == f"unix:{path}"
        with pytest.raises(OSError, match=r"a\.sock"):
            bound_file(str(path))
    env = {**os.environ, "POLICY_ASSISTANT_PUBLIC_URL": "https://help.example"}
    serve = [sys.executable, "-m", "assistant", "serve", "--socket", str(path)]
    with subprocess.Popen(
        serve, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=ROOT, env=env
    ) as server:
        assert server.stderr
        assert f"unix:{path}" in server.stderr.readline()
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        server.terminate()
    assert 'href="https://help.example/en/"' in said


def test_behind_a_socket_somebody_must_say_where_people_are(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="POLICY_ASSISTANT_PUBLIC_URL"):
        public_address(Settings(), NEAR._replace(socket=tmp_path / "a.sock"))


@pytest.mark.parametrize("given", ["a b", "/a?b", "//a//b", "/ä"])
def test_a_prefix_that_is_no_path_is_refused(given: str) -> None:
    with pytest.raises(Usage, match="--root-path"):
        root_path(click.Context(serve), serve.params[0], given)


def test_other_servers_are_given_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    light = "import sys, assistant.web; sys.exit('starlette' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", light], cwd=ROOT, check=False).returncode == 0
    monkeypatch.setenv("POLICY_ASSISTANT_PUBLIC_URL", "https://help.example")
    assert TestClient(create_app()).get("/en/").status_code == 200
