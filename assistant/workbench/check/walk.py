"""Walks every path of a policy once: what was reached, what broke, and the faults that only walking shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from assistant.decide import Answer
from assistant.decide.steps import Place, left_out
from assistant.errors import Fault, told
from assistant.model.policy import Policy
from assistant.model.rule import ASPECTS, Aspect, Group, Rule
from assistant.suggest import alike
from assistant.vocabulary.dependencies import cells, every
from assistant.vocabulary.scope import scope_of
from assistant.workbench.check.paths import BROKEN, Broken, Path, paths
from assistant.workbench.check.places import Origin, Places, Standing


@dataclass(slots=True)
class Reached:
    """A rule that answered: on which path first, with which facts always known, and with which notes."""

    example: Path
    facts: set[str]
    notes: set[str] = field(default_factory=set)
    no_days: set[str] = field(default_factory=set)
    """Its public dates that held a mark or a number on some path."""


@dataclass(slots=True)
class Walk:
    """What all paths of a policy came to. Rules are known by `id()`: each use of a list has its own."""

    rules: dict[int, Reached] = field(default_factory=dict)
    facts: set[str] = field(default_factory=set)
    broken: dict[tuple[str, str, Broken], list[Path]] = field(default_factory=dict)
    noted: dict[tuple[int, frozenset[str]], Path] = field(default_factory=dict)
    """The first path for each rule and each set of notes that it was given with."""

    hidden: dict[str, frozenset[Place]] = field(default_factory=dict)
    """The steps, by procedure, that no answer has shown so far."""
    bare: dict[str, Path] = field(default_factory=dict)
    """The first path, by procedure, on which none of its steps is shown."""

    def add(self, policy: Policy, path: Path) -> None:
        """Takes in one path."""
        if isinstance(path.outcome, Answer):
            self._answered(path, path.outcome)
            self._stepped(policy, path, path.outcome)
        elif isinstance(path.outcome, Broken):
            self.broken.setdefault((path.topic, path.aspect, path.outcome), []).append(path)

    def _answered(self, path: Path, answer: Answer) -> None:
        self.facts |= answer.facts.keys()
        self.noted.setdefault((id(answer.rule), frozenset(answer.notes)), path)
        reached = self.rules.get(id(answer.rule))
        if reached is None:
            reached = self.rules[id(answer.rule)] = Reached(path, set(answer.facts))
        reached.facts &= answer.facts.keys()
        reached.notes.update(answer.notes)
        reached.no_days |= {name for name, counted in answer.dates.items() if not hasattr(counted.value, "year")}

    def _stepped(self, policy: Policy, path: Path, answer: Answer) -> None:
        afterwards = answer.rule.passed.next if answer.rule.passed else None
        for name in filter(None, {answer.rule.next, afterwards}):
            without = left_out(policy, path.topic, name, answer.facts, path.on)
            self.hidden[name] = self.hidden.get(name, without) & without
            if without and len(without) == sum(len(part.steps) for part in policy.summary.procedures[name].parts):
                self.bare.setdefault(name, path)


def walk(policy: Policy) -> Walk:
    """Every path of every topic and aspect, walked once for all who ask the same policy."""
    return policy.worked_out(_walked)


def _walked(policy: Policy) -> Walk:
    found = Walk()
    for topic in policy.topics.values():
        for aspect in topic.aspects:
            for path in paths(policy, topic.id, aspect):
                found.add(policy, path)
    return found


def uses(policy: Policy, places: Places) -> Iterator[tuple[str, Standing]]:
    """Every rule and group of every topic, with `topic/aspect`."""
    for topic in policy.topics.values():
        for aspect in topic.aspects:
            yield from ((f"{topic.id}/{aspect}", one) for one in places.standing(policy, topic.id, aspect))


NO_ROW = told("no row is called '{name}': {path} (paths like it: {count})")
NO_COLUMN = told("no column is called '{name}': {path} (paths like it: {count})")
NEVER = {
    "rule": told("no path reaches the rule '{name}': its conditions never hold"),
    "list": told("no path reaches the list '{name}' here: its conditions never hold"),
    "group": told("no path reaches this group: its conditions never hold"),
}
FIRST = {
    "rule": told("no path reaches the rule '{name}': the rule '{rule}' ({place}) answers first, as in {path}"),
    "list": told("no path reaches the list '{name}' here: the rule '{rule}' ({place}) answers first, as in {path}"),
    "group": told("no path reaches this group: the rule '{rule}' ({place}) answers first, as in {path}"),
}
NO_STEP = told("correct its conditions, or remove it")
TRIED = 3000
"""How many paths are looked at to find out which rule stands in another's way."""


