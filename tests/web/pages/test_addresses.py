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
