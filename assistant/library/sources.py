"""Fingerprints of what a part of the library is made from: they change when any of it does."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from assistant import __version__
from assistant.settings import PACKAGE

LENGTH = 16
READERS = ("errors.py", "content", "i18n", "library", "model", "parsing", "vocabulary")


def fingerprint(folder: Path, files: Iterable[Path], *others: str) -> str:
    """
    Over the names and the bytes of files in a folder, and over whatever else counts.

    A file that cannot be read counts as an empty one: whoever reads it says what is wrong.
    """
    whole = hashlib.sha256("\0".join(others).encode())
    for path in files:
        content = _content(path)
        whole.update(f"\0{path.as_posix().removeprefix(folder.as_posix())}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:LENGTH]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def code_fingerprint(*more: str) -> str:
    """Over the modules that read sources and those of what they make, and over `more` modules or packages of ours."""
    return fingerprint(PACKAGE, (), __version__, *map(_code, (*READERS, *more)))


@cache
def _code(name: str) -> str:
    """Worked out once: the code of a process stays what it is."""
    path = PACKAGE / name
    return fingerprint(PACKAGE, sorted(path.rglob("*.py")) if path.is_dir() else (path,))


@cache
def release(package: str) -> str:
    """Of what is installed. Its description, which `importlib.metadata.version` reads too, takes long to read."""
    text = distribution(package).read_text("METADATA") or ""
    return next((line for line in text.splitlines() if line.startswith("Version:")), "")


def policy_ids(content: Path) -> tuple[str, ...]:
    """Every policy that has its first file in a folder of content."""
    return tuple(sorted(path.parent.name for path in content.glob("*/policy.yaml")))
