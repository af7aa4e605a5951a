"""Faults that only walking shows: paths without an answer, and rules, groups and notes that no path reaches."""

from collections.abc import Iterator
from itertools import islice

from assistant.decide import Answer
from assistant.errors import Fault
from assistant.model.policy import Policy
from assistant.model.rule import ASPECTS, Aspect, Group, Rule
from assistant.verify.names import Names, cells, every
from assistant.verify.paths import Broken, Path, paths
from assistant.verify.places import Origin, Places, Standing
from assistant.verify.walk import Walk, uses

TRIED = 3000
"""How many paths are looked at to find out which rule stands in another's way."""


def check_broken(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """A fault for each way in which paths end without an answer, with the first such path."""
    for (topic, aspect, broken), found in walked.broken.items():
        key = places.key(f"topics/{topic}.yaml", aspect)
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        if broken.kind == "no-rule":
            yield key.fault(f"{topic}/{aspect}", f"no rule answers: {found[0]}{more}",
                            "end the list with a rule that always holds, or cover this case")  # fmt: skip
        elif broken.kind == "wrong-kind":
            yield key.fault(f"{topic}/{aspect}", f"a value does not fit ({broken.detail}): {found[0]}{more}",
                            "test for the table's marks before the value is used")  # fmt: skip
        else:
            yield from _no_row(policy, places, broken, found[0], more)


def _no_row(policy: Policy, places: Places, broken: Broken, path: Path, more: str) -> Iterator[Fault]:
    """The fault of a table that lacks a row or column, at its first line."""
    names = Names(policy, policy.topics[path.topic])
    reached = names.in_aspect(path.aspect) & names.derived.keys()
    for cell in (cell for name in sorted(reached) for cell in cells(names.derived[name])):
        rows = policy.tables[cell.table].rows
        columns = {column for row in rows.values() for column in row}
        row = broken.detail in names.ids(cell.row) and broken.detail not in rows
        if row or (cell.column and broken.detail in names.ids(cell.column) and broken.detail not in columns):
            kind = "row" if row else "column"
            wrong = f"no {kind} is called '{broken.detail}': {path}{more}"
            yield places.table(cell.table).fault(broken.detail, wrong, "add it, or answer before the table is read")
            return


def check_reached(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """
    A fault for each rule, group and note that no path reaches, in any of the topics that use it. Inside a group that
    is reported, nothing more is.
    """
    found = list(uses(policy, places))
    reached = {one.spot.origin for _, one in found if any(id(rule) in walked.rules for rule in _rules(one.item))}
    dark: set[int] = set()
    told: set[Origin] = set()
    for where, one in found:
        if one.spot.origin in reached:
            continue
        dark.add(id(one.item))
        if one.spot.origin not in told and not dark.intersection(map(id, one.above)):
            told.add(one.spot.origin)
            yield _unreached(policy, places, where, one)
    yield from _unreached_notes(found, walked)


def _rules(item: Rule | Group) -> Iterator[Rule]:
    return (one for one in every((item,)) if isinstance(one, Rule))


def _unreached(policy: Policy, places: Places, where: str, one: Standing) -> Fault:
    """The fault of a rule or group that never answers, with the rule that stands in its way where one does."""
    topic, _, name = where.partition("/")
    aspect = next(each for each in ASPECTS if each == name)
    use = one.spot.node.child("use")
    called = f"the rule '{one.item.id}'" if isinstance(one.item, Rule) else "this group"
    called = f"the list '{use.scalar}' here" if use is not None else called
    wrong = f"no path reaches {called}"
    blocker = _blocker(policy, topic, aspect, one)
    if blocker is None:
        return one.spot.fault(where, f"{wrong}: its conditions never hold", "correct its conditions, or remove it")
    rule, path = blocker
    other = next(s for s in places.standing(policy, topic, aspect) if s.item is rule)
    return one.spot.fault(where, f"{wrong}: the rule '{rule.id}' ({other.spot.line}) answers first, as in {path}",
                          f"move it above '{rule.id}', or narrow that one's conditions")  # fmt: skip


def _blocker(policy: Policy, topic: str, aspect: Aspect, one: Standing) -> tuple[Rule, Path] | None:
    """The last of the rules that answer where the conditions of `one` hold, with a path on which it does."""
    alone = _alone(policy, topic, aspect, one)
    holding = {tuple(path.facts.items()): path for path in paths(alone, topic, aspect) if _held(path)}
    order = [id(item) for item in every(policy.topics[topic].rules(aspect))]
    found: dict[int, tuple[Rule, Path]] = {}
    tried = (path for facts in holding for path in paths(policy, topic, aspect, dict(facts)))
    for path in islice(tried, TRIED):
        if isinstance(path.outcome, Answer):
            found.setdefault(order.index(id(path.outcome.rule)), (path.outcome.rule, path))
    return found[max(found)] if found else None


def _held(path: Path) -> bool:
    return isinstance(path.outcome, Answer)


def _alone(policy: Policy, topic: str, aspect: Aspect, one: Standing) -> Policy:
    """The policy with this rule as the only one of the aspect, under the conditions of its groups."""
    item = one.item
    for group in reversed(one.above):
        item = Group(when=group.when, then=(item,))
    changed = policy.topics[topic].model_copy(update={aspect: (item,)})
    return policy.model_copy(update={"topics": {**policy.topics, topic: changed}})


def _unreached_notes(found: list[tuple[str, Standing]], walked: Walk) -> Iterator[Fault]:
    seen: set[Origin] = set()
    unseen: dict[Origin, Fault] = {}
    for where, one in found:
        reached = walked.rules.get(id(one.item))
        for use, spot in one.notes:
            if reached is not None and use.note in reached.notes:
                seen.add(spot.origin)
            elif reached is not None and use.when:
                wrong = f"no path makes the conditions of the note '{use.note}' hold"
                unseen.setdefault(spot.origin, spot.fault(where, wrong, "correct its conditions, or remove it"))
    yield from (fault for origin, fault in unseen.items() if origin not in seen)
