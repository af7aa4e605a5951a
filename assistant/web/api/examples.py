"""Examples of what the API is asked and answers: made of the content that is served, and answered by the API itself."""

import asyncio
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote

from anyio import sleep_forever
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message

from assistant.present.policy.start import example
from assistant.present.programs import KINDS
from assistant.web.api.description import OPERATIONS, V1, Operation
from assistant.web.frame.problems import Problems
from assistant.web.frame.query import write_query
from assistant.web.frame.site import Site

SHOWN = 2
"""So many entries of a list are shown."""


@dataclass(frozen=True)
class Call:
    """One request: `values` are the values of its parameters by name."""

    operation: Operation
    values: Mapping[str, object]
    body: object = None

    @property
    def path(self) -> str:
        """The path of the address."""
        return V1 + self.operation.path.format_map({name: quote(str(value)) for name, value in self.values.items()})

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What stands in the query: facts each by itself."""
        left = ((name, value) for name, value in self.values.items() if f"{{{name}}}" not in self.operation.path)
        return list(
            chain.from_iterable(
                value.items() if isinstance(value, Mapping) else [(name, str(value))] for name, value in left
            )
        )

    @property
    def query(self) -> str:
        """The query of the address."""
        return write_query(self.pairs)

    async def ask(self, api: ASGIApp) -> "Given":
        """What the API says to it."""
        method, body = ("GET", b"") if self.body is None else ("POST", json.dumps(self.body).encode())
        return Given(self, *await _ask(api, method, self.path, self.query, body))


class Shown(NamedTuple):
    """By operation, a call and its answer; by status, what is sent with it."""

    given: Mapping[str, "Given"]
    refused: Mapping[int, object]


class Examples:
    """What `api` itself says to one call of each operation and to what it refuses, asked anew each day."""

    def __init__(self, site: Site, api: ASGIApp, problems: Problems) -> None:
        self.site, self.api, self.problems = site, api, problems
        self._made: dict[str, tuple[dt.date, Shown]] = {}
        self._lock = asyncio.Lock()

    async def shown(self, lang: str) -> Shown:
        """
        The examples in one language, asked for in a thread, once for all who wait: together they take as long as many
        pages. An answer that cannot be given yet is asked for again.
        """
        async with self._lock:
            day = self.site.latest()
            if self._made.get(lang, (None,))[0] != day:
                made = await run_in_threadpool(lambda: asyncio.run(self._asked(lang)))
                # Such as while it is still learnt what people ask.
                if any(one.status != 200 for one in made.given.values()):
                    return made
                self._made[lang] = day, made
            return self._made[lang][1]

    async def _asked(self, lang: str) -> Shown:
        given = {one.operation.id: await one.ask(self.api) for one in sample(self.site, lang)}
        return Shown(given, {status: await cause(status, self.api, self.problems) for status in KINDS})


class Given(NamedTuple):
    """A call, and the status and the body that it was answered with."""

    call: Call
    status: int
    body: object


def sample(site: Site, lang: str) -> Iterator[Call]:
    """A call of each operation: about what serves as an example on the start, else about the first topic."""
    shown = example(site.writers[lang].values(), site.now())
    if shown:
        policy, topic, aspect, facts = shown.asked.policy, shown.asked.topic, shown.asked.aspect, shown.asked.facts
        question: str = shown.asked.question
    else:
        writer = next(iter(site.writers[lang].values()))
        policy, facts = writer.policy.about.id, {}
        topic, aspect = next(
            (name, next(iter(one.aspects))) for name, one in writer.policy.topics.items() if one.aspects
        )
        question = writer.text(writer.policy.topics[topic].title)
    on = site.today(site.library.policies[policy]).isoformat()
    case = {"policy": policy, "topic": topic, "aspect": str(aspect), "on": on, "lang": lang}
    values = {**case, "q": str(question), "facts": dict(facts)}
    for one in OPERATIONS:
        named = {each.name: values[each.name] for each in one.parameters if each.name in values}
        cases = [{"id": 1, **case, "facts": dict(facts)}, {"id": 2, **case}]
        yield Call(one, named, {"cases": cases} if one.sent else None)


CAUSES = {
    400: ("GET", "/topics", "lang=en&lang=en", b""),
    404: ("GET", "/policies/nothing", "", b""),
    405: ("PUT", "/answers", "", b""),
    413: ("POST", "/answers", "", b"[%s0]" % (b"0," * 250)),
    414: ("GET", "/topics", "q=" + "q" * 9000, b""),
    415: ("POST", "/answers", "", b"[]"),
    422: ("GET", "/match", "", b""),
}
"""What is refused, by the status that says so."""


async def cause(status: int, api: ASGIApp, problems: Problems) -> object:
    """What is sent with a status that says no."""
    if status not in CAUSES:
        return json.loads(bytes(problems.shed({"path": V1}, status).body))
    method, place, query, body = CAUSES[status]
    kind = b"text/plain" if status == 415 else b"application/json"
    return (await _ask(api, method, V1 + place, query, body, kind))[1]


async def _ask(
    api: ASGIApp, method: str, path: str, query: str, body: bytes, kind: bytes = b"application/json"
) -> tuple[int, object]:
    """The status and the body of an answer of this application."""
    scope = {
        "app": api,
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"content-type", kind)],
    }
    coming, sent = iter([{"type": "http.request", "body": body}]), list[Message]()

    async def receive() -> Message:
        if (first := next(coming, None)) is not None:
            return first
        await sleep_forever()
        raise RuntimeError("it goes on for ever")

    async def send(message: Message) -> None:
        sent.append(message)

    await api(scope, receive, send)
    return sent[0]["status"], json.loads(b"".join(one.get("body", b"") for one in sent[1:]))


def shortened(value: object) -> object:
    """An answer in which each list is shown by its first entries."""
    if isinstance(value, dict):
        return {name: shortened(one) for name, one in value.items()}
    return [shortened(one) for one in value[:SHOWN]] if isinstance(value, list) else value
