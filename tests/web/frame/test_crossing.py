"""Scripts of the sites that are named may ask the API, also where it refuses; no page and no other site is opened."""

from pathlib import Path

import pytest

from assistant.errors import Usage
from assistant.model.policy import Library
from assistant.settings import Settings, sites
from assistant.web.frame.operation import Operation
from tests.client import TestClient
from tests.site import application

SITE, OTHER = "https://desk.example", "https://other.example"
ALLOWED = "access-control-allow-origin"


@pytest.fixture(scope="module")
def open_client(library: Library, locales: Path) -> TestClient:
    return TestClient(application(library, locales, operation=Operation(origins=(SITE,))), follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "origin", "told"),
    [
        ("/api/v1/topics", SITE, SITE),
        ("/api/v1/match", SITE, SITE),
        ("/api/v1/nothing", SITE, SITE),
        ("/api/v1/topics", OTHER, None),
        ("/en/", SITE, None),
        ("/en/api", SITE, None),
        ("/version", SITE, None),
    ],
)
def test_the_api_alone_is_open_to_those_that_are_named(
    open_client: TestClient, path: str, origin: str, told: str | None
) -> None:
    assert open_client.get(path, headers={"origin": origin}).headers.get(ALLOWED) == told


@pytest.mark.parametrize(("origin", "status"), [(SITE, 200), (OTHER, 400)])
def test_a_browser_asks_before_it_sends_cases(open_client: TestClient, origin: str, status: int) -> None:
    asking = {
        "origin": origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    response = open_client.options("/api/v1/answers", headers=asking)
    assert (response.status_code, ALLOWED in response.headers) == (status, status == 200)


def test_nobody_is_let_in_where_nobody_is_named(client: TestClient) -> None:
    assert ALLOWED not in client.get("/api/v1/topics", headers={"origin": SITE}).headers


@pytest.mark.parametrize(
    ("given", "known"),
    [(None, ()), ("", ()), ("*", ("*",)), (f"{SITE}  {OTHER}:8443", (SITE, f"{OTHER}:8443"))],
)
def test_sites_are_read(given: str | None, known: tuple[str, ...]) -> None:
    assert sites(Settings(api_origins=given), "api_origins") == known


@pytest.mark.parametrize("given", ["desk.example", f"{SITE}/", f"* {SITE}", "ftp://a", f"{SITE} null"])
def test_what_is_no_site_is_named(given: str) -> None:
    with pytest.raises(Usage, match="POLICY_ASSISTANT_API_ORIGINS"):
        sites(Settings(api_origins=given), "api_origins")
