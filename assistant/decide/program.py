"""
Rules as a program: each aspect of a topic is compiled once into functions that ask its conditions from the top.

What is the same for every asking is worked out here: the conditions' own outcomes, the notes that are always carried,
the clauses behind an answer. What is left for an asking is to read its values and to keep the trail.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.decide.conditions import Test, asks, tests, until
from assistant.decide.ending import Trail, ended_by, not_in_force
from assistant.decide.outcome import Answer, Judged
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Group, Item, Rule
from assistant.vocabulary.reads import together
from assistant.vocabulary.scope import Scope, Scopes
from assistant.vocabulary.trail import Read, Run
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
        self._scopes = policy.worked_out(Scopes)
        self._first = tuple(not_in_force(policy))
        self.read: dict[tuple[str, str], Value] = {}
        """What was read last of facts and their texts: a text that was once found sound is."""

    def __missing__(self, key: tuple[str, Aspect]) -> Program:
        topic, aspect = key
        scope = self._scopes[topic]
        if aspect not in scope.topic.aspects:
            raise KeyError(aspect)
        return self.setdefault(key, _list(scope, aspect, (*self._first, *scope.topic.rules(aspect))))


class _Entry(NamedTuple):
    """
    A rule or a group in its list, with its conditions and all that they depend on, and what follows where they hold:
    the answer of a rule, or the list of a group.
    """

    item: Rule | Group
    tests: tuple[Test, ...]
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
            asked = tuple(asks(scope, item.when))
            then = ended_by(scope, aspect, item) if isinstance(item, Rule) else _list(scope, aspect, item.then)
            yield _Entry(item, tests(asked), scope.inputs(get for one in asked for get in one.inputs), then)


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
    return len(entry.tests) <= 1


def _stretch(row: list[_Entry]) -> Stretch:
    depends = together(row[0].inputs) if _steady(row[0]) else None
    known: dict[object, Looked] = {}

    def look(run: Run, trail: Trail) -> Looked:
        start, then = len(trail), None
        for entry in row:
            found = until(run, entry.tests)
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
