"""
Reads a document from its file, by its ending: text, Markdown, HTML, PDF or DOCX.

A file may be made so that reading it never ends, or fills the memory. So a process of its own reads it, which the
system ends where it takes too much: whatever the trick is, whoever asked is told.
"""

import json
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from assistant.errors import Usage, Wording, told
from assistant.workbench.sources.blocks import Block, Blocks
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.markup import html_blocks

LARGEST = 50_000_000
"""Bytes of the largest file that is read."""
MOST_SIGNS, MOST_BLOCKS = 3_000_000, 20_000
"""Signs, and blocks, of the longest text that is compared: a thousand pages."""
SECONDS, MEGABYTES = 5, 300
"""Of the processor and of memory that reading one document may take."""
FULL = 70
ENDED = (FULL, -signal.SIGXCPU, -signal.SIGKILL)
"""How a process ends that has taken all the memory, or all the time."""
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_document(path: Path) -> Blocks:
    """
    The blocks of the document, at least one, as a process of its own reads them.

    Raises:
        Usage: its kind is not known, a library is not installed, nothing can be read in it, or it takes too much.
        OSError: the file cannot be opened.
    """
    with path.open("rb"):
        command = [sys.executable, "-m", __name__, str(path), str(SECONDS), str(MEGABYTES)]
        read = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (our own command)
    if read.returncode in ENDED:
        raise Usage(
            told(
                "{file}: reading it would take more than {seconds} seconds or {megabytes} MB of memory. Save it in "
                "parts, without pictures.",
                file=path,
                seconds=SECONDS,
                megabytes=MEGABYTES,
            )
        )
    if read.returncode:
        raise _broken(path)
    found = json.loads(read.stdout)
    if isinstance(found, dict):
        raise Usage(*(Wording(sentence, tuple(map(tuple, values))) for sentence, values in found["wrong"]))
    return tuple(Block(*one) for one in found)


def main(path: Path, seconds: int, megabytes: int) -> int:
    """Reads a document within these limits, and prints its blocks, or what is wrong, as JSON; returns the status."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    found: object
    try:
        found = [astuple(block) for block in read_here(path)]
    except Usage as error:
        found = {"wrong": [(one.sentence, one.values) for one in error.wordings]}
    except MemoryError:
        return FULL
    sys.stdout.write(json.dumps(found))
    return 0


def read_here(path: Path) -> Blocks:
    """The same, read by this process, whatever it takes."""
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise Usage(
            told("{file}: this kind of file is not read here. Save it as {kinds}.", file=path, kinds=", ".join(READERS))
        )
    if path.stat().st_size > LARGEST:
        raise Usage(told("{file}: the file is larger than 50 MB. Save it without pictures.", file=path))
    blocks = read(path)
    if not blocks:
        raise Usage(told("{file}: there is no text in it.", file=path))
    if len(blocks) > MOST_BLOCKS or sum(len(block.text) for block in blocks) > MOST_SIGNS:
        raise _too_much(path)
    return blocks


def _text(path: Path) -> Blocks:
    return text_blocks(_decoded(path, path.read_bytes(), "utf-8"))


def _html(path: Path) -> Blocks:
    raw = path.read_bytes()
    declared = DECLARED.search(raw[:4096])
    return html_blocks(_decoded(path, raw, declared[1].decode() if declared else "utf-8"))


def _decoded(path: Path, raw: bytes, encoding: str) -> str:
    """The text, as its first bytes say, else in `encoding`; no encoding is guessed, for a wrong guess changes words."""
    encoding = next((name for mark, name in MARKS.items() if raw.startswith(mark)), encoding)
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise Usage(
            told("{file}: the text is not written in {encoding}. Save it as UTF-8.", file=path, encoding=encoding)
        ) from None
    if "\0" in text:
        raise Usage(told("{file}: this is no text. Check that its ending says what it is.", file=path))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _pdf(path: Path) -> Blocks:
    try:
        # An extra: most who use the assistant never read a document with it.
        from assistant.workbench.sources.pages import Locked, NoPdf, pdf_blocks
    except ImportError:
        raise _missing(path) from None
    try:
        blocks = pdf_blocks(path)
    except Locked:
        raise Usage(told("{file}: a password protects it. Save a copy without one.", file=path)) from None
    except NoPdf:
        raise _broken(path) from None
    if not blocks:
        raise Usage(
            told(
                "{file}: its pages are pictures of text. Make a copy with text recognition, and "
                "compare that with the pages.",
                file=path,
            )
        )
    return blocks


def _docx(path: Path) -> Blocks:
    try:
        # An extra, as above.
        from assistant.workbench.sources.office import Closed, NoDocx, TooMuch, docx_html
    except ImportError:
        raise _missing(path) from None
    try:
        return html_blocks(docx_html(path, LARGEST))
    except Closed:
        raise Usage(
            told(
                "{file}: a password protects it, or it is older than DOCX. Save it as DOCX without a password.",
                file=path,
            )
        ) from None
    except TooMuch:
        raise _too_much(path) from None
    except NoDocx:
        raise _broken(path) from None


def _missing(path: Path) -> Usage:
    return Usage(
        told(
            "{file}: reading this kind of file takes two more packages. Run: {command}",
            file=path,
            command="pip install 'policy-assistant[documents]'",
        )
    )


def _too_much(path: Path) -> Usage:
    return Usage(told("{file}: there is more in it than can be compared. Save it in parts.", file=path))


def _broken(path: Path) -> Usage:
    return Usage(told("{file}: the file is damaged, or its ending is not its kind. Save or send it again.", file=path))


READERS: dict[str, Callable[[Path], Blocks]] = {
    ".txt": _text, ".text": _text, ".md": _text, ".markdown": _text, ".html": _html, ".htm": _html, ".pdf": _pdf,
    ".docx": _docx,
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
