"""
`python -m bench.cases [CASES]`: cases by the million in Parquet, decided by `batch` alone and by one and two workers of
Dask: the same bytes, and how much sooner two have them. Ends with 1 where a promise is not kept.
"""

import datetime as dt
import random
import subprocess
import sys
import time
from contextlib import suppress
from filecmp import cmp
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from assistant.content import read_library
from assistant.model.policy import Policy
from assistant.settings import settings
from bench.process import COMMAND
from bench.scale import peak_mb
from tests.cli.clusters import cluster

CASES, KINDS = 10_000_000, 50_000
"""Cases of a file, and those of them that differ in more than their day and id."""
FIRST = dt.date(2024, 1, 1)
PROMISED = 1.8


def write_cases(path: Path, count: int) -> None:
    """Worked examples, half of whose choices are drawn anew; all of them on one day after the other."""
    policies = list(read_library(settings().content).policies.values())
    chosen = random.Random(0)  # noqa: S311 (what is asked need not be secret)
    text = pa.string()
    columns = [(name, text) for name in ("policy", "topic", "aspect")] + [("facts", pa.map_(text, text))]
    cases = [_case(chosen, chosen.choice(policies)) for _ in range(min(count, KINDS))]
    kinds = pa.Table.from_pylist(cases, pa.schema(columns))
    with pq.ParquetWriter(path, _with(kinds, 0).schema, compression="zstd") as written:
        for start in range(0, count, KINDS):
            written.write_table(_with(kinds.slice(0, count - start), start))


def _case(chosen: random.Random, policy: Policy) -> dict[str, object]:
    example, facts = chosen.choice(policy.examples), []
    for name, text in example.facts.items():
        options = policy.facts[name].choices() if name in policy.facts else ()
        facts.append((name, chosen.choice(options) if options and chosen.random() < 0.5 else text))
    return {"policy": policy.id, "topic": example.topic, "aspect": example.aspect, "facts": facts}


def _with(kinds: pa.Table, start: int) -> pa.Table:
    """The same with ids from this number on, on the day of that number."""
    ids = pa.array(range(start, start + kinds.num_rows), pa.int64())
    day = str(FIRST + dt.timedelta(days=start // KINDS))
    return kinds.add_column(0, "id", ids).append_column("on", pa.array([day] * kinds.num_rows))


def _run(cases: Path, name: str, *options: str) -> tuple[Path, float]:
    """The answers, and the seconds until they were there."""
    answers, start, before, peaks = cases.with_name(name), time.perf_counter(), getrusage(RUSAGE_CHILDREN), [0.0]
    with subprocess.Popen([COMMAND, "batch", str(cases), str(answers), *options]) as process:
        while process.poll() is None:
            peaks.append(max(peaks[-1], peak_mb(process.pid)))
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.2)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    took, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    quarters = ", ".join(f"{peaks[len(peaks) * quarter // 4 - 1]:.0f}" for quarter in (1, 2, 3, 4))
    memory = f"MB at most by the end of each quarter {quarters}"
    print(f"{name}: {took:.1f} s, of its own processor time {own:.1f} s, {memory}", flush=True)
    return answers, took


def main(count: int) -> int:
    """Measures, prints, and gives the exit status."""
    with TemporaryDirectory() as folder:
        cases = Path(folder) / "cases.parquet"
        write_cases(cases, count)
        alone, _ = _run(cases, "alone.parquet")
        took = []
        for workers in (1, 2):
            with cluster(workers) as (address, _):
                found, seconds = _run(cases, f"by-{workers}.parquet", "--scheduler", address)
            took.append(seconds)
            if not cmp(alone, found, shallow=False):
                print(f"{found.name}: not the same as alone")
                return 1
            found.unlink()
    print(f"{count:,} cases, two workers {took[0] / took[1]:.2f} × one, promised {PROMISED}")
    return took[0] / took[1] < PROMISED


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else CASES))
