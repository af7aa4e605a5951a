"""
One folder of plain files, in which everything that is made from sources is kept, so that it is made once.

Each thing is a part: JSON under its name and the fingerprint of its sources, and the arrays that belong to it, which
are mapped into memory and so shared by all processes. The first line of a part says how it is written and the digest
of each file; a part that does not fit it, or that cannot be read, is made anew, and so is one of other sources, which
then goes. Every file comes into its place whole, so that two processes at once make the same thing twice and no harm.
"""

import hashlib
import json
import logging
import secrets
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Literal, TypeVar, cast

logger = logging.getLogger(__name__)
FORM = 2
"""Goes up when parts are written in another way."""
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Part:
    """What is kept of one thing: JSON as text, and arrays by name."""

    text: str
    arrays: Mapping[str, memoryview] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Folder:
    """
    Where parts are kept: `path`, which is written to, and `shipped`, which is only read, where there is one.

    `notice` is held while a part is made, for whoever waits for it.
    """

    path: Path
    shipped: Path | None = None
    notice: Callable[[], AbstractContextManager[object]] = nullcontext

    def load(
        self, name: str, fingerprint: Callable[[], str], make: Callable[[], Part], read: Callable[[Part], Read]
    ) -> Read:
        """
        What `read` makes of the part of this name and fingerprint: as it is kept, or else made now, and kept.

        Where it cannot be kept it is made all the same. A part whose sources change while it is made is not kept.
        """
        mark = fingerprint()
        if (found := self._kept(name, mark, read)) is not None:
            return found
        with self.notice():
            part = make()
        kept = fingerprint() == mark and _keep(self.path, name, mark, part)
        # Arrays that are mapped are shared; those just made would stay in the memory of this process.
        found = self._kept(name, mark, read) if kept and part.arrays else None
        return read(part) if found is None else found

    def holds(self, name: str, mark: str) -> bool:
        """Whether the part of this name and fingerprint is there, damaged or not."""
        return any((folder / f"{name}.{mark}.json").exists() for folder in filter(None, (self.shipped, self.path)))

    def _kept(self, name: str, mark: str, read: Callable[[Part], Read]) -> Read | None:
        for folder in filter(None, (self.shipped, self.path)):
            try:
                return read(_read(folder, f"{name}.{mark}"))
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, LookupError, TypeError, ValueError, AttributeError) as error:
                logger.warning("%s: %s is damaged and is made anew: %s", folder, name, error)
        return None


def _read(folder: Path, stem: str) -> Part:
    """Raises `FileNotFoundError` where nothing of it stands there, and `ValueError` where it is damaged."""
    head, _, text = (folder / f"{stem}.json").read_bytes().partition(b"\n")
    said = json.loads(head)
    if said["form"] != FORM or said["digest"] != _digest(text):
        raise ValueError("its digest is another")
    if said["order"] != sys.byteorder:
        raise ValueError("its numbers are those of another kind of machine")
    arrays = {name: _mapped(folder / f"{stem}.{name}.array", *one) for name, one in said["arrays"].items()}
    return Part(text.decode(), arrays)


def _mapped(path: Path, code: str, digest: str) -> memoryview:
    try:
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                raise ValueError(f"the digest of {path.name} is another")
            # Nothing cannot be mapped.
            content = mmap(file.fileno(), 0, access=ACCESS_READ) if file.tell() else b""
    except FileNotFoundError:
        raise ValueError(f"{path.name} is missing") from None
    # A kind that there is not is a `ValueError`.
    return memoryview(content).cast(cast("Literal['B']", code))


def _digest(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()


def _keep(folder: Path, name: str, mark: str, part: Part) -> bool:
    """Whether the part could be written."""
    try:
        _write(folder, f"{name}.{mark}", part)
    except OSError as error:
        logger.warning("%s: what was read cannot be kept here: %s", folder, error.strerror or error)
        return False
    _remove_others(folder, name, mark)
    return True


def _write(folder: Path, stem: str, part: Part) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: (array.format, _digest(array)) for name, array in part.arrays.items()}
    for name, array in part.arrays.items():
        _put(folder / f"{stem}.{name}.array", array)
    text = part.text.encode()
    head = json.dumps({"form": FORM, "order": sys.byteorder, "digest": _digest(text), "arrays": arrays})
    # Last, since it names the others.
    _put(folder / f"{stem}.json", head.encode() + b"\n" + text)


def _put(path: Path, content: bytes | memoryview) -> None:
    """The file at once, whole or not at all."""
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _remove_others(folder: Path, name: str, mark: str) -> None:
    """Parts of this name from other sources, and what a process that was stopped has left."""
    for path in folder.glob(f"{name}.*"):
        if not path.name.startswith(f"{name}.{mark}."):
            with suppress(OSError):
                path.unlink()
