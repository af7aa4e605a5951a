"""Three replicas behind the configuration of nginx in `deploy/`, which is the real one but for ports and folders."""

import getpass
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT
from tests.examples import COMMAND
from tests.serving import free_port

HOST = "policy-assistant.example"
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
    """The ports on which nginx listens, the replicas behind it and theirs, and its log."""

    plain: int
    secure: int
    replicas: list[subprocess.Popen[bytes]]
    behind: list[int]
    log: Path

    def ask(self, path: str, method: str = "GET", body: bytes | None = None) -> tuple[HTTPResponse, bytes]:
        """What is answered over TLS, whose certificate is one of our own."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = HTTPSConnection("127.0.0.1", self.secure, timeout=300, context=context)
        try:
            connection.request(method, path, body, {"Host": HOST, "Content-Type": "application/json"})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()


def _await(port: int) -> None:
    for _ in range(6000):
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
    (conf / "replicas.conf").write_text(
        re.sub(r":800([123])\b", lambda found: f":{behind[int(found[1]) - 1]}", replicas), "utf-8"
    )
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=getpass.getuser()), "utf-8")


@contextmanager
def fronted(
    folder: Path, options: Sequence[str], settings: Sequence[Mapping[str, str]] = ({}, {}, {})
) -> Iterator[Site]:
    """Everything, running: three replicas with these options, each with settings of its own."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    assert nginx, "the package nginx is needed"
    ports = list[int]()
    while len(ports) < 5:
        ports += {free_port()} - {*ports}
    plain, secure, *behind = ports
    _configure(ROOT, folder, ports)
    key = ("-newkey", "rsa:2048", "-nodes", "-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem"))
    subprocess.run(
        ["openssl", "req", "-x509", *key, "-days", "2", "-subj", f"/CN={HOST}"], check=True, capture_output=True
    )
    with ExitStack() as stack:
        started = zip(behind, settings, strict=True)
        replicas = [stack.enter_context(_replica(port, options, own)) for port, own in started]
        for port in behind:
            _await(port)
        front = stack.enter_context(subprocess.Popen([nginx, "-c", str(folder / "nginx.conf")]))
        _await(plain)
        try:
            yield Site(plain, secure, replicas, behind, folder / "access.log")
        finally:
            for process in (front, *replicas):
                process.terminate()


def _replica(port: int, options: Sequence[str], settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = [str(COMMAND), "serve", "--port", str(port), *options]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **settings}
    )


def told(port: int, path: str) -> str:
    """What a replica says by itself; nothing where it cannot be reached."""
    connection = HTTPConnection("127.0.0.1", port, timeout=300)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()
