"""The API describes itself truly: what it points to is there, and what it refuses is named as it is sent."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from assistant.web.api.description import BARE, REFUSED


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, object]:
    found: dict[str, object] = client.get("/api/v1/openapi.json").json()
    return found


def inside(value: object) -> Iterator[dict[str, object]]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from inside(one)
    elif isinstance(value, list):
        for one in value:
            yield from inside(one)


def operations(described: dict[str, object]) -> list[dict[str, object]]:
    return [one for one in inside(described["paths"]) if "responses" in one]


def test_every_reference_leads_somewhere(described: dict[str, object]) -> None:
    named = {str(one["$ref"]) for one in inside(described) if "$ref" in one}
    schemas = next(one["schemas"] for one in inside(described) if "schemas" in one)
    assert isinstance(schemas, dict)
    assert {f"#/components/schemas/{name}" for name in schemas} >= named
    assert {"AnswerRecord", "CaseRecord", "CasesRecord", "PolicyWhole", "ProblemRecord"} <= schemas.keys()


def test_every_operation_has_a_name_of_its_own_and_a_tag(described: dict[str, object]) -> None:
    found = operations(described)
    assert len({one["operationId"] for one in found}) == len(found) == 6
    assert all(one["tags"] for one in found)


def test_what_is_refused_is_described_as_it_is_sent(described: dict[str, object]) -> None:
    for one in operations(described):
        responses = one["responses"]
        assert isinstance(responses, dict)
        assert {int(status) for status in responses} == {200, *REFUSED}
        sent = {status: tuple(responses[str(status)].get("content", ())) for status in REFUSED}
        assert sent == {status: () if status == BARE else ("application/problem+json",) for status in REFUSED}


def test_it_is_the_same_when_it_is_asked_for_again(client: TestClient, described: dict[str, object]) -> None:
    assert client.get("/api/v1/openapi.json").json() == described
