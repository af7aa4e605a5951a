"""The store on a server of PostgreSQL, as `deploy/` configures it: over TLS alone, to whoever has a certificate."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from psycopg import connect

from assistant.settings import Settings
from assistant.store.opening import FAILURES, open_store
from tests.conftest import ROOT
from tests.deploy.fronted import certified
from tests.store.postgres import Cluster, cluster

TLS, POSTGRESQL = "/etc/policy-assistant/tls", "/etc/policy-assistant/postgresql"


class Kept(NamedTuple):
    """A server, the folder of certificates, and another authority's."""

    server: Cluster
    tls: Path
    strange: Path

    def url(self, certificate: str = "assistant", host: str = "localhost", mode: str = "verify-full", role: str = "",
            authority: Path | None = None, by: Path | None = None) -> str:  # fmt: skip
        """Its address as an operator writes it: with which certificate, and whom is trusted."""
        shown = (by or self.tls) / certificate
        tls = f"&sslrootcert={(authority or self.tls) / 'authority.pem'}"
        tls += f"&sslcert={shown}.pem&sslkey={shown}.key" if certificate else "&sslcert=none&sslkey=none"
        name = role or "assistant"
        return f"postgresql://{name}@{host}:{self.server.port}/{name}?sslmode={mode}{tls}"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """One that runs with the files of `deploy/postgresql`."""
    folder = tmp_path_factory.mktemp("store")
    tls = certified(folder / "tls", "store=localhost", "assistant=assistant", "front=front")
    with cluster() as server:
        with connect(server.url, autocommit=True) as one:
            for made in ("DATABASE assistant", "ROLE front LOGIN", "DATABASE front OWNER front"):
                one.execute(f"CREATE {made}")
        _configure(server, tls)
        yield Kept(server, tls, certified(folder / "strange", "assistant=assistant"))


def _configure(server: Cluster, tls: Path) -> None:
    """The files of `deploy/postgresql`, with the folders of here in place of those of a server."""
    here = server.folder / "tls"
    shutil.copytree(tls, here)
    for name in ("pg_hba.conf", "tls.conf"):
        text = (ROOT / "deploy" / "postgresql" / name).read_text("utf-8")
        text = text.replace(TLS, str(here)).replace(POSTGRESQL, str(server.folder))
        (server.folder / name).write_text(text, "utf-8")
    with (server.folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as whole:
        whole.write(f"include = '{server.folder}/tls.conf'\n")
    owner = server.folder.stat()
    for path in (here, *here.iterdir()):
        shutil.chown(path, owner.st_uid)
    server.stop()
    server.start()


def refusal(url: str) -> str:
    """Why nothing is kept there; empty where it is."""
    try:
        open_store(Settings(store=url)).open()
    except FAILURES as error:
        return str(error)
    return ""


def test_it_is_reached_with_a_certificate_and_without_a_password(kept: Kept) -> None:
    assert refusal(kept.url()) == ""


def test_nothing_goes_over_the_network_unencrypted(kept: Kept) -> None:
    assert "pg_hba.conf rejects" in refusal(kept.url(mode="disable"))


def test_nobody_comes_in_without_a_certificate_of_their_own(kept: Kept) -> None:
    assert "requires a valid client certificate" in refusal(kept.url(certificate=""))
    assert "certificate authentication failed" in refusal(kept.url(certificate="front")), "one for somebody else"
    assert "unknown ca" in refusal(kept.url(by=kept.strange)), "one of another authority"


def test_nobody_reaches_what_belongs_to_another(kept: Kept) -> None:
    theirs = kept.url(certificate="front", role="front")
    assert refusal(theirs) == ""
    assert "no pg_hba.conf entry" in refusal(theirs.replace("/front?", "/assistant?"))


def test_a_server_that_somebody_else_certified_is_not_talked_to(kept: Kept) -> None:
    assert "certificate verify failed" in refusal(kept.url(authority=kept.strange))
    assert "does not match host name" in refusal(kept.url(host="127.0.0.1")), "nor one of another name"
