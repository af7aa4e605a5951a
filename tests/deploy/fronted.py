"""
Three replicas behind the configuration of nginx in `deploy/`, which is the real one but for ports and folders: by
sockets of this machine, or as if each stood on a machine of its own.
"""

import getpass
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from tempfile import TemporaryDirectory
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
    """The ports on which nginx listens, the replicas behind it and their sockets, and the folder of everything."""

    plain: int
    secure: int
    replicas: list[subprocess.Popen[bytes]]
    behind: list[Path]
    folder: Path

    def ask(self, path: str, method: str = "GET", body: bytes | None = None) -> tuple[HTTPResponse, bytes]:
        """What is answered over TLS, whose certificate is one of our own."""
        connection = HTTPSConnection("127.0.0.1", self.secure, timeout=300, context=trusting())
        try:
            connection.request(method, path, body, {"Host": HOST, "Content-Type": "application/json"})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()


def trusting(certificate: Path | None = None) -> ssl.SSLContext:
    """Asks over TLS without looking who answers; with a certificate where one is given."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if certificate:
        context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context


def reached(place: int | Path) -> socket.socket:
    """A connection to a port of this machine, or to a socket in its files. Raises `OSError`."""
    if isinstance(place, int):
        return socket.create_connection(("127.0.0.1", place), timeout=300)
    one = socket.socket(socket.AF_UNIX)
    try:
        one.settimeout(300)
        one.connect(str(place))
    except OSError:
        one.close()
        raise
    return one


def _await(place: int | Path) -> None:
    for _ in range(6000):
        with suppress(OSError):
            reached(place).close()
            return
        time.sleep(0.1)
    raise RuntimeError(f"nobody listens on {place}")


TLS = "/etc/policy-assistant/tls"
MACHINES = ("machine-one", "machine-two", "machine-three")


def _put(name: str, folder: Path, *changes: tuple[str, str]) -> None:
    """A file of `deploy/nginx` as nginx reads it here: with these changes, each of which changes something."""
    text = (ROOT / "deploy" / "nginx" / name).read_text("utf-8")
    for there, here in changes:
        assert there in text, there
        text = text.replace(there, here)
    (folder / "conf.d" / name).write_text(text, "utf-8")


def _configure(folder: Path, sockets: str, plain: int, secure: int, machines: Sequence[int]) -> None:
    """All of nginx, with these ports and this folder in place of those of a server; `machines` are ports too."""
    (folder / "conf.d").mkdir()
    _put(
        "site.conf", folder,
        ("/etc/ssl/certs/policy-assistant.pem", f"{folder}/certificate.pem"), ("/var/cache/nginx", str(folder)),
        ("/etc/ssl/private/policy-assistant.key", f"{folder}/key.pem"), ("listen 80;", f"listen {plain};"),
        ("listen 443 ", f"listen {secure} "), ("/var/log/nginx", str(folder)),
    )  # fmt: skip
    if machines:
        ports = [(f"{name}.internal:8443", f"127.0.0.1:{port}") for name, port in zip(MACHINES, machines, strict=True)]
        _put("machines.conf", folder, (TLS, f"{folder}/tls"), *ports)
        listening = "".join(f"listen {port} ssl;" for port in machines)
        _put(
            "machine.conf", folder,
            (TLS, f"{folder}/tls"), ("listen 8443 ssl;", listening), ("unix:/run/policy-assistant", f"unix:{sockets}"),
        )  # fmt: skip
    else:
        _put("replicas.conf", folder, ("unix:/run/policy-assistant", f"unix:{sockets}"))
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=getpass.getuser()), "utf-8")


def certified(folder: Path, *parts: str) -> Path:
    """The folder of an authority of our own and of what it certified: each part as its name and its host."""
    subprocess.run([ROOT / "deploy" / "authority", folder, *parts], check=True)
    return folder


def ports(count: int) -> list[int]:
    """So many free ports."""
    found = list[int]()
    while len(found) < count:
        found += {free_port()} - {*found}
    return found


@contextmanager
def fronted(
    folder: Path, options: Sequence[str], settings: Sequence[Mapping[str, str]] = ({}, {}, {}),
    machines: Sequence[int] = (),
) -> Iterator[Site]:  # fmt: skip
    """
    Everything, running: replicas with these options, each with settings of its own; where `machines` are named,
    one of them behind these ports, as behind three machines.
    """
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    assert nginx, "the package nginx is needed"
    plain, secure = ports(2)
    key = ("-newkey", "rsa:2048", "-nodes", "-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem"))
    subprocess.run(
        ["openssl", "req", "-x509", *key, "-days", "2", "-subj", f"/CN={HOST}"], check=True, capture_output=True
    )
    with ExitStack() as stack:
        sockets = stack.enter_context(TemporaryDirectory())  # as the name of a socket is short
        behind = [Path(sockets) / f"{name}.sock" for name in ("one", "two", "three")][: len(settings)]
        _configure(folder, sockets, plain, secure, machines)
        started = zip(behind, settings, strict=True)
        replicas = [stack.enter_context(_replica(place, options, own)) for place, own in started]
        for place in behind:
            _await(place)
        front = stack.enter_context(subprocess.Popen([nginx, "-c", str(folder / "nginx.conf")]))
        _await(plain)
        try:
            yield Site(plain, secure, replicas, behind, folder)
        finally:
            for process in (front, *replicas):
                process.terminate()


def _replica(place: Path, options: Sequence[str], settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = [str(COMMAND), "serve", "--socket", str(place), *options]
    own = {"POLICY_ASSISTANT_PUBLIC_URL": f"https://{HOST}", **settings}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **own})


def told(place: Path, path: str) -> str:
    """What a replica says by itself; nothing where it cannot be reached."""
    connection = HTTPConnection("replica", timeout=300)
    try:
        connection.sock = reached(place)
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()
