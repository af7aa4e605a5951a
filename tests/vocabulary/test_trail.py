"""What words work on and leave behind, and what a word says that says nothing of itself."""

import datetime as dt

import pytest

from assistant.errors import Wording, worded
from assistant.vocabulary import trail
from assistant.vocabulary.trail import Against, Ask, Condition, Move, Names, Run, Step, Taken, Wanted
from assistant.vocabulary.wording import Label
from tests.vocabulary.given import on


class Stay(Step):
    """The same day."""

    stay: str = ""
    """Nothing."""

    def compiled(self, names: Names) -> Move:
        return lambda run, day: Taken(self, day, day)

    def explain(self, taken: Taken) -> Wording:
        return worded("{day}", day=taken.after)


class Ever(Condition):
    """Always holds."""

    ever: str = ""
    """Nothing."""

    def compiled(self, name: str, names: Names) -> Ask:
        return Ask((names.get(name),), lambda value: trail.Tested(name, value, self, None, True))

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded("{subject}", subject=Label(name))


def test_a_step_has_no_edge_no_clock_and_no_days_on_the_way_unless_it_says_so() -> None:
    step, taken = Stay(), Taken(Stay(), on("2026-01-15"), on("2026-01-15"))
    assert (step.passes, step.side(taken), list(step.clocks(None))) == ("", None, [])  # type: ignore[arg-type]  # not looked at
    assert (taken.amount, taken.skipped, taken.late, taken.calendar) == (None, (), False, None)


def test_a_condition_has_no_edge_and_nothing_to_be_held_against_unless_it_says_so() -> None:
    condition = Ever()
    assert (condition.of_ids, condition.operands(), condition.side("x", None)) == (False, (), None)


def test_an_asking_has_used_and_counted_nothing_at_first() -> None:
    run = Run({"kind": "short"}, dt.date(2026, 1, 15))
    assert (run.facts, run.on, run.used, run.counted) == ({"kind": "short"}, dt.date(2026, 1, 15), {}, {})


def test_what_is_wanted_is_a_fact() -> None:
    with pytest.raises(Wanted) as wanted:
        raise Wanted("kind")
    assert wanted.value.fact == "kind"
