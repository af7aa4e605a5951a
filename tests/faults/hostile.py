"""
Bad input by the million, drawn from a seed: `python -m tests.faults.hostile COUNT SEED` prints how much of each kind an
application was given, and ends with 1 where anything was not as it must be.

Nothing fails, nothing that is markup comes back as markup, nothing leads to another site, and no value is taken for
another: a program is answered for the very text that it sent, or told what is wrong with it.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import MutableMapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from starlette.types import ASGIApp

from assistant.content import read_library
from tests.conftest import ROOT
from tests.faults.drawing import Asked, Drawing
from tests.faults.kinds import CANARY, SUM
from tests.site import application


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


async def answered(app: ASGIApp, asked: Asked) -> Answer:
    """What an application answers."""
    said: list[MutableMapping[str, Any]] = []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": asked.method, "scheme": "http",
        "path": asked.path.decode("utf-8", "replace"), "raw_path": asked.path, "query_string": asked.query,
        "root_path": "", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
        "headers": [(b"host", b"help.example"), (b"content-length", b"%d" % len(asked.body)), *asked.headers],
    }  # fmt: skip

    coming = [asked.body]

    async def receive() -> MutableMapping[str, Any]:
        if coming:
            return {"type": "http.request", "body": coming.pop(), "more_body": False}
        never: MutableMapping[str, Any] = await asyncio.get_running_loop().create_future()
        return never

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    await app(scope, receive, send)
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in said[0]["headers"]}
    return Answer(said[0]["status"], headers, b"".join(message.get("body", b"") for message in said))


def wrong(asked: Asked, found: Answer) -> str:
    """What is wrong with an answer; nothing where it is as it must be."""
    if found.status >= 500 and not (
        found.status == 503 and b"edition" in asked.query and "retry-after" in found.headers
    ):
        return f"status {found.status}"
    if any(CANARY in name.lower() for name in found.headers):
        return "a header of theirs"
    place = urlsplit(found.headers.get("location", ""))
    if place.netloc not in ("", "help.example") or place.path.startswith(("//", "/\\")):
        return f"leads to {found.headers['location']}"
    markup = found.headers.get("content-type", "").startswith("text/html")
    if markup and (f"<{CANARY}".encode() in found.body or b"<script>" + CANARY.encode() in found.body):
        return "markup of theirs"
    if SUM.encode() in found.body and asked.method == "GET" and SUM.encode() not in asked.query:
        return "a template that was worked out"
    return _guessed(asked, found) if asked.sent and found.status == 200 else ""


def _guessed(asked: Asked, found: Answer) -> str:
    """A value that was taken for another."""
    whole = json.loads(found.body)
    for record, (name, text) in zip(whole.get("answers", [whole]), asked.sent, strict=True):
        if name and record["status"] != "invalid" and record["given"].get(name, text) != text:
            return f"{name}={text[:60]!r} taken for {record['given'][name]!r}"
    return ""


async def assail(app: ASGIApp, drawing: Drawing, count: int) -> tuple[Counter[str], list[str]]:
    """How many inputs of each kind an application was given, so many in all, and what was wrong."""
    given, faults = Counter[str](), list[str]()
    while given.total() < count:
        asked = drawing.drawn()
        given.update(asked.kinds)
        if fault := wrong(asked, await answered(app, asked)):
            shown = asked._replace(query=asked.query[:999], body=asked.body[:999], kinds=(), sent=())
            faults.append(f"{fault}: {shown}")
    return given, faults


def main(count: int, seed: int) -> int:
    """Prints what came of it; the exit status."""
    library = read_library(ROOT / "content")
    given, faults = asyncio.run(assail(application(library, ROOT / "locales"), Drawing(library, seed), count))
    for kind, number in sorted(given.items()):
        sys.stdout.write(f"{number:9,} {kind}\n")
    sys.stdout.write("".join(f"WRONG: {one}\n" for one in faults[:99]))
    sys.stdout.write(f"{given.total():,} inputs from seed {seed}: {len(faults)} wrong\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])) if sys.argv[2:] else main(1_000_000, 0))
