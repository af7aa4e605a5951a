"""What terms allow at a price is no refusal, and what they do not say is said."""

import pytest

from tests.client import TestClient
from tests.web.markup import Markup
from tests.web.pages.test_answers import page


@pytest.mark.parametrize(
    ("lang", "yes", "word", "no"),
    [
        ("en", "You can pay monthly", "Monthly, at 10% more", "This is not free of charge."),
        ("ja", "月払いができます", "月払い可（10%割増）", "無料ではありません。"),
    ],
)
@pytest.mark.parametrize("place", ["annual-fee/free", "price/free?bought_with_unit=no"])
def test_who_asks_whether_one_can_pay_monthly_is_told_yes_and_what_it_takes(
    client: TestClient, lang: str, yes: str, word: str, no: str, place: str
) -> None:
    """Whoever does not know it yet is not told of one of the two alone."""
    ask = f"/{lang}/swap-out/{place}{'&' if '?' in place else '?'}"
    shown = page(client, f"{ask}payment_plan=monthly")
    assert yes in shown.one("h1").text
    assert (shown.one("p", class_="pill now plain").text.strip(), "10%" in shown.one("h1").text) == (word, True)
    assert {"en": "Buy Swap-Out cover", "ja": "スワップアウトを購入する"}[lang] == shown.one("p", class_="do").text
    assert page(client, f"{ask}unknown=payment_plan").one("h1").text == no


@pytest.mark.parametrize(("lang", "silent"), [("en", "do not say"), ("ja", "規約に書かれていません")])
@pytest.mark.parametrize("place", ["free?", "covered?fault=unit&in_warranty=yes&term_end=2026-12-31"])
def test_what_the_terms_do_not_say_of_a_visit_stands_under_its_yes(
    client: TestClient, lang: str, silent: str, place: str
) -> None:
    shown = client.get(f"/{lang}/swap-out/onsite-visit/{place}", follow_redirects=True).text
    assert silent in Markup(shown).one("p", class_="lede").text
