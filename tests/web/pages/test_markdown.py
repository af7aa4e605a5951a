"""Markdown for programs: found from the pages, in their language, kept as they are."""

import pytest

from assistant.model.policy import Library
from tests.client import TestClient


def test_what_there_is_leads_to_every_policy_in_every_language(client: TestClient, library: Library) -> None:
    listed = client.get("/llms.txt")
    assert listed.headers["content-type"] == "text/plain; charset=utf-8"
    assert listed.headers["cache-control"] == "public, max-age=86400"
    assert listed.text.startswith("# ")
    for lang in ("en", "ja"):
        for policy in library.policies:
            path = f"/{lang}/{policy}/index.md"
            assert f"(<https://help.example{path}>): " in listed.text
            assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/en/swap-out/", "/ja/swap-out/", "/ja/licence-desk/voucher/"])
def test_a_page_names_its_markdown_and_that_names_the_page(client: TestClient, path: str) -> None:
    assert '<link rel="alternate" type="text/markdown" href="index.md">' in client.get(path).text
    found = client.get(f"{path}index.md")
    assert found.headers["content-type"] == "text/markdown; charset=utf-8"
    assert found.headers["content-language"] == path[1:3]
    assert found.headers["link"] == f'<https://help.example{path}>; rel="canonical"'
    again = client.get(f"{path}index.md", headers={"If-None-Match": found.headers["etag"]})
    assert (found.headers["cache-control"], again.status_code) == ("no-cache", 304)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/xx/swap-out/index.md", 404), ("/en/nosuch/index.md", 404), ("/en/swap-out/nosuch/index.md", 404),
     ("/en/swap-out/index.md?a=1&a=2", 400), ("/en/swap-out/price/index.md?%00", 400)],
)  # fmt: skip
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status
