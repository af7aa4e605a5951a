"""The API describes itself truly: in one valid piece, with examples, and what it refuses is named as it is sent."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import current_thread
from typing import Any
from unittest.mock import Mock

import pytest
from httpx2 import ASGITransport, AsyncClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from assistant.errors import Unready
from assistant.match.question import Matcher
from assistant.model.policy import Library
from assistant.present.programs import KINDS
from assistant.web.api import document, examples, routes
from assistant.web.api.description import BARE, OPERATIONS
from tests.client import TestClient
from tests.site import LATER, NOW, PUBLIC, application

Piece = dict[str, Any]
ADDRESS = "/api/v1/openapi.json"
JSON, PROBLEM = "application/json", "application/problem+json"


@pytest.fixture(scope="module")
def described(client: TestClient) -> Piece:
    found: Piece = client.get(ADDRESS).json()
    return found


def inside(value: object) -> Iterator[Piece]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from inside(one)
    elif isinstance(value, list):
        for one in value:
            yield from inside(one)


def operations(described: Piece) -> list[Piece]:
    return [one for path in described["paths"].values() for one in path.values()]


def problems(described: Piece) -> list[Piece]:
    """The example of each problem."""
    responses = described["components"]["responses"].values()
    return [one["content"][PROBLEM]["example"] for one in responses if "content" in one]


def test_it_is_one_valid_document(described: Piece) -> None:
    validate(described)
    assert described["openapi"] == "3.1.0"
    assert [one for one in inside(described) if "$defs" in one] == []
    assert described["servers"] == [{"url": PUBLIC}]


def test_every_reference_leads_somewhere(described: Piece) -> None:
    named = {str(one["$ref"]) for one in inside(described) if "$ref" in one}
    kinds = described["components"].items()
    assert {f"#/components/{kind}/{name}" for kind, ones in kinds for name in ones} == named


def test_every_operation_says_what_it_does(described: Piece) -> None:
    found = operations(described)
    assert len({one["operationId"] for one in found}) == len(found) == 7
    assert {name for one in found for name in one["tags"]} == {one["name"] for one in described["tags"]}
    assert [one["operationId"] for one in found if not (one["summary"] and one["description"])] == []
    assert [each["name"] for one in found for each in one["parameters"] if not each["description"]] == []


def test_what_is_refused_is_described_as_it_is_sent(described: Piece) -> None:
    for one in operations(described):
        assert {int(status) for status in one["responses"]} == {200, *KINDS, BARE}
    refused = described["components"]["responses"].items()
    sent = {int(name.removeprefix("Refused")): tuple(one.get("content", ())) for name, one in refused}
    assert sent == {**dict.fromkeys(KINDS, (PROBLEM,)), BARE: ()}


def test_every_problem_has_a_kind_of_its_own(described: Piece) -> None:
    assert {one["status"]: (one["type"], one["title"]) for one in problems(described)} == {
        status: (f"{PUBLIC}/api/#{kind}", title) for status, (kind, title) in KINDS.items()
    }


def test_every_example_is_as_its_schema_says(described: Piece) -> None:
    registry = Registry[Any]().with_resource("it:", DRAFT202012.create_resource(described))
    shown = [one for one in inside(described) if "schema" in one and "example" in one]
    for one in shown:
        schema = absolute(one["schema"])
        assert list(Draft202012Validator(schema, registry=registry).iter_errors(one["example"])) == []
    assert all("example" in one["responses"]["200"]["content"][JSON] for one in operations(described))
    assert {id(one["example"]) for one in shown} >= set(map(id, problems(described)))


def absolute(value: Any) -> Any:
    """A schema whose references lead into the document that is named `it:`."""
    if isinstance(value, dict):
        return {name: f"it:{one}" if name == "$ref" else absolute(one) for name, one in value.items()}
    return [absolute(one) for one in value] if isinstance(value, list) else value


def test_it_takes_nothing_that_an_address_cannot_hold(described: Piece) -> None:
    """Names and texts with characters that are refused, names that come twice, more than are read."""
    (asked,) = (one for one in operations(described) if one["operationId"] == "decide_case")
    schemas = {each["name"]: Draft202012Validator(each["schema"]) for each in asked["parameters"]}
    taken = [("policy", "swap-out"), ("unknown", "level,reading.R4"), ("facts", {"level": "gold", "reading.R4": "x"})]
    refused: list[tuple[str, object]] = [
        ("policy", "a\x1bb"), ("topic", "a\x8ab"), ("topic", ""), ("unknown", "level,\x00"), ("unknown", "level,"),
        *(("facts", {name: "x"}) for name in ("\x1b", "\x8a", "", "a=b", "unknown", "on", "edition", "lang")),
        ("facts", {"level": "a\x7f"}), ("facts", {f"f{number}": "x" for number in range(57)}),
    ]  # fmt: skip
    assert [one for one in taken if not schemas[one[0]].is_valid(one[1])] == []
    assert [one for one in refused if schemas[one[0]].is_valid(one[1])] == []


def test_it_is_the_same_when_it_is_asked_for_again(client: TestClient, described: Piece) -> None:
    assert client.get(ADDRESS).json() == described


def test_its_examples_are_of_the_day(library: Library, locales: Path) -> None:
    days, shown = [NOW], list[str]()
    asked = TestClient(application(library, locales, now=lambda: days[-1]))
    for day in (NOW, LATER):
        days.append(day)
        found = operations(asked.get(ADDRESS).json())
        shown += [each["example"] for one in found for each in one["parameters"] if each["name"] == "on"]
    assert shown == ["2026-01-15", "2026-11-24"]


def test_what_is_to_go_says_so_here_and_in_whatever_it_answers(
    library: Library, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = dt.datetime(2026, 12, 1, tzinfo=dt.UTC), dt.datetime(2027, 6, 1, tzinfo=dt.UTC)
    declared = tuple(replace(one, deprecated=days if one.id == "list_topics" else None) for one in OPERATIONS)
    for module in ("document", "routes"):
        monkeypatch.setattr(f"assistant.web.api.{module}.OPERATIONS", declared)
    asked = TestClient(application(library, locales))
    found = operations(asked.get(ADDRESS).json())
    assert [one["operationId"] for one in found if one.get("deprecated")] == ["list_topics"]
    for address, status in (("topics", 200), ("topics?lang=xx", 422)):
        answer = asked.get(f"/api/v1/{address}")
        assert answer.status_code == status
        assert answer.headers["Deprecation"] == "@1796083200"
        assert answer.headers["Sunset"] == "Tue, 01 Jun 2027 00:00:00 GMT"
    assert not {"deprecation", "sunset"} & set(asked.get("/api/v1/policies").headers)


def test_an_example_that_cannot_be_answered_yet_comes_later(
    library: Library, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unready(*_: object) -> None:
        raise Unready("what people ask")

    asked = TestClient(application(library, locales))
    with monkeypatch.context() as patch:
        patch.setattr(Matcher, "understand", unready)
        early = operations(asked.get(ADDRESS).json())
    examples = ["example" in one["responses"]["200"]["content"][JSON] for one in early]
    assert (examples.count(False), len(examples)) == (1, 7)
    late = operations(asked.get(ADDRESS).json())
    assert all("example" in one["responses"]["200"]["content"][JSON] for one in late)


def test_it_is_made_in_threads_and_once_for_a_day(
    library: Library, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is long work, its examples too, and the same until these are others."""
    day, threads = [NOW], list[bool]()

    def noted(make: Callable[..., Any]) -> Callable[..., Any]:
        def made(*given: Any) -> Any:
            threads.append(current_thread().name.startswith("AnyIO worker"))
            return make(*given)

        return made

    monkeypatch.setattr(examples, "sample", noted(examples.sample))
    monkeypatch.setattr(routes, "described", noted(document.described))
    asked = TestClient(application(library, locales, now=lambda: day[0]))
    first = asked.get(ADDRESS).content
    assert asked.get(ADDRESS).content == first
    assert threads == [True] * 2
    day[0] = LATER
    assert asked.get(ADDRESS).status_code == 200
    assert threads == [True] * 4


def test_however_many_ask_at_once_it_is_made_once(
    library: Library, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample, described = Mock(wraps=examples.sample), Mock(wraps=document.described)
    monkeypatch.setattr(examples, "sample", sample)
    monkeypatch.setattr(routes, "described", described)
    app = application(library, locales)

    async def ask() -> set[bytes]:
        async with AsyncClient(transport=ASGITransport(app), base_url=PUBLIC) as asked:
            return {one.content for one in await asyncio.gather(*(asked.get(ADDRESS) for _ in range(4)))}

    assert len(asyncio.run(ask())) == 1
    assert (sample.call_count, described.call_count) == (1, 1)
