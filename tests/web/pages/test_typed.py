"""What was typed into a field, part by part: read by the type of its fact, or asked back, and never guessed."""

from collections.abc import Mapping

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Library, Policy
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choices, Option
from assistant.vocabulary.facts.moment import TimeFact
from assistant.vocabulary.facts.number import WholeNumberFact
from assistant.web.frame.query import BadRequest
from assistant.web.pages.typed import PRESENT, WHOLE, Typed, parts_to_mend, read_typed, typed_of
from tests.match.grammar import SPEECH
from tests.match.sample import words

OWN: Mapping[str, Fact] = {
    "extras": Choices(
        type="choices",
        options={one: Option(label=words(one)) for one in ("ice", "fire")},
        question=words("Which?"),
        label=words("Which"),
    ),
    "begins": TimeFact(type="time", question=words("Which?"), label=words("Which")),
    "people": WholeNumberFact(type="integer", question=words("Which?"), label=words("Which")),
}
"""Facts of the types that no policy of ours asks for in this form."""
DAY = {"day": "23", "month": "12", "year": "2025"}


@pytest.fixture(scope="module")
def policy(library: Library) -> Policy:
    """A policy with facts of nearly every type."""
    return library.policies["swap-out"]


def fact_of(policy: Policy, name: str) -> Fact:
    return OWN.get(name) or policy.facts[name]


@pytest.mark.parametrize(
    ("name", "given", "typed"),
    [
        ("level", {}, {}),
        ("level", {"level": "gold", "level.day": "3", "other": "x"}, {WHOLE: "gold"}),
        ("term_end", {"term_end.day": "3", "term_end.time": "9"}, {"day": "3"}),
        ("logged_at", {"logged_at.day": "3", "logged_at.time": "9"}, {"day": "3", "time": "9"}),
        ("logged_at", {"logged_at": "2025-12-23T09:00"}, {WHOLE: "2025-12-23T09:00"}),
        ("extras", {"extras.fire": "on", "extras.water": "on"}, {"fire": "on"}),
        ("people", {"people": "3", "people.number": "4"}, {WHOLE: "3"}),
        ("distance_km", {"distance_km": "band:remote", "distance_km.number": ""}, {WHOLE: "band:remote"}),
        ("distance_km", {"distance_km": "band:remote", "distance_km.number": "3"},
         {WHOLE: "band:remote", "number": "3"}),
        ("distance_km", {"distance_km.number": ""}, {"number": ""}),
    ],
)  # fmt: skip
def test_a_value_comes_whole_or_in_the_parts_of_its_type(
    policy: Policy, name: str, given: Mapping[str, str], typed: Typed
) -> None:
    assert typed_of(name, fact_of(policy, name), given) == typed


@pytest.mark.parametrize("name", ["term_end", "logged_at"])
def test_a_value_that_comes_whole_and_in_parts_is_refused(policy: Policy, name: str) -> None:
    with pytest.raises(BadRequest, match="twice"):
        typed_of(name, fact_of(policy, name), {name: "2025-12-23", f"{name}.day": "3"})


