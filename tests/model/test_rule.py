"""Rules from the top: what is written as a rule, a group or the use of a list, and verdicts by aspect."""

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.model.rule import ASPECTS, VERDICTS, Group, Item, NoteUse, Rule, Use

ITEM: TypeAdapter[Item] = TypeAdapter(Item)
RULE = {"id": "r", "verdict": "free", "say": "S", "cites": "c"}


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (RULE, Rule),
        ({"then": (RULE,)}, Group),
        ({"when": {"a": "b"}, "then": ({"then": (RULE,)},)}, Group),
        ({"use": "gate"}, Use),
        ({"use": "gate", "bind": {"a": "b"}, "next": "form"}, Use),
    ],
)
def test_an_item_is_known_by_its_key(written: object, kind: type) -> None:
    assert type(ITEM.validate_python(written)) is kind


@pytest.mark.parametrize("written", [{}, {"when": {}}, {"id": "r", "say": "S"}, "gate", None])
def test_nothing_else_is_an_item(written: object) -> None:
    with pytest.raises(ValidationError) as found:
        ITEM.validate_python(written)
    assert [one["type"] for one in found.value.errors()] == ["item"]


def test_a_rule_may_have_a_verdict_for_each_aspect() -> None:
    plain = Rule.model_validate(RULE)
    shared = Rule.model_validate({**RULE, "verdict": {"due": "dated", "free": "ended"}})
    assert [plain.verdict_for(aspect) for aspect in ASPECTS] == ["free", "free", "free"]
    assert (shared.verdict_for("due"), shared.verdict_for("free")) == ("dated", "ended")
    with pytest.raises(KeyError):
        shared.verdict_for("covered")


@pytest.mark.parametrize("verdict", ["fre", "", {"due": "fre"}, {"when": "dated"}, ["free"]])
def test_a_verdict_is_one_that_there_is(verdict: object) -> None:
    with pytest.raises(ValidationError):
        Rule.model_validate({**RULE, "verdict": verdict})


def test_every_aspect_has_its_verdicts_and_all_end_alike() -> None:
    assert VERDICTS.keys() == set(ASPECTS)
    assert frozenset.intersection(*VERDICTS.values()) == {"ended", "not-in-force"}


@pytest.mark.parametrize("written", ["sorry", {"note": "sorry"}])
def test_a_note_that_is_always_carried_may_be_its_id_alone(written: object) -> None:
    assert Rule.model_validate({**RULE, "notes": (written,)}).notes == (NoteUse(note="sorry"),)
