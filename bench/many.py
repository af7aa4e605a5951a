"""
`python -m bench.many [SIZES]`: invented policies read, checked and compared, 10, 100 and 1,000 of them unless told.

Each size in a process of its own, so that its peak memory is its own. Times are those of the processor, not the clock,
so that other work on the machine hardly moves them.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from assistant.cli.diff_report import compared
from assistant.i18n.load import load_words
from assistant.loading import load_library, read_content
from assistant.matching import load_matcher
from assistant.settings import Settings
from assistant.workbench.editions.versions import Wanted
from assistant.workbench.faults import faults_of
from bench.policies import write_policies
from bench.scale import peak_mb

SIZES = ("10", "100", "1000")
COLUMNS = ("policies", "read", "load", "check", "diff, nothing changed", "diff, a tenth changed", "matcher", "peak")


def main() -> None:
    """Measure each size, and print a table of seconds in all and milliseconds a policy."""
    print(f"| {' | '.join(COLUMNS)} |\n| {' | '.join(['---:'] * len(COLUMNS))} |")
    for size in sys.argv[1:] or SIZES:
        with TemporaryDirectory() as folder:
            # Made in another process: what making takes is no part of the peak.
            _python("write", size, folder)
            print(_python("measure", size, folder), end="", flush=True)


def _python(*words: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "bench.many", *words], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def write(folder: Path, count: int) -> None:
    """So many policies in `folder / "now"`, and in `folder / "then"` the same with a cell of each tenth's different."""
    write_policies(folder / "now", count)
    copytree(folder / "now", folder / "then")
    for table in sorted((folder / "then" / "content").glob("*/tables/days.csv"))[::10]:
        text = table.read_text("utf-8")
        table.write_text(re.sub(r"basic,(\d)", lambda found: f"basic,{int(found[1]) + 1}", text), "utf-8")


def measured(folder: Path, count: int) -> str:
    """The row of one size: seconds, and milliseconds a policy."""
    known = Settings(folder / "now" / "content", folder / "now" / "locales", library=folder / "library")
    words = load_words(known.locales, "en")
    same, other = (Wanted(old=str(folder / name / "content")) for name in ("now", "then"))
    library = load_library(known)
    times = [
        _seconds(lambda: read_content(known)),
        _seconds(lambda: load_library(known)),
        _seconds(lambda: _none(faults_of(known)[1])),
        _seconds(lambda: _changed(compared(known, words, same)[1], False)),
        _seconds(lambda: _changed(compared(known, words, other)[1], True)),
        _seconds(lambda: load_matcher(known, library)),
    ]
    cells = (f"{count:,}", *(f"{one:.1f} s ({one / count * 1000:.1f} ms)" for one in times), f"{peak_mb():,.0f} MB")
    return f"| {' | '.join(cells)} |\n"


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _none(faults: Sequence[object]) -> None:
    if faults:
        raise SystemExit(f"the invented policies have faults: {faults[0]}")


def _changed(found: bool, wanted: bool) -> None:
    if found != wanted:
        raise SystemExit("the comparison did not find what was changed")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", size, folder]:
            write(Path(folder), int(size))
        case ["measure", size, folder]:
            print(measured(Path(folder), int(size)), end="")
        case _:
            main()
