"""The tools as clients reach them: with the SDK's own client, over standard streams and over HTTP."""

import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event

import anyio
import pytest
from httpx2 import Client as Http
from httpx2 import TimeoutException
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.shared.exceptions import MCPError

from assistant.decide.exploration import BETWEEN
from assistant.mcp.calls import Calls
from assistant.mcp.catalogue import INSTRUCTIONS
from assistant.settings import Settings
from assistant.web.frame import way
from assistant.web.frame.admission import Turns
from tests.conftest import ROOT

CASE = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free"}
WHOLE = {**CASE, "facts": {"system": "sv9500", "swa": "none"}, "on": "2026-01-15"}
STREAMS = StdioServerParameters(
    command=sys.executable, args=["-m", "assistant", "mcp"], cwd=ROOT,
    env={"POLICY_ASSISTANT_PUBLIC_URL": "https://a.example", "POLICY_ASSISTANT_LIBRARY": str(Settings().library)},
)  # fmt: skip
HEAD = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "decide", "arguments": WHOLE}}


def conversation(server: StdioServerParameters | str, mode: str, talk: Callable[[Client], Awaitable[None]]) -> None:
    """Talks with a server by the SDK's client, in the protocol of today or in that of before."""

    async def run() -> None:
        async with Client(server, mode=mode) as client:
            await talk(client)

    anyio.run(run)


async def ask_all(client: Client) -> None:
    """Every tool is listed with its schemas, which the client holds each answer against."""
    assert client.instructions == INSTRUCTIONS
    listed = (await client.list_tools()).tools
    assert all(one.output_schema and one.annotations and one.annotations.read_only_hint for one in listed)
    given: dict[str, dict[str, object]] = {
        "find_topic": {"question": "Is a new dongle free?"},
        "read_topic": {"policy": "licence-desk", "topic": "hwkc-replacement"},
        "read_clauses": {"policy": "licence-desk", "clauses": ["hwkc.fee"]},
        "compare_editions": {**WHOLE, "edition": "ffffffffffff"},
    }
    for one in listed:
        said = await client.call_tool(one.name, given.get(one.name, WHOLE))
        assert not said.is_error, one.name
        assert said.structured_content, one.name
        assert said.content[0].type == "text"
        assert said.content[0].text
    wrong = await client.call_tool("decide", {**CASE, "topic": "nosuch"})
    assert (wrong.is_error, wrong.structured_content["status"]) == (True, "invalid")
    with pytest.raises(MCPError, match="decide"):
        await client.call_tool("nosuch", {})


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_every_tool_answers_over_standard_streams(mode: str) -> None:
    conversation(STREAMS, mode, ask_all)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_every_tool_answers_over_http(endpoint: str, mode: str) -> None:
    conversation(endpoint, mode, ask_all)


