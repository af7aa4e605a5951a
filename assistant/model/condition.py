"""
The closed vocabulary of conditions: what a rule may ask of a fact, of `on`, or of something derived.

In content, `when` maps a name to a test. Every pair must hold; they are asked from the top, and the first that fails
ends the question. An operand is a literal, or the name of a fact, of `on` or of something derived.
"""

from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Tag

from assistant.model.record import Id, Record, as_list, by_key

Operand = Annotated[str, BeforeValidator(lambda raw: str(raw) if isinstance(raw, str) else raw)]


class OneOf(Record):
    """Holds where the choice, the yes/no, the band or the table's mark is one of these ids."""

    one_of: Annotated[tuple[Id, ...], BeforeValidator(as_list)]


class Before(Record):
    """Holds on days (or numbers) before the operand."""

    before: Operand


class After(Record):
    """Holds on days after the operand, and for numbers above it."""

    after: Operand


class AtMost(Record):
    """Holds up to the operand, which is included."""

    at_most: Operand


class AtLeast(Record):
    """Holds from the operand on, which is included."""

    at_least: Operand


class Inside(Record):
    """Holds for a moment inside the opening hours of this id."""

    inside: Id


TESTS = {"one_of": OneOf, "before": Before, "after": After, "at_most": AtMost, "at_least": AtLeast, "inside": Inside}


def _spelled_out(raw: object) -> object:
    return {"one_of": raw} if isinstance(raw, str | tuple) else raw


Worded = Annotated[
    Annotated[OneOf, Tag("#one_of")]
    | Annotated[Before, Tag("#before")]
    | Annotated[After, Tag("#after")]
    | Annotated[AtMost, Tag("#at_most")]
    | Annotated[AtLeast, Tag("#at_least")]
    | Annotated[Inside, Tag("#inside")],
    Discriminator(
        by_key(TESTS), custom_error_type="test", custom_error_message=f"a test is wanted: {', '.join(TESTS)}"
    ),
]
Test = Annotated[Worded, BeforeValidator(_spelled_out, json_schema_input_type=Id | tuple[Id, ...] | Worded)]
"""A test; one that holds for certain ids may be written as the id, or as their list, alone."""
When = dict[Id, Test]
