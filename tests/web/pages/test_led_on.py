"""Addresses that nearly name a page lead to it."""

import pytest

from tests.client import TestClient


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("/en/words/", "/en/words"),
        ("/ja/contacts/", "/ja/contacts"),
        ("/en/privacy/", "/en/privacy"),
        ("/en/accessibility/", "/en/accessibility"),
        ("/en/api/", "/en/api"),
        ("/swap-out", "/en/swap-out/"),
        ("/swap-out/refund/covered", "/en/swap-out/refund/covered"),
        ("/EN/swap-out/", "/en/swap-out/"),
        ("/Ja/swap-out/", "/ja/swap-out/"),
    ],
)
def test_an_address_that_nearly_names_a_page_leads_to_it(client: TestClient, typed: str, page: str) -> None:
    found = client.get(typed, follow_redirects=True)
    assert (found.status_code, found.url.path) == (200, page)


@pytest.mark.parametrize("typed", ["/en/nothing/", "/XX/swap-out/", "/nothing"])
def test_any_other_is_still_not_there(client: TestClient, typed: str) -> None:
    assert client.get(typed, follow_redirects=True).status_code == 404
