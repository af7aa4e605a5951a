"""`amount`: a number, or an amount of money, reached in steps, exact until a step rounds it."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from assistant.decide import canonical
from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.model.quantity import Quantity
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.trail import Counted
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import DERIVED, Saying, counted, derived

YEN = Quantity(14_400, "JPY")
CENT = {"round": {"to": "0.01", "way": "half-up"}}


def amount(
    policy: Policy, start: str, *steps: dict[str, object], currency: str | None = None, **values: Value
) -> Counted:  # fmt: skip
    money = {} if currency is None else {"currency": currency}
    return counted(policy, {"amount": start, "steps": steps, **money}, **values)


@pytest.mark.parametrize(
    ("start", "steps", "text"),
    [
        ("2.50", [], "2.5"),
        ("100", [{"divided_by": "3"}, {"times": "3"}], "100"),
        ("10", [{"percent": "12.5"}], "1.25"),
        ("10", [{"plus": "2.5"}, {"minus": "0.5"}], "12"),
        ("10", [{"minus": "12"}], "-2"),
        ("10", [{"at_least": "12"}], "12"),
        ("10", [{"at_least": "8"}], "10"),
        ("10", [{"at_most": "8"}], "8"),
        ("10", [{"at_most": "12"}], "10"),
        ("2.345", [{"round": {"to": "0.01", "way": "half-up"}}], "2.35"),
        ("2.345", [{"round": {"to": "0.01", "way": "down"}}], "2.34"),
        ("2.341", [{"round": {"to": "0.01", "way": "up"}}], "2.35"),
        ("-2.345", [{"round": {"to": "0.01", "way": "half-up"}}], "-2.35"),
        ("-2.345", [{"round": {"to": "0.01", "way": "down"}}], "-2.34"),
        ("149", [{"round": {"to": "100", "way": "half-up"}}], "100"),
        ("150", [{"round": {"to": "100", "way": "half-up"}}], "200"),
        ("101", [{"round": {"to": "100", "way": "up"}}], "200"),
        ("100", [{"round": {"to": "100", "way": "up"}}], "100"),
    ],
)
def test_a_plain_number_is_exact_and_has_no_idle_zeros(
    policy: Policy, start: str, steps: list[dict[str, object]], text: str
) -> None:
    assert canonical(amount(policy, start, *steps).value) == text


@pytest.mark.parametrize(
    ("start", "steps", "more", "text"),
    [
        ("fee", [{"percent": "50"}], {}, "7200"),
        ("fee", [{"times": "n"}], {"n": 3}, "43200"),
        ("n", [{"times": "fee"}], {"n": 3}, "43200"),
        ("1300", [], {"currency": "JPY"}, "1300"),
        ("7.5", [], {"currency": "USD"}, "7.50"),
        ("6.99", [{"times": "12"}], {"currency": "USD"}, "83.88"),
        ("100", [{"divided_by": "3"}, CENT], {"currency": "USD"}, "33.33"),
        ("fee", [{"plus": "600"}, {"minus": "other"}], {"other": Quantity(1000, "JPY")}, "14000"),
    ],
)
def test_money_has_the_decimals_of_its_currency(
    policy: Policy, start: str, steps: list[dict[str, object]], more: dict[str, Any], text: str
) -> None:
    assert canonical(amount(policy, start, *steps, fee=YEN, **more).value) == text


@pytest.mark.parametrize(
    ("start", "steps", "more", "reason"),
    [
        ("fee", [{"plus": "other"}], {"other": Quantity(1, "USD")}, "currencies-mixed"),
        ("fee", [], {"currency": "USD"}, "currencies-mixed"),
        ("fee", [{"times": "other"}], {"other": Quantity(1, "JPY")}, "currencies-mixed"),
        ("fee", [{"divided_by": "n"}], {"n": 0}, "divided-by-zero"),
        ("fee", [{"percent": "0.001"}], {}, "no-whole-money"),
        ("100", [{"divided_by": "3"}], {"currency": "USD"}, "no-whole-money"),
    ],
)
def test_what_is_no_amount_is_refused(
    policy: Policy, start: str, steps: list[dict[str, object]], more: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Refusal) as refused:
        amount(policy, start, *steps, fee=YEN, **more)
    assert refused.value.reason == reason


def test_a_third_stays_a_third_in_what_rests_on_it(policy: Policy) -> None:
    third = amount(policy, "100", {"divided_by": "3"}).value
    assert isinstance(third, Quantity)
    assert third.exact == Fraction(100, 3)
    assert canonical(amount(policy, "n", {"times": "3"}, n=third).value) == "100"


def test_what_is_no_number_is_no_amount(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a number"):
        amount(policy, "fee", fee="none")


def test_a_cell_may_be_where_it_starts(policy: Policy) -> None:
    written = {"amount": {"table": "notice", "row": "kind", "column": "soon"}, "steps": ({"times": "2"},)}
    assert canonical(counted(policy, written, kind="long").value) == "20"


@pytest.mark.parametrize(
    ("start", "more", "named", "begun", "ended"),
    [
        ("fee", {"fee": YEN}, "fee", "JPY", "JPY"),
        ("fee", {"fee": YEN, "currency": "JPY"}, "fee", "JPY", "JPY"),
        ("n", {"n": 3}, "n", None, None),
        # What a name brings is a plain number until the end; what is written is money from the start.
        ("n", {"n": 3, "currency": "JPY"}, "n", None, "JPY"),
        ("1300", {"currency": "JPY"}, None, "JPY", "JPY"),
        ("1300", {}, None, None, None),
    ],
)
def test_it_says_where_it_started_and_in_which_currency(
    policy: Policy, start: str, more: dict[str, Any], named: str | None, begun: str | None, ended: str | None
) -> None:
    found = amount(policy, start, {"times": "2"}, **more)
    assert found.started_from == named
    assert isinstance(found.start, Quantity)
    assert isinstance(found.value, Quantity)
    assert (found.start.currency, found.value.currency) == (begun, ended)
    assert found.value.exact == 2 * found.start.exact


@pytest.mark.parametrize(
    "change", [{"currency": "yen"}, {"steps": ({"add_days": "1"},)}, {"steps": ({"round": {"to": "0", "way": "up"}},)},
               {"steps": ({"round": {"to": "1", "way": "nearest"}},)}, {"amount": "1.2345"}]
)  # fmt: skip
def test_nothing_else_is_an_amount(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        derived({"amount": "1", **change})


def test_it_reads_what_it_works_with_and_is_written_again_as_it_was() -> None:
    one = derived({"amount": "fee", "steps": ({"times": "n"}, CENT), "currency": "USD"})
    assert list(one.reads()) == [("name", "fee"), ("name", "n")]
    assert DERIVED.validate_json(DERIVED.dump_json(one)) == one


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ({"amount": "n"}, "number"),
        ({"amount": "fee"}, "money JPY"),
        ({"amount": "n", "steps": ({"times": "fee"},)}, "money JPY"),
        ({"amount": "1", "currency": "USD"}, "money USD"),
        # Only names are looked up: not numbers, cells, ways of rounding, nor what is no step at all.
        ({"amount": "2.5", "steps": ({"times": "x2"}, CENT)}, "money EUR"),
        ({"amount": {"table": "fees", "row": "n"}, "steps": ("times", {"plus": "-1"})}, "number"),
    ],
)
def test_it_is_money_where_it_works_with_money(written: dict[str, object], kind: str) -> None:
    kinds = {"n": "integer", "fee": "money JPY", "x2": "money EUR"}.__getitem__
    assert DERIVATIONS.words["amount"].kind(written, {}, kinds) == (kind, ())


@pytest.mark.parametrize(
    ("step", "english", "japanese"),
    [
        ({"times": "1.5"}, "Times 1.5: JP¥21,600", "1.5倍：21,600円"),
        ({"divided_by": "2"}, "Divided by 2: JP¥7,200", "2で割る：7,200円"),
        ({"plus": "600"}, "Plus JP¥600: JP¥15,000", "600円を足す：15,000円"),
        ({"minus": "400"}, "Minus JP¥400: JP¥14,000", "400円を引く：14,000円"),
        ({"percent": "50"}, "50 percent of it: JP¥7,200", "その50％：7,200円"),
        ({"at_least": "20000"}, "At least JP¥20,000: JP¥20,000", "下限20,000円：20,000円"),
        ({"at_most": "20000"}, "At most JP¥20,000: JP¥14,400", "上限20,000円：14,400円"),
        (
            {"round": {"to": "1000", "way": "up"}},
            "Rounded up to a multiple of 1,000: JP¥15,000", "1,000の単位に切り上げ：15,000円",
        ),
        (
            {"round": {"to": "1000", "way": "down"}},
            "Rounded down to a multiple of 1,000: JP¥14,000", "1,000の単位に切り捨て：14,000円",
        ),
        (
            {"round": {"to": "1000", "way": "half-up"}},
            "Rounded to the nearest multiple of 1,000: JP¥14,000", "1,000の単位に四捨五入：14,000円",
        ),
    ],
)  # fmt: skip
def test_each_step_says_what_it_does(
    policy: Policy, saying: Saying, step: dict[str, object], english: str, japanese: str
) -> None:
    (reckoned,) = amount(policy, "fee", step, fee=YEN).reckoned
    assert saying.said(reckoned.step.explain(reckoned)) == (english, japanese)
    assert reckoned.before == Decimal(14_400)
