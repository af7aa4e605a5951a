"""What stands whatever the things are that are not known: the one answer to which every way leads, or the one no."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from assistant.decide import Answer, Counted, Judged
from assistant.decide.exploration import DENIALS, Explored, Leaf, agreed, questions
from assistant.decide.neighbours import Neighbours, neighbours
from assistant.model.policy import Policy
from assistant.model.record import unique

T = TypeVar("T")


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
        notes=notes,
        cites=unique(one.cites for one in answers),
        readings=unique(one.readings for one in answers),
        announced=unique(one.announced for one in answers),
        facts={name: value for name, value in first.facts.items() if name not in tried},
        trail=_trail(tries, answers, tried),
        open=tuple(name for name in tries.policy.facts if name in tried),
        partly=not after or any(one.notes != notes for one in answers),
    )


def refused(
    tries: Neighbours, first: Answer, left: Explored, unknown: Sequence[str], passed: Sequence[str]
) -> Answer | None:
    """
    A no for a reason that holds whatever the day was that has passed, without what is counted from it; None where its
    reason names that.
    """
    rule, tried = first.rule, frozenset(questions(left.leaves))
    counted = {
        name for name, source in (*rule.dates.items(), *rule.values.items()) if tries.scope.reach(source) & tried
    }
    if counted & rule.say.gaps:
        return None
    return first._replace(
        rule=rule.model_copy(update={"answer": None}) if rule.answer and counted & rule.answer.gaps else rule,
        dates={name: one for name, one in first.dates.items() if name not in counted},
        values={name: one for name, one in first.values.items() if name not in counted},
        notes=_shared([leaf.answer.notes for leaf in left.leaves if leaf.answer.rule is rule]),
        facts={name: value for name, value in first.facts.items() if name not in tried},
        trail=_trail(tries, [first], tried),
        open=tuple(name for name in tries.policy.facts if name in {*unknown, *passed}),
    )


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
