"""
`decide`: the first rule that holds answers. Each aspect of a topic is compiled once into functions that ask its
conditions from the top.

A pure function of (policy, topic, aspect, facts, on): it knows no language, no disk and no clock. What is the same for
every asking is worked out once: the conditions' own outcomes, the notes that are always carried, the clauses behind an
answer. What is left for an asking is to read its values and to keep the trail.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from assistant.decide.outcome import (
    Answer,
    FactFault,
    Invalid,
    Judged,
    Needs,
    Outcome,
    Trail,
    ended_by,
    not_in_force,
    until,
)
from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.model.rule import Aspect, Group, Item, Rule
from assistant.vocabulary.derivation import together
from assistant.vocabulary.facts.moment import read_day
from assistant.vocabulary.scope import Scope, scope_of
from assistant.vocabulary.trail import Ask, Read, Run, Wanted
from assistant.vocabulary.wording import Value

MOST_KEPT = 1000
"""How many outcomes of a stretch of rules are remembered, and how many texts of facts."""
Program = Callable[[Run, Trail], Answer | None]
"""
Asks a list from the top; what is asked goes on the trail. None where nothing in it answers. Raises `Wanted`; `Refusal`
for a day that cannot be worked out.
"""


class Programs(dict[tuple[str, Aspect], Program]):
    """
    Every aspect of a policy, compiled when it is first asked: `policy.worked_out(Programs)`. Before the rules of each
    stands the one of the policy's first day. Raises `KeyError` where there is no such topic, or where it does not
    answer this aspect.
    """

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self._policy, self._first = policy, tuple(not_in_force(policy))
        self.read: dict[tuple[str, str], Value] = {}
        """What was read last of facts and their texts: a text that was once found sound is."""

    def __missing__(self, key: tuple[str, Aspect]) -> Program:
        topic, aspect = key
        scope = scope_of(self._policy, topic)
        if aspect not in scope.topic.aspects:
            raise KeyError(aspect)
        return self.setdefault(key, _list(scope, aspect, (*self._first, *scope.topic.rules(aspect))))


class _Entry(NamedTuple):
    """
    A rule or a group in its list, with its conditions and all that they depend on, and what follows where they hold:
    the answer of a rule, or the list of a group.
    """

    item: Rule | Group
    asks: tuple[Ask, ...]
    inputs: tuple[Read, ...]
    then: Program


Looked = tuple[tuple[Judged, ...], Program | None]
"""What comes of a stretch of rules: those that were asked, and what follows where the last of them holds."""
Stretch = tuple[Read | None, dict[object, Looked], Callable[[Run, Trail], Looked]]
"""
Rules in a row whose outcome depends on the same values: what gives these, where there are any, the outcomes that are
known by them, and what works one out.
"""


def _list(scope: Scope, aspect: Aspect, items: Iterable[Item]) -> Program:
    """A list of rules and groups, asked from the top until one answers."""
    stretches = tuple(map(_stretch, _rows(_entries(scope, aspect, items))))

    def ask(run: Run, trail: Trail) -> Answer | None:
        for depends, known, look in stretches:
            if depends is not None and (found := known.get(depends(run))):
                judged, then = found
                trail += judged
            else:
                _, then = look(run, trail)
            if then is not None and (answer := then(run, trail)):
                return answer
        return None

    return ask


def _entries(scope: Scope, aspect: Aspect, items: Iterable[Item]) -> Iterator[_Entry]:
    for item in items:
        if isinstance(item, Group) and not item.when:
            yield from _entries(scope, aspect, item.then)
            continue
        if isinstance(item, Rule | Group):
            asks = scope.asks(item.when)
            then = ended_by(scope, aspect, item) if isinstance(item, Rule) else _list(scope, aspect, item.then)
            yield _Entry(item, asks, scope.inputs(get for ask in asks for get in ask.inputs), then)


def _rows(entries: Iterable[_Entry]) -> Iterator[list[_Entry]]:
    """Entries in a row that read nothing but what the first reads; what stands below a group begins anew."""
    row: list[_Entry] = []
    for entry in entries:
        if row and (isinstance(row[-1].item, Group) or not _steady(row[0]) or not {*entry.inputs} <= {*row[0].inputs}):
            yield row
            row = []
        row.append(entry)
    if row:
        yield row


def _steady(entry: _Entry) -> bool:
    """Whether all that it may read is always read, in this order: its second condition may never be asked."""
    return len(entry.asks) <= 1


def _stretch(row: list[_Entry]) -> Stretch:
    depends = together(row[0].inputs) if _steady(row[0]) else None
    known: dict[object, Looked] = {}

    def look(run: Run, trail: Trail) -> Looked:
        start, then = len(trail), None
        for entry in row:
            found = until(run, entry.asks)
            held = not found or found[-1].held
            trail.append(Judged(entry.item, found, held))
            if held:
                then = entry.then
                break
        looked = tuple(trail[start:]), then
        if depends is not None and _tells_apart(key := depends(run)):
            if len(known) >= MOST_KEPT:
                known.clear()
            known[key] = looked
        return looked

    return depends, known, look


def _tells_apart(key: object) -> bool:
    """Whether values that are equal are shown alike. Numbers are not: 50 and 50.0, each is shown as it was given."""
    return not any(isinstance(value, int | Decimal) for value in (key if isinstance(key, tuple) else (key,)))


def decide(policy: Policy, topic: str, aspect: Aspect, facts: Mapping[str, str], on: dt.date | str) -> Outcome:
    """
    What the policy says: an answer with its trail, the one fact that is needed next, or every fault in what was given.

    `facts` are canonical texts by fact id; each is validated, also one that this answer does not need. No exception
    but for content that `check` would refuse.
    """
    faults: list[FactFault] = []
    programs = policy.worked_out(Programs)
    try:
        program = programs[topic, aspect]
    except KeyError:
        program = None
        faults.append(_unknown(policy, topic, aspect))
    day = on if type(on) is dt.date and FIRST_DAY <= on <= LAST_DAY else _read_on(on, faults)
    values = _read_facts(policy, programs.read, facts, faults)
    if faults or day is None or program is None:
        return Invalid(tuple(faults))
    return _run(policy, program, topic, aspect, values, day)


def decided(policy: Policy, topic: str, aspect: Aspect, values: Mapping[str, Value], day: dt.date) -> Outcome:
    """The same of values that were read, for a question that there is, on a day that can be asked about."""
    return _run(policy, policy.worked_out(Programs)[topic, aspect], topic, aspect, values, day)


def _run(
    policy: Policy, program: Program, topic: str, aspect: Aspect, values: Mapping[str, Value], day: dt.date
) -> Outcome:
    run = Run(values, day)
    trail: Trail = []
    try:
        answer = program(run, trail)
    except Wanted as wanted:
        return Needs(policy.id, topic, aspect, day, policy.edition, wanted.fact, run.used, tuple(trail))
    except Refusal as refusal:
        return Invalid((FactFault("date", refusal.reason, refusal.details),))
    if answer is None:
        raise LookupError(f"{policy.id}/{topic}/{aspect}: no rule answers")
    return answer


def _unknown(policy: Policy, topic: str, aspect: Aspect) -> FactFault:
    if topic not in policy.topics:
        return FactFault("topic", "no-such-topic", {"given": topic})
    return FactFault("aspect", "no-such-aspect", {"given": aspect})


def _read_on(on: dt.date | str, faults: list[FactFault]) -> dt.date | None:
    try:
        return read_day(on if isinstance(on, str) else on.isoformat())
    except Refusal as refusal:
        faults.append(FactFault("on", refusal.reason, refusal.details))
        return None


def _read_facts(
    policy: Policy, read: dict[tuple[str, str], Value], facts: Mapping[str, str], faults: list[FactFault]
) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for given in facts.items():
        name, text = given
        value = read.get(given)
        if value is not None:
            values[name] = value
            continue
        fact = policy.facts.get(name)
        if fact is None:
            faults.append(FactFault(name, "no-such-fact", {"given": name}, tuple(policy.facts)))
            continue
        try:
            values[name] = value = fact.read(text)
        except Refusal as refusal:
            known = fact.choices() if refusal.reason == "no-such-option" else ()
            faults.append(FactFault(name, refusal.reason, refusal.details, known))
            continue
        if len(read) >= MOST_KEPT:
            read.clear()
        read[given] = value
    return values
