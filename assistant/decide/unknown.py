"""Asks with things that are not known: the answer where they make no difference, and nothing that leans on them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from assistant.decide import Answer, Counted, FactFault, Invalid, Judged, Needs, Outcome, decide
from assistant.decide.exploration import DENIALS, Explored, Leaf, agreed, explore, questions
from assistant.decide.neighbours import Neighbours, neighbours
from assistant.model.policy import Policy
from assistant.model.record import unique
from assistant.model.rule import Aspect
from assistant.vocabulary.days import as_day

T = TypeVar("T")
COVERED: Aspect = "covered"


class Told(NamedTuple):
    """What comes of asking; where one more fact is needed and something is not known, all that was explored."""

    outcome: Outcome
    explored: Explored | None = None


def ask_with(policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], unknown: Sequence[str],
             on: dt.date | str) -> Told:  # fmt: skip
    """What comes of facts known and not known. Every fault is told: a fact cannot be both."""
    outcome = decide(policy, topic, aspect, facts, on)
    if not unknown:
        return Told(outcome)
    faults = tuple(_faults(policy, facts, unknown))
    if faults:
        return Told(Invalid((*(outcome.faults if isinstance(outcome, Invalid) else ()), *faults)))
    if not isinstance(outcome, Needs):
        return Told(outcome)
    found = explore(policy, outcome, facts, outcome.on)
    return Told(settled(neighbours(policy, topic, aspect), found) or outcome, found)


def ask_needful(policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], unknown: Sequence[str],
                on: dt.date, named: bool, passed: Collection[str] = ()) -> Told:  # fmt: skip
    """
    What comes of asking where nothing is asked for of which every value leads to the same. The moment asked about may
    be any, and is asked for all the same, unless somebody `named` its day: then all that is possible on it is explored
    where it is asked whether a door is open; so is what can only be a no. Of facts whose day has `passed`, whichever it
    was, no later is possible.
    """
    told = ask_with(policy, topic, aspect, facts, unknown, on)
    if passed and isinstance(told.outcome, Needs):
        found = told.explored or explore(policy, told.outcome, facts, on)
        left = found._replace(leaves=_with_passed(found.leaves, passed, on))
        if 0 < len(left.leaves) < len(found.leaves) and (unknown or agreed(policy, left) or denied(left)):
            return Told(told.outcome, with_reason(policy, left, passed))
    if unknown or not isinstance(told.outcome, Needs):
        return told
    tries = neighbours(policy, topic, aspect)
    day_alone = named and told.outcome.fact in tries.of_the_day
    found = explore(policy, told.outcome, facts, on, alike=not day_alone)
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


def denied(found: Explored) -> bool:
    """Whether it is a no whatever else holds, for one reason or another."""
    return found.whole and bool(found.leaves) and all(leaf.answer.verdict in DENIALS for leaf in found.leaves)


def with_reason(policy: Policy, found: Explored, passed: Collection[str] = ()) -> Explored:
    """
    Of what can only be a no, the one for a reason that holds by what is known alone, if there is such a reason: by that
    the day of some facts has `passed`, too, whichever it was.
    """
    for tried, answer in ((leaf.tried, leaf.answer) for leaf in found.leaves if denied(found)):
        scope = neighbours(policy, answer.topic, answer.aspect).scope
        tests = [one for judged in answer.trail if judged.held for one in judged.tests]
        rests = [*(scope.rests(one.name, one.test) for one in tests), *map(scope.reach, answer.rule.dates.values())]
        if tests and not frozenset().union(*rests) & ({*questions(found.leaves)} - {*passed}):
            kept = {name: tried[name] for name in passed if name in tried}
            return found._replace(leaves=(Leaf(kept, answer),))
    return found


def refusal(policy: Policy, outcome: Outcome, facts: Mapping[str, str], unknown: Sequence[str]) -> Told | None:
    """
    What is said instead of a yes or a day that hangs on cover: that there is none, by facts which the answer does not
    look at, whatever else holds. None where that is not so, or was not on the day on which the case began: what ends
    later takes nothing from it.
    """
    if not isinstance(outcome, Answer) or not on_cover(policy, outcome):
        return None
    day = began(policy, outcome, facts)
    told = _uncovered(policy, outcome, facts, unknown, day)
    return told and ((day < outcome.on and _uncovered(policy, outcome, facts, unknown, outcome.on)) or told)


def began(policy: Policy, outcome: Answer, facts: Mapping[str, str]) -> dt.date:
    """The day on which that happened from which the topic counts; the one asked about where no moment is known."""
    counted = neighbours(policy, outcome.topic, "due").counted if "due" in policy.topics[outcome.topic].aspects else ()
    known = (policy.facts[name].read(text) for name, text in facts.items() if name in counted)
    return min((one.date() for one in known if isinstance(one, dt.datetime)), default=outcome.on)


def _uncovered(policy: Policy, outcome: Answer, facts: Mapping[str, str], unknown: Sequence[str],
               on: dt.date) -> Told | None:  # fmt: skip
    told = ask_needful(policy, outcome.topic, COVERED, facts, unknown, on, True)
    if isinstance(told.outcome, Answer):
        more = told.outcome.facts.keys() - outcome.facts.keys()
        return told if told.outcome.verdict in DENIALS and more else None
    found = told.explored and with_reason(policy, told.explored)
    return told if found and denied(found) and len(found.leaves) == 1 else None


def on_cover(policy: Policy, answer: Answer) -> bool:
    """Does it hold only where its topic covers the case? A day that hangs on nothing said holds for everybody."""
    promises = answer.verdict in ("free", "included") or (answer.verdict == "dated" and bool(answer.facts))
    return promises and answer.aspect != COVERED and COVERED in policy.topics[answer.topic].aspects


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


def settled(tries: Neighbours, found: Explored) -> Answer | None:
    """
    The answer to which every way leads; None where they differ, or where its headline names what is not known.

    The counting of a date, a note, a next step and a reason stand in it only where they are the same whatever the
    unknown things are. It rests on the clauses of all.
    """
    answers = [leaf.answer for leaf in found.leaves]
    if not (agreed(tries.policy, found) and _alike(one.rule.say for one in answers)):
        return None
    first, tried = answers[0], frozenset(questions(found.leaves))
    rule = first.rule
    if rule.answer and tried & rule.answer.gaps:
        return None
    after, notes = _alike(one.rule.next for one in answers), _shared([one.notes for one in answers])
    return first._replace(
        rule=rule if after else rule.model_copy(update={"next": None}),
        dates={name: _counted([one.dates[name] for one in answers]) for name in first.dates},
        values={name: _counted([one.values[name] for one in answers]) for name in first.values},
        notes=notes, cites=unique(one.cites for one in answers), readings=unique(one.readings for one in answers),
        announced=unique(one.announced for one in answers),
        facts={name: value for name, value in first.facts.items() if name not in tried},
        trail=_trail(tries, answers, tried),
        open=tuple(name for name in tries.policy.facts if name in tried),
        partly=not after or any(one.notes != notes for one in answers),
    )  # fmt: skip


def _alike(values: Iterable[object]) -> bool:
    return len(set(values)) == 1


def _shared(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """What stands in each of these."""
    return tuple(one for one in lists[0] if all(one in other for other in lists))


def _counted(ones: Sequence[Counted]) -> Counted:
    """One value with its counting, without start and steps where these differ."""
    first = ones[0]._replace(cites=unique(one.cites for one in ones), readings=unique(one.readings for one in ones))
    same = all(one[2:5] == first[2:5] for one in ones)
    return first if same else first._replace(start=None, started_from=None, steps=())


def _trail(tries: Neighbours, answers: Sequence[Answer], tried: Collection[str]) -> tuple[Judged, ...]:
    """The rules that were asked in every case, with those conditions that lean on nothing unknown."""
    scope = tries.scope

    def known(judged: Judged) -> Judged | None:
        tests = tuple(one for one in judged.tests if not scope.rests(one.name, one.test) & set(tried))
        ruled_out = any(not one.held for one in tests)
        return judged._replace(tests=tests) if judged.held or ruled_out else None

    trails = [[one for one in map(known, answer.trail) if one is not None] for answer in answers]
    return tuple(one for one in trails[0] if all(one in trail for trail in trails))
