"""
The registry of conditions: tests of a fact, of `on`, or of something derived.

In content, `when` maps a name to a test. Every pair must hold; they are asked from the top, and the first that fails
ends the question. An operand is a literal, or the name of a fact, of `on` or of something derived.
"""

from typing import Annotated

from assistant.model.record import Id
from assistant.vocabulary.trail import Condition
from assistant.vocabulary.word import Registry


def _spelled_out(raw: object) -> object:
    return {"one_of": raw} if isinstance(raw, str | tuple) else raw


ID = {"maxLength": 60, "pattern": "^[a-z0-9]+(?:[-_][a-z0-9]+)*$", "type": "string"}
CONDITIONS: Registry[Condition] = Registry(
    "test", "a test is wanted", _spelled_out, ({**ID}, {"items": ID, "type": "array"})
)
Test = Annotated[Condition, CONDITIONS]
"""A test; one that holds for certain ids may be written as the id, or as their list, alone."""
When = dict[Id, Test]