def check_broken(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """A fault for each way in which paths end without an answer, with the first such path."""
    for (topic, aspect, broken), found in walked.broken.items():
        path, count = found[0], len(found)
        if broken.kind == "no-row":
            yield from _no_cell(policy, places, broken, path, count)
        else:
            wrong, mend = BROKEN[broken.kind]
            key = places.key(f"topics/{topic}.yaml", aspect)
            yield key.fault(f"{topic}/{aspect}", wrong.about(path=path, count=count), mend)


def _no_cell(policy: Policy, places: Places, broken: Broken, path: Path, count: int) -> Iterator[Fault]:
    """The fault of a table that lacks a row or column, at its first line."""
    names = scope_of(policy, path.topic)
    reached = names.in_aspect(path.aspect) & names.derived.keys()
    wanted = broken.detail
    for cell in (cell for name in sorted(reached) for cell in cells(names.derived[name])):
        rows = policy.tables[cell.table].rows
        columns = {column for row in rows.values() for column in row}
        row_ids, column_ids = names.ids(cell.row), names.ids(cell.column) if cell.column else ()
        if wanted in row_ids and wanted not in rows:
            wrong, idle = NO_ROW, rows.keys() - {*row_ids}
        elif wanted in column_ids and wanted not in columns:
            wrong, idle = NO_COLUMN, columns - {*column_ids}
        else:
            continue
        mend = told("add it, or answer before the table is read")
        if other := alike(wanted, idle):
            mend = told("is it misspelt as '{name}'? Else add it, or answer before the table is read", name=other)
        yield places.table(cell.table).fault(wanted, wrong.about(name=wanted, path=path, count=count), mend)
        return


def check_reached(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """
    A fault for each rule, group and note that no path reaches, in any of the topics that use it. Inside a group that
    is reported, nothing more is.
    """
    found = list(uses(policy, places))
    reached = {one.spot.origin for _, one in found if any(id(rule) in walked.rules for rule in every((one.item,)))}
    dark: set[int] = set()
    reported: set[Origin] = set()
    for where, one in found:
        if one.spot.origin in reached:
            continue
        dark.add(id(one.item))
        if one.spot.origin not in reported and not dark.intersection(map(id, one.above)):
            reported.add(one.spot.origin)
            yield _unreached(policy, places, where, one)
    yield from _unreached_notes(found, walked)


def check_steps(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """A fault for each step that no answer shows, and for each procedure that some answer shows without a step."""
    for name, procedure in policy.summary.procedures.items():
        for step in (
            step for part in procedure.parts for step in part.steps if (part.id, step.id) in walked.hidden.get(name, ())
        ):
            wrong = told("no path makes the conditions of the step '{step}' hold", step=step.id)
            yield places.record(step.text).fault(step.text.context, wrong, NO_STEP)
        if name in walked.bare:
            wrong = told("no step of '{name}' is left on this path: {path}", name=name, path=walked.bare[name])
            mend = told("add a step for this case, or lead its rule to another procedure")
            yield places.record(procedure.title).fault(procedure.title.context, wrong, mend)


def _unreached(policy: Policy, places: Places, where: str, one: Standing) -> Fault:
    """The fault of a rule or group that never answers, with the rule that stands in its way where one does."""
    topic, _, name = where.partition("/")
    aspect = next(each for each in ASPECTS if each == name)
    called = "rule" if isinstance(one.item, Rule) else "list" if one.spot.node.child("use") else "group"
    blocker = _blocker(policy, topic, aspect, one)
    if blocker is None:
        mend = told("correct its conditions, or remove it")
        return one.spot.fault(where, NEVER[called].about(name=_name(one)), mend)
    rule, path = blocker
    other = next(s for s in places.standing(policy, topic, aspect) if s.item is rule)
    wrong = FIRST[called].about(name=_name(one), rule=rule.id, place=other.spot.line, path=path)
    return one.spot.fault(where, wrong, told("move it above '{rule}', or narrow that one's conditions", rule=rule.id))


def _name(one: Standing) -> str:
    use = one.spot.node.child("use")
    return one.item.id if isinstance(one.item, Rule) else (use.scalar or "") if use else ""


def _blocker(policy: Policy, topic: str, aspect: Aspect, one: Standing) -> tuple[Rule, Path] | None:
    """The last of the rules that answer where the conditions of `one` hold, with a path on which it does."""
    alone = _alone(policy, topic, aspect, one)
    held = (path for path in paths(alone, topic, aspect) if isinstance(path.outcome, Answer))
    holding = dict.fromkeys(tuple(path.facts.items()) for path in held)
    order = [id(item) for item in every(policy.topics[topic].rules(aspect))]
    found: dict[int, tuple[Rule, Path]] = {}
    tried = (path for facts in holding for path in paths(policy, topic, aspect, dict(facts)))
    for path in islice(tried, TRIED):
        if isinstance(path.outcome, Answer) and id(path.outcome.rule) in order:
            found.setdefault(order.index(id(path.outcome.rule)), (path.outcome.rule, path))
    return found[max(found)] if found else None


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
                wrong = told("no path makes the conditions of the note '{note}' hold", note=use.note)
                unseen.setdefault(spot.origin, spot.fault(where, wrong, told("correct its conditions, or remove it")))
    yield from (fault for origin, fault in unseen.items() if origin not in seen)
