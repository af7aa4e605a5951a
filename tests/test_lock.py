"""What a server needs is pinned with hashes, at the versions of the tests, under licences that are listed."""

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

NAME = re.compile(r"([A-Za-z0-9._-]+)==(\S+)")
FREE = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "0BSD", "Zlib", "CC0-1.0"}
DECIDED = {"psycopg": "LGPL-3.0-only", "psycopg-binary": "LGPL-3.0-only", "num2words": "LGPL-2.1-or-later"}
"""Licences that a decision of its own lets in for one package each (docs/decisions/0019 and 0021)."""
FAMILIES = {"LGPL": "LGPL-", "MIT": "MIT", "BSD": "BSD-", "Apache": "Apache-2.0", "Dual": " OR "}
"""The first word of a licence that is named in the old way, and what the name in the list must then hold."""


def _pins(text: str) -> dict[str, str]:
    return {_plain(name): version for name, version in NAME.findall(text)}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    """The pins of a server, with their hashes."""
    return (root / "deploy" / "requirements.lock").read_text("utf-8")


@pytest.fixture(scope="module")
def licences(root: Path) -> dict[str, str]:
    """Packages and licences as they are listed."""
    text = (root / "docs" / "licences.md").read_text("utf-8")
    return dict(re.findall(r"^\| ([a-z0-9-]+) \| ([A-Z0-9].*) \|$", text, re.MULTILINE))


def test_every_pin_has_hashes(lock: str) -> None:
    pins = re.split(r"\n(?=\S)", lock.strip())
    assert len(pins) > 20
    assert [pin for pin in pins if not re.search(r"--hash=sha256:[0-9a-f]{64}", pin)] == []


def test_the_pins_are_the_versions_that_the_tests_run_with(root: Path, lock: str) -> None:
    tested = _pins((root / "constraints.txt").read_text("utf-8"))
    assert {name: tested.get(name) for name in _pins(lock)} == _pins(lock)


def test_all_that_a_server_needs_is_pinned(root: Path, lock: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {_plain(re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0]) for one in project["dependencies"]}
    assert needed - set(_pins(lock)) == set()


def test_the_licence_of_every_part_is_listed_and_allowed(lock: str, licences: dict[str, str]) -> None:
    assert set(licences) == set(_pins(lock))
    others = {name: one for name, one in licences.items() if one != DECIDED.get(name)}
    assert {name for every in others.values() for name in re.split(" AND | OR ", every)} <= FREE


def test_the_list_says_what_the_packages_say(licences: dict[str, str]) -> None:
    for name, listed in licences.items():
        said = metadata(name)
        expressions = said.get_all("License-Expression", [])
        old = " ".join([*said.get_all("License", []), *said.get_all("Classifier", [])])
        families = [one for family, one in FAMILIES.items() if re.search(rf"\b{family}\b", old)]
        assert expressions or families, name
        assert expressions in ([], [listed]), name
        assert expressions or all(one in listed for one in families), name