@pytest.mark.parametrize(
    ("method", "headers", "body", "status"),
    [
        ("GET", {}, b"", 405),
        ("DELETE", {}, b"", 405),
        ("POST", {"Origin": "https://elsewhere.example"}, json.dumps(CALL).encode(), 403),
        ("POST", {"Sec-Fetch-Site": "cross-site"}, json.dumps(CALL).encode(), 403),
        ("POST", {"Content-Type": "text/plain"}, json.dumps(CALL).encode(), 400),
        ("POST", {}, b" " * 64_001, 413),
        ("POST", {}, b"{", 400),
    ],
)
def test_what_is_no_call_is_refused(
    endpoint: str, method: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    with Http() as http:
        response = http.request(method, endpoint, headers={**HEAD, **headers}, content=body)
    assert response.status_code == status
    assert "html" not in response.headers.get("content-type", "")


def test_a_call_is_answered_at_once_and_nobody_keeps_it(endpoint: str) -> None:
    with Http() as http:
        response = http.post(endpoint, headers=HEAD, json=CALL)
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert response.json()["result"]["structuredContent"]["verdict"] == "payable"


@pytest.mark.parametrize("waiting", [True, False])
def test_within_a_long_call_those_go_first_who_wait_for_a_page(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, waiting: bool
) -> None:
    found = list[float]()
    monkeypatch.setattr(way, "thread_time", count(step=2 * way.TURN).__next__)
    monkeypatch.setattr(way, "sleep", found.append)
    monkeypatch.setattr(Turns, "awaited", lambda turns: waiting)
    arguments = {**CASE, "unknown": ["system", "swa"], "on": "2026-01-15"}
    call = {**CALL, "params": {"name": "decide", "arguments": arguments}}
    with Http() as http:
        answer = http.post(endpoint, headers=HEAD, json=call).json()["result"]["structuredContent"]
    assert answer["status"] == "needs"
    assert bool(found) == waiting


def test_calls_are_worked_on_one_at_a_time(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads side by side would hold up the pages."""
    call, inside, found = Calls.call, [0], list[int]()

    def slowly(calls: Calls, name: str, arguments: dict[str, object]) -> object:
        inside[0] += 1
        time.sleep(0.05)
        found.append(inside[0])
        inside[0] -= 1
        return call(calls, name, arguments)

    monkeypatch.setattr(Calls, "call", slowly)

    def ask(_: int) -> int:
        with Http() as http:
            return http.post(endpoint, headers=HEAD, json=CALL, timeout=300).status_code

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(12))) == {200}
    assert found == [1] * 12


def test_what_is_left_of_a_call_whose_client_has_gone_is_dropped(
    endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, gone, found = Event(), Event(), list[type[BaseException]]()

    def slowly(calls: Calls, name: str, arguments: dict[str, object]) -> object:
        inside.set()
        try:
            while True:
                BETWEEN.get()()
                time.sleep(0.001)
        except BaseException as error:
            found.append(type(error))
            raise
        finally:
            gone.set()

    monkeypatch.setattr(Calls, "call", slowly)
    monkeypatch.setattr(way, "thread_time", count(step=2 * way.TURN).__next__)
    with ThreadPoolExecutor(1) as pool, Http() as http:
        asked = pool.submit(http.post, endpoint, headers=HEAD, json=CALL, timeout=1)
        inside.wait()
        with pytest.raises(TimeoutException):
            asked.result()
    assert gone.wait(60)
    assert found == [way.Gone]
    monkeypatch.undo()
    test_a_call_is_answered_at_once_and_nobody_keeps_it(endpoint)


def test_a_call_for_which_others_are_long_is_refused_and_may_come_again(
    endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would keep the place of somebody who asks a question, for as long as there is no end of them."""
    call, inside, done = Calls.call, Event(), Event()

    def slowly(calls: Calls, name: str, arguments: dict[str, object]) -> object:
        inside.set()
        done.wait()
        return call(calls, name, arguments)

    monkeypatch.setattr(Calls, "call", slowly)
    monkeypatch.setattr(way, "PATIENCE", 0)
    with Http() as http, ThreadPoolExecutor(1) as pool:
        first = pool.submit(http.post, endpoint, headers=HEAD, json=CALL, timeout=300)
        try:
            inside.wait()
            refused = http.post(endpoint, headers=HEAD, json=CALL, timeout=30).json()
        finally:
            done.set()
    assert "busy" in refused["error"]["message"]
    assert first.result().json()["result"]["structuredContent"]["verdict"] == "payable"


def test_nothing_of_it_is_served_or_imported_unless_it_is_wanted(calls: Calls) -> None:
    code = (
        "import sys\n"
        "from tests.conftest import ROOT\nfrom assistant.content import read_library\n"
        "from tests.site import application\nfrom starlette.testclient import TestClient\n"
        "client = TestClient(application(read_library(ROOT / 'content'), ROOT / 'locales'))\n"
        "assert client.get('/en/').status_code == 200\n"
        "assert client.post('/mcp', content='{}').status_code in (404, 405)\n"
        "assert not [name for name in sys.modules if name.split('.')[0] in ('mcp', 'mcp_types')]\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
