"""Every status that the description names is really sent, in the form that it names."""

from collections.abc import Callable

import pytest
from starlette.applications import Starlette

from assistant.present.programs import KINDS
from assistant.web.api.description import BARE
from assistant.web.api.document import ProblemRecord
from assistant.web.frame.admission import ROOM, Admission, Buckets
from assistant.web.server.protocol import refused
from tests.client import TestClient
from tests.site import PUBLIC
from tests.web.conftest import application_layer

ANSWERS, TOPICS = "/api/v1/answers", "/api/v1/topics"


@pytest.fixture
def door(app: Starlette, client: TestClient) -> Admission:
    """Where requests are let in."""
    client.get("/livez")
    return application_layer(app, Admission)


def _empty(door: Admission, patch: pytest.MonkeyPatch) -> None:
    buckets = Buckets(rate=0.001, size=0.001, now=lambda: 0.0)
    buckets.take("testclient", 1)
    patch.setattr(door, "buckets", buckets)


def _full(door: Admission, patch: pytest.MonkeyPatch) -> None:
    for kind in ROOM:
        patch.setitem(ROOM, kind, 0)


def _broken(door: Admission, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("assistant.web.api.routes.topic_list", lambda *_: 1 / 0)


Cause = tuple[str, str, dict[str, str], bytes]
CAUSES: dict[int, Cause] = {
    400: ("GET", f"{TOPICS}?lang=en&lang=en", {}, b""),
    404: ("GET", "/api/v1/policies/nothing", {}, b""),
    405: ("PUT", ANSWERS, {}, b""),
    413: ("POST", ANSWERS, {}, b" " * 500_001),
    414: ("GET", f"{TOPICS}?lang={'e' * 9000}", {}, b""),
    415: ("POST", ANSWERS, {"content-type": "text/plain"}, b"[]"),
    422: ("GET", "/api/v1/match", {}, b""),
    429: ("POST", ANSWERS, {}, b"[]"),
    500: ("GET", TOPICS, {}, b""),
    503: ("POST", ANSWERS, {}, b"[]"),
}
STATES: dict[int, Callable[[Admission, pytest.MonkeyPatch], None]] = {429: _empty, 500: _broken, 503: _full}


def test_each_has_its_cause() -> None:
    assert CAUSES.keys() == KINDS.keys()


@pytest.mark.parametrize("status", CAUSES)
def test_it_is_sent_as_it_is_described(
    client: TestClient, door: Admission, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    if status in STATES:
        STATES[status](door, monkeypatch)
    method, path, headers, body = CAUSES[status]
    response = client.request(method, path, headers=headers, content=body)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    problem = ProblemRecord.model_validate(response.json())
    kind, title = KINDS[status]
    assert (problem.type, problem.title, problem.status) == (f"{PUBLIC}/api/#{kind}", title, status)
    assert problem.detail
    assert ("retry-after" in response.headers) == (status in (429, 503))
    assert ("allow" in response.headers) == (status == 405)


def test_what_is_not_read_at_all_is_refused_bare() -> None:
    assert refused([(b"x", b"a" * 40_000)], 10, "1.1") == BARE
