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


def untold(answer: dict[str, object]) -> list[dict[str, object]]:
    """What is wrong with a case, without its sentences, which `batch` does not tell."""
    errors = answer["errors"]
    assert isinstance(errors, list)
    return [{name: value for name, value in one.items() if name != "text"} for one in errors]


def differing(cases: list[Case], endpoint: str, folder: Path) -> list[tuple[Case, str]]:
    """The cases that are answered otherwise, with the name of what differs."""
    wrong = list[tuple[Case, str]]()
    for case, batch, tool in zip(cases, by_batch(cases, folder), by_tools(cases, endpoint), strict=True):
        said = {**tool, "errors": untold(tool)} if "errors" in tool else tool
        wrong += ((case, name) for name in ANSWERED if name != "id" and batch.get(name) != said.get(name))
    return wrong


def test_the_tools_answer_as_batch_does(endpoint: str, tmp_path: Path) -> None:
    cases = [*islice(every_case(), 0, None, EVERY)]
    assert len(cases) >= LEAST
    assert differing(cases, endpoint, tmp_path) == []
