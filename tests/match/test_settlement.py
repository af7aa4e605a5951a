"""Of several things said of one fact, what is stated, what is offered, and what is neither."""

import pytest

from assistant.match.places import as_typed
from assistant.match.settlement import settled
from assistant.match.understanding import Said
from tests.match.grammar import marked
from tests.match.sample import FACTS


def said(fact: str, option: str, text: str, what: str, why: str | None = None, weight: int = 0) -> Said:
    at = text.index(what)
    return Said(fact, option, at, at + len(what), why, weight)  # type: ignore[arg-type]  # a reason by its name


@pytest.mark.parametrize(
    ("text", "found", "stated", "offered"),
    [
        ("aa", [("a", "aa", None, 0)], "a", ()),
        ("aa or bb", [("a", "aa", None, 0), ("b", "bb", None, 0)], None, ("a", "b")),
        ("not aa but bb", [("a", "aa", "denied", 0), ("b", "bb", None, 0)], "b", ()),
        ("aa, sorry, bb", [("a", "aa", None, 0), ("b", "bb", None, 0)], "b", ()),
        ("aa then, now bb", [("a", "aa", None, 0), ("b", "bb", None, 0)], "b", ()),
        ("aa, well bb", [("a", "aa", None, 1), ("b", "bb", None, 2)], "b", ()),
        ("about aa", [("a", "aa", "about", 0)], None, ("a",)),
        ("aa? bb", [("a", "aa", "asked", 0), ("b", "bb", None, 0)], "b", ()),
        ("aa?", [("a", "aa", "asked", 0)], None, None),
        ("not aa", [("a", "aa", "denied", 0)], None, None),
    ],
)
def test_one_value_is_stated_or_those_that_may_be_meant_are_offered(
    text: str, found: list[tuple[str, str, str | None, int]], stated: str | None, offered: tuple[str, ...] | None
) -> None:
    read = settled(marked(text), [said("tool", option, text, what, why, w) for option, what, why, w in found], FACTS)
    assert [one.value for one in read.stated] == ([stated] if stated else [])
    assert [one.values for one in read.offered] == ([offered] if offered else [])


def test_any_doubt_leaves_a_yes_no_open() -> None:
    text = "is it insured? it is insured"
    found = [said("insured", "yes", text, "insured?", "asked"), Said("insured", "yes", 21, 28)]
    assert settled(marked(text), found, FACTS).stated == ()


def test_places_are_those_of_the_text_as_it_was_typed() -> None:
    read = settled(marked("gold"), [Said("tool", "gold", 0, 4)], FACTS)
    (one,) = as_typed("  Ｇｏｌｄ", read.stated, range(4))
    assert (one.start, one.end) == (2, 6)
