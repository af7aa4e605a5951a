"""The command as it is started: many cases in a batch, one answer, and the check of everything."""

import gc
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import process_time

import assistant
from assistant.content import read_library
from assistant.loading import library_folder, load_library
from assistant.matching import load_matcher
from assistant.model.policy import Library
from assistant.settings import settings
from bench.figure import Figure, medians

COMMAND = str(Path(sys.executable).with_name("policy-assistant"))
ASK = (COMMAND, "ask", "is a new dongle free")
DECIDE = (COMMAND, "decide", "licence-desk/hwkc-replacement/free", "swa=active", "system=sv9500", "--on", "2026-01-15")
LIBRARIES = "import rapidfuzz, jinja2, pydantic, fastapi, typer, babel.dates"
IMPORTS = (sys.executable, "-c", LIBRARIES)
"""The peer of everything that starts: it imports what the whole of us is built on, and does nothing."""
READ = """
from assistant.content import read_library
from assistant.settings import settings
read_library(settings().content)
"""
PARSED = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), yaml.CBaseLoader)
"""
EXTRACTED = """
import sys
from babel.messages.extract import extract_from_dir
files = [("**.py", "python"), ("**.html", "jinja2")]
list(extract_from_dir(sys.argv[1], files, keywords=dict.fromkeys(["say", "told", "plural", "worded", "N_"])))
"""
LINES = 60_000
ROUND_TRIP = """
import json, sys
with open(sys.argv[1]) as cases, open(sys.argv[2], "w") as answers:
    answers.writelines(json.dumps(json.loads(line)) + "\\n" for line in cases)
"""


def figures() -> Iterator[Figure]:
    """Every figure of a command that ends by itself."""
    yield _batch(read_library(settings().content))
    yield _loaded()
    for command, most in ((DECIDE, 0.8), (ASK, 1.5)):
        ours, peer = medians(partial(_run, *command), partial(_run, *IMPORTS), rounds=9, warm=1)
        name = f"{command[1]}, from the start of the command"
        yield Figure(name, "s", ours, most, f"python -c '{LIBRARIES}'", peer, by_ratio=True)
    ours, peer = medians(partial(_run, COMMAND, "check"), partial(_run, sys.executable, "-c", READ), rounds=1)
    yield Figure("check, every path and every text", "s", ours, 60, "reading the content alone", peer)
    content, package = settings().content, Path(assistant.__file__).parent
    for name, command, most, by, peers in (
        ("reading the content", (sys.executable, "-c", READ), 6, "PyYAML with libyaml, its files", (PARSED, content)),
        (
            "i18n sync, where nothing changed",
            (COMMAND, "i18n", "sync"),
            2,
            "Babel extracting the code",
            (EXTRACTED, package),
        ),
    ):
        ours, peer = medians(partial(_run, *command), partial(_run, sys.executable, "-c", *map(str, peers)), rounds=5)
        yield Figure(name, "s", ours, most, by, peer, by_ratio=True)


def _loaded() -> Figure:
    """What a start reads: all policies, texts and the index as they are compiled, in a process that has its modules."""

    def load() -> object:
        return load_matcher(known, load_library(known))

    def parse() -> object:
        return [json.loads(line) for path in kept for line in path.read_bytes().splitlines()]

    known = settings()
    load()  # compiled where it is not yet
    kept = sorted(library_folder(known).path.glob("*.json"))
    gc.freeze()  # as `main` has it; and what was measured before must not be looked through
    ours, peer = medians(load, parse, rounds=15, warm=1, clock=process_time)
    name = "loading what is compiled, with the matcher, CPU"
    return Figure(name, "s", ours, 15, "json.loads of the same texts", peer, by_ratio=True)


def _run(*words: str) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def _cases(library: Library) -> Iterator[str]:
    """Every worked example as a line of a batch file."""
    for policy in library.policies.values():
        for number, one in enumerate(policy.examples):
            case = {"policy": policy.about.id, "topic": one.topic, "aspect": one.aspect, "on": str(one.on)}
            yield json.dumps({"id": f"{policy.about.id}-{number}", **case, "facts": one.facts}) + "\n"


def _batch(library: Library) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        many, none = Path(folder) / "many.jsonl", Path(folder) / "none.jsonl"
        many.write_text("".join(itertools.islice(itertools.cycle(_cases(library)), LINES)), "utf-8")
        none.touch()
        ours = _rate(many, none, COMMAND, "batch")
        peer = _rate(many, none, sys.executable, "-c", ROUND_TRIP)
    return Figure("batch, on one core", "cases/s", ours, 15_000, "a JSON round trip of each line", peer, True)


def _rate(many: Path, none: Path, *command: str) -> float:
    """Lines a second on one core: a run over many, less a run over none."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    answers = str(many.with_name("answers.jsonl"))
    whole, start = medians(partial(_run, *command, str(many), answers), partial(_run, *command, str(none), answers), 3)
    os.sched_setaffinity(0, cores)
    return LINES / (whole - start)
