"""`any`: one of several sets of conditions."""

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.model.policy import Policy
from assistant.vocabulary import trail
from assistant.vocabulary.condition import When
from assistant.vocabulary.trail import Condition, Get, Run
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import Given, Saying, on

WHEN: TypeAdapter[When] = TypeAdapter(When)
SETS = ({"kind": "short", "state": "vic"}, {"starts": {"before": "on"}})


def alternatives(key: str, sets: object = SETS) -> Condition:
    return WHEN.validate_python({key: sets})[key]


class Asking(Given):
    """Values by name, which keeps what was asked for."""

    def __init__(self, policy: Policy, values: dict[str, Value]) -> None:
        super().__init__(policy, values)
        self.wanted: list[str] = []

    def get(self, name: str) -> Get:
        def get(run: Run) -> Value:
            self.wanted.append(name)
            return self.values[name]

        return get


def asked(policy: Policy, key: str, **values: Value) -> tuple[trail.Tested, list[str]]:
    names = Asking(policy, {"on": on("2026-01-15"), **values})
    ask = alternatives(key).compiled(key, names)
    return ask.tested(*(get(Run({}, on("2026-01-15"))) for get in ask.inputs)), names.wanted


@pytest.mark.parametrize(
    ("kind", "state", "starts", "held"),
    [
        ("short", "vic", "2026-01-15", True),
        ("short", "act", "2026-01-14", True),
        ("long", "vic", "2026-01-14", True),
        ("short", "act", "2026-01-15", False),
        ("long", "vic", "2026-01-15", False),
    ],
)
def test_it_holds_where_one_of_the_sets_does(policy: Policy, kind: str, state: str, starts: str, held: bool) -> None:
    found, _ = asked(policy, "any", kind=kind, state=state, starts=on(starts))
    assert (found.name, found.value, found.held) == ("any", "yes" if held else "no", held)


def test_nothing_is_asked_for_that_does_not_matter_any_more(policy: Policy) -> None:
    _, wanted = asked(policy, "any", kind="short", state="vic", starts=on("2026-01-14"))
    assert wanted == ["kind", "state"]
    _, wanted = asked(policy, "any", kind="long", state="vic", starts=on("2026-01-14"))
    assert wanted == ["kind", "starts", "on"]


@pytest.mark.parametrize("sets", [(), 5, {"any": ("short",)}])
def test_it_has_sets(sets: object) -> None:
    with pytest.raises(ValidationError):
        alternatives("any", sets)


def test_it_reads_all_that_is_asked_in_its_sets_and_takes_other_names() -> None:
    one = alternatives("any")
    read = ["kind", "state", "starts", "on"]
    assert [id_ for _, id_ in one.reads()] == read
    renamed = one.renamed({"starts": "ends", "on": "starts"})
    assert [id_ for _, id_ in renamed.reads()] == ["kind", "state", "ends", "starts"]


def test_equal_ones_are_alike() -> None:
    assert alternatives("any") == alternatives("any")
    assert hash(alternatives("any")) == hash(alternatives("any"))


def test_it_says_what_is_in_its_sets(saying: Saying) -> None:
    assert saying.said(alternatives("any").explain("any")) == (
        "One of these holds: (Leave: Short and State: Victoria) or Start is before “The day asked about”",
        "次のどれかに当てはまる：（Leave：Short、State：Victoria）またはStartが「基準日」より前",
    )
