"""Fingerprints of what a part of the library is made from: they change when any of it does."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant import __version__
from assistant.settings import PACKAGE

LENGTH = 16


def fingerprint(folder: Path, files: Iterable[Path], code: Iterable[str], *others: str) -> str:
    """
    Over the names and the bytes of files in a folder, over those of the parts of our own code that read them, and over
    whatever else counts. A file that cannot be read counts as an empty one: whoever reads it says what is wrong.
    """
    whole = hashlib.sha256("\0".join((__version__, *others)).encode())
    for root, path in (*((folder, path) for path in files), *((PACKAGE, path) for path in _code(code))):
        content = _content(path)
        whole.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:LENGTH]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _code(names: Iterable[str]) -> Iterator[Path]:
    """The modules of parts of the package."""
    for name in names:
        path = PACKAGE / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else (path,)
