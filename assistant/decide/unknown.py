"""Asks with things that are not known: the answer where they make no difference, and nothing that leans on them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from assistant.decide import Answer, Counted, FactFault, Invalid, Needs, Outcome, decide
from assistant.decide.exploration import DENIALS, Explored, Leaf, agreed, explore, questions
from assistant.decide.neighbours import neighbours
from assistant.decide.settled import denied, refused, settled, with_reason
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.vocabulary.days import as_day
from assistant.vocabulary.fact import PASSED

COVERED: Aspect = "covered"


class Told(NamedTuple):
    """What comes of asking; where one more fact is needed and something is not known, all that was explored."""

    outcome: Outcome
    explored: Explored | None = None


def ask_with(
    policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], unknown: Sequence[str], on: dt.date | str
) -> Told:
    """
    What comes of facts that are known, not known, or known only to have passed: then no later day is possible. All
    faults are told at once; that a fact is given and said not to be known is one.
    """
    known, passed = apart(policy, facts)
    outcome = decide(policy, topic, aspect, known, on)
    if not (unknown or passed):
        return Told(outcome)
    faults = tuple(_faults(policy, facts, unknown))
    if faults:
        return Told(Invalid((*(outcome.faults if isinstance(outcome, Invalid) else ()), *faults)))
    if not isinstance(outcome, Needs):
        return Told(outcome)
    found = explore(policy, outcome, known, outcome.on)
    if passed and (told := _over(policy, outcome, found, unknown, passed)):
        return told
    return Told(settled(neighbours(policy, topic, aspect), found) or outcome, found) if unknown else Told(outcome)


def apart(policy: Policy, facts: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The facts that are known, and those of which it is said that their day has passed."""
    if PASSED not in facts.values():
        return facts, ()
    said = (name for name, text in facts.items() if text == PASSED and name in policy.facts)
    passed = tuple(name for name in said if policy.facts[name].may_pass())
    return {name: text for name, text in facts.items() if name not in passed}, passed


def ask_needful(
    policy: Policy,
    topic: str,
    aspect: Aspect,
    facts: Mapping[str, str],
    unknown: Sequence[str],
    on: dt.date,
    named: bool,
) -> Told:
    """
    What comes of asking where nothing is asked for of which every value leads to the same. The moment asked about may
    be any, and is asked for all the same, unless somebody `named` its day: then all that is possible on it is explored
    where it is asked whether a door is open; so is what can only be a no.
    """
    told = ask_with(policy, topic, aspect, facts, unknown, on)
    if unknown or told.explored or not isinstance(told.outcome, Needs):
        return told
    tries = neighbours(policy, topic, aspect)
    day_alone = named and told.outcome.fact in tries.of_the_day
    found = explore(policy, told.outcome, apart(policy, facts)[0], on, alike=not day_alone)
    if not named and any(policy.facts[name].kind() == "moment" for name in questions(found.leaves)):
        return told
    return Told(settled(tries, found) or told.outcome, found if day_alone or denied(found) else None)


def counted_next(policy: Policy, needs: Needs, facts: Mapping[str, str]) -> tuple[str, Mapping[str, Counted]]:
    """
    Which fact to ask for next where some date is begun that is still counted from others: one of these, before what
    only another date is counted from. And, by their public names, the dates that hang on nothing more.
    """
    tries = neighbours(policy, needs.topic, needs.aspect)
    found = explore(policy, needs, facts, needs.on) if tries.counted & facts.keys() else None
    if not found or not found.whole or len({leaf.answer.rule.id for leaf in found.leaves}) != 1:
        return needs.fact, {}
    answer, left = found.leaves[0].answer, questions(found.leaves)
    reach = {name: tries.scope.reach(source) for name, source in answer.rule.dates.items()}
    wanted = frozenset().union(*(names for names in reach.values() if names & facts.keys()))
    ask = needs.fact if needs.fact in wanted else next((name for name in left if name in wanted), needs.fact)
    return ask, {name: answer.dates[name] for name, names in reach.items() if names.isdisjoint(left)}


