"""Three replicas behind the configuration of nginx in `deploy/`, which is the real one but for ports and folders."""

import getpass
import json
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.examples import COMMAND

HOST = "policy-assistant.example"
QUESTION = "licence-desk/hwkc-replacement/free?system=sv9500&swa=active"
MAIN = """
user {user};
pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off; worker_processes 1; events {{}}
http {{
    access_log off; include {folder}/conf.d/*.conf;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
}}
"""


class Site(NamedTuple):
    """The ports on which nginx listens, the replicas behind it, and its log."""

    plain: int
    secure: int
    replicas: list[subprocess.Popen[bytes]]
    log: Path

    def ask(self, path: str, method: str = "GET", body: bytes | None = None) -> tuple[HTTPResponse, bytes]:
        """What is answered over TLS, whose certificate is one of our own."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = HTTPSConnection("127.0.0.1", self.secure, timeout=120, context=context)
        try:
            connection.request(method, path, body, {"Host": HOST, "Content-Type": "application/json"})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()


def _free_ports(count: int) -> list[int]:
    doors = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [door.getsockname()[1] for door in doors]
    for door in doors:
        door.close()
    return ports


def _await(port: int) -> None:
    for _ in range(600):
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        time.sleep(0.1)
    raise RuntimeError(f"nobody listens on {port}")


def _configure(root: Path, folder: Path, ports: list[int]) -> None:
    """The files of `deploy/nginx` with these ports and this folder in place of those of a server."""
    plain, secure, *behind = map(str, ports)
    conf = folder / "conf.d"
    conf.mkdir()
    site = (root / "deploy" / "nginx" / "site.conf").read_text("utf-8")
    for there, here in (
        ("/etc/ssl/certs/policy-assistant.pem", f"{folder}/certificate.pem"), ("/var/cache/nginx", str(folder)),
        ("/etc/ssl/private/policy-assistant.key", f"{folder}/key.pem"), ("listen 80;", f"listen {plain};"),
        ("listen 443 ", f"listen {secure} "), ("/var/log/nginx", str(folder)),
    ):  # fmt: skip
        assert there in site
        site = site.replace(there, here)
    (conf / "site.conf").write_text(site, "utf-8")
    replicas = (root / "deploy" / "nginx" / "replicas.conf").read_text("utf-8")
    (conf / "replicas.conf").write_text(re.sub(r":800[123]\b", lambda _: f":{behind.pop()}", replicas), "utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=getpass.getuser()), "utf-8")


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Everything, running."""
    folder = tmp_path_factory.mktemp("nginx")
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    assert nginx, "the package nginx is needed"
    plain, secure, *behind = ports = _free_ports(5)
    _configure(root, folder, ports)
    key = ("-newkey", "rsa:2048", "-nodes", "-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem"))
    subprocess.run(
        ["openssl", "req", "-x509", *key, "-days", "2", "-subj", f"/CN={HOST}"], check=True, capture_output=True
    )
    with ExitStack() as stack:
        replicas = [stack.enter_context(_replica(port)) for port in behind]
        for port in behind:
            _await(port)
        front = stack.enter_context(subprocess.Popen([nginx, "-c", str(folder / "nginx.conf")]))
        _await(plain)
        yield Site(plain, secure, replicas, folder / "access.log")
        for process in (front, *replicas):
            process.terminate()


def _replica(port: int) -> subprocess.Popen[bytes]:
    """A replica, which goes on for a second once it is told to stop."""
    command = [str(COMMAND), "serve", "--port", str(port), "--drain", "1"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


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
        lines = [
            json.loads(line) for line in site.log.read_text("utf-8").splitlines(keepends=True) if line[-1:] == "\n"
        ]
        if found := [line for line in lines if line["id"] == name]:
            break
        time.sleep(0.1)  # a line is written once its answer has been sent
    assert [(one["client"], one["method"], one["status"]) for one in found] == [("127.0.0.1", "GET", response.status)]
    assert "somebody" not in site.log.read_text("utf-8")


def test_what_may_be_kept_is_asked_of_the_replicas_once(site: Site) -> None:
    assert len(_ids(site, "/sitemap.xml")) == 1


@pytest.mark.parametrize("path", ["/api/v1/match?q=dongle", "/en/ask?q=dongle", f"/api/v1/answers/{QUESTION}"])
def test_what_may_not_be_kept_is_asked_each_time(site: Site, path: str) -> None:
    assert len(_ids(site, path) - {None}) == 3


def test_a_body_that_is_too_large_never_reaches_a_replica(site: Site) -> None:
    refused, _ = site.ask("/api/v1/answers", "POST", b" " * 600_000)
    assert (refused.status, refused.headers["X-Request-Id"]) == (413, None)


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
