"""An index of a great synthetic catalogue, built and asked in a process of its own, whose peak memory is its own."""

import json
import re
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from assistant.indexing.index import built
from assistant.workbench.evaluation.measurement import asking, hit_rate, percentile, refusal_rate, replies, size_of
from bench.synthetic import synthetic

PHRASES, QUESTIONS = 20, 2_000


@dataclass(frozen=True, slots=True)
class Scale:
    """Times in milliseconds and seconds, memory in millions of bytes; `peak_mb` is the whole process's, to its end."""

    topics: int
    phrases: int
    questions: int
    top_1: float | None
    top_3: float | None
    oos_recall: float | None
    p50_ms: float
    p99_ms: float
    build_s: float
    index_mb: float
    peak_mb: float
    empty_mb: float


def at_scale(topics: int) -> Scale:
    """So many topics with twenty phrases each, measured in a new process."""
    done = subprocess.run([sys.executable, "-m", "bench.scale", str(topics)], check=True, stdout=subprocess.PIPE)
    return Scale(**json.loads(done.stdout))


def measured(topics: int) -> Scale:
    """The same in this process, which should have done nothing else before."""
    empty_mb = peak_mb()
    made = synthetic(topics, PHRASES, QUESTIONS)
    start = time.perf_counter()
    index = built(made.phrases)
    build_s = time.perf_counter() - start
    given = replies(asking(index), made.questions)
    times = [reply.ms for reply in given]
    highest = peak_mb()
    return Scale(
        topics=topics,
        phrases=topics * PHRASES,
        questions=QUESTIONS,
        top_1=hit_rate(made.questions, given, 1),
        top_3=hit_rate(made.questions, given, 3),
        oos_recall=refusal_rate(made.questions, given),
        p50_ms=statistics.median(times),
        p99_ms=percentile(times, 0.99),
        build_s=build_s,
        index_mb=size_of(index) / 1e6,
        peak_mb=highest,
        empty_mb=empty_mb,
    )


def peak_mb(process: int | Literal["self"] = "self") -> float:
    """The most memory that a process has held, in millions of bytes, as the kernel reports it; NaN once it ended."""
    # Not getrusage: its peak includes what the parent held when it started this process.
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text("utf-8"))
    return int(found[1]) * 1024 / 1e6 if found else float("nan")


if __name__ == "__main__":
    print(json.dumps(asdict(measured(int(sys.argv[1])))))
