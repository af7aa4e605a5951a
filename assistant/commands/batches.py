"""`batch` and `match-batch`: files in, files out, in order, with a progress bar on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from assistant.commands.cases import answer_case, answer_question
from assistant.commands.files import Case, Handle, Record, csv_writer, lines_of, run, write_line
from assistant.i18n.words import Words
from assistant.loading import load_library, now
from assistant.matching import load_matcher
from assistant.settings import Settings


def _opened(stack: ExitStack, path: Path, mode: str) -> BinaryIO:
    """A file, or the standard stream where the path is `-`."""
    if str(path) == "-":
        return sys.stdin.buffer if mode == "rb" else sys.stdout.buffer
    opened: BinaryIO = stack.enter_context(path.open(mode))  # type: ignore[assignment]  # the modes are binary
    return opened


@contextmanager
def _progress(path: Path, words: Words) -> Iterator[Callable[[int], None]]:
    """Tells how far a file has been read, where somebody watches; says nothing otherwise."""
    if not sys.stderr.isatty() or not path.is_file():
        yield lambda done: None
        return
    # Only a terminal needs the library, and its import takes as long as a thousand cases.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words.say("Answering"), total=path.stat().st_size)
        yield lambda done: bar.update(task, completed=done)


def _stream(source: Path, target: Path, words: Words, handle: Handle) -> None:
    with ExitStack() as stack:
        read = _opened(stack, source, "rb")
        write_to = _opened(stack, target, "wb")
        progress = stack.enter_context(_progress(source, words))
        write = csv_writer(write_to) if target.suffix.lower() == ".csv" else _json_writer(write_to)
        run(lines_of(read, str(source)), handle, write, progress)
        write_to.flush()


def _json_writer(target: BinaryIO) -> Callable[[object, Record], None]:
    def write(case_id: object, record: Record) -> None:
        target.write(write_line(case_id, record))

    return write


def batch(settings: Settings, words: Words, source: Path, target: Path) -> None:
    """Decides each case of a file. Raises `ContentError`, or `OSError` for files that cannot be opened."""
    library = load_library(settings)

    def handle(case: Case) -> Record:
        return answer_case(library, case, now)

    _stream(source, target, words, handle)


def match_batch(settings: Settings, words: Words, source: Path, target: Path) -> None:
    """Matches each question of a file. Raises as `batch` does."""
    matcher = load_matcher(settings, load_library(settings))

    def handle(case: Case) -> Record:
        return answer_question(matcher, case, now)

    _stream(source, target, words, handle)
