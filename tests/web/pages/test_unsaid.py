"""What terms allow at a price is no refusal, and what they do not say is said."""

import pytest

from tests.client import TestClient
from tests.web.markup import Markup
from tests.web.pages.test_answers import page


@pytest.mark.parametrize(
    ("lang", "yes", "word"),
    [("en", "You can also pay monthly, at 10% more.", "At an annual fee"),
     ("ja", "10%の割増で月払いもできます。", "年間料金あり")],
)  # fmt: skip
@pytest.mark.parametrize("place", ["annual-fee/free", "price/free?bought_with_unit=no"])
@pytest.mark.parametrize("plan", ["payment_plan=annual", "payment_plan=monthly", "unknown=payment_plan"])
def test_who_asks_whether_one_can_pay_monthly_is_told_yes_and_at_what_price(
    client: TestClient, lang: str, yes: str, word: str, place: str, plan: str
) -> None:
    shown = page(client, f"/{lang}/swap-out/{place}{'&' if '?' in place else '?'}{plan}")
    assert yes in shown.one("h1").text
    assert shown.one("p", class_="pill now plain").text.strip() == word


@pytest.mark.parametrize(("lang", "silent"), [("en", "do not say"), ("ja", "規約に書かれていません")])
@pytest.mark.parametrize("place", ["free?", "covered?fault=unit&in_warranty=yes&term_end=2026-12-31"])
def test_what_the_terms_do_not_say_of_a_visit_stands_under_its_yes(
    client: TestClient, lang: str, silent: str, place: str
) -> None:
    shown = client.get(f"/{lang}/swap-out/onsite-visit/{place}", follow_redirects=True).text
    assert silent in Markup(shown).one("p", class_="lede").text
