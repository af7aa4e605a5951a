"""What stands in an address: what is asked, and nothing that somebody would have to protect."""

import re

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.web.markup import Markup

PAGES = (
    "/en/", "/ja/", "/en/ask?q=is+a+new+dongle+free", "/ja/ask?q=xyz",
    "/en/licence-desk/hwkc-replacement/free", "/ja/swap-out/renewal-notice/due",
    "/en/swap-out/onsite-visit/due?level=gold&distance_km=60&state=sa", "/en/swap-out/onsite-visit/due?unknown=level",
)  # fmt: skip
"""Each has a form."""
OURS = {"q", "on", "edition", "asked", "unknown", "take", "show", "present"}
"""Names that a form by address sends beside facts."""
FORM = re.compile(r"<form\b(.*?)>(.*?)</form>", re.DOTALL)


@pytest.mark.parametrize(
    ("query", "near", "kept"),
    [
        ("cover_purchase_dat=2026-05-01", "cover_purchase_date", {"day": "1", "month": "5", "year": "2026"}),
        ("cover-purchase-date=2026-05-01", "cover_purchase_date", {"day": "1", "month": "5", "year": "2026"}),
        ("utm_source=chat", None, {"day": "", "month": "", "year": ""}),
    ],
)
def test_a_name_like_that_of_a_fact_is_said_and_its_value_is_kept(
    client: TestClient, query: str, near: str | None, kept: dict[str, str]
) -> None:
    reply = client.get(f"/en/swap-out/registration/due?{query}", follow_redirects=True)
    page = Markup(reply.text)
    parts = {part: page.one("input", name=f"cover_purchase_date.{part}").attributes["value"] for part in kept}
    assert (reply.status_code, parts) == (422 if near else 200, kept)
    assert (f"Did you mean “{near}”?" in page.one("main").text) == (near is not None)


def test_a_name_like_that_of_a_fact_that_is_given_too_is_left_out(client: TestClient) -> None:
    query = "cancelled_by=nec&canceled_by=customer&payment_plan=monthly"
    reply = client.get(f"/en/swap-out/refund/covered?{query}", follow_redirects=False)
    assert reply.headers["location"].endswith("?payment_plan=monthly&cancelled_by=nec")


@pytest.mark.parametrize("path", PAGES)
def test_what_is_asked_for_by_address_needs_no_protection(client: TestClient, library: Library, path: str) -> None:
    """A question, facts by their ids, a day: no name, no address, no number of somebody, no key."""
    facts = {name for policy in library.policies.values() for name in policy.facts}
    forms = FORM.findall(client.get(path, follow_redirects=True).text)
    by_address = [Markup(inside) for opening, inside in forms if 'method="post"' not in opening]
    assert by_address
    fields = [one for page in by_address for one in page.elements if one.tag in ("input", "select", "textarea")]
    assert {one.attributes["name"].partition(".")[0] for one in fields if "name" in one.attributes} <= OURS | facts
    assert {one.attributes.get("type", "text") for one in fields} <= {"text", "search", "radio", "checkbox", "hidden"}
    assert not any(one.tag == "textarea" for one in fields)
