"""Whether it lives, whether it is ready, what it serves, and whom to tell of a fault."""

import datetime as dt
from pathlib import Path
from unittest.mock import create_autospec

import pytest
from starlette.applications import Starlette

from assistant import __version__
from assistant.model.policy import Library
from assistant.store.keeper import Keeper
from assistant.web.frame.operation import STORE, Health, Operation
from tests.client import TestClient

NOW = dt.datetime(2026, 1, 15, 23, tzinfo=dt.timezone(dt.timedelta(hours=-9)))


def asked(
    library: Library, path: str, *missing: str, contact: str = "", keeper: Keeper | None = None
) -> tuple[int, str]:
    health = Health(library, Operation(missing=lambda: missing, contact=contact, keeper=keeper), lambda: NOW)
    response = TestClient(Starlette(routes=health.routes())).get(path)
    return response.status_code, response.text


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_all_is_well(library: Library, path: str) -> None:
    assert asked(library, path) == (200, "ok\n")


def test_what_is_missing_is_told_and_it_lives_all_the_same(library: Library) -> None:
    assert asked(library, "/readyz", "a", "b") == (503, "a\nb\n")
    assert asked(library, "/livez", "a", "b") == (200, "ok\n")


def test_how_the_store_is_is_told_and_keeps_nobody_from_an_answer(library: Library) -> None:
    keeper = create_autospec(Keeper, status="disk full")
    assert asked(library, "/readyz", keeper=keeper) == (200, f"ok\nstore: {STORE}\n")
    keeper.status = ""
    assert asked(library, "/readyz", "a", keeper=keeper) == (503, "a\nstore: ok\n")


def test_a_catalogue_that_is_lost_is_told_and_keeps_nobody_from_an_answer(library: Library) -> None:
    health = Health(library, Operation(), lambda: NOW, ["ja/ui.po"])
    response = TestClient(Starlette(routes=health.routes())).get("/readyz")
    assert (response.status_code, response.text) == (200, "ok\ncatalogue: ja/ui.po cannot be read\n")


def test_the_version_names_every_edition(library: Library, content: Path) -> None:
    status, text = asked(library, "/version")
    editions = [f"{name} {policy.edition}" for name, policy in library.policies.items()]
    assert (status, text.splitlines()) == (200, [f"policy-assistant {__version__}", *editions])


def test_whom_to_tell_of_a_fault_is_said_where_somebody_is_named(library: Library) -> None:
    text = "Contact: mailto:security@example.com\nExpires: 2026-07-15T00:00:00Z\n"
    assert asked(library, "/.well-known/security.txt", contact="mailto:security@example.com") == (200, text)
    assert asked(library, "/.well-known/security.txt")[0] == 404
