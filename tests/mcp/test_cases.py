"""The same cases through the tools and through `batch`, on both sides of every edge: the same answers."""

import json
from itertools import islice
from pathlib import Path

import anyio
from mcp.client.client import Client

from assistant.cli.batch import ANSWERED
from assistant.settings import Settings
from tests.reference.cases import ASPECTS, EDGES, Case, questions, walk
from tests.terminal import run

ASKED_ON = (EDGES[10], EDGES[12])
EVERY, LEAST = 18, 500
"""Of all cases so many are left out for each that is asked here, so that this many are."""


def every_case() -> list[Case]:
    """Every way through every question on two days."""
    return [
        case
        for on in ASKED_ON
        for policy in ASPECTS
        for topic, aspect in questions(policy)
        for case, _ in walk(Case(policy, topic, aspect, on, {}))
    ]


def as_sent(case: Case) -> dict[str, object]:
    """A case as programs send it."""
    return {**case._asdict(), "on": case.on.isoformat()}


def by_batch(cases: list[Case], folder: Path) -> list[dict[str, object]]:
    """What `batch` answers."""
    source, target = folder / "cases.jsonl", folder / "answers.jsonl"
    source.write_text("".join(f"{json.dumps(as_sent(case))}\n" for case in cases), "utf-8")
    assert run(Settings(), "batch", str(source), str(target)).exit_code == 0
    return [json.loads(line) for line in target.read_text("utf-8").splitlines()]


def by_tools(cases: list[Case], endpoint: str) -> list[dict[str, object]]:
    """What the tool answers, by the SDK's client over HTTP."""
    found = list[dict[str, object]]()

    async def ask() -> None:
        async with Client(endpoint) as client:
            for case in cases:
                found.append((await client.call_tool("decide", as_sent(case))).structured_content)

    anyio.run(ask)
    return found


def differing(cases: list[Case], endpoint: str, folder: Path) -> list[tuple[Case, str]]:
    """The cases that are answered otherwise, with the name of what differs."""
    wrong = list[tuple[Case, str]]()
    for case, batch, tool in zip(cases, by_batch(cases, folder), by_tools(cases, endpoint), strict=True):
        texts = [{**error, "text": ""} for error in tool.get("errors", ())]  # type: ignore[attr-defined]
        errors = [{**error, "text": ""} for error in batch.get("errors", ())]  # type: ignore[attr-defined]
        names = (name for name in ANSWERED if name not in ("id", "errors") and batch.get(name) != tool.get(name))
        wrong += ((case, name) for name in (*names, *(["errors"] if texts != errors else [])))
    return wrong


def test_the_tools_answer_as_batch_does(endpoint: str, tmp_path: Path) -> None:
    cases = [*islice(every_case(), 0, None, EVERY)]
    assert len(cases) >= LEAST
    assert differing(cases, endpoint, tmp_path) == []
