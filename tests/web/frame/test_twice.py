"""An address that gives a value twice: either can be chosen, and what else it holds stays."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import page

VISIT = "/swap-out/onsite-visit/due"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("query", "ways"),
    [
        ("level=gold&distance_km=60&level=bronze", ["distance_km=60&level=gold", "distance_km=60&level=bronze"]),
        ("level=gold&level=gold", ["level=gold"]),
        ("on=2026-01-02&on=2026-01-03", ["on=2026-01-02", "on=2026-01-03"]),
        ("on=2026-01-02&on.day=3&on.month=1", ["on=2026-01-02"]),
        ("level=<b>&level=%3Cb%3E", ["level=%3Cb%3E"]),
    ],
)
def test_either_of_two_values_can_be_chosen(client: TestClient, lang: str, query: str, ways: list[str]) -> None:
    shown = page(client, f"/{lang}{VISIT}?{query}", 400)
    assert [one.partition("?")[2] for one in shown.links() if f"/{lang}{VISIT}?" in one][: len(ways)] == ways
    assert "<b>" not in shown.source


@pytest.mark.parametrize("path", ["/en/ask", "/ja/suggest", "/en/swap-out/"])
def test_what_people_type_is_not_told_back(client: TestClient, path: str) -> None:
    assert "zzyzx" not in page(client, f"{path}?q=zzyzx&q=b", 400).one("main").text