@pytest.mark.parametrize(
    ("name", "typed", "canonical"),
    [
        ("level", {WHOLE: "gold"}, "gold"),
        ("extras", {"fire": "on", "ice": "on"}, "ice,fire"),
        ("extras", {WHOLE: "fire"}, "fire"),
        ("begins", {WHOLE: "1530"}, "15:30"),
        ("begins", {WHOLE: "15:30"}, "15:30"),
        ("people", {WHOLE: "３"}, "3"),
        ("distance_km", {WHOLE: "120 km"}, "120"),
        ("distance_km", {"number": "120", WHOLE: "band:regional"}, "120"),
        ("distance_km", {"number": "120"}, "120"),
        ("distance_km", {"number": "over 250 km", WHOLE: "band:regional"}, "band:remote"),
        ("term_end", DAY, "2025-12-23"),
        ("term_end", {"day": "23 December 2025", "month": "", "year": ""}, "2025-12-23"),
        ("logged_at", {**DAY, "time": "1530"}, "2025-12-23T15:30"),
        ("logged_at", {**DAY, "time": "17"}, "2025-12-23T17:00"),
        ("logged_at", {**DAY, "time": "１３"}, "2025-12-23T13:00"),
        ("logged_at", {**DAY, "time": "23"}, "2025-12-23T23:00"),
        ("logged_at", {"day": "2025-12-23", "time": "15:30"}, "2025-12-23T15:30"),
        ("logged_at", {**DAY, "time": "9:30"}, "2025-12-23T09:30"),
    ],
)  # fmt: skip
def test_what_was_typed_is_read_by_the_type_of_its_fact(
    policy: Policy, name: str, typed: Typed, canonical: str
) -> None:
    assert read_typed(SPEECH, policy, fact_of(policy, name), typed) == canonical


@pytest.mark.parametrize(
    ("name", "typed", "reason"),
    [
        ("level", {}, "no-such-option"),
        ("level", {WHOLE: "wood"}, "no-such-option"),
        ("term_end", {"day": "", "month": " ", "year": ""}, "day-wanted"),
        ("logged_at", {"day": "", "time": ""}, "moment-wanted"),
        ("logged_at", {"day": "", "month": "", "year": "", "time": "9:30"}, "day-wanted"),
        ("logged_at", {**DAY, "time": "now"}, PRESENT),
        ("logged_at", {"day": "now"}, PRESENT),
        ("logged_at", {**DAY, "time": "4:00"}, "time-ambiguous"),
        ("logged_at", {**DAY, "time": "330"}, "time-wanted"),
        ("logged_at", {**DAY, "day": "", "month": "", "time": "14:30"}, "day-wanted"),
        ("logged_at", {**DAY, "month": "", "time": "14:30"}, "month-wanted"),
        ("logged_at", {**DAY, "time": "9"}, "time-wanted"),
        ("logged_at", {**DAY, "time": "24"}, "time-wanted"),
        ("logged_at", {WHOLE: "23 December 2025 4:00"}, "time-ambiguous"),
        ("distance_km", {"number": "120", WHOLE: "band:remote"}, "band-differs"),
        ("distance_km", {"number": "about 120"}, "number-about"),
        ("distance_km", {WHOLE: "120 or so"}, "number-about"),
        ("distance_km", {"number": "about far"}, "number-wanted"),
        ("distance_km", {WHOLE: "far"}, "number-wanted"),
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_in_none_is_asked_back(
    policy: Policy, name: str, typed: Typed, reason: str
) -> None:
    with pytest.raises(Refusal) as raised:
        read_typed(SPEECH, policy, fact_of(policy, name), typed)
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    ("typed", "reason", "parts"),
    [
        ({}, "day-wanted", ()),
        ({WHOLE: "x"}, "day-wanted", (WHOLE,)),
        ({"number": "x", WHOLE: "band:remote"}, "band-differs", ("number", WHOLE)),
        (DAY, "month-wanted", ("month",)),
        ({**DAY, "time": "x"}, "time-wanted", ("time",)),
        ({**DAY, "time": "4:00"}, "time-ambiguous", ("time",)),
        ({**DAY, "time": "4:00"}, "no-such-day", ("day", "month", "year")),
        ({"day": "", "month": "", "year": ""}, "day-wanted", ("day", "month", "year")),
        ({"day": "", "month": "", "year": "2026"}, "day-wanted", ("day", "month")),
        ({"day": "", "month": "April", "year": "2026"}, "day-wanted", ("day",)),
    ],
)  # fmt: skip
def test_the_parts_that_are_to_be_mended_are_named(typed: Typed, reason: str, parts: tuple[str, ...]) -> None:
    assert parts_to_mend(typed, Refusal(reason)) == parts