def refusal(policy: Policy, outcome: Outcome, facts: Mapping[str, str], unknown: Sequence[str]) -> Told | None:
    """
    What is said instead of a yes or a day that hangs on cover: that there is none, by facts which the answer does not
    look at, whatever else holds. None where that is not so, or was not on the day on which the case began: what ends
    later takes nothing from it.
    """
    if not isinstance(outcome, Answer) or not on_cover(policy, outcome):
        return None
    known, _ = apart(policy, facts)
    day = began(policy, outcome, known)
    facts = known if day < outcome.on else facts  # what has passed since had not on that day
    told = _uncovered(policy, outcome, facts, unknown, day)
    return told and ((day < outcome.on and _uncovered(policy, outcome, facts, unknown, outcome.on)) or told)


def began(policy: Policy, outcome: Answer, facts: Mapping[str, str]) -> dt.date:
    """The day on which that happened from which the topic counts; the one asked about where no moment is known."""
    counted = neighbours(policy, outcome.topic, "due").counted if "due" in policy.topics[outcome.topic].aspects else ()
    known = (policy.facts[name].read(text) for name, text in facts.items() if name in counted)
    return min((one.date() for one in known if isinstance(one, dt.datetime)), default=outcome.on)


def _uncovered(
    policy: Policy, outcome: Answer, facts: Mapping[str, str], unknown: Sequence[str], on: dt.date
) -> Told | None:
    told = ask_needful(policy, outcome.topic, COVERED, facts, unknown, on, True)
    if isinstance(told.outcome, Answer):
        more = {*told.outcome.facts, *told.outcome.passed} - outcome.facts.keys()
        return told if told.outcome.verdict in DENIALS and more else None
    found = told.explored and with_reason(policy, told.explored)
    return told if found and denied(found) and len(found.leaves) == 1 else None


def on_cover(policy: Policy, answer: Answer) -> bool:
    """Does it hold only where its topic covers the case? A day that hangs on nothing said holds for everybody."""
    promises = answer.verdict in ("free", "included") or (answer.verdict == "dated" and bool(answer.facts))
    return promises and answer.aspect != COVERED and COVERED in policy.topics[answer.topic].aspects


def _over(policy: Policy, needs: Needs, found: Explored, unknown: Sequence[str], passed: Sequence[str]) -> Told | None:
    """What is left where the day of some facts has passed; None where that decides nothing."""
    left = found._replace(leaves=_with_passed(found.leaves, passed, needs.on))
    agree = agreed(policy, left)
    if not 0 < len(left.leaves) < len(found.leaves) or not (unknown or agree or denied(left)):
        return None
    tries, reasoned = neighbours(policy, needs.topic, needs.aspect), with_reason(policy, left, passed)
    same = settled(tries, left) if agree else None
    if same is None and denied(left) and len(reasoned.leaves) == 1:
        same = refused(tries, reasoned.leaves[0].answer, left, unknown, passed)
    answer = same and same._replace(passed=tuple(name for name in passed if name in same.open))
    return Told(answer or needs, reasoned)


def _with_passed(leaves: Sequence[Leaf], passed: Collection[str], on: dt.date) -> tuple[Leaf, ...]:
    """
    The leaves that are left where the day of these facts has passed. A fact that no leaf tried on the day before is not
    told apart there: each day that was tried then stands for others too, on both sides.
    """
    apart = [name for name in passed if any(_day(leaf, name) == on - dt.timedelta(days=1) for leaf in leaves)]
    return tuple(leaf for leaf in leaves if not any((day := _day(leaf, name)) and day >= on for name in apart))


def _day(leaf: Leaf, name: str) -> dt.date | None:
    value = leaf.tried.get(name)
    return as_day(value) if isinstance(value, dt.date) else None


def _faults(policy: Policy, facts: Mapping[str, str], unknown: Iterable[str]) -> Iterable[FactFault]:
    for name in unknown:
        if name not in policy.facts:
            yield FactFault("unknown", "no-such-fact", {"given": name}, tuple(policy.facts))
        elif name in facts:
            yield FactFault(name, "known-and-unknown", {"given": name})
