"""
Reads a document from its file, by its ending: text, Markdown, HTML, PDF or DOCX.

A file may be made so that reading it never ends, or fills the memory. So a process of its own reads it, which is ended
where it takes too much: whatever the trick is, whoever asked is told.
"""

import codecs
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from assistant.errors import Usage, Wording, told
from assistant.workbench.sources.blocks import Block, Document, Remark
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.markup import html_document
from assistant.workbench.sources.remarks import TOO_MUCH
from assistant.workbench.sources.wordprocessing import docx_document

LARGEST = 50_000_000
"""Bytes of the largest file that is read."""
MOST_SIGNS, MOST_BLOCKS = 3_000_000, 20_000
"""Signs, and blocks, of the longest text that is compared: a thousand pages."""
SECONDS, MEGABYTES, WAIT = 5, 300, 6
"""Of the processor and of memory that reading one document may take, and how many times the seconds it may last."""
FULL = 70
"""How the process ends that has taken all the memory."""
ENDED = {FULL, -24, -9, -6, -5}
"""How one ends that has taken all: of its own, by the system (`SIGXCPU`, `SIGKILL`), or by a library that got no more
memory (`SIGABRT`, `SIGTRAP`). There are such signals where there are such limits."""
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
AS_BROWSERS = {
    "shift_jis": ("cp932",), "euc_jp": ("euc_jp", "euc_jis_2004"), "iso2022_jp": ("iso2022_jp", "iso2022_jp_2004"),
    "iso8859-1": ("cp1252",), "ascii": ("cp1252",), "iso8859-9": ("cp1254",), "gb2312": ("gb18030",),
    "gbk": ("gb18030",), "euc_kr": ("cp949",), "big5": ("big5", "big5hkscs"),
}  # fmt: skip
"""What browsers take an encoding for, under whose name files hold more signs than it has."""
ALIASES = {"x-sjis": "shift_jis", "windows-31j": "cp932", "x-euc-jp": "euc_jp"}


def read_document(path: Path) -> Document:
    """
    The document, at least one block of it, as a process of its own reads it.

    Raises:
        Usage: its kind is not known, a library is not installed, nothing can be read in it, or it takes too much.
        OSError: the file cannot be opened.
    """
    with path.open("rb"):
        command = [sys.executable, "-m", __name__, str(path), str(SECONDS), str(MEGABYTES)]
        try:
            read = subprocess.run(command, capture_output=True, check=False, timeout=WAIT * SECONDS)  # noqa: S603 (ours)
        except subprocess.TimeoutExpired:
            raise _takes_too_much(path) from None
    if read.returncode in ENDED:
        raise _takes_too_much(path)
    if read.returncode:
        raise _crashed(path, read.returncode, read.stderr.decode("utf-8", "replace"))
    found = json.loads(read.stdout)
    if "wrong" in found:
        raise Usage(*(Wording(sentence, tuple(map(tuple, values))) for sentence, values in found["wrong"]))
    blocks, remarks = (Block(*one) for one in found["blocks"]), (Remark(*one) for one in found["remarks"])
    return Document(tuple(blocks), tuple(remarks))


def main(path: Path, seconds: int, megabytes: int) -> int:
    """Reads a document within these limits, and prints it, or what is wrong, as JSON; returns the status."""
    _limit(seconds, megabytes)
    found: object
    try:
        read = read_here(path)
        found = {"blocks": [*map(astuple, read.blocks)], "remarks": [*map(astuple, read.remarks)]}
    except Usage as error:
        found = {"wrong": [(one.sentence, one.values) for one in error.wordings]}
    except MemoryError:
        return FULL
    sys.stdout.write(json.dumps(found))
    return 0


def _limit(seconds: int, megabytes: int) -> None:
    """Sets the limits where the system has such; elsewhere whoever started the process waits no longer than it may."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def read_here(path: Path) -> Document:
    """The same, read by this process, whatever it takes."""
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise Usage(
            told("{file}: this kind of file is not read here. Save it as {kinds}.", file=path, kinds=", ".join(READERS))
        )
    if path.stat().st_size > LARGEST:
        raise Usage(told("{file}: the file is larger than 50 MB. Save it without pictures.", file=path))
    found = read(path)
    if not found.blocks:
        raise Usage(told("{file}: there is no text in it.", file=path))
    if len(found.blocks) > MOST_BLOCKS or sum(len(block.text) for block in found.blocks) > MOST_SIGNS:
        raise Usage(told(TOO_MUCH, file=path))
    return found


def _text(path: Path) -> Document:
    return Document(text_blocks(_decoded(path, path.read_bytes(), "utf-8")))


def _html(path: Path) -> Document:
    raw = path.read_bytes()
    declared = DECLARED.search(raw[:4096])
    return html_document(_decoded(path, raw, declared[1].decode() if declared else "utf-8"))


def _decoded(path: Path, raw: bytes, encoding: str) -> str:
    """The text, as its first bytes say, else in `encoding`; no encoding is guessed, for a wrong guess changes words."""
    encoding = next((name for mark, name in MARKS.items() if raw.startswith(mark)), encoding)
    text = next(filter(None, (_read_as(raw, name) for name in _candidates(encoding))), None)
    if text is None and raw:
        raise Usage(
            told("{file}: the text is not written in {encoding}. Save it as UTF-8.", file=path, encoding=encoding)
        )
    text = text or ""
    if "\0" in text:
        raise Usage(told("{file}: this is no text. Check that its ending says what it is.", file=path))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _candidates(encoding: str) -> tuple[str, ...]:
    try:
        name = codecs.lookup(ALIASES.get(encoding.casefold(), encoding)).name
    except LookupError:
        return ()
    return AS_BROWSERS.get(name, (name,))


def _read_as(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _pdf(path: Path) -> Document:
    try:
        # An extra: most who use the assistant never read a document with it.
        from assistant.workbench.sources.pages import pdf_document
    except ImportError:
        command = "pip install 'policy-assistant[documents]'"
        wrong = told("{file}: reading this kind of file takes one more package. Run: {command}", file=path,
                     command=command)  # fmt: skip
        raise Usage(wrong) from None
    return pdf_document(path)


def _takes_too_much(path: Path) -> Usage:
    return Usage(
        told(
            "{file}: reading it would take more than {seconds} seconds or {megabytes} MB of memory. Save it in "
            "parts, without pictures.",
            file=path,
            seconds=SECONDS,
            megabytes=MEGABYTES,
        )
    )


def _crashed(path: Path, status: int, log: str) -> Usage:
    """What happened: the last line of what the process wrote, else the number that it ended with."""
    why = next((line.strip() for line in reversed(log.splitlines()) if line.strip()), str(status))
    return Usage(
        told("{file}: reading it came to grief ({why}). Save it anew, or as another kind of file.", file=path, why=why)
    )


READERS: dict[str, Callable[[Path], Document]] = {
    ".txt": _text, ".text": _text, ".md": _text, ".markdown": _text, ".html": _html, ".htm": _html, ".pdf": _pdf,
    ".docx": lambda path: docx_document(path, LARGEST),
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
