"""`type: choices`: several of a fixed set of options."""

import pytest
from pydantic import ValidationError

from assistant.decide import canonical
from assistant.parsing import canonical as typed
from assistant.vocabulary.fact import Asked
from assistant.vocabulary.facts.choice import Choices
from tests.match.grammar import SPEECH
from tests.vocabulary.given import fact, refusal

OPTIONS = {"delivery": {"label": "Delivery"}, "packaging": {"label": "Packaging"}, "storage": {"label": "Storage"}}


def work(**more: object) -> Choices:
    found: Asked = fact("choices", options=OPTIONS, **more)
    assert isinstance(found, Choices)
    return found


@pytest.mark.parametrize("text", ["delivery", "delivery,packaging", "packaging,storage", "delivery,packaging,storage"])
def test_ids_stand_in_the_order_of_the_options(text: str) -> None:
    value = work().read(text)
    assert (value, canonical(value)) == (tuple(text.split(",")), text)


@pytest.mark.parametrize(
    ("text", "more", "reason"),
    [
        ("", {}, "too-few-options"),
        ("packaging,delivery", {}, "options-disordered"),
        ("delivery,delivery", {}, "options-disordered"),
        ("delivery, packaging", {}, "no-such-option"),
        ("delivery,", {}, "no-such-option"),
        ("Delivery", {}, "no-such-option"),
        ("delivery", {"least": "2"}, "too-few-options"),
        ("delivery,packaging", {"most": "1"}, "too-many-options"),
    ],
)
def test_anything_else_is_refused(text: str, more: dict[str, object], reason: str) -> None:
    assert refusal(work(**more), text)[0] == reason


def test_none_may_be_chosen_where_the_least_is_none() -> None:
    assert work(least="0").read("") == ()


def test_it_has_two_options_at_least() -> None:
    with pytest.raises(ValidationError):
        fact("choices", options={"delivery": {"label": "Delivery"}})


def test_it_is_no_single_choice_but_has_ids() -> None:
    assert (work().kind(), work().choices(), work().ids(), work().axis()) == ("several", (), tuple(OPTIONS), None)


def test_every_set_of_few_options_is_tried() -> None:
    assert len(work().samples()) == 2**3 - 1
    assert {len(one) for one in work(least="2", most="2").samples() if isinstance(one, tuple)} == {2}


def test_of_many_options_some_sets_stand_for_all() -> None:
    many = fact("choices", options={f"o{place}": {"label": str(place)} for place in range(9)})
    sizes = [len(one) for one in many.samples() if isinstance(one, tuple)]
    assert {size: sizes.count(size) for size in sizes} == {1: 9, 2: 36, 8: 9, 9: 1}


def test_one_option_more_or_less() -> None:
    assert list(work().toggled(("packaging",))) == [("delivery", "packaging"), ("packaging", "storage")]
    assert list(work(most="2").toggled(("delivery", "packaging"))) == [("packaging",), ("delivery",)]


@pytest.mark.parametrize(
    "text", ["Storage, Delivery", "delivery,storage", "ｓｔｏｒａｇｅ、delivery", "storage,storage,delivery"]
)
def test_people_write_them_in_any_order(text: str) -> None:
    assert typed(SPEECH, work(), text) == "delivery,storage"
