"""Whether it lives, whether it is ready, what it serves."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant import __version__
from assistant.model.policy import Library
from assistant.web.frame.health import Health


def asked(library: Library, path: str, *missing: str) -> tuple[int, str]:
    response = TestClient(Starlette(routes=Health(library, lambda: missing).routes())).get(path)
    return response.status_code, response.text


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_all_is_well(library: Library, path: str) -> None:
    assert asked(library, path) == (200, "ok\n")


def test_what_is_missing_is_told_and_it_lives_all_the_same(library: Library) -> None:
    assert asked(library, "/readyz", "a", "b") == (503, "a\nb\n")
    assert asked(library, "/livez", "a", "b") == (200, "ok\n")


def test_the_version_names_every_edition(library: Library, content: Path) -> None:
    status, text = asked(library, "/version")
    editions = [f"{name} {policy.edition}" for name, policy in library.policies.items()]
    assert (status, text.splitlines()) == (200, [f"policy-assistant {__version__}", *editions])
