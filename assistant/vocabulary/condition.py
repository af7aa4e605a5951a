"""
The registry of conditions: tests of a fact, of `on`, or of something derived.

In content, `when` maps a name to a test, or to several at once. Every one must hold; they are asked from the top, and
the first that fails ends the question. Under `any` and `none` stand lists of such sets. An operand is a literal, or the
name of a fact, of `on` or of something derived.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BeforeValidator

from assistant.model.record import Name
from assistant.vocabulary.trail import Condition
from assistant.vocabulary.word import Registry

ALTERNATIVES = ("any", "none")
"""Keys of `when` that are no names: lists of sets of conditions stand under them."""
SEVERAL = "all_of"
"""The word for several tests of one name."""


def _spelled_out(raw: object) -> object:
    if isinstance(raw, str | tuple):
        return {"one_of": raw}
    if isinstance(raw, Mapping) and len(raw) > 1 and all(key in CONDITIONS.words for key in raw):
        return {SEVERAL: tuple({key: test} for key, test in raw.items())}
    return raw


def _alternatives(raw: object) -> object:
    """The lists under `any` and `none` as words."""
    if not isinstance(raw, Mapping):
        return raw
    return {
        key: {key: one} if key in ALTERNATIVES and isinstance(one, list | tuple) else one for key, one in raw.items()
    }


ID = {"maxLength": 60, "pattern": "^[a-z0-9]+(?:[-_][a-z0-9]+)*$", "type": "string"}
SETS = {"items": {"type": "object"}, "minItems": 1, "type": "array"}
CONDITIONS: Registry[Condition] = Registry(
    "test",
    "a test is wanted",
    "conditions",
    ({**ID}, {"items": ID, "type": "array"}, {"minProperties": 2, "type": "object"}, SETS),
    _spelled_out,
)
Test = Annotated[Condition, CONDITIONS]
"""A test; one that holds for certain ids may be written as the id, or as their list, alone."""
When = Annotated[dict[Name, Test], BeforeValidator(_alternatives)]
"""Tests by what they ask about."""


def asked(when: Mapping[str, Condition]) -> Iterator[tuple[str, Condition]]:
    """The tests in the order in which they are asked, each with its name; alternatives are one test."""
    return ((name, one) for name, test in when.items() for one in test.each())


def every_test(when: Mapping[str, Condition]) -> Iterator[tuple[str, Condition]]:
    """All single tests, those among alternatives too, each with its name."""
    for name, test in asked(when):
        sets = test.sets()
        yield from ((each for one in sets for each in every_test(one)) if sets else ((name, test),))
