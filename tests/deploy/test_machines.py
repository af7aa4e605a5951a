"""Replicas on machines of their own: nginx and they speak TLS alone, and each knows the other by its certificate."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.deploy.fronted import Site, certified, fronted, ports, trusting

PARTS = ("front=front", "machine=policy-assistant.internal", "watch=watch")


class Machines(NamedTuple):
    """What runs, the ports of the machines, and the folder of certificates."""

    site: Site
    ports: list[int]
    tls: Path


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """Three machines of this one's."""
    folder, at = tmp_path_factory.mktemp("machines"), ports(3)
    tls = certified(folder / "tls", *PARTS)
    with fronted(folder, [], machines=at) as site:
        yield Machines(site, at, tls)


def asked(port: int, path: str, certificate: Path | None = None) -> int:
    """The status with which a machine answers whoever shows this certificate, or none."""
    connection = HTTPSConnection("127.0.0.1", port, timeout=300, context=trusting(certificate))
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def test_pages_come_through_machines_that_know_who_asks(machines: Machines) -> None:
    assert [machines.site.ask("/en/")[0].status for _ in range(6)] == [200] * 6
    link = "/en/licence-desk/hwkc-replacement/free?edition=0123456789ab-99"
    assert machines.site.ask(link)[0].status == 503, "by the way of links that name an edition too"


def test_whoever_watches_shows_a_certificate(machines: Machines) -> None:
    watch = machines.tls / "watch.pem"
    assert [asked(machines.ports[0], path, watch) for path in ("/livez", "/version")] == [200, 200]


def test_nobody_else_is_let_in(machines: Machines, tmp_path: Path) -> None:
    strange = certified(tmp_path / "strange", "front=front")
    assert asked(machines.ports[0], "/en/") == 400
    assert asked(machines.ports[0], "/en/", strange / "front.pem") == 400


def test_nothing_is_said_without_tls(machines: Machines) -> None:
    connection = HTTPConnection("127.0.0.1", machines.ports[0], timeout=300)
    connection.request("GET", "/en/")
    assert connection.getresponse().status == 400
    connection.close()


def test_nginx_asks_no_machine_of_another_authority(tmp_path: Path) -> None:
    tls, strange = certified(tmp_path / "tls", *PARTS), certified(tmp_path / "strange", *PARTS)
    for kind in ("pem", "key"):
        (strange / f"machine.{kind}").replace(tls / f"machine.{kind}")
    with fronted(tmp_path, [], settings=(), machines=ports(3)) as site:
        assert site.ask("/en/")[0].status == 502
        assert "upstream SSL certificate verify error" in (tmp_path / "error.log").read_text("utf-8")
